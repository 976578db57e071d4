package dev.bulkhead.mibs.model;

/** MAX-ACCESS (RFC 2578 §7.3) and SMIv1's ACCESS (RFC 1212 §4.1.2). */
public enum MaxAccess {
    NOT_ACCESSIBLE("not-accessible"),
    ACCESSIBLE_FOR_NOTIFY("accessible-for-notify"),
    READ_ONLY("read-only"),
    READ_WRITE("read-write"),
    READ_CREATE("read-create"),
    WRITE_ONLY("write-only");

    private final String rfcName;

    MaxAccess(String rfcName) {
        this.rfcName = rfcName;
    }

    public String rfcName() {
        return rfcName;
    }

    public boolean isReadable() {
        return this == READ_ONLY || this == READ_WRITE || this == READ_CREATE;
    }

    public boolean isWritable() {
        return this == READ_WRITE || this == READ_CREATE || this == WRITE_ONLY;
    }
}
