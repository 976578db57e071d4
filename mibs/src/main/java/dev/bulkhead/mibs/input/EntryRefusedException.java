package dev.bulkhead.mibs.input;

import java.io.IOException;

/** A limit was reached inside a stream; becomes a {@link Refused} and never leaves this package. */
final class EntryRefusedException extends IOException {
    private static final long serialVersionUID = 1;

    private final Refused.Reason reason;

    EntryRefusedException(Refused.Reason reason) {
        super(reason.sentence());
        this.reason = reason;
    }

    Refused.Reason reason() {
        return reason;
    }

    /** Any other failure of reading means that the archive is damaged. */
    static Refused.Reason reasonOf(IOException e) {
        return e instanceof EntryRefusedException refused
                ? refused.reason()
                : Refused.Reason.DAMAGED;
    }
}
