package dev.bulkhead.app.history;

import dev.bulkhead.app.export.CsvWriter;
import dev.bulkhead.app.export.JsonWriter;
import dev.bulkhead.app.export.Row;
import dev.bulkhead.app.export.RowWriter;
import dev.bulkhead.app.export.XlsxFile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * Writes series of a history into a file that other programs read. Blocks; a value at a time, so
 * that any length fits into memory.
 */
public final class HistoryExport {
    private static final List<String> SAMPLE_COLUMNS =
            List.of(
                    "time", "device", "address", "name", "oid", "type", "value", "point", "unit",
                    "until", "gap");
    private static final List<String> SPAN_COLUMNS =
            List.of(
                    "time", "device", "address", "name", "oid", "min", "average", "max", "last",
                    "count", "unit", "until", "gap");

    /** What the file is. */
    public enum Form {
        CSV("csv"),
        XLSX("xlsx"),
        JSON_LINES("jsonl");

        private final String ending;

        Form(String ending) {
            this.ending = ending;
        }

        /** Of a file's name, without the dot. */
        public String ending() {
            return ending;
        }
    }

    /**
     * What is to be written.
     *
     * @param from the first moment, milliseconds since 1970
     * @param to the first moment after it
     * @param level values as they are, or minutes or hours
     */
    public record What(List<StoredSeries> series, long from, long to, Level level) {
        public What {
            series = List.copyOf(series);
        }
    }

    /** Where rows go. */
    private interface Sink {
        void write(Row row) throws IOException;
    }

    /** So many values are written between two looks at whether to go on. */
    private static final int LOOK_EVERY = 256;

    private final HistoryReader reader;
    private final Effort effort;

    public HistoryExport(HistoryReader reader) {
        this(reader, new Effort());
    }

    /** An export that tells how far it is, and can be cancelled. */
    public HistoryExport(HistoryReader reader, Effort effort) {
        this.reader = reader;
        this.effort = effort;
    }

    /**
     * Writes a file. It is there under its name when it is whole. Gaps are rows too.
     *
     * @param replace whether a file that is there may be replaced
     * @return how many rows
     * @throws FileAlreadyExistsException if there is a file and it may not
     * @throws IOException if it cannot be written; nothing is left then
     * @throws CancellationException if it was cancelled; nothing is left then either
     */
    public long write(What what, Path file, Form form, boolean replace)
            throws IOException, SQLException {
        if (!replace && Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        Path name = file.getFileName();
        if (name == null || Files.isDirectory(file)) {
            throw new IOException("it is a folder");
        }
        Path part = file.toAbsolutePath().resolveSibling(name + ".part");
        try {
            long rows;
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
                rows = write(what, out, form);
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            return rows;
        } catch (IOException | SQLException | RuntimeException e) {
            Files.deleteIfExists(part);
            throw e;
        }
    }

    /** The same to a stream, which stays open. */
    public long write(What what, OutputStream out, Form form) throws IOException, SQLException {
        List<String> columns = what.level() == Level.SAMPLES ? SAMPLE_COLUMNS : SPAN_COLUMNS;
        return switch (form) {
            case CSV -> text(what, out, new CsvWriter(columns));
            case JSON_LINES -> text(what, out, JsonWriter.lines());
            case XLSX -> {
                try (XlsxFile file = new XlsxFile(out, "History", columns)) {
                    yield rows(what, file::write);
                }
            }
        };
    }

    private long text(What what, OutputStream out, RowWriter writer)
            throws IOException, SQLException {
        long rows = rows(what, row -> out.write(writer.next(row).getBytes(StandardCharsets.UTF_8)));
        out.write(writer.end().getBytes(StandardCharsets.UTF_8));
        return rows;
    }

    private long rows(What what, Sink sink) throws IOException, SQLException {
        long[] count = new long[1];
        Sink counted =
                row -> {
                    sink.write(row);
                    count[0]++;
                };
        for (int place = 0; place < what.series().size(); place++) {
            StoredSeries series = what.series().get(place);
            effort.reached((double) place / what.series().size());
            if (what.level() == Level.SAMPLES) {
                samples(place, what, counted);
            } else {
                spans(series, what, counted);
            }
            for (StoredGap gap : reader.gaps(series.id(), what.from(), what.to())) {
                counted.write(gap(series.key(), gap));
            }
        }
        return count[0];
    }

    private void samples(int place, What what, Sink sink) throws IOException, SQLException {
        StoredSeries series = what.series().get(place);
        long from = Math.max(what.from(), series.oldest());
        double length = Math.max(1, Math.min(what.to(), series.newest()) - from);
        int[] written = new int[1];
        reader.<IOException>values(
                series.id(),
                what.from(),
                what.to(),
                (time, kind, value, point) -> {
                    if (written[0]++ % LOOK_EVERY == 0) {
                        double part = Math.clamp((time - from) / length, 0, 1);
                        effort.reached((place + part) / what.series().size());
                    }
                    sink.write(sample(series.key(), time, kind, value, point));
                });
    }

    private static Row sample(
            SeriesKey key, long time, int kind, @Nullable Object value, double point) {
        Row row = row(key, time).put("type", Kinds.words(kind));
        if (value instanceof Number number) {
            putNumber(row, kind, number.longValue());
        } else if (value instanceof byte[] bytes) {
            row.put("value", HexFormat.ofDelimiter(" ").formatHex(bytes));
        } else if (value != null) {
            row.put("value", value.toString());
        }
        if (!Double.isNaN(point)) {
            row.put("point", point);
        }
        return row.put("unit", key.unit());
    }

    /** Counter64 is unsigned. */
    private static void putNumber(Row row, int kind, long number) {
        if (kind == Kinds.COUNTER64 && number < 0) {
            row.put("value", new BigInteger(Long.toUnsignedString(number)));
        } else {
            row.put("value", number);
        }
    }

    private void spans(StoredSeries series, What what, Sink sink) throws IOException, SQLException {
        Spans spans = reader.spans(series.id(), what.from(), what.to(), what.level());
        for (int i = 0; i < spans.size(); i++) {
            sink.write(
                    row(series.key(), spans.time(i))
                            .put("min", spans.min(i))
                            .put("average", spans.average(i))
                            .put("max", spans.max(i))
                            .put("last", spans.last(i))
                            .put("count", spans.count(i))
                            .put("unit", series.key().unit()));
        }
    }

    private static Row gap(SeriesKey key, StoredGap gap) {
        return row(key, gap.since())
                .put("until", Instant.ofEpochMilli(gap.until()).toString())
                .put("gap", gap.reason());
    }

    private static Row row(SeriesKey key, long time) {
        return new Row()
                .put("time", Instant.ofEpochMilli(time).toString())
                .put("device", key.device())
                .put("address", key.address())
                .put("name", key.name())
                .put("oid", key.oid());
    }
}
