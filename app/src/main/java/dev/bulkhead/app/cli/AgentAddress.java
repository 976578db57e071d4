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

    static AgentAddress parse(String text) throws UsageException {
        return parse(text, Target.DEFAULT_PORT);
    }

    static AgentAddress parse(String text, int defaultPort) throws UsageException {
        String address = text.replaceFirst("^(?i)(udp|tcp)6?:", "");
        if (address.matches("^(?i)(dtlsudp|tlstcp|ssh|unix):.*")) {
            throw new UsageException("only UDP and TCP are spoken, not \"" + text + "\"");
        }
        if (address.startsWith("[")) {
            int close = address.indexOf(']');
            if (close < 0) {
                throw new UsageException("the closing ] is missing in \"" + text + "\"");
            }
            String rest = address.substring(close + 1);
            if (!rest.isEmpty() && !rest.startsWith(":")) {
                throw new UsageException("only :PORT may follow the ] in \"" + text + "\"");
            }
            return of(
                    text,
                    address.substring(1, close),
                    rest.isEmpty() ? "" : rest.substring(1),
                    defaultPort);
        }
        int colon = address.indexOf(':');
        if (colon >= 0 && address.indexOf(':', colon + 1) >= 0) {
            return of(text, address, "", defaultPort);
        }
        return colon < 0
                ? of(text, address, "", defaultPort)
                : of(text, address.substring(0, colon), address.substring(colon + 1), defaultPort);
    }

    private static AgentAddress of(String text, String host, String port, int defaultPort)
            throws UsageException {
        if (host.isBlank()) {
            throw new UsageException("\"" + text + "\" names no host");
        }
        int number =
                port.isEmpty() && !text.endsWith(":")
                        ? defaultPort
                        : Arguments.number("the port", port, 1, 65_535);
        boolean tcp = text.matches("^(?i)tcp6?:.*");
        return new AgentAddress(tcp ? Transport.TCP : Transport.UDP, host, number);
    }
}
