package dev.bulkhead.app.pollrun;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A file of lines that is written for days.
 *
 * <p>Lines wait in memory until {@link #flush}, which writes and syncs them: what was flushed
 * survives a crash, and a file never ends within a line but by a crash, whose half line is cut off
 * when the file is opened again. If the disk is full, or the file cannot be written, that is told
 * once, lines wait, and each flush tries again; where the room in memory ends, the oldest lines are
 * dropped, and a gap line with the reason stands in the place of each series' dropped values.
 *
 * <p>It is locked while it is written. One thread at a time.
 */
final class LineFile implements AutoCloseable {
    private static final int MOST_WAITING = 200_000;
    private static final int CHUNK = 1 << 16;
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Path file;
    private final String header;
    private final Rotation rotation;
    private final BiFunction<RunSeries, Span, String> gapLine;
    private final Consumer<String> say;
    private final Deque<Line> waiting = new ArrayDeque<>();
    private final Map<RunSeries, Span> dropped = new LinkedHashMap<>();
    private final int room;
    private @Nullable FileChannel channel;
    private @Nullable FileLock lock;
    private long length;
    private Instant period = Instant.MIN;
    private Optional<String> problem = Optional.empty();
    private long lost;

    /** Times between which values were dropped. */
    record Span(Instant from, Instant to, String reason) {}

    private record Line(String text, Optional<RunSeries> series, Instant time) {}

    /**
     * A file, opened.
     *
     * @param header what a new file begins with; may be ""
     * @param gapLine a line that marks dropped values of a series
     * @param say tells the user a line
     * @throws IOException if it cannot be written, or another program writes it
     */
    LineFile(
            Path file,
            String header,
            Rotation rotation,
            BiFunction<RunSeries, Span, String> gapLine,
            Consumer<String> say)
            throws IOException {
        this(file, header, rotation, gapLine, say, MOST_WAITING);
    }

    LineFile(
            Path file,
            String header,
            Rotation rotation,
            BiFunction<RunSeries, Span, String> gapLine,
            Consumer<String> say,
            int room)
            throws IOException {
        this.file = file.toAbsolutePath();
        this.header = header;
        this.rotation = rotation;
        this.gapLine = gapLine;
        this.say = say;
        this.room = room;
        open();
    }

    private void open() throws IOException {
        FileChannel opened =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
        try {
            FileLock taken = lock(opened);
            if (taken == null) {
                throw new IOException("another program writes it");
            }
            lock = taken;
            length = wholeLines(opened);
            if (length < opened.size()) {
                say.accept("bulkhead: " + file + " ended within a line, which is cut off");
                opened.truncate(length);
            }
            channel = opened;
        } catch (IOException e) {
            opened.close();
            throw e;
        }
    }

    private static @Nullable FileLock lock(FileChannel opened) throws IOException {
        try {
            return opened.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** Where the last whole line ends. */
    private static long wholeLines(FileChannel opened) throws IOException {
        long end = opened.size();
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
        while (end > 0) {
            long begin = Math.max(0, end - CHUNK);
            chunk.clear().limit((int) (end - begin));
            while (chunk.hasRemaining()) {
                if (opened.read(chunk, begin + chunk.position()) < 0) {
                    throw new EOFException("the file became shorter");
                }
            }
            for (int i = chunk.limit() - 1; i >= 0; i--) {
                if (chunk.get(i) == '\n') {
                    return begin + i + 1;
                }
            }
            end = begin;
        }
        return 0;
    }

    /** A line, with its end, that waits from now on. */
    void append(String text, Optional<RunSeries> series, Instant time) {
        waiting.addLast(new Line(text, series, time));
        while (waiting.size() > room) {
            drop(waiting.removeFirst());
        }
    }

    private void drop(Line line) {
        if (line.series().isEmpty()) {
            return;
        }
        lost++;
        Span whole = new Span(line.time(), line.time(), problem.orElse("the disk was too slow"));
        dropped.merge(line.series().get(), whole, (a, b) -> new Span(a.from(), b.to(), a.reason()));
    }

    /** Lines dropped so far. */
    long lost() {
        return lost;
    }

    /** Writes what waits and syncs it; what cannot be written goes on waiting. Blocks. */
    void flush(Instant now) {
        if (waiting.isEmpty() && dropped.isEmpty()) {
            return;
        }
        try {
            if (channel == null) {
                open();
            }
            rotate(now);
            write();
            if (problem.isPresent()) {
                problem = Optional.empty();
                say.accept(
                        "bulkhead: "
                                + file
                                + " is written again"
                                + (lost > 0
                                        ? "; " + lost + " values are lost, marked as gaps"
                                        : ""));
            }
        } catch (IOException e) {
            failed(e);
        }
    }

    private void write() throws IOException {
        FileChannel to = channel;
        if (to == null) {
            return;
        }
        StringBuilder chunk = new StringBuilder(length == 0 ? header : "");
        if (!dropped.isEmpty()) {
            dropped.forEach((series, span) -> chunk.append(gapLine.apply(series, span)));
            write(to, chunk);
            dropped.clear();
        }
        while (!waiting.isEmpty()) {
            int count = 0;
            for (Line line : waiting) {
                if (chunk.length() >= CHUNK) {
                    break;
                }
                chunk.append(line.text());
                count++;
            }
            write(to, chunk);
            for (int i = 0; i < count; i++) {
                waiting.removeFirst();
            }
        }
        to.force(false);
    }

    private void write(FileChannel to, StringBuilder chunk) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(chunk.toString().getBytes(StandardCharsets.UTF_8));
        chunk.setLength(0);
        long at = length;
        while (bytes.hasRemaining()) {
            at += to.write(bytes, at);
        }
        length = at;
    }

    private void failed(IOException e) {
        FileChannel broken = channel;
        if (broken != null) {
            try {
                broken.truncate(length);
            } catch (IOException worse) {
                release();
            }
        }
        String why = String.valueOf(e.getMessage());
        if (problem.isEmpty()) {
            say.accept(
                    "bulkhead: "
                            + file
                            + " cannot be written ("
                            + why
                            + "); values wait in memory, and what finds no room becomes a gap");
        }
        problem = Optional.of("not written: " + why);
    }

    /** Puts the file aside if it is time. */
    private void rotate(Instant now) throws IOException {
        boolean large = rotation.bytes() > 0 && length >= rotation.bytes();
        Instant current = periodOf(now);
        boolean old = !period.equals(Instant.MIN) && !current.equals(period);
        period = current;
        if (length <= header.getBytes(StandardCharsets.UTF_8).length || !(large || old)) {
            return;
        }
        release();
        Files.move(file, aside(now));
        open();
    }

    private Instant periodOf(Instant now) {
        long millis = rotation.time().toMillis();
        return millis == 0
                ? Instant.EPOCH
                : Instant.ofEpochMilli(now.toEpochMilli() / millis * millis);
    }

    private Path aside(Instant now) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        String begin = (dot > 0 ? name.substring(0, dot) : name) + "-" + STAMP.format(now);
        String end = dot > 0 ? name.substring(dot) : "";
        Path aside = file.resolveSibling(begin + end);
        for (int i = 2; Files.exists(aside); i++) {
            aside = file.resolveSibling(begin + "-" + i + end);
        }
        return aside;
    }

    private void release() {
        FileChannel old = channel;
        channel = null;
        lock = null;
        if (old != null) {
            try {
                old.close();
            } catch (IOException e) {
                // Its lines were synced.
                return;
            }
        }
    }

    /** Writes what waits, if that is possible, and closes. */
    @Override
    public void close() {
        flush(Instant.now());
        long left = waiting.stream().filter(line -> line.series().isPresent()).count();
        lost += left;
        if (lost > 0) {
            say.accept("bulkhead: " + lost + " values are not in " + file);
        }
        release();
    }
}
