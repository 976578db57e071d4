package dev.bulkhead.app.table;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.theme.Parts;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** What stands where a table has no rows to show: none yet, none at all, or none that pass. */
final class TableEmpty extends VBox {
    private final ProgressIndicator progress = new ProgressIndicator();
    private final FontIcon icon = Parts.icon(MaterialDesignT.TABLE_OFF, "hero");
    private final Label title = Parts.label("table-empty-title", "empty-title");
    private final Label hint = Parts.label("table-empty-hint", "muted");
    private final FlowPane buttons = new FlowPane();
    private final List<Button> tries;

    /**
     * Hidden at first.
     *
     * @param tries buttons for what may help when there are no rows at all
     */
    TableEmpty(List<Button> tries) {
        this.tries = tries;
        setId("table-empty");
        getStyleClass().add("empty-state");
        progress.setAccessibleText(Words.text("table.loading.accessible"));
        hint.setWrapText(true);
        hint.getStyleClass().add("table-empty-hint");
        buttons.getStyleClass().add("empty-buttons");
        getChildren().addAll(progress, icon, title, hint, buttons);
        hide();
    }

    void hide() {
        setVisible(false);
    }

    /** The first reading goes on. */
    void reading(String table, String devices) {
        show(MaterialDesignT.TABLE_OFF, Words.text("table.loading", table, devices), "", true);
    }

    /** The devices have answered and have no rows. */
    void noRows(String table, String devices) {
        show(
                MaterialDesignT.TABLE_OFF,
                Words.text("table.empty.title", devices, table),
                Words.text("table.empty.hint"),
                false);
        buttons.getChildren().setAll(tries);
    }

    /** No row passes the filter. */
    void nonePasses(String filter, int rows) {
        show(
                MaterialDesignF.FILTER_OFF_OUTLINE,
                Words.text("table.filtered.title", filter),
                Words.text("table.filtered.hint", rows),
                false);
    }

    private void show(Ikon code, String words, String advice, boolean going) {
        setVisible(true);
        progress.setVisible(going);
        progress.setManaged(going);
        icon.setVisible(!going);
        icon.setManaged(!going);
        icon.setIconCode(code);
        title.setText(words);
        Parts.show(hint, advice);
        buttons.getChildren().clear();
    }
}
