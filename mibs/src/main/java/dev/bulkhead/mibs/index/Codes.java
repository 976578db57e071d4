package dev.bulkhead.mibs.index;

import dev.bulkhead.mibs.model.BaseType;
import dev.bulkhead.mibs.model.MaxAccess;
import dev.bulkhead.mibs.model.Status;

/**
 * Constants as bytes. A cache is read only by the compiler that wrote it, so a constant's position
 * serves.
 */
@SuppressWarnings("EnumOrdinal")
final class Codes {
    private static final BaseType[] BASES = BaseType.values();
    private static final MaxAccess[] ACCESSES = MaxAccess.values();
    private static final Status[] STATUSES = Status.values();

    private Codes() {}

    static int of(BaseType base) {
        return base.ordinal();
    }

    static int of(MaxAccess access) {
        return access.ordinal();
    }

    static int of(Status status) {
        return status.ordinal();
    }

    static BaseType base(int code) {
        return BASES[code];
    }

    static MaxAccess access(int code) {
        return ACCESSES[code];
    }

    static Status status(int code) {
        return STATUSES[code];
    }
}
