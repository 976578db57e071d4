package dev.bulkhead.engine.job;

/** securityLevel (RFC 3411 §3.4.3). */
public enum SecurityLevel {
    NO_AUTH_NO_PRIV("noAuthNoPriv"),
    AUTH_NO_PRIV("authNoPriv"),
    AUTH_PRIV("authPriv");

    private final String rfcName;

    SecurityLevel(String rfcName) {
        this.rfcName = rfcName;
    }

    public String rfcName() {
        return rfcName;
    }
}
