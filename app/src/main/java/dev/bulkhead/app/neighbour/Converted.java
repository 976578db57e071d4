package dev.bulkhead.app.neighbour;

import java.util.List;

/**
 * A text in another poller's words.
 *
 * @param notes what it does not say, and why
 */
public record Converted(String text, List<String> notes) {
    public Converted {
        notes = List.copyOf(notes);
    }
}
