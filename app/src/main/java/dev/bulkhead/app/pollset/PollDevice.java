package dev.bulkhead.app.pollset;

import dev.bulkhead.engine.job.SnmpVersion;
import java.time.Duration;
import java.util.Optional;

/**
 * A device of a poll set, without any secret.
 *
 * @param name what it is called in the set and in what is written of it
 * @param address {@code host}, {@code host:port}, {@code [v6]:port}, with or without a transport
 *     before it, such as {@code tls:}
 * @param version the version to ask in; empty: that of the credential
 * @param context the contextName of SNMPv3 (RFC 3411 §3.3.1); "" for the credential's own
 * @param timeout how long one request waits for its answer, 1 ms to 10 min
 * @param retries how often an unanswered request is sent again, 0..20
 */
public record PollDevice(
        String name,
        String address,
        Optional<SnmpVersion> version,
        CredentialName credential,
        String context,
        Duration timeout,
        int retries) {
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(2);
    public static final int DEFAULT_RETRIES = 1;
    public static final int MAX_RETRIES = 20;
    public static final Duration MAX_TIMEOUT = Duration.ofMinutes(10);

    public PollDevice {
        if (name.isBlank() || address.isBlank()) {
            throw new IllegalArgumentException("a device needs a name and an address");
        }
        if (retries < 0 || retries > MAX_RETRIES) {
            throw new IllegalArgumentException(retries + " retries are not in 0.." + MAX_RETRIES);
        }
        if (timeout.toMillis() < 1 || timeout.compareTo(MAX_TIMEOUT) > 0) {
            throw new IllegalArgumentException("a timeout of " + timeout);
        }
    }

    /** A device that is asked as whoever runs the set says. */
    public static PollDevice of(String name, String address) {
        return new PollDevice(
                name,
                address,
                Optional.empty(),
                new CredentialName.Usual(),
                "",
                DEFAULT_TIMEOUT,
                DEFAULT_RETRIES);
    }
}
