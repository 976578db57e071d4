package dev.bulkhead.app.change;

import dev.bulkhead.app.theme.Parts;
import dev.bulkhead.app.theme.Tone;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;

/** What came of a variable: an icon and a word; the whole sentence is its tooltip. */
final class OutcomeMark {
    private OutcomeMark() {}

    static Label of(String id, Outcome outcome) {
        Label label = Parts.label(id, "outcome-mark");
        show(label, Optional.of(outcome));
        return label;
    }

    /** Shows an outcome in a label, or nothing. */
    static void show(Label label, Optional<Outcome> outcome) {
        Parts.show(label, outcome.map(OutcomeWords::word).orElse(""));
        label.setGraphic(outcome.map(known -> Parts.icon(OutcomeWords.icon(known))).orElse(null));
        String sentence = outcome.map(OutcomeWords::sentence).orElse("");
        label.setTooltip(sentence.isEmpty() ? null : new Tooltip(sentence));
        label.setAccessibleText(sentence);
        Parts.tone(label, outcome.map(OutcomeWords::tone).orElse(Tone.NEUTRAL));
    }
}
