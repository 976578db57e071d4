package dev.bulkhead.engine.job;

/** USM authentication protocols (RFC 3414 §7, RFC 7860) this engine speaks. */
public enum AuthProtocol {
    SHA_1("SHA"),
    SHA_256("SHA-256");

    private final String flag;

    AuthProtocol(String flag) {
        this.flag = flag;
    }

    /** As net-snmp's {@code -a} spells it. */
    public String flag() {
        return flag;
    }
}
