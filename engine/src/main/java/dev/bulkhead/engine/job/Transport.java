package dev.bulkhead.engine.job;

import java.util.Locale;
import java.util.Optional;

/**
 * How messages travel: UDP (RFC 3417 §3), TCP (RFC 3430), or TLS and DTLS (RFC 6353), which carry
 * nothing but v3 with the Transport Security Model.
 */
public enum Transport {
    UDP("udp", "udp"),
    TCP("tcp", "tcp"),
    TLS("tls", "tlstcp"),
    DTLS("dtls", "dtlsudp");

    private final String prefix;
    private final String longPrefix;

    Transport(String prefix, String longPrefix) {
        this.prefix = prefix;
        this.longPrefix = longPrefix;
    }

    /**
     * The transport that an address names before its first colon, as net-snmp writes it: {@code
     * tcp}, {@code udp6}, {@code tlstcp}; empty for any other word.
     */
    public static Optional<Transport> ofPrefix(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        String plain = lower.endsWith("6") ? lower.substring(0, lower.length() - 1) : lower;
        for (Transport transport : values()) {
            if (plain.equals(transport.prefix) || plain.equals(transport.longPrefix)) {
                return Optional.of(transport);
            }
        }
        return Optional.empty();
    }

    /** What stands before an address, without the colon. */
    public String prefix() {
        return prefix;
    }

    /** Whether it delivers by itself, so that sending a request again helps nobody. */
    public boolean isReliable() {
        return this == TCP || this == TLS;
    }

    /** Whether it authenticates and encrypts, with certificates, so that messages need not. */
    public boolean isSecure() {
        return this == TLS || this == DTLS;
    }

    /** The port agents listen at (RFC 3417 §3.2, RFC 6353 §10). */
    public int agentPort() {
        return isSecure() ? 10_161 : 161;
    }

    /** The port receivers of notifications listen at (RFC 3417 §3.2, RFC 6353 §10). */
    public int notificationPort() {
        return isSecure() ? 10_162 : 162;
    }
}
