package dev.bulkhead.mibs.model;

/** STATUS (RFC 2578 §7.4) and SMIv1's (RFC 1212 §4.1.3). */
public enum Status {
    CURRENT("current"),
    DEPRECATED("deprecated"),
    OBSOLETE("obsolete"),
    MANDATORY("mandatory"),
    OPTIONAL("optional");

    private final String rfcName;

    Status(String rfcName) {
        this.rfcName = rfcName;
    }

    public String rfcName() {
        return rfcName;
    }
}
