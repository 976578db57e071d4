package dev.bulkhead.app.pollset;

/**
 * Something wrong in a poll set's text.
 *
 * @param line counted from 1
 * @param column counted from 1
 * @param found what is wrong
 * @param help what to do; may be ""
 */
public record PollSetProblem(int line, int column, String found, String help) {
    /** On one line, without the file: {@code 12:5: there is no key "evry": do you mean "every"?} */
    @Override
    public String toString() {
        return line + ":" + column + ": " + found + (help.isEmpty() ? "" : ": " + help);
    }
}
