package dev.bulkhead.app.notification;

import dev.bulkhead.app.export.CsvWriter;
import dev.bulkhead.app.export.JsonWriter;
import dev.bulkhead.app.export.RowWriter;
import dev.bulkhead.app.naming.MibNames;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/** Notifications as a file; whole, or not at all. Blocks. */
final class NotificationFile {
    private NotificationFile() {}

    /** As what they are saved. */
    enum Form {
        CSV("csv"),
        JSON_LINES("jsonl");

        private final String extension;

        Form(String extension) {
            this.extension = extension;
        }

        String extension() {
            return extension;
        }
    }

    /**
     * Writes them, in the order given.
     *
     * @param over whether a file that is there may be replaced
     */
    static void write(
            List<NotificationLine> lines, Path file, Form form, boolean over, MibNames names)
            throws IOException {
        Path target = file.toAbsolutePath();
        if (!over && Files.exists(target)) {
            throw new FileAlreadyExistsException(target.toString());
        }
        Path folder = Optional.ofNullable(target.getParent()).orElse(target);
        Path fresh = Files.createTempFile(folder, ".export", ".new");
        try {
            try (Writer out = Files.newBufferedWriter(fresh)) {
                RowWriter writer =
                        form == Form.CSV
                                ? new CsvWriter(NotificationRow.COLUMNS)
                                : JsonWriter.lines();
                for (NotificationLine line : lines) {
                    out.write(
                            writer.next(
                                    form == Form.CSV
                                            ? NotificationRow.flat(line, names)
                                            : NotificationRow.deep(line, names)));
                }
                out.write(writer.end());
            }
            Files.move(fresh, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
