package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.SmiValue;
import java.util.Arrays;
import java.util.List;
import org.snmp4j.PDU;

/**
 * Reads a PDU of which SNMP4J gives up all for one broken variable, and writes it anew with NULL in
 * the place of each value that is broken, without variables whose name is, and with lengths that
 * are right. One thread.
 */
final class PduMender {
    private static final Question ANYTHING = Question.get(List.of());
    private static final int ELEMENTS_BEFORE_LIST = 3;
    private static final int ELEMENTS_BEFORE_LIST_OF_V1 = 5;

    private final BerReader reader = new BerReader();
    private final PduCodec pdus = new PduCodec();
    private final BerWriter writer = new BerWriter();
    private final BerWriter lists = new BerWriter();

    /**
     * What a PDU says as far as it can be read.
     *
     * @param octets those that SNMP4J can read
     * @param end where it ended in its message
     * @param loss what was left out; empty if nothing was
     */
    @SuppressWarnings("ArrayRecordComponent") // lives as long as one message is read
    record Mended(byte[] octets, int end, List<VarBind> varBinds, String loss) {}

    /**
     * Mends a PDU.
     *
     * @param from where it begins in the octets
     * @param scoped whether it stands in a ScopedPDU (RFC 3412 §6.8), with which it begins
     * @throws MalformedMessageException if not even its beginning can be read
     */
    Mended mend(byte[] octets, int from, int to, boolean scoped) throws MalformedMessageException {
        reader.reset(octets, from, to);
        byte[] context = {};
        if (scoped) {
            reader.enter(BerReader.SEQUENCE, "the scoped PDU");
            context = elements(2);
        }
        int type = reader.tag();
        int end = reader.contentEnd();
        byte[] head =
                elements(
                        (byte) type == PDU.V1TRAP
                                ? ELEMENTS_BEFORE_LIST_OF_V1
                                : ELEMENTS_BEFORE_LIST);
        List<VarBind> varBinds = pdus.readVarBinds(reader, ANYTHING);
        writer.clear();
        writer.octets(Question.set(readable(varBinds)).encodedVarBinds(lists));
        writer.octets(head);
        writer.wrap(type, 0);
        if (scoped) {
            writer.octets(context);
            writer.wrap(BerReader.SEQUENCE, 0);
        }
        return new Mended(writer.toByteArray(), end, varBinds, pdus.loss().orElse(""));
    }

    /** The octets of so many elements. */
    private byte[] elements(int count) throws MalformedMessageException {
        int start = reader.position();
        for (int i = 0; i < count; i++) {
            reader.tag();
            reader.skipTo(reader.contentEnd());
        }
        return Arrays.copyOfRange(reader.octets(), start, reader.position());
    }

    private static List<VarBind> readable(List<VarBind> varBinds) {
        return varBinds.stream()
                .map(varBind ->
                        varBind.value() instanceof SmiValue.Malformed
                                ? new VarBind(varBind.name(), SmiValue.Marker.UNSPECIFIED)
                                : varBind)
                .toList();
    }
}
