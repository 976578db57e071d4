package dev.bulkhead.mibs.model;

/** The base a syntax comes down to (RFC 2578 §7.1; RFC 1155 §3.2 for NetworkAddress). */
public enum BaseType {
    INTEGER32("INTEGER"),
    UNSIGNED32("Unsigned32"),
    GAUGE32("Gauge32"),
    COUNTER32("Counter32"),
    COUNTER64("Counter64"),
    TIME_TICKS("TimeTicks"),
    OCTET_STRING("OCTET STRING"),
    OBJECT_IDENTIFIER("OBJECT IDENTIFIER"),
    IP_ADDRESS("IpAddress"),
    NETWORK_ADDRESS("NetworkAddress"),
    OPAQUE("Opaque"),
    BITS("BITS"),
    SEQUENCE("SEQUENCE"),
    SEQUENCE_OF("SEQUENCE OF"),
    CHOICE("CHOICE"),
    UNKNOWN("unknown");

    private final String rfcName;

    BaseType(String rfcName) {
        this.rfcName = rfcName;
    }

    public String rfcName() {
        return rfcName;
    }
}
