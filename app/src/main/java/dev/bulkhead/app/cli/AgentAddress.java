package dev.bulkhead.app.cli;

import dev.bulkhead.engine.job.Transport;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * {@code HOST}, {@code HOST:PORT}, {@code [IPV6]:PORT}, with or without {@code udp:}, {@code tcp:},
 * {@code tls:}, {@code dtls:} or net-snmp's other names of these before it.
 *
 * @param host a name or an address, IPv6 without brackets
 */
record AgentAddress(Transport transport, String host, int port) {

    /** An agent's address; the usual port of its transport if it names none. */
    static AgentAddress parse(String text) throws UsageException {
        return parse(text, Transport::agentPort, 1);
    }

    /**
     * Reads an address.
     *
     * @param usualPort for one that names none
     * @param lowestPort 1, or 0 where that means any that is free
     */
    static AgentAddress parse(String text, ToIntFunction<Transport> usualPort, int lowestPort)
            throws UsageException {
        int colon = Math.max(0, text.indexOf(':'));
        Optional<Transport> named = Transport.ofPrefix(text.substring(0, colon));
        String address = named.isPresent() ? text.substring(colon + 1) : text;
        if (address.matches("^(?i)(ssh|unix|ipx|aal5pvc):.*")) {
            throw new UsageException(
                    "only UDP, TCP, TLS and DTLS are spoken, not \"" + text + "\"");
        }
        int end = endOfHost(text, address);
        String host =
                address.startsWith("[") ? address.substring(1, end - 1) : address.substring(0, end);
        if (host.isBlank()) {
            throw new UsageException("\"" + text + "\" names no host");
        }
        Transport transport = named.orElse(Transport.UDP);
        int port =
                end == address.length()
                        ? usualPort.applyAsInt(transport)
                        : Arguments.number(
                                "the port", address.substring(end + 1), lowestPort, 65_535);
        return new AgentAddress(transport, host, port);
    }

    /** Where the host ends, bracket included: at the port's colon, or at the end. */
    private static int endOfHost(String text, String address) throws UsageException {
        if (address.startsWith("[")) {
            int end = address.indexOf(']') + 1;
            if (end == 0) {
                throw new UsageException("the closing ] is missing in \"" + text + "\"");
            }
            if (end < address.length() && address.charAt(end) != ':') {
                throw new UsageException("only :PORT may follow the ] in \"" + text + "\"");
            }
            return end;
        }
        int colon = address.indexOf(':');
        boolean bareV6 = colon >= 0 && address.indexOf(':', colon + 1) >= 0;
        return colon < 0 || bareV6 ? address.length() : colon;
    }
}
