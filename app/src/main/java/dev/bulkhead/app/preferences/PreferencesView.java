package dev.bulkhead.app.preferences;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.preferences.Preferences.Group;
import dev.bulkhead.app.theme.PaneBar;
import dev.bulkhead.app.theme.Parts;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/** The page of all preferences. What is changed there holds at once. */
public final class PreferencesView extends BorderPane {
    private final Preferences preferences;
    private final TextField search = new TextField();
    private final VBox groups = new VBox();
    private final Label nothing = Parts.words("preferences.nothing", "placeholder");

    public PreferencesView(Preferences preferences) {
        this.preferences = preferences;
        setId("preferences");
        getStyleClass().add("preferences");
        getStylesheets()
                .add(
                        Objects.requireNonNull(PreferencesView.class.getResource("preferences.css"))
                                .toExternalForm());
        PaneBar bar = new PaneBar("preferences");
        bar.title().setText(Words.text("preferences.title"));
        bar.summary().setText(Words.text("preferences.summary"));
        search.setId("preferences-search");
        search.getStyleClass().add("filter");
        search.setPromptText(Words.text("preferences.search"));
        search.setAccessibleText(Words.text("preferences.search"));
        bar.addTools(
                search,
                Parts.button("reset-preferences", MaterialDesignR.RESTORE, preferences::reset));
        groups.getStyleClass().add("preference-groups");
        ScrollPane area = new ScrollPane(new StackPane(groups));
        area.setId("preferences-area");
        area.getStyleClass().add("preferences-area");
        area.setAccessibleText(Words.text("preferences.title"));
        area.setFitToWidth(true);
        setTop(bar);
        setCenter(area);
        search.textProperty().subscribe(this::show);
    }

    private void show(String wanted) {
        List<Group> found = preferences.matching(wanted);
        groups.getChildren().setAll(found.stream().map(PreferencesView::group).toList());
        if (found.isEmpty()) {
            groups.getChildren().add(nothing);
        }
    }

    private static Node group(Group group) {
        VBox box = new VBox(Parts.words("preferences.group." + group.id(), "preference-group"));
        group.preferences().stream().map(PreferenceRow::new).forEach(box.getChildren()::add);
        return box;
    }

    /** Puts the caret where a preference can be searched. */
    public void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }
}
