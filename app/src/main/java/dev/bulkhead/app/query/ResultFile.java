package dev.bulkhead.app.query;

import dev.bulkhead.app.export.CsvWriter;
import dev.bulkhead.app.export.JsonWriter;
import dev.bulkhead.app.export.Row;
import dev.bulkhead.app.export.RowWriter;
import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.app.naming.ValueRow;
import dev.bulkhead.engine.sample.VarBind;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;

/**
 * Writes values into a file: CSV, JSON Lines, or text as {@code name = value}. Blocks; a file that
 * could not be written whole is left as it was.
 */
public final class ResultFile {
    /** As what values are saved. */
    public enum Format {
        CSV("csv"),
        JSON_LINES("jsonl"),
        TEXT("txt");

        private final String extension;

        Format(String extension) {
            this.extension = extension;
        }

        public String extension() {
            return extension;
        }

        /** By the file's name; text if that tells nothing. */
        public static Format of(Path file) {
            String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
            for (Format format : values()) {
                if (name.endsWith("." + format.extension)) {
                    return format;
                }
            }
            return name.endsWith(".json") ? JSON_LINES : TEXT;
        }
    }

    private ResultFile() {}

    /**
     * Writes all values.
     *
     * @throws IOException whose message says what could not be written
     */
    public static void write(Path file, List<VarBind> values, MibNames names) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".part");
        try {
            try (BufferedWriter out = Files.newBufferedWriter(fresh)) {
                write(out, Format.of(file), values, names);
            }
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            Files.deleteIfExists(fresh);
            throw failed;
        }
    }

    private static void write(
            BufferedWriter out, Format format, List<VarBind> values, MibNames names)
            throws IOException {
        if (format == Format.TEXT) {
            for (VarBind value : values) {
                out.write(CopyFormat.nameAndValue(value, names));
                out.newLine();
            }
            return;
        }
        RowWriter writer =
                format == Format.CSV ? new CsvWriter(ValueRow.COLUMNS) : JsonWriter.lines();
        for (VarBind value : values) {
            out.write(writer.next(ValueRow.add(new Row(), value, names)));
        }
        out.write(writer.end());
    }
}
