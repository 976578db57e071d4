package dev.bulkhead.engine.job;

/**
 * Where a notification listener waits, over UDP.
 *
 * @param host an address of this machine; {@code 0.0.0.0} for all of IPv4, {@code ::} for all
 * @param port 0..65535; 0 for any that is free
 */
public record Endpoint(String host, int port) {
    /** The port that notifications are sent to (RFC 3417 §3.2). */
    public static final int NOTIFICATION_PORT = 162;

    public Endpoint {
        if (host.isBlank()) {
            throw new IllegalArgumentException("the address to listen at is empty");
        }
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("port " + port + " is not in 0..65535");
        }
    }

    /** {@code host:port}, an IPv6 address in brackets. */
    public String address() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
