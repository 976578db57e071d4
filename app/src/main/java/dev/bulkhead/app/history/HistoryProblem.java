package dev.bulkhead.app.history;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import java.util.Locale;
import org.sqlite.SQLiteErrorCode;

/**
 * Why a history cannot be written or read.
 *
 * @param detail what the system said
 */
public record HistoryProblem(Kind kind, String detail) {
    /** What kind of trouble it is. */
    public enum Kind {
        /** The disk is full, or a quota is reached. */
        FULL("the disk is full"),
        /** The folder or file cannot be written. */
        UNWRITABLE("the file cannot be written"),
        /** Another process writes all files of this name. */
        LOCKED("another program writes it"),
        /** The file is damaged, or is no history. */
        CORRUPT("the file is damaged"),
        /** A later version of the program made it. */
        NEWER("a newer version of the program made it"),
        OTHER("it cannot be used");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** In English, for gaps and the command line. */
        public String words() {
            return words;
        }
    }

    /** What an exception of SQLite, of its native library, or of the file system means. */
    public static HistoryProblem of(Throwable thrown) {
        String detail = String.valueOf(thrown.getMessage());
        return new HistoryProblem(kind(thrown, detail), said(thrown, detail));
    }

    /** Some exceptions of the file system say nothing but a name. */
    private static String said(Throwable thrown, String detail) {
        return switch (thrown) {
            case FileAlreadyExistsException e -> e.getFile() + " is no folder";
            case AccessDeniedException e -> e.getFile() + " may not be written";
            case NoSuchFileException e -> e.getFile() + " is not there";
            default -> detail;
        };
    }

    private static Kind kind(Throwable thrown, String detail) {
        return switch (thrown) {
            case NewerFileException _ -> Kind.NEWER;
            case SQLException sql -> kind(sql.getErrorCode() & 0xFF, detail);
            case AccessDeniedException _ -> Kind.UNWRITABLE;
            case FileSystemException _ when saysFull(detail) -> Kind.FULL;
            case FileSystemException _ -> Kind.UNWRITABLE;
            case IOException _ when saysFull(detail) -> Kind.FULL;
            default -> Kind.OTHER;
        };
    }

    private static boolean saysFull(String detail) {
        String text = detail.toLowerCase(Locale.ROOT);
        return text.contains("no space left")
                || text.contains("quota exceeded")
                || text.contains("file too large");
    }

    /**
     * By SQLite's primary result code. A file that may not grow is told as an input/output error.
     */
    private static Kind kind(int code, String detail) {
        if (code == SQLiteErrorCode.SQLITE_FULL.code || saysFull(detail)) {
            return Kind.FULL;
        }
        if (code == SQLiteErrorCode.SQLITE_CORRUPT.code
                || code == SQLiteErrorCode.SQLITE_NOTADB.code) {
            return Kind.CORRUPT;
        }
        if (code == SQLiteErrorCode.SQLITE_BUSY.code
                || code == SQLiteErrorCode.SQLITE_LOCKED.code) {
            return Kind.LOCKED;
        }
        return code == SQLiteErrorCode.SQLITE_READONLY.code
                        || code == SQLiteErrorCode.SQLITE_CANTOPEN.code
                        || code == SQLiteErrorCode.SQLITE_PERM.code
                        || code == SQLiteErrorCode.SQLITE_IOERR.code
                ? Kind.UNWRITABLE
                : Kind.OTHER;
    }
}
