package dev.bulkhead.app.packets;

import dev.bulkhead.app.export.PacketText;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.engine.trace.Packet;
import dev.bulkhead.engine.trace.PacketField;
import dev.bulkhead.engine.trace.PacketField.Kind;
import java.time.Duration;

/**
 * One packet of a recording. Its texts come from devices and are not inert.
 *
 * @param number counts the recording's packets from 1
 * @param since after the recording's first packet
 * @param words what a filter looks at, in lower case
 */
public record PacketLine(long number, Duration since, Packet packet, String words) {
    private static final String NO_ERROR = "noError (0)";
    private static final int OF_PACKET = 400;
    private static final int OF_FIELD = 32;
    private static final int OF_VAR_BIND = 120;

    /** {@code GETBULK}; "" if it could not be read. */
    public String type() {
        return text(Kind.PDU);
    }

    public String requestId() {
        return text(Kind.REQUEST_ID);
    }

    /** {@code noSuchName (2)}; "" if there was no error, or none can be in it. */
    public String error() {
        String status = text(Kind.ERROR_STATUS);
        return status.equals(NO_ERROR) ? "" : status;
    }

    /** Whether it tells of something that went wrong, or cannot be read. */
    public boolean isError() {
        return !error().isEmpty() || !packet.problem().isEmpty() || type().equals("REPORT");
    }

    public String peer() {
        return PacketText.address(packet);
    }

    public int size() {
        return packet.octets().length;
    }

    private String text(Kind kind) {
        return packet.fields().first(kind).map(PacketField::text).orElse("");
    }

    /** About how much heap it takes, in bytes. */
    long weight() {
        long bytes = (long) OF_PACKET + words.length() + packet.summary().length();
        // Once as octets, once as values.
        bytes += 2L * (packet.octets().length + packet.plain().length);
        for (PacketField field : packet.fields().list()) {
            bytes += OF_FIELD + field.text().length();
        }
        for (VarBind varBind : packet.varBinds()) {
            bytes += OF_VAR_BIND + (long) Integer.BYTES * varBind.name().size();
        }
        return bytes;
    }
}
