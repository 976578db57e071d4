package dev.bulkhead.engine.job;

/** How messages travel: UDP (RFC 3417 §3) or TCP (RFC 3430). */
public enum Transport {
    UDP("udp"),
    TCP("tcp");

    private final String prefix;

    Transport(String prefix) {
        this.prefix = prefix;
    }

    /** As net-snmp writes it before an address, without the colon. */
    public String prefix() {
        return prefix;
    }

    /** Whether it delivers by itself, so that sending a request again helps nobody. */
    public boolean isReliable() {
        return this == TCP;
    }
}
