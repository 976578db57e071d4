package dev.bulkhead.app.agent;

import dev.bulkhead.app.theme.Tone;

/** Tells the user something in the status bar. JavaFX's thread. */
@FunctionalInterface
public interface Teller {
    void tell(String sentence, Tone tone);
}
