package dev.bulkhead.app.packets;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.app.query.Inert;
import dev.bulkhead.engine.job.SecretOctets;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.engine.trace.Packet;
import dev.bulkhead.engine.trace.PacketField;
import dev.bulkhead.engine.trace.PacketField.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A packet taken apart: fields in words, and its octets. A community is in neither unless it is to
 * be revealed.
 */
final class PacketDetail {
    private final Packet packet;
    private final List<Line> lines;
    private final byte[] octets;
    private final byte[] plain;

    /**
     * A field in words.
     *
     * @param label what it is; of a variable its name
     * @param value what it says; "" if its parts do
     */
    record Line(PacketField field, String label, String value) {}

    PacketDetail(Packet packet, MibNames names, boolean reveal) {
        this.packet = packet;
        octets = reveal ? packet.octetsAsSent() : packet.octets();
        plain = packet.plain();
        lines = lines(names, reveal);
    }

    private List<Line> lines(MibNames names, boolean reveal) {
        List<Line> made = new ArrayList<>();
        List<VarBind> varBinds = packet.varBinds();
        int next = 0;
        Optional<VarBind> current = Optional.empty();
        for (PacketField field : packet.fields().list()) {
            if (field.kind() == Kind.VAR_BIND) {
                current =
                        next < varBinds.size() ? Optional.of(varBinds.get(next)) : Optional.empty();
                next++;
            }
            String value =
                    field.kind() == Kind.COMMUNITY
                            ? community(reveal)
                            : current.map(varBind -> ofVarBind(field, varBind, names))
                                    .orElseGet(() -> text(field));
            String label =
                    field.kind() == Kind.VAR_BIND && current.isPresent()
                            ? names.shortName(current.get().name())
                            : Words.text(
                                    "packets.field."
                                            + field.kind().name().toLowerCase(Locale.ROOT));
            made.add(new Line(field, label, value));
        }
        return List.copyOf(made);
    }

    private String community(boolean reveal) {
        Optional<SecretOctets> secret = packet.fields().community();
        return reveal && secret.isPresent()
                ? Inert.text(new String(secret.get().reveal().bytes(), StandardCharsets.UTF_8))
                : Words.text("packets.hidden");
    }

    private static String ofVarBind(PacketField field, VarBind varBind, MibNames names) {
        return switch (field.kind()) {
            case VAR_BIND -> PacketWords.value(varBind, names);
            case NAME -> varBind.name().toDottedString();
            case VALUE -> value(varBind, names);
            default -> text(field);
        };
    }

    private static String value(VarBind varBind, MibNames names) {
        String value = PacketWords.value(varBind, names);
        String type = names.type(varBind);
        return value.isEmpty() ? type : Words.text("packets.value", type, value);
    }

    private static String text(PacketField field) {
        return switch (field.kind()) {
            case ENGINE_TIME -> Words.text("packets.seconds", field.text());
            case ENCRYPTED_PDU -> Words.text("packets.octets", field.length());
            default -> Inert.text(field.text());
        };
    }

    Packet packet() {
        return packet;
    }

    List<Line> lines() {
        return lines;
    }

    /** The message as it was sent, its community as far as it is shown. */
    byte[] octets() {
        return octets.clone();
    }

    /** The scoped PDU that was encrypted; empty if none was. */
    byte[] plain() {
        return plain.clone();
    }

    /** All fields as text, indented. */
    String text() {
        StringBuilder text = new StringBuilder();
        for (Line line : lines) {
            text.append("  ".repeat(line.field().depth())).append(line.label());
            text.append(line.value().isEmpty() ? "" : ": " + line.value()).append('\n');
        }
        return text.toString();
    }
}
