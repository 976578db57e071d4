package dev.bulkhead.app.guide;

/** A piece of a line. */
public sealed interface Inline {
    /** What is read where nothing can be clicked. */
    String text();

    /** Words. */
    record Plain(String text) implements Inline {}

    /** Words that stand out, such as those of a button. */
    record Strong(String text) implements Inline {}

    /** What is typed or printed. */
    record Code(String text) implements Inline {}

    /**
     * A command of the window.
     *
     * @param id its name in the registry
     * @param text its words and key, as the registry has them
     */
    record Command(String id, String text) implements Inline {}

    /**
     * A link to another page.
     *
     * @param page its name
     */
    record Link(String page, String text) implements Inline {}
}
