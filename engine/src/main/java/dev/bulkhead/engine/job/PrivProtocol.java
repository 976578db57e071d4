package dev.bulkhead.engine.job;

/** USM privacy protocols (RFC 3826) this engine speaks. */
public enum PrivProtocol {
    AES_128("AES");

    private final String flag;

    PrivProtocol(String flag) {
        this.flag = flag;
    }

    /** As net-snmp's {@code -x} spells it. */
    public String flag() {
        return flag;
    }
}
