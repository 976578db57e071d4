package dev.bulkhead.app.about;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.theme.PaneBar;
import dev.bulkhead.app.theme.Parts;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** The About page: this build, where it keeps things, and the works of others it comes with. */
public final class AboutView extends BorderPane {
    private static final double ROW_HEIGHT = 26;
    private static final double TABLE_SHARE = 0.5;
    private static final double ICON_SIZE = 64;

    /** In characters: after a shorter line a paragraph is over. */
    private static final int SHORT_LINE = 50;

    private final TableView<ThirdParty> table = new TableView<>();
    private final TextArea text = new TextArea();
    private final Label chosen = Parts.label("about-chosen", "title");

    /**
     * The page.
     *
     * @param build version, commit, time and what it runs on, in lines
     * @param kept the folders where it keeps things, in lines; "" if it keeps nothing
     * @param copy puts a text where it can be pasted
     */
    public AboutView(String build, String kept, Image icon, Consumer<String> copy) {
        setId("about");
        getStyleClass().add("about-view");
        PaneBar bar = new PaneBar("about");
        bar.title().setText(Words.text("about.title"));
        Button button =
                Parts.button("copy-about", MaterialDesignC.CONTENT_COPY, () -> copy.accept(build));
        Parts.explain(button, Words.text("button.copy-about.hint"));
        bar.addTools(button);
        setTop(bar);
        SplitPane split = new SplitPane(table, licence());
        split.setDividerPositions(TABLE_SHARE);
        VBox.setVgrow(split, Priority.ALWAYS);
        Label heading = Parts.words("about.third-party", "title", "about-heading");
        setCenter(new VBox(head(build, kept, icon), heading, split));
        fillTable();
    }

    private static HBox head(String build, String kept, Image icon) {
        ImageView picture = new ImageView(icon);
        picture.setFitWidth(ICON_SIZE);
        picture.setFitHeight(ICON_SIZE);
        Label what = Parts.label("about-build", "about-build");
        what.setText(build.strip());
        Label purpose = Parts.words("about.purpose", "muted");
        purpose.setWrapText(true);
        purpose.setMinHeight(Region.USE_PREF_SIZE);
        VBox words = new VBox(what, purpose);
        words.getStyleClass().add("about-words");
        if (!kept.isEmpty()) {
            Label folders = Parts.label("about-folders", "muted");
            folders.setText(kept);
            folders.setWrapText(true);
            folders.setMinHeight(Region.USE_PREF_SIZE);
            words.getChildren().add(folders);
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox head = new HBox(picture, words);
        head.getStyleClass().add("about-head");
        return head;
    }

    private BorderPane licence() {
        text.setId("about-licence");
        text.setEditable(false);
        text.setWrapText(true);
        text.getStyleClass().add("mono");
        text.setAccessibleText(Words.text("about.licence.accessible"));
        chosen.setMinWidth(0);
        HBox bar = new HBox(chosen);
        bar.getStyleClass().add("about-chosen");
        BorderPane pane = new BorderPane(text);
        pane.setTop(bar);
        return pane;
    }

    private void fillTable() {
        table.setId("about-works");
        table.getStyleClass().add("data-table");
        table.setAccessibleText(Words.text("about.works.accessible"));
        table.setFixedCellSize(ROW_HEIGHT);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns().add(column("name", 210, ThirdParty::name));
        table.getColumns().add(column("version", 84, ThirdParty::version));
        table.getColumns().add(column("licence", 250, ThirdParty::licence));
        table.getItems().setAll(Notice.shipped());
        table.getSelectionModel().selectedItemProperty().subscribe(this::show);
        table.getSelectionModel().selectFirst();
    }

    private static TableColumn<ThirdParty, String> column(
            String id, double width, Function<ThirdParty, String> value) {
        TableColumn<ThirdParty, String> column =
                new TableColumn<>(Words.text("about.column." + id));
        column.setId("about-column-" + id);
        column.setPrefWidth(width);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(value.apply(cell.getValue())));
        return column;
    }

    private void show(@Nullable ThirdParty work) {
        if (work == null) {
            return;
        }
        chosen.setText(work.version().isEmpty() ? work.name() : work.name() + " " + work.version());
        List<String> remarks = work.remarks();
        text.setText(
                work.home()
                        + "\n"
                        + String.join("\n", work.files())
                        + "\n\n"
                        + (remarks.isEmpty() ? "" : flowing(String.join("\n", remarks)) + "\n\n")
                        + flowing(Notice.licence(work.licence())));
        text.positionCaret(0);
        text.setScrollTop(0);
    }

    /** Without the line ends inside paragraphs, which would stand beside those of a narrow pane. */
    private static String flowing(String text) {
        StringBuilder flowing = new StringBuilder();
        String before = "";
        for (String line : text.lines().toList()) {
            boolean goesOn =
                    before.length() > SHORT_LINE
                            && !line.isBlank()
                            && indent(line) == indent(before)
                            && Character.isLetterOrDigit(line.charAt(indent(line)));
            flowing.append(flowing.isEmpty() ? "" : goesOn ? " " : "\n")
                    .append(goesOn ? line.strip() : line);
            before = line;
        }
        return flowing.toString();
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }
}
