package dev.bulkhead.app.agent;

import dev.bulkhead.engine.job.Transport;

/**
 * An agent's address and what the user calls it.
 *
 * @param name a name of its own, or the host
 * @param host a name or an address; IPv6 without brackets
 */
public record Device(String name, Transport transport, String host, int port) {
    /** A device that is asked over UDP. */
    public Device(String name, String host, int port) {
        this(name, Transport.UDP, host, port);
    }

    /**
     * Reads {@code host}, {@code host:port}, {@code v6-address} or {@code [v6-address]:port}, with
     * or without a {@link Transport#ofPrefix transport} and a colon before it.
     *
     * @throws IllegalArgumentException with what is wrong
     */
    public static Device parse(String text) {
        String trimmed = text.strip();
        int colon = Math.max(0, trimmed.indexOf(':'));
        return Transport.ofPrefix(trimmed.substring(0, colon))
                .map(transport -> parse(transport, trimmed.substring(colon + 1)))
                .orElseGet(() -> parse(Transport.UDP, trimmed));
    }

    private static Device parse(Transport transport, String trimmed) {
        int bracket = trimmed.indexOf(']');
        int colon = trimmed.lastIndexOf(':');
        String host = trimmed;
        int port = transport.agentPort();
        boolean bareV6 = bracket < 0 && colon != trimmed.indexOf(':');
        if (colon > bracket && !bareV6) {
            host = trimmed.substring(0, colon);
            port = port(trimmed.substring(colon + 1));
        }
        if (host.startsWith("[") && host.endsWith("]")) {
            host = host.substring(1, host.length() - 1);
        }
        if (host.isBlank() || host.chars().anyMatch(Character::isWhitespace)) {
            throw new IllegalArgumentException("\"" + trimmed + "\"");
        }
        return new Device(host, transport, host, port);
    }

    private static int port(String digits) {
        int port = digits.matches("\\d{1,5}") ? Integer.parseInt(digits) : 0;
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("\"" + digits + "\"");
        }
        return port;
    }

    /** {@code host:port}, an IPv6 address in brackets; without the usual transport and port. */
    public String address() {
        String prefix = transport == Transport.UDP ? "" : transport.prefix() + ":";
        String bracketed = prefix + (host.contains(":") ? "[" + host + "]" : host);
        return port == transport.agentPort() ? bracketed : bracketed + ":" + port;
    }

    /** Its name, or its address where it has no name of its own. */
    public String label() {
        return name.equals(host) ? address() : name;
    }
}
