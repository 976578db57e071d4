package dev.bulkhead.app.vault;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** Why the vault did not do it. The message has words for the log, and never a secret. */
public final class VaultException extends Exception {
    @Serial private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** What the user must be told. */
    public enum Reason {
        /** Nothing was opened: the passphrase is another. */
        WRONG_PASSPHRASE,
        /** The file is cut off or changed; it is never written over. */
        DAMAGED,
        /** The file is of a later version of the program; it is never written over. */
        NEWER,
        /** The file cannot be read. */
        UNREADABLE,
        /** The file cannot be written; the old one is whole. */
        UNWRITABLE,
        /** Another window has changed the file since it was read. */
        CHANGED,
        /** It must be unlocked first. */
        LOCKED,
        /** The system's keychain does not give the key. */
        NO_KEY,
        /** A credential has that name already. */
        NAME_TAKEN
    }

    VaultException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    VaultException(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
