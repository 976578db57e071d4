package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.sample.ErrorStatus;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.engine.trace.PacketField.Kind;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.snmp4j.PDU;

/**
 * Reads a PDU of any kind for people, field by field, as far as it can be read: what is broken in
 * one variable does not hide the others. On the loop's thread.
 */
final class PduFields {
    private static final ErrorStatus[] ERROR_STATUSES = ErrorStatus.values();
    private static final String[] GENERIC_TRAPS = {
        "coldStart",
        "warmStart",
        "linkDown",
        "linkUp",
        "authenticationFailure",
        "egpNeighborLoss",
        "enterpriseSpecific"
    };

    private final BerReader reader;
    private final FieldLog log;
    private final StringBuilder summary;
    private final List<VarBind> varBinds = new ArrayList<>();
    private String loss = "";

    /**
     * Reads on where the reader is.
     *
     * @param log gets the fields
     * @param summary gets the PDU in a few words
     */
    PduFields(BerReader reader, FieldLog log, StringBuilder summary) {
        this.reader = reader;
        this.log = log;
        this.summary = summary;
    }

    void clear() {
        varBinds.clear();
        loss = "";
    }

    /** The variables that were read. */
    List<VarBind> varBinds() {
        return varBinds;
    }

    /** Why they are not all that were sent; "" if they are. */
    String loss() {
        return loss;
    }

    /** Reads a PDU. */
    void read() throws MalformedMessageException {
        int from = reader.position();
        int type = (byte) reader.tag();
        int end = reader.contentEnd();
        String name = PDU.getTypeString(type);
        summary.append(' ').append(name);
        log.enter(Kind.PDU, from, end, name);
        if (type == PDU.V1TRAP) {
            trapOfV1();
            return;
        }
        summary.append(" request-id ").append(integer(Kind.REQUEST_ID, "the request ID"));
        if (type == PDU.GETBULK) {
            summary.append(" non-repeaters ");
            summary.append(integer(Kind.NON_REPEATERS, "the error-status"));
            summary.append(" max-repetitions ");
            summary.append(integer(Kind.MAX_REPETITIONS, "the error-index"));
        } else {
            error();
        }
        readVarBinds();
    }

    private void error() throws MalformedMessageException {
        int from = reader.position();
        int status = reader.integer("the error-status");
        boolean known = status >= 0 && status < ERROR_STATUSES.length;
        String name = known ? ERROR_STATUSES[status].rfcName() : "";
        String text = known ? name + " (" + status + ")" : Integer.toString(status);
        log.add(Kind.ERROR_STATUS, from, reader.position(), text);
        int index = integer(Kind.ERROR_INDEX, "the error-index");
        if (status != 0) {
            summary.append(" error ").append(known ? name : status).append(" index ").append(index);
        }
    }

    /** The Trap-PDU of RFC 1157 §4.1.6. */
    private void trapOfV1() throws MalformedMessageException {
        int from = reader.position();
        int end = reader.enter(BerReader.OBJECT_IDENTIFIER, "the enterprise");
        String enterprise = reader.oid(end).toDottedString();
        log.add(Kind.ENTERPRISE, from, end, enterprise);
        summary.append(" enterprise ").append(enterprise);
        value(Kind.AGENT_ADDRESS);
        from = reader.position();
        int generic = reader.integer("the generic trap");
        boolean known = generic >= 0 && generic < GENERIC_TRAPS.length;
        String name = known ? GENERIC_TRAPS[generic] + " (" + generic + ")" : "" + generic;
        log.add(Kind.GENERIC_TRAP, from, reader.position(), name);
        summary.append(" generic ").append(generic);
        summary.append(" specific ").append(integer(Kind.SPECIFIC_TRAP, "the specific trap"));
        value(Kind.TIME_STAMP);
        readVarBinds();
    }

    /** A value of any type, in words. */
    private void value(Kind kind) throws MalformedMessageException {
        int from = reader.position();
        reader.tag();
        int end = reader.contentEnd();
        reader.skipTo(from);
        SmiValue value = reader.value(end);
        String text =
                switch (value) {
                    case SmiValue.IpAddress address -> dotted(address.bytes());
                    case SmiValue.TimeTicks ticks -> Long.toString(ticks.value());
                    default -> value.typeName();
                };
        log.add(kind, from, end, text);
    }

    private static String dotted(byte[] octets) {
        StringBuilder text = new StringBuilder();
        for (byte octet : octets) {
            text.append(text.isEmpty() ? "" : ".").append(octet & 0xFF);
        }
        return text.toString();
    }

    private void readVarBinds() throws MalformedMessageException {
        int from = reader.position();
        int stop = reader.enter(BerReader.SEQUENCE, "the variables");
        log.enter(Kind.VAR_BINDS, from, stop);
        while (reader.position() < stop) {
            int start = reader.position();
            int end = stop;
            try {
                int tag = reader.tag();
                int contentEnd = reader.contentEnd();
                requireInside(contentEnd, stop, "a variable longer than its list");
                end = contentEnd;
                BerReader.require(tag, BerReader.SEQUENCE, "a variable");
                readVarBind(start, end);
            } catch (MalformedMessageException e) {
                loss = String.valueOf(e.getMessage());
                log.add(Kind.UNREADABLE, start, end, loss);
                reader.skipTo(end);
            }
        }
    }

    private void readVarBind(int start, int end) throws MalformedMessageException {
        int nameFrom = reader.position();
        int nameEnd = reader.enter(BerReader.OBJECT_IDENTIFIER, "a name");
        requireInside(nameEnd, end, "a name longer than its variable");
        Oid name = reader.oid(nameEnd);
        varBinds.add(new VarBind(name, reader.value(end)));
        log.enter(Kind.VAR_BIND, start, end);
        log.add(Kind.NAME, nameFrom, nameEnd, "");
        log.add(Kind.VALUE, nameEnd, end, "");
        log.leave();
    }

    private static void requireInside(int end, int stop, String what)
            throws MalformedMessageException {
        if (end > stop) {
            throw new MalformedMessageException(what);
        }
    }

    private int integer(Kind kind, String what) throws MalformedMessageException {
        int from = reader.position();
        int value = reader.integer(what);
        log.add(kind, from, reader.position(), Integer.toString(value));
        return value;
    }

    /** The content of an OCTET STRING. */
    byte[] octets(String what) throws MalformedMessageException {
        int stop = reader.enter(BerReader.OCTET_STRING, what);
        byte[] content = Arrays.copyOfRange(reader.octets(), reader.position(), stop);
        reader.skipTo(stop);
        return content;
    }
}
