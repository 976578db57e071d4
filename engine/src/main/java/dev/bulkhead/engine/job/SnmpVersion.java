package dev.bulkhead.engine.job;

/** The message processing model (RFC 3411 §3.1.1). */
public enum SnmpVersion {
    V1("1"),
    V2C("2c"),
    V3("3");

    private final String flag;

    SnmpVersion(String flag) {
        this.flag = flag;
    }

    /** As net-snmp's {@code -v} spells it. */
    public String flag() {
        return flag;
    }
}
