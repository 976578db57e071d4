package dev.bulkhead.app.guide;

import java.util.List;

/** A part of a page. */
public sealed interface Block {
    /** A heading below the page's own. */
    record Heading(String text) implements Block {}

    /** A line of text. */
    record Paragraph(List<Inline> line) implements Block {}

    /** Commands that stand alone: what the page is about can be done right there. */
    record Deeds(List<Inline.Command> commands) implements Block {}

    /**
     * A list.
     *
     * @param ordered whether one is done after the other
     */
    record Items(boolean ordered, List<List<Inline>> lines) implements Block {}

    /** What is typed into a terminal or stands in a file. */
    record Listing(String text) implements Block {}

    /**
     * A table.
     *
     * @param rows {@code [row][cell]}, the heading first
     */
    record Grid(List<List<List<Inline>>> rows) implements Block {}

    /**
     * A picture, which there is for each theme.
     *
     * @param name of its files, without theme and type
     * @param text what it shows
     */
    record Picture(String name, String text) implements Block {}

    /** All keys of the window, which only the window knows. */
    record Keys() implements Block {}
}
