package dev.bulkhead.app.neighbour;

/** A text that is no {@code generator.yml}; the message begins with the line. */
public final class GeneratorException extends Exception {
    private static final long serialVersionUID = 1;

    GeneratorException(int line, String message) {
        super(line + ": " + message);
    }
}
