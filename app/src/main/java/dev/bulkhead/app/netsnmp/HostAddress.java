package dev.bulkhead.app.netsnmp;

import dev.bulkhead.engine.job.Transport;
import java.util.Optional;

/** An address as net-snmp's AGENT has it (snmpcmd(1)): {@code [TRANSPORT:]HOST[:PORT]}. */
final class HostAddress {
    private HostAddress() {}

    /**
     * The same with its port, if it is not the usual one.
     *
     * @param usual the port of an address over UDP or TCP that names none
     * @return empty for transports that are not spoken
     */
    static Optional<String> of(String spelled, int usual) {
        String text = spelled.strip();
        if (text.isEmpty() || text.matches("(?i)(ssh|unix|ipx|aal5pvc|std|alias|dtlssctp).*:.*")) {
            return Optional.empty();
        }
        String host = hostOf(text);
        int bracket = host.indexOf(']');
        int colon = host.lastIndexOf(':');
        boolean bareV6 = bracket < 0 && colon != host.indexOf(':');
        boolean hasPort = colon > bracket && colon >= 0 && !bareV6;
        Transport transport = transport(text);
        if (hasPort || transport.isSecure() || usual == transport.agentPort()) {
            return Optional.of(text);
        }
        String prefix = text.substring(0, text.length() - host.length());
        return Optional.of(prefix + (bareV6 ? "[" + host + "]" : host) + ":" + usual);
    }

    private static String hostOf(String text) {
        int colon = text.indexOf(':');
        return colon > 0 && Transport.ofPrefix(text.substring(0, colon)).isPresent()
                ? text.substring(colon + 1)
                : text;
    }

    /** How an address is reached. */
    static Transport transport(String text) {
        return Transport.ofPrefix(text.substring(0, Math.max(0, text.indexOf(':'))))
                .orElse(Transport.UDP);
    }
}
