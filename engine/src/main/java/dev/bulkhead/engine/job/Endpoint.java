package dev.bulkhead.engine.job;

/**
 * Where a notification listener waits.
 *
 * @param host an address of this machine; {@code 0.0.0.0} for all of IPv4, {@code ::} for all
 * @param port 0..65535; 0 for any that is free
 */
public record Endpoint(Transport transport, String host, int port) {
    public Endpoint {
        if (host.isBlank()) {
            throw new IllegalArgumentException("the address to listen at is empty");
        }
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("port " + port + " is not in 0..65535");
        }
    }

    /** One over UDP. */
    public Endpoint(String host, int port) {
        this(Transport.UDP, host, port);
    }

    /** The same with another port. */
    public Endpoint withPort(int other) {
        return new Endpoint(transport, host, other);
    }

    /** {@code host:port}, an IPv6 address in brackets, its transport before it unless UDP. */
    public String address() {
        String plain = (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
        return transport == Transport.UDP ? plain : transport.prefix() + ":" + plain;
    }
}
