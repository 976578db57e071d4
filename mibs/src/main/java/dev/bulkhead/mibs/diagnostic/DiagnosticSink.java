package dev.bulkhead.mibs.diagnostic;

import dev.bulkhead.mibs.diagnostic.Diagnostic.Follower;
import dev.bulkhead.mibs.source.SourceFile;
import dev.bulkhead.mibs.source.SourceLocation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Collects the diagnostics of one file, at most {@value #MAX_FAULTS} of them: a file with more is
 * no MIB file. Any thread may report.
 */
public final class DiagnosticSink {
    static final int MAX_FAULTS = 5_000;

    private final SourceFile file;
    private final List<Entry> entries = new ArrayList<>(0);
    private final Set<DiagnosticCode> once = EnumSet.noneOf(DiagnosticCode.class);

    /** Faults that are told once a module, by whose they are. */
    private final Map<String, Entry> earliest = new HashMap<>(0);

    private record Entry(
            DiagnosticCode code,
            int start,
            int end,
            @Nullable Suggestion suggestion,
            List<String> arguments,
            List<Follower> followers) {}

    public DiagnosticSink(SourceFile file) {
        this.file = file;
    }

    public SourceFile file() {
        return file;
    }

    /** A fault from byte {@code start} to {@code end} of the file. */
    public void report(DiagnosticCode code, int start, int end, String... arguments) {
        add(new Entry(code, start, end, null, List.of(arguments), List.of()));
    }

    /** A fault that is told once a file, however often it is there. */
    public synchronized void reportOnce(
            DiagnosticCode code, int start, int end, String... arguments) {
        if (once.add(code)) {
            report(code, start, end, arguments);
        }
    }

    /** Reports a fault that is the root of all that were found in this file before. */
    public synchronized void reportInsteadOfAll(DiagnosticCode code, int start, int end) {
        entries.clear();
        report(code, start, end);
    }

    /** Takes back what was reported between two places: what stands there means something else. */
    public synchronized void takeBack(int start, int end) {
        entries.removeIf(entry -> entry.start() >= start && entry.end() <= end);
    }

    /** A fault with more to say than its place. */
    public Fault fault(DiagnosticCode code, int start, int end) {
        return new Fault(this, code, start, end);
    }

    /** A fault under way; {@link #report} ends it. */
    public static final class Fault {
        private final DiagnosticSink sink;
        private final DiagnosticCode code;
        private final int start;
        private final int end;
        private @Nullable Suggestion suggestion;
        private List<Follower> followers = List.of();

        private Fault(DiagnosticSink sink, DiagnosticCode code, int start, int end) {
            this.sink = sink;
            this.code = code;
            this.start = start;
            this.end = end;
        }

        /** Putting {@code replacement} in the place of these bytes would mend it. */
        public Fault fix(int from, int to, String replacement) {
            suggestion = new Suggestion(from, to - from, replacement);
            return this;
        }

        /** What went wrong only because of it; the list may still grow until the end. */
        public Fault followedBy(List<Follower> those) {
            followers = those;
            return this;
        }

        /** Reports it. */
        public void report(String... arguments) {
            sink.add(entry(arguments));
        }

        /**
         * Reports it unless the same was reported of this module; of several places the first in
         * the text is told, whichever thread found its own first.
         */
        public void reportEarliest(String module, String... arguments) {
            sink.addEarliest(module, entry(arguments));
        }

        private Entry entry(String... arguments) {
            return new Entry(code, start, end, suggestion, List.of(arguments), followers);
        }
    }

    /** By identity: the followers of another entry may be growing in another thread. */
    @SuppressWarnings("ReferenceEquality")
    private synchronized void addEarliest(String module, Entry entry) {
        String key = module + " " + entry.code() + " " + String.join(" ", entry.arguments());
        Entry known = earliest.get(key);
        if (known == null) {
            earliest.put(key, entry);
            add(entry);
        } else if (entry.start() < known.start()) {
            earliest.put(key, entry);
            entries.replaceAll(each -> each == known ? entry : each);
        }
    }

    private synchronized void add(Entry entry) {
        if (entries.size() < MAX_FAULTS) {
            entries.add(entry);
        } else if (entries.size() == MAX_FAULTS) {
            int start = entry.start();
            DiagnosticCode code = DiagnosticCode.TOO_MANY_FAULTS;
            List<String> limit = List.of(Integer.toString(MAX_FAULTS));
            entries.add(new Entry(code, start, start + 1, null, limit, List.of()));
        }
    }

    public synchronized boolean isEmpty() {
        return entries.isEmpty();
    }

    /** All that was reported, by place. */
    public synchronized List<Diagnostic> diagnostics() {
        List<Entry> sorted = new ArrayList<>(entries);
        sorted.sort(
                Comparator.comparingInt(Entry::start)
                        .thenComparing(Entry::code)
                        .thenComparing(entry -> String.join(" ", entry.arguments())));
        Lines lines = new Lines();
        return sorted.stream().map(lines::diagnostic).toList();
    }

    /** One string for all faults of a line: a hostile file has thousands in one long line. */
    private final class Lines {
        private int last;
        private String text = "";

        Diagnostic diagnostic(Entry entry) {
            SourceLocation location = file.location(entry.start());
            if (location.line() != last) {
                last = location.line();
                text = file.line(last);
            }
            return new Diagnostic(
                    entry.code(),
                    entry.arguments(),
                    location,
                    entry.start(),
                    text,
                    Math.max(1, entry.end() - entry.start()),
                    Optional.ofNullable(entry.suggestion()),
                    entry.followers());
        }
    }
}
