package dev.bulkhead.app.packets;

import dev.bulkhead.app.export.PacketText;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.app.query.Inert;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.engine.trace.Packet;
import dev.bulkhead.mibs.smi.SmiValue.Marker;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Packets in words. What comes from devices is inert in them. */
final class PacketWords {
    private static final int IN_SUMMARY = 4;
    private static final int MOST_CHARS = 2_000;
    private static final double NANOS_OF_MILLI = 1_000_000;

    private PacketWords() {}

    /** {@code 12.345}. */
    static String millis(Duration since) {
        return String.format(Locale.getDefault(), "%,.3f", since.toNanos() / NANOS_OF_MILLI);
    }

    /** The first variables, or why there are none. */
    static String summary(Packet packet, MibNames names) {
        StringBuilder text = new StringBuilder();
        if (!packet.problem().isEmpty()) {
            text.append(Words.text("packets.unreadable", Inert.text(packet.problem())));
        }
        List<VarBind> varBinds = packet.varBinds();
        for (VarBind varBind : varBinds.subList(0, Math.min(IN_SUMMARY, varBinds.size()))) {
            text.append(text.isEmpty() ? "" : ", ").append(varBind(varBind, names));
        }
        if (varBinds.size() > IN_SUMMARY) {
            text.append(Words.text("packets.more", varBinds.size() - IN_SUMMARY));
        }
        return text.toString();
    }

    /** {@code ifDescr.1 = eth0}; only the name where it is asked for. */
    static String varBind(VarBind varBind, MibNames names) {
        String name = names.shortName(varBind.name());
        return varBind.value() == Marker.UNSPECIFIED ? name : name + " = " + value(varBind, names);
    }

    static String value(VarBind varBind, MibNames names) {
        return Inert.text(names.value(varBind));
    }

    /** What a filter looks at, in lower case: who, what, and the first variables. */
    static String searched(Packet packet, MibNames names) {
        StringBuilder text = new StringBuilder(packet.summary());
        text.append('\n').append(PacketText.address(packet)).append('\n').append(packet.problem());
        for (VarBind varBind : packet.varBinds()) {
            if (text.length() > MOST_CHARS) {
                break;
            }
            text.append('\n').append(varBind(varBind, names));
        }
        text.setLength(Math.min(MOST_CHARS, text.length()));
        return text.toString().toLowerCase(Locale.ROOT);
    }
}
