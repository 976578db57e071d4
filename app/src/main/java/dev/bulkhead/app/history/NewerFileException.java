package dev.bulkhead.app.history;

import java.sql.SQLException;

/** A file whose version this program does not know. */
final class NewerFileException extends SQLException {
    private static final long serialVersionUID = 1L;

    NewerFileException(int version) {
        super("the file has version " + version + ", this program knows " + Schema.VERSION);
    }
}
