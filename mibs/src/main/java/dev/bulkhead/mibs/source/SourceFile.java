package dev.bulkhead.mibs.source;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One MIB file's text as bytes, in which all offsets count, and its lines.
 *
 * <p>Concurrency: lines and charset are worked out when first asked for; two threads that ask at
 * once both find the same.
 */
public final class SourceFile implements TextSource {
    /** A line is shown up to here; hostile files have lines of megabytes. */
    private static final int MAX_LINE = 600;

    private final String name;
    private final byte[] bytes;
    private volatile @Nullable LineMap lines;
    private volatile @Nullable Charset charset;

    private SourceFile(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes;
    }

    /** A file of this text. */
    public static SourceFile ofText(String name, String text) {
        return new SourceFile(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** A file of these bytes: UTF-8 if they are that, UTF-16 with a mark, else Windows-1252. */
    public static SourceFile ofBytes(String name, byte[] bytes) {
        return new SourceFile(name, SourceBytes.normalized(bytes));
    }

    /** The path as it was given. */
    @Override
    public String name() {
        return name;
    }

    /** All bytes, not copied: nobody may change them. */
    public byte[] bytes() {
        return bytes;
    }

    public int length() {
        return bytes.length;
    }

    /** The characters from one byte offset to another. */
    @Override
    public String text(int start, int end) {
        for (int i = start; i < end; i++) {
            if (bytes[i] < 0) {
                return new String(bytes, start, end - start, charset());
            }
        }
        return new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
    }

    /** What {@link #text} decodes with. */
    public Charset charset() {
        Charset known = charset;
        if (known == null) {
            known = SourceBytes.charset(bytes);
            charset = known;
        }
        return known;
    }

    private LineMap lines() {
        LineMap known = lines;
        if (known == null) {
            known = LineMap.of(bytes);
            lines = known;
        }
        return known;
    }

    /** The place of a byte offset, which may be the text's length; a line's end is one place. */
    @Override
    public SourceLocation location(int offset) {
        LineMap map = lines();
        int line = map.line(offset);
        int start = map.start(line);
        int place = Math.min(offset, map.end(bytes, line));
        int column = place - start > 100_000 ? place - start : text(start, place).length();
        return new SourceLocation(name, line, column + 1);
    }

    public int lineCount() {
        return lines().count();
    }

    /** The byte offset at which a line begins, 1-based. */
    public int lineStart(int line) {
        return lines().start(line);
    }

    /** The byte offset at which a line ends, its line end not counted. */
    public int lineEnd(int line) {
        return lines().end(bytes, line);
    }

    /** A line without its end, 1-based; a very long one only in its beginning. */
    public String line(int number) {
        int start = lineStart(number);
        // UTF-8 has at most three bytes for each char that Java counts
        String line = text(start, Math.min(lineEnd(number), start + 3 * MAX_LINE));
        return line.length() > MAX_LINE ? line.substring(0, MAX_LINE) : line;
    }

    @Override
    public Optional<SourceFile> file() {
        return Optional.of(this);
    }

    /** Files of one name are taken to be the same. */
    @Override
    public boolean equals(Object other) {
        return other instanceof TextSource source && source.name().equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
