package dev.bulkhead.app.preferences;

import atlantafx.base.controls.ToggleSwitch;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.preferences.Preference.Amount;
import dev.bulkhead.app.preferences.Preference.Choice;
import dev.bulkhead.app.preferences.Preference.Toggle;
import dev.bulkhead.app.theme.Parts;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/** One preference: its words at the left, at the right its control and what resets it. */
final class PreferenceRow extends HBox {
    PreferenceRow(Preference preference) {
        getStyleClass().add("preference-row");
        Control control =
                switch (preference) {
                    case Choice choice -> comboBox(choice);
                    case Amount amount -> spinner(amount);
                    case Toggle toggle -> toggleSwitch(toggle);
                };
        control.setId("preference-" + preference.id());
        control.setAccessibleText(preference.title());
        control.setMinWidth(Region.USE_PREF_SIZE);
        Label title = new Label(preference.title());
        title.setLabelFor(control);
        Label hint = Parts.label("preference-hint-" + preference.id(), "key");
        hint.setWrapText(true);
        Parts.show(hint, preference.hint());
        VBox words = new VBox(title, hint);
        words.getStyleClass().add("preference-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(words, control, reset(preference));
    }

    private static Button reset(Preference preference) {
        Button reset =
                Parts.iconButton(
                        "preference-reset", MaterialDesignR.RESTORE, () -> preference.reset());
        reset.setId("reset-" + preference.id());
        reset.setMinWidth(Region.USE_PREF_SIZE);
        Parts.explain(reset, Words.text("preferences.reset-one", preference.title()));
        preference.value().subscribe(_ -> reset.setVisible(!preference.isUsual()));
        return reset;
    }

    private static ComboBox<String> comboBox(Choice choice) {
        ComboBox<String> box = new ComboBox<>();
        box.getItems().setAll(choice.options());
        box.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(String option) {
                        return option == null ? "" : choice.words(option);
                    }

                    @Override
                    public String fromString(String text) {
                        return text;
                    }
                });
        box.valueProperty().bindBidirectional(choice.value());
        return box;
    }

    private static Spinner<Integer> spinner(Amount amount) {
        IntegerSpinnerValueFactory values =
                new IntegerSpinnerValueFactory(
                        amount.min(), amount.max(), amount.value().get(), amount.step());
        Spinner<Integer> spinner = new Spinner<>(values);
        spinner.setEditable(true);
        spinner.getEditor().setId("preference-" + amount.id() + "-text");
        spinner.getEditor().setAccessibleText(amount.title());
        values.valueProperty()
                .subscribe(now -> {
                    if (now != null) {
                        amount.value().set(now);
                    }
                });
        amount.value().subscribe(now -> values.setValue(now.intValue()));
        spinner.getEditor().textProperty().subscribe(text -> take(amount, text));
        return spinner;
    }

    /** Takes a number while it is typed, once it is one of the range. */
    private static void take(Amount amount, String text) {
        String digits = text.replaceAll("\\D", "");
        if (!digits.isEmpty() && digits.length() <= 9) {
            int typed = Integer.parseInt(digits);
            if (typed >= amount.min() && typed <= amount.max()) {
                amount.value().set(typed);
            }
        }
    }

    private static ToggleSwitch toggleSwitch(Toggle toggle) {
        ToggleSwitch control = new ToggleSwitch();
        control.selectedProperty().bindBidirectional(toggle.value());
        return control;
    }
}
