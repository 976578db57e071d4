package dev.bulkhead.tests.corpus;

import dev.bulkhead.tests.corpus.TextScanner.Word;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the OBJECT-TYPEs that stand in a file's text by the words alone: a name, then OBJECT-TYPE,
 * then the keyword of a clause. Words in comments, quoted texts and MACRO bodies do not count;
 * IMPORTS need no rule, as no clause follows OBJECT-TYPE there.
 *
 * <p>It knows nothing of grammar, types or OIDs, so an object whose OID cannot be found is counted
 * like any other; and it shares no code with the compiler, so that a fault of the one does not hide
 * in the other.
 */
public final class ObjectTypeCounter {
    private static final Set<String> CLAUSES =
            Set.of(
                    "SYNTAX",
                    "UNITS",
                    "ACCESS",
                    "MAX-ACCESS",
                    "MIN-ACCESS",
                    "STATUS",
                    "DESCRIPTION",
                    "REFERENCE",
                    "INDEX",
                    "AUGMENTS",
                    "DEFVAL");

    private final Path file;
    private final List<Word> words;
    private final List<TextModule> modules = new ArrayList<>();
    private @Nullable String module;
    private String lastUpdated = "";
    private Map<String, Integer> objects = new LinkedHashMap<>();
    private int repeated;

    private ObjectTypeCounter(Path file, List<Word> words) {
        this.file = file;
        this.words = words;
    }

    /** Counts one file. */
    public static TextFile count(Path file) throws IOException {
        TextScanner scanner = new TextScanner(decode(Files.readAllBytes(file)));
        ObjectTypeCounter counter = new ObjectTypeCounter(file, scanner.words());
        counter.run();
        return new TextFile(file, counter.modules, scanner.quoted());
    }

    /** Keywords and names are ASCII, so any charset that keeps ASCII will do. */
    private static String decode(byte[] bytes) {
        boolean utf16 =
                bytes.length > 1
                        && ((bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF)
                                || (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE));
        return new String(bytes, utf16 ? StandardCharsets.UTF_16 : StandardCharsets.ISO_8859_1);
    }

    private void run() {
        int i = 0;
        while (i < words.size()) {
            if (isHeader(i)) {
                endModule();
                module = nameBefore(i);
            } else if (word(i).is("MACRO") && word(i + 1).is(":")) {
                while (i < words.size() && !word(i).is("END")) {
                    i++;
                }
            } else if (word(i).is("LAST-UPDATED") && lastUpdated.isEmpty()) {
                lastUpdated = fourDigitYear(word(i + 1).text().replace("\"", ""));
            } else if (word(i).is("OBJECT-TYPE")
                    && i > 0
                    && word(i - 1).isName()
                    && CLAUSES.contains(word(i + 1).text())) {
                if (objects.putIfAbsent(word(i - 1).text(), word(i - 1).line()) != null) {
                    repeated++;
                }
            }
            i++;
        }
        endModule();
    }

    private Word word(int index) {
        return index < words.size() ? words.get(index) : new Word(";", 0);
    }

    /** DEFINITIONS ::=, or DEFINITIONS IMPLICIT TAGS ::=. */
    private boolean isHeader(int index) {
        return index > 0
                && word(index).is("DEFINITIONS")
                && (word(index + 1).is(":") || word(index + 2).is("TAGS"));
    }

    /** The name before DEFINITIONS; an OID in braces may stand between. */
    private String nameBefore(int index) {
        int i = index - 1;
        if (word(i).is("}")) {
            while (i > 0 && !word(i).is("{")) {
                i--;
            }
            i--;
        }
        return i >= 0 ? word(i).text() : "";
    }

    private static String fourDigitYear(String date) {
        return date.length() == 11 ? "19" + date : date;
    }

    private void endModule() {
        if (module != null || !objects.isEmpty()) {
            modules.add(
                    new TextModule(
                            module == null ? "" : module, file, lastUpdated, objects, repeated));
        }
        module = null;
        lastUpdated = "";
        objects = new LinkedHashMap<>();
        repeated = 0;
    }
}
