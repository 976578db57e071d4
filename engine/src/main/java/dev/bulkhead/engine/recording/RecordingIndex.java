package dev.bulkhead.engine.recording;

import dev.bulkhead.mibs.smi.Oid;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The times of a recording: the file {@value #FILE} of its folder.
 *
 * <p>Lines of UTF-8 text, fields with a tab between. The first says {@code bulkhead-recording 1}.
 * Then, each at most once, {@code device} and {@code host:port}; {@code name} and a name; {@code
 * started} and a time (ISO 8601, UTC); {@code every} and seconds; and, each any number of times,
 * {@code root} and an OID that was read. Then, in the order they happened, {@code pass} with its
 * offset from the start and its duration in seconds with three decimals, the number of its values
 * and the name of its file; and {@code gap} with an offset and the reason why a reading failed.
 * What starts with {@code #} is a remark. A last line without its line feed is left out: the
 * recording was stopped while it was written.
 *
 * <p>Each pass's file is complete, so that snmpsim plays any of them as it is.
 */
public record RecordingIndex(
        RecordingHead head, List<RecordedPass> passes, List<RecordedGap> gaps) {
    /** The index's name in its folder. */
    public static final String FILE = "recording.index";

    static final String FIRST = "bulkhead-recording 1";

    private static final long MAX_OCTETS = 32L << 20;
    private static final int MAX_PASSES = 200_000;
    private static final Duration MAX_OFFSET = Duration.ofDays(3660);

    public RecordingIndex {
        passes = List.copyOf(passes);
        gaps = List.copyOf(gaps);
    }

    /** From the start to the beginning of the last reading. */
    public Duration span() {
        Duration pass = passes.isEmpty() ? Duration.ZERO : passes.getLast().offset();
        Duration gap = gaps.isEmpty() ? Duration.ZERO : gaps.getLast().offset();
        return pass.compareTo(gap) > 0 ? pass : gap;
    }

    /** The values of all passes. */
    public long values() {
        return passes.stream().mapToLong(RecordedPass::values).sum();
    }

    /**
     * How long one replay of it lasts: the span, and the usual time between two readings after it.
     */
    public Duration length() {
        Duration usual =
                !head.every().isZero()
                        ? head.every()
                        : passes.size() > 1
                                ? span().dividedBy(passes.size() - 1L)
                                : Duration.ofSeconds(1);
        return span().plus(usual.isZero() ? Duration.ofSeconds(1) : usual);
    }

    /**
     * The place of the pass that holds at an offset: the last that had begun, or the first.
     *
     * @throws IndexOutOfBoundsException if there are no passes
     */
    public int passAt(Duration offset) {
        int low = 0;
        int high = passes.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (passes.get(middle).offset().compareTo(offset) <= 0) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        passes.get(low);
        return low;
    }

    /**
     * Reads the index of a folder.
     *
     * @throws RecordingException if there is none, or with what is wrong in which line
     */
    public static RecordingIndex read(Path folder) throws RecordingException {
        Path file = folder.resolve(FILE);
        try (BoundedLines lines = BoundedLines.open(file, MAX_OCTETS)) {
            if (!FIRST.equals(lines.next())) {
                throw new RecordingException(
                        lines.at()
                                + "not the index of a recording: its first line is to be "
                                + FIRST);
            }
            Reading reading = new Reading();
            for (String line = lines.next(); line != null; line = lines.next()) {
                if (!Snmprec.isRemark(line)) {
                    reading.take(line, lines);
                }
            }
            if (reading.passes.isEmpty()) {
                throw new RecordingException(file + " names no reading: there is nothing in it");
            }
            return new RecordingIndex(reading.head(), reading.passes, reading.gaps);
        }
    }

    /** What was read so far. */
    private static final class Reading {
        private final List<Oid> roots = new ArrayList<>();
        private final List<RecordedPass> passes = new ArrayList<>();
        private final List<RecordedGap> gaps = new ArrayList<>();
        private String device = "";
        private String name = "";
        private @Nullable Instant started;
        private Duration every = Duration.ZERO;
        private Duration last = Duration.ZERO;

        void take(String line, BoundedLines lines) throws RecordingException {
            String[] fields = line.split("\t", -1);
            try {
                if (!take(fields) && !lines.isTorn()) {
                    throw new RecordingException(
                            lines.at() + "this kind of line is not known in an index");
                }
            } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
                if (!lines.isTorn()) {
                    throw new RecordingException(
                            lines.at() + "cannot be used: " + e.getMessage(), e);
                }
            }
        }

        private boolean take(String... fields) {
            switch (fields[0] + " " + fields.length) {
                case "device 2" -> device = utf8(fields[1]);
                case "name 2" -> name = utf8(fields[1]);
                case "started 2" -> started = Instant.parse(fields[1]);
                case "every 2" -> every = seconds(fields[1]);
                case "root 2" -> {
                    bounded(roots);
                    roots.add(Oid.parse(fields[1]));
                }
                case "pass 5" -> {
                    bounded(passes);
                    passes.add(
                            new RecordedPass(
                                    fields[4],
                                    inOrder(seconds(fields[1])),
                                    seconds(fields[2]),
                                    Integer.parseInt(fields[3])));
                }
                case "gap 3" -> {
                    bounded(gaps);
                    gaps.add(
                            new RecordedGap(
                                    inOrder(seconds(fields[1])),
                                    RecordingHead.oneLine(utf8(fields[2]))));
                }
                default -> {
                    return false;
                }
            }
            return true;
        }

        private static void bounded(List<?> list) {
            if (list.size() == MAX_PASSES) {
                throw new IllegalArgumentException("more than " + MAX_PASSES + " lines of a kind");
            }
        }

        private Duration inOrder(Duration offset) {
            if (offset.compareTo(last) < 0) {
                throw new IllegalArgumentException("its time is before that of the line above");
            }
            last = offset;
            return offset;
        }

        private static String utf8(String text) {
            return new String(text.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        }

        private static Duration seconds(String text) {
            if (!text.matches("\\d{1,9}(\\.\\d{1,3})?")) {
                throw new IllegalArgumentException("a time in seconds is like 12.345");
            }
            Duration time =
                    Duration.ofMillis(new BigDecimal(text).movePointRight(3).longValueExact());
            if (time.compareTo(MAX_OFFSET) > 0) {
                throw new IllegalArgumentException("longer than ten years");
            }
            return time;
        }

        RecordingHead head() {
            Instant at = started == null ? Instant.EPOCH : started;
            return new RecordingHead(device, name, at, every, roots);
        }
    }
}
