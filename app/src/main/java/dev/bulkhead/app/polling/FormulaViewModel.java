package dev.bulkhead.app.polling;

import dev.bulkhead.app.formula.Formula;
import dev.bulkhead.app.formula.FormulaParser;
import dev.bulkhead.app.formula.FormulaProblem;
import dev.bulkhead.app.formula.FormulaWord;
import dev.bulkhead.app.formula.Reading;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** A formula while it is typed: what is wrong with it, and what its names may become. */
final class FormulaViewModel {
    private static final int FEWEST_LETTERS = 2;

    private final FormulaDesk desk;
    private final ReadOnlyObjectWrapper<Optional<FormulaProblem>> problem =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Formula>> formula =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<FormulaHit>> hits =
            new ReadOnlyObjectWrapper<>(List.of());
    private String text = "";
    private int caret;
    private long asked;

    FormulaViewModel(FormulaDesk desk) {
        this.desk = desk;
    }

    /**
     * The text and a place in it after taking a proposal.
     *
     * @param caret where to type on
     */
    record Taken(String text, int caret) {}

    /** What is wrong; empty while nothing is typed. */
    ReadOnlyObjectProperty<Optional<FormulaProblem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** What was understood. */
    ReadOnlyObjectProperty<Optional<Formula>> formulaProperty() {
        return formula.getReadOnlyProperty();
    }

    /** What the name at the caret may become. */
    ReadOnlyObjectProperty<List<FormulaHit>> hitsProperty() {
        return hits.getReadOnlyProperty();
    }

    /** Whether the text is being typed at its very problem, which is then no news yet. */
    boolean isUnderWay() {
        return problem.get().filter(p -> p.to() >= caret && p.from() <= caret).isPresent();
    }

    /** The user typed, or moved the caret. */
    void typed(String newText, int newCaret) {
        boolean other = !newText.equals(text);
        text = newText;
        caret = Math.clamp(newCaret, 0, newText.length());
        if (other) {
            read();
        }
        complete();
    }

    private void read() {
        if (text.isBlank()) {
            problem.set(Optional.empty());
            formula.set(Optional.empty());
            return;
        }
        switch (FormulaParser.read(text, desk.names())) {
            case Reading.Good(Formula understood) -> {
                problem.set(Optional.empty());
                formula.set(Optional.of(understood));
            }
            case Reading.Bad(FormulaProblem wrong) -> {
                formula.set(Optional.empty());
                problem.set(Optional.of(wrong));
            }
        }
    }

    private void complete() {
        asked++;
        long mine = asked;
        Optional<FormulaWord> word =
                FormulaParser.wordAt(text, caret)
                        .filter(each -> each.start().length() >= FEWEST_LETTERS)
                        .filter(each -> !each.start().contains("."));
        if (word.isEmpty()) {
            hits.set(List.of());
            return;
        }
        desk.complete(
                word.get().start(),
                found -> {
                    if (mine == asked) {
                        hits.set(List.copyOf(found));
                    }
                });
    }

    /** No proposals any more, until something is typed. */
    void dismissHits() {
        asked++;
        hits.set(List.of());
    }

    /** Puts a proposal in place of the name at the caret. */
    Taken take(FormulaHit hit) {
        FormulaWord word =
                FormulaParser.wordAt(text, caret)
                        .orElseGet(() -> new FormulaWord("", caret, caret));
        String rest = text.substring(word.to());
        String name = hit.name() + hit.suffix();
        return new Taken(text.substring(0, word.from()) + name + rest, word.from() + name.length());
    }
}
