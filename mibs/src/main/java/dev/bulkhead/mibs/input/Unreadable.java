package dev.bulkhead.mibs.input;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file or folder that was left out. */
public record Unreadable(Path path, Reason reason, String detail) {
    /** Why. */
    public enum Reason {
        MISSING("It does not exist."),
        DENIED("Its owner does not let you read it."),
        NOT_REGULAR("It is neither a file nor a folder."),
        TOO_DEEP("It lies too many folders deep."),
        TOO_MANY("There are too many files; this one and what follows were left out."),
        TOO_LARGE("It is larger than any MIB file."),
        CANCELLED("The work was cancelled before its turn came."),
        FAILED("It could not be read.");

        private final String sentence;

        Reason(String sentence) {
            this.sentence = sentence;
        }

        /** The reason in words. */
        public String sentence() {
            return sentence;
        }
    }

    static Unreadable of(Path path, Reason reason) {
        return new Unreadable(path, reason, "");
    }

    static Unreadable of(Path path, IOException e) {
        String detail = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
        return new Unreadable(path, reason(e), detail == null ? "" : detail);
    }

    private static Reason reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return Reason.MISSING;
        }
        return e instanceof AccessDeniedException ? Reason.DENIED : Reason.FAILED;
    }
}
