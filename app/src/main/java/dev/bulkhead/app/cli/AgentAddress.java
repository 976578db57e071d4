package dev.bulkhead.app.cli;

import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.job.Transport;

/**
 * {@code HOST}, {@code HOST:PORT}, {@code [IPV6]:PORT}, with or without {@code udp:}, {@code
 * udp6:}, {@code tcp:} or {@code tcp6:} before it.
 *
 * @param host a name or an address, IPv6 without brackets
 */
record AgentAddress(Transport transport, String host, int port) {

    /** An agent's address; port 161 if it names none. */
    static AgentAddress parse(String text) throws UsageException {
        return parse(text, Target.DEFAULT_PORT, 1);
    }

    /**
     * Reads an address.
     *
     * @param defaultPort for one that names none
     * @param lowestPort 1, or 0 where that means any that is free
     */
    static AgentAddress parse(String text, int defaultPort, int lowestPort) throws UsageException {
        String address = text.replaceFirst("^(?i)(udp|tcp)6?:", "");
        if (address.matches("^(?i)(dtlsudp|tlstcp|ssh|unix):.*")) {
            throw new UsageException("only UDP and TCP are spoken, not \"" + text + "\"");
        }
        int end = endOfHost(text, address);
        String host =
                address.startsWith("[") ? address.substring(1, end - 1) : address.substring(0, end);
        if (host.isBlank()) {
            throw new UsageException("\"" + text + "\" names no host");
        }
        int port =
                end == address.length()
                        ? defaultPort
                        : Arguments.number(
                                "the port", address.substring(end + 1), lowestPort, 65_535);
        boolean tcp = text.matches("^(?i)tcp6?:.*");
        return new AgentAddress(tcp ? Transport.TCP : Transport.UDP, host, port);
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
