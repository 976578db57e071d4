package dev.bulkhead.mibs.source;

/**
 * A piece of a file's text that stays in the file until it is asked for.
 *
 * @param start in bytes from the file's beginning
 * @param end behind its last byte
 */
public record SourceSpan(TextSource source, int start, int end) {
    /** No text at all. */
    public static final SourceSpan NONE = of("");

    /** A span of a text that is at hand. */
    public static SourceSpan of(String text) {
        SourceFile file = SourceFile.ofText("", text);
        return new SourceSpan(file, 0, file.length());
    }

    public boolean isEmpty() {
        return start == end;
    }

    /** The text as it stands there; may read the file. */
    public String text() {
        return start == end ? "" : source.text(start, end);
    }

    /** Where it begins; may read the file. */
    public SourceLocation location() {
        return source.location(start);
    }
}
