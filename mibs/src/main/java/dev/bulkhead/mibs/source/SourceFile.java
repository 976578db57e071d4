package dev.bulkhead.mibs.source;

import dev.bulkhead.mibs.model.SourceLocation;

/** One MIB file's text, with its lines. Immutable. */
public final class SourceFile {
    private final String name;
    private final String text;
    private final LineMap lines;

    private SourceFile(String name, String text) {
        this.name = name;
        this.text = text;
        this.lines = LineMap.of(text);
    }

    /** A file of this text. */
    public static SourceFile ofText(String name, String text) {
        return new SourceFile(name, text);
    }

    /** A file of these bytes, decoded as {@link SourceDecoder} does. */
    public static SourceFile ofBytes(String name, byte[] bytes) {
        return new SourceFile(name, SourceDecoder.decode(bytes));
    }

    /** The path as it was given. */
    public String name() {
        return name;
    }

    public String text() {
        return text;
    }

    /** The place of an offset in characters, which may be the text's length. */
    public SourceLocation location(int offset) {
        int line = lines.line(offset);
        return new SourceLocation(name, line, offset - lines.start(line) + 1);
    }

    /** A line without its end, 1-based. */
    public String line(int number) {
        return lines.text(text, number);
    }
}
