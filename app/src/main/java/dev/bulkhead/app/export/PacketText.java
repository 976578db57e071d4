package dev.bulkhead.app.export;

import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.engine.trace.Packet;
import dev.bulkhead.mibs.display.ValueText;
import dev.bulkhead.mibs.smi.SmiValue;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Packets as lines of text, with the octets in hex; what agents sent is inert in them. */
public final class PacketText {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSS").withZone(ZoneId.systemDefault());
    private static final int ROW = 16;

    private PacketText() {}

    /** What it is, its variables and its octets, a line each. */
    public static List<String> lines(Packet packet) {
        List<String> lines = new ArrayList<>();
        if (packet.skipped() > 0) {
            lines.add(packet.skipped() + " packets were too many to be shown");
        }
        lines.add(
                "%s %s %s  %d octets"
                        .formatted(
                                time(packet.time()),
                                packet.sent() ? "sent to" : "received from",
                                address(packet),
                                packet.octets().length));
        lines.add("  " + InertText.line(packet.summary()));
        if (!packet.problem().isEmpty()) {
            lines.add("  cannot be read: " + InertText.line(packet.problem()));
        }
        packet.varBinds().forEach(varBind -> lines.add("    " + varBind(varBind)));
        dump(packet.octets(), "  ", lines);
        if (packet.plain().length > 0) {
            lines.add("  decrypted:");
            dump(packet.plain(), "  ", lines);
        }
        return lines;
    }

    private static String time(Instant time) {
        return TIME.format(time);
    }

    /** Where it went or came from, as it is written in a target. */
    public static String address(Packet packet) {
        String prefix =
                switch (packet.transport()) {
                    case UDP -> "";
                    case TCP -> "tcp:";
                    case TLS -> "tls:";
                    case DTLS -> "dtls:";
                };
        try {
            String host = InetAddress.getByAddress(packet.peer()).getHostAddress();
            boolean colons = host.indexOf(':') >= 0;
            return prefix + (colons ? "[" + host + "]" : host) + ":" + packet.port();
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address of " + packet.peer().length, e);
        }
    }

    static String varBind(VarBind varBind) {
        String name = varBind.name().toDottedString();
        SmiValue value = varBind.value();
        if (value instanceof SmiValue.Marker marker) {
            return marker == SmiValue.Marker.UNSPECIFIED ? name : name + " = " + marker.typeName();
        }
        return name
                + " = "
                + value.typeName()
                + ": "
                + InertText.line(ValueText.format(value, Optional.empty()));
    }

    private static void dump(byte[] octets, String indent, List<String> into) {
        for (int from = 0; from < octets.length; from += ROW) {
            StringBuilder hex = new StringBuilder();
            StringBuilder text = new StringBuilder();
            for (int i = from; i < Math.min(octets.length, from + ROW); i++) {
                int octet = octets[i] & 0xFF;
                hex.append(i == from + ROW / 2 ? " " : "").append("%02X ".formatted(octet));
                text.append(octet >= 0x20 && octet < 0x7F ? (char) octet : '.');
            }
            into.add("%s%04d: %-49s %s".formatted(indent, from, hex, text));
        }
    }
}
