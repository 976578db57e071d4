package dev.bulkhead.tests.journeys;

/**
 * What a task costs the user.
 *
 * @param clicks of the mouse; a double click is one
 * @param chords keys with a modifier, function keys and those that move the focus
 * @param texts that are typed, each of them once
 * @param enters the Enter key, pressed alone
 */
record Cost(int clicks, int chords, int texts, int enters) {
    static final Cost NOTHING = new Cost(0, 0, 0, 0);

    Cost click() {
        return new Cost(clicks + 1, chords, texts, enters);
    }

    Cost chord() {
        return new Cost(clicks, chords + 1, texts, enters);
    }

    Cost text() {
        return new Cost(clicks, chords, texts + 1, enters);
    }

    Cost enter() {
        return new Cost(clicks, chords, texts, enters + 1);
    }
}
