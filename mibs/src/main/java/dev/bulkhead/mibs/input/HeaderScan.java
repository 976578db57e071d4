package dev.bulkhead.mibs.input;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Which modules a file defines, told from its bytes alone: the headers {@code NAME [{ oid }]
 * DEFINITIONS [tags] ::=} (X.208 §9).
 *
 * <p>Most of a file is never looked at: the word DEFINITIONS is searched with jumps of its own
 * length, and comments and strings are told from code ({@link CodeReader}) only up to the last such
 * word. A file with an odd number of quotation marks would hide all modules behind it; a header is
 * therefore believed even inside a string where it begins its line, goes on with BEGIN, and either
 * is the file's first or follows an END. A name too many costs a compiler one look into a file; a
 * name too few loses a module.
 *
 * <p>UTF-8 and every charset that has ASCII in its lower half are read as they are, with or without
 * a byte order mark; UTF-16 is with one. Any thread, never throws, linear time.
 */
public final class HeaderScan {
    /** A name longer than this is none; the longest real one known has 64 letters. */
    private static final int MAX_NAME = 1024;

    private HeaderScan() {}

    /** The headers of a file's bytes, in their order. */
    public static List<ModuleHeader> of(byte[] bytes) {
        return of(bytes, bytes.length);
    }

    /** The headers of a buffer's first bytes. */
    static List<ModuleHeader> of(byte[] bytes, int length) {
        if (!Utf16.isMarked(bytes, length)) {
            return scan(bytes, length);
        }
        byte[] narrow = Utf16.narrowed(bytes, length);
        return scan(narrow, narrow.length).stream()
                .map(header -> new ModuleHeader(header.name(), Utf16.offset(header.offset())))
                .toList();
    }

    private static List<ModuleHeader> scan(byte[] text, int length) {
        int at = DefinitionsWord.next(text, 0, length);
        if (at < 0) {
            return List.of();
        }
        List<ModuleHeader> headers = new ArrayList<>(1);
        CodeReader reader = new CodeReader(text, length);
        while (at >= 0) {
            reader.readTo(at);
            if (isHeader(reader, at, headers.isEmpty())) {
                int start = reader.nameStart();
                int end = reader.nameEnd();
                headers.add(
                        new ModuleHeader(
                                new String(text, start, end - start, StandardCharsets.ISO_8859_1),
                                start));
                reader.restartAt(at + DefinitionsWord.LENGTH);
            }
            at = DefinitionsWord.next(text, at + DefinitionsWord.LENGTH, length);
        }
        return List.copyOf(headers);
    }

    private static boolean isHeader(CodeReader reader, int at, boolean first) {
        if (!reader.isInCode()) {
            boolean believed =
                    reader.isAfterWholeComment(at)
                            || (reader.isInString()
                                    && reader.beginsLine(at)
                                    && (first || reader.followsEnd(at)));
            if (!believed
                    || !reader.findNameBefore(at)
                    || !reader.hasAssignment(at + DefinitionsWord.LENGTH, true)) {
                return false;
            }
        } else if (!reader.hasName() || !reader.hasAssignment(at + DefinitionsWord.LENGTH, false)) {
            return false;
        }
        return reader.nameEnd() - reader.nameStart() <= MAX_NAME;
    }
}
