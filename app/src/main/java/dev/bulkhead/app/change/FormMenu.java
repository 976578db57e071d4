package dev.bulkhead.app.change;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.theme.Parts;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** Chooses how a value is typed; small while it is typed as its module says. */
final class FormMenu extends MenuButton {
    private final ValueField field;
    private final String name;

    FormMenu(ValueField field, String id, String name) {
        this.field = field;
        this.name = name;
        setId(id + "-form");
        getStyleClass().add("value-form");
        setGraphic(Parts.icon(MaterialDesignT.TUNE_VARIANT));
        setMinWidth(USE_PREF_SIZE);
        ToggleGroup group = new ToggleGroup();
        for (ValueForm form : field.forms()) {
            boolean firstRaw = field.forms().indexOf(form) == field.fittingForms();
            if (firstRaw && field.fittingForms() > 0) {
                getItems().add(new SeparatorMenuItem());
            }
            RadioMenuItem item = new RadioMenuItem(form.words());
            item.setId(id + "-form-" + form.name());
            item.setToggleGroup(group);
            item.setUserData(form);
            item.setOnAction(_ -> field.formProperty().set(form));
            getItems().add(item);
        }
        field.formProperty().subscribe(form -> mark(form));
    }

    private void mark(ValueForm form) {
        getItems().stream()
                .filter(RadioMenuItem.class::isInstance)
                .map(RadioMenuItem.class::cast)
                .filter(item -> item.getUserData() == form)
                .forEach(item -> item.setSelected(true));
        boolean usual = field.fittingForms() > 0 && form == field.forms().getFirst();
        setText(usual ? "" : form.words());
        Parts.explain(this, Words.text("change.form.accessible", name, form.words()));
    }
}
