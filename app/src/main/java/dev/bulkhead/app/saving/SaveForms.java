package dev.bulkhead.app.saving;

import java.util.List;
import java.util.function.Function;

/**
 * The forms a file can have.
 *
 * @param all the usual one first
 * @param key ends the key of a form's words
 * @param ending of a file's name, without the dot
 * @param isChosen whether the user chooses one in the bar; else the name's ending says which
 */
public record SaveForms<F>(
        List<F> all, Function<F, String> key, Function<F, String> ending, boolean isChosen) {
    public SaveForms {
        all = List.copyOf(all);
    }

    /** Forms that the user chooses from. */
    public SaveForms(List<F> all, Function<F, String> key, Function<F, String> ending) {
        this(all, key, ending, true);
    }
}
