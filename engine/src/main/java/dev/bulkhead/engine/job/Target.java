package dev.bulkhead.engine.job;

import java.time.Duration;

/**
 * One agent, and how to ask it.
 *
 * @param transport how messages travel
 * @param host a name or an address; IPv6 without brackets, a zone after {@code %}
 * @param port 1..65535
 * @param timeout how long one request waits for its answer
 * @param retries how often an unanswered request is sent again, 0..20; over a transport that is
 *     reliable it is sent once, and waited for as long as if it were sent again
 */
public record Target(
        Transport transport,
        String host,
        int port,
        Credential credential,
        Duration timeout,
        int retries) {
    /** The port agents listen at (RFC 3417 §3.2); {@link Transport#agentPort} knows the others. */
    public static final int DEFAULT_PORT = 161;

    public Target {
        if (host.isBlank()) {
            throw new IllegalArgumentException("the host is empty");
        }
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("port " + port + " is not in 1..65535");
        }
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("the timeout must be positive");
        }
        if (retries < 0 || retries > 20) {
            throw new IllegalArgumentException(retries + " retries are not in 0..20");
        }
        if (!credential.fits(transport)) {
            throw new IllegalArgumentException(
                    transport.isSecure()
                            ? transport + " needs a certificate, not a community or user"
                            : "a certificate is for TLS and DTLS, not for " + transport);
        }
    }

    /** An agent that is asked over UDP. */
    public Target(String host, int port, Credential credential, Duration timeout, int retries) {
        this(Transport.UDP, host, port, credential, timeout, retries);
    }

    /** {@code host:port}, an IPv6 address in brackets, its transport before it unless UDP. */
    public String address() {
        String plain = (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
        return transport == Transport.UDP ? plain : transport.prefix() + ":" + plain;
    }
}
