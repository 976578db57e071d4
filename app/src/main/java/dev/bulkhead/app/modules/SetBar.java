package dev.bulkhead.app.modules;

import dev.bulkhead.app.agent.Device;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.mibtree.KnownModule;
import dev.bulkhead.app.mibtree.MibLibrary;
import dev.bulkhead.app.theme.Parts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** Sets of modules: choose one, make one, bind it to the target. */
final class SetBar extends HBox {
    private final MibLibrary library;
    private final ModulesViewModel model;
    private final Supplier<List<KnownModule>> chosen;
    private final ComboBox<String> sets = new ComboBox<>();
    private final CheckBox bound = new CheckBox();
    private final TextField name = new TextField();
    private final Button save;
    private final Button remove;
    private boolean showing;

    /**
     * A bar over the sets.
     *
     * @param chosen the modules a new set is made of; all that are loaded if empty
     */
    SetBar(MibLibrary library, ModulesViewModel model, Supplier<List<KnownModule>> chosen) {
        this.library = library;
        this.model = model;
        this.chosen = chosen;
        setId("set-bar");
        getStyleClass().addAll("pane-bar", "set-bar");
        sets.setId("mib-sets");
        sets.valueProperty().subscribe(this::use);
        Label label = Parts.words("modules.set", "key");
        label.setLabelFor(sets);
        label.setMinWidth(Region.USE_PREF_SIZE);
        sets.setAccessibleText(Words.text("modules.set"));
        save = Parts.button("save-set", MaterialDesignC.CONTENT_SAVE_OUTLINE, this::save);
        Button add = Parts.button("new-set", MaterialDesignP.PLUS, this::name);
        Parts.explain(add, Words.text("button.new-set.hint"));
        remove =
                Parts.iconButton("remove-set", MaterialDesignT.TRASH_CAN_OUTLINE, model::removeSet);
        name.setId("set-name");
        name.setPromptText(Words.text("modules.set.name"));
        name.setAccessibleText(Words.text("modules.set.name"));
        name.setOnAction(_ -> save());
        name.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                showName(false);
                event.consume();
            }
        });
        bound.setId("set-bound");
        bound.setMinWidth(Region.USE_PREF_SIZE);
        bound.setOnAction(_ -> model.bind(bound.isSelected()));
        for (Button button : List.of(save, add, remove)) {
            button.setMinWidth(Region.USE_PREF_SIZE);
        }
        getChildren().addAll(label, sets, add, name, save, remove, Parts.spacer(), bound);
        showName(false);
        model.sets().subscribe(this::show);
        library.activeSetProperty().subscribe(_ -> show());
        model.deviceProperty().subscribe(_ -> show());
    }

    private void name() {
        showName(true);
        name.requestFocus();
    }

    private void showName(boolean shown) {
        for (Region part : new Region[] {name, save}) {
            part.setVisible(shown);
            part.setManaged(shown);
        }
    }

    private void save() {
        if (model.saveSet(name.getText(), chosen.get())) {
            name.clear();
            showName(false);
        }
    }

    private void use(String chosenSet) {
        if (!showing && chosenSet != null) {
            boolean all = chosenSet.equals(Words.text("modules.set.all"));
            model.use(all ? Optional.empty() : Optional.of(chosenSet));
        }
    }

    private void show() {
        showing = true;
        List<String> all = new ArrayList<>(List.of(Words.text("modules.set.all")));
        all.addAll(model.sets());
        sets.getItems().setAll(all);
        Optional<String> active = library.activeSetProperty().get();
        sets.setValue(active.orElse(all.getFirst()));
        showing = false;
        remove.setDisable(active.isEmpty());
        Optional<Device> device = model.deviceProperty().get();
        bound.setText(
                device.map(d -> Words.text("modules.set.bound", d.label()))
                        .orElse(Words.text("modules.set.no-device")));
        bound.setDisable(device.isEmpty() || active.isEmpty());
        bound.setSelected(model.isBound());
    }
}
