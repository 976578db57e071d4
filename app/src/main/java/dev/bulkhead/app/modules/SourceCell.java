package dev.bulkhead.app.modules;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.mibtree.Shown;
import dev.bulkhead.app.theme.Parts;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** A place modules come from: what was added can be removed, a machine's folder be switched. */
final class SourceCell extends ListCell<MibSource> {
    private final FontIcon icon = Parts.icon(MaterialDesignF.FOLDER_OUTLINE, "state-icon");
    private final Label path = new Label();
    private final Label why = new Label();
    private final CheckBox on = new CheckBox(Words.text("modules.source.on"));
    private final Button all;
    private final Button remove;
    private final HBox row;

    SourceCell(ModulesViewModel model) {
        path.getStyleClass().add("mono");
        path.setMinWidth(0);
        why.getStyleClass().add("muted");
        why.setMinWidth(0);
        on.setId("source-on");
        on.setMinWidth(Region.USE_PREF_SIZE);
        on.setOnAction(_ -> model.switchFolder(getItem(), on.isSelected()));
        all =
                Parts.iconButton(
                        "source-load-all", MaterialDesignP.PLUS, () -> model.loadAllOf(getItem()));
        remove =
                Parts.iconButton(
                        "source-remove",
                        MaterialDesignT.TRASH_CAN_OUTLINE,
                        () -> model.remove(List.of(getItem())));
        Region room = Parts.spacer();
        HBox.setHgrow(room, Priority.ALWAYS);
        row = new HBox(icon, path, why, room, on, all, remove);
        row.getStyleClass().add("mib-source-row");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(MibSource source, boolean empty) {
        super.updateItem(source, empty);
        if (empty || source == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        icon.setIconCode(
                !source.isAdded()
                        ? MaterialDesignL.LAPTOP
                        : source.isFile()
                                ? MaterialDesignF.FILE_OUTLINE
                                : MaterialDesignF.FOLDER_OUTLINE);
        path.setText(Shown.line(source.path().toString()));
        why.setText(
                source.isAdded() ? Words.text("modules.source.added") : Shown.line(source.why()));
        on.setSelected(source.isOn());
        show(on, !source.isAdded());
        show(all, !source.isAdded());
        show(remove, source.isAdded());
        setAccessibleText(Words.text("modules.source.accessible", path.getText(), why.getText()));
        setGraphic(row);
    }

    private static void show(Region part, boolean shown) {
        part.setVisible(shown);
        part.setManaged(shown);
    }
}
