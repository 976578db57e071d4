package dev.bulkhead.app.source;

import dev.bulkhead.mibs.diagnostic.Diagnostic;
import dev.bulkhead.mibs.index.MibIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A MIB text opened at a line. Immutable.
 *
 * @param document empty if there is no text, which {@code problem} explains
 * @param file its name, or ""
 * @param line the line it is opened at, 1-based
 * @param definitionEnd the last line of the definition that begins there; less if none does
 * @param faultsByLine what the compiler said, by line
 * @param turn which page this is of all that were shown: the same place shown again is another
 */
public record Page(
        Optional<SourceDocument> document,
        String file,
        int line,
        int definitionEnd,
        NavigableMap<Integer, List<Diagnostic>> faultsByLine,
        String problem,
        int turn) {
    static final Page NONE = new Page(Optional.empty(), "", 1, 0, new TreeMap<>(), "", 0);

    static Page gone(String problem) {
        return new Page(Optional.empty(), "", 1, 0, new TreeMap<>(), problem, 0);
    }

    /** A file's text at a line; reads the file. */
    static Page at(MibIndex index, String file, int line, List<Diagnostic> all) {
        Optional<SourceDocument> document = index.text(file).file().map(SourceDocument::of);
        NavigableMap<Integer, List<Diagnostic>> faults = new TreeMap<>();
        for (Diagnostic diagnostic : all) {
            if (diagnostic.location().file().equals(file)) {
                faults.computeIfAbsent(diagnostic.location().line(), _ -> new ArrayList<>())
                        .add(diagnostic);
            }
        }
        int last = document.map(SourceDocument::lineCount).orElse(1);
        return new Page(document, file, Math.min(line, last), 0, faults, "", 0);
    }

    /** This, opened at a definition. */
    Page withDefinition() {
        int end = document.map(d -> d.definitionEnd(line)).orElse(0);
        return new Page(document, file, line, end, faultsByLine, problem, turn);
    }

    /** This at another line, of no definition. */
    Page withLine(int other) {
        return new Page(document, file, other, 0, faultsByLine, problem, turn);
    }

    /** This as the next page shown. */
    Page turned(int number) {
        return new Page(document, file, line, definitionEnd, faultsByLine, problem, number);
    }

    boolean isInDefinition(int number) {
        return number >= line && number <= definitionEnd;
    }

    /** What the compiler said of a line. */
    List<Diagnostic> faults(int number) {
        return faultsByLine.getOrDefault(number, List.of());
    }

    /** The next or previous line of which it said something, round the end. */
    Optional<Integer> faultyLine(int by) {
        if (faultsByLine.isEmpty()) {
            return Optional.empty();
        }
        Integer next = by > 0 ? faultsByLine.higherKey(line) : faultsByLine.lowerKey(line);
        return Optional.of(
                next != null ? next : by > 0 ? faultsByLine.firstKey() : faultsByLine.lastKey());
    }

    long count(boolean errors) {
        return faultsByLine.values().stream()
                .flatMap(List::stream)
                .filter(d -> d.severity().isError() == errors)
                .count();
    }
}
