package dev.bulkhead.tests.change;

import dev.bulkhead.app.change.ValueForm;
import dev.bulkhead.engine.sample.ErrorStatus;
import java.util.List;
import java.util.Optional;

/**
 * One change as a user makes it, and what must come of it.
 *
 * @param assignments names and texts as they are typed
 * @param expected for the desk: what the whole comes to
 */
record Scenario(String name, Agents.Who who, List<Cell> assignments, Expected expected) {
    /**
     * A line of the desk.
     *
     * @param form a form picked by hand; empty for the one that fits
     */
    record Cell(String instance, Optional<ValueForm> form, String text) {}

    /** What comes of a change. */
    sealed interface Expected {
        /** Written and read back as these texts. */
        record Written(List<String> readBack) implements Expected {}

        /** The desk refuses it, with these words. */
        record RefusedHere(String words) implements Expected {}

        /** The agent refuses the variable at this 0-based place; nothing is written. */
        record RefusedThere(ErrorStatus status, int at) implements Expected {}

        /** No answer, and reading back gives nothing. */
        record Unknown() implements Expected {}

        /** No answer, but reading back says it was written. */
        record ReadBack() implements Expected {}

        /** The request did not get there. */
        record NotSent() implements Expected {}
    }

    static Cell cell(String instance, String text) {
        return new Cell(instance, Optional.empty(), text);
    }

    static Cell cell(String instance, ValueForm form, String text) {
        return new Cell(instance, Optional.of(form), text);
    }

    static Scenario writes(String name, Agents.Who who, String instance, String text, String back) {
        return new Scenario(
                name, who, List.of(cell(instance, text)), new Expected.Written(List.of(back)));
    }

    static Scenario refusedHere(String name, String instance, String text, String words) {
        return new Scenario(
                name,
                Agents.Who.DEMO_WRITER,
                List.of(cell(instance, text)),
                new Expected.RefusedHere(words));
    }

    static Scenario refusedThere(
            String name, Agents.Who who, ErrorStatus status, int at, Cell... cells) {
        return new Scenario(name, who, List.of(cells), new Expected.RefusedThere(status, at));
    }

    @Override
    public String toString() {
        return name;
    }
}
