package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.util.ArrayList;
import java.util.List;

/**
 * PDUs (RFC 1157 §4.1, RFC 3416 §3) to octets and back, the same in all versions.
 *
 * <p><b>Why not SNMP4J's:</b> it makes a dozen objects for a variable and reads octet by octet
 * through streams: a walk then takes three times as long as that of net-snmp's tools, a sweep
 * twice. Here a name that comes back as it was asked for is compared, not read, and what an answer
 * holds is told even if one variable in it is broken.
 *
 * <p>On the loop's thread.
 */
final class PduCodec {
    /** Variables that a list is made for before any came. */
    private static final int MANY = 128;

    private final BerWriter lists = new BerWriter();

    /**
     * What stands before the variables of a Response-PDU, or of another.
     *
     * @param type a PDU type of SNMP4J
     */
    record Header(int type, int requestId, int errorStatus, int errorIndex) {}

    /** Writes a request before what is written already. */
    void write(BerWriter writer, int requestId, Question question) {
        int before = writer.size();
        writer.octets(question.encodedVarBinds(lists));
        writer.integer(question.maxRepetitions());
        writer.integer(question.nonRepeaters());
        writer.integer(requestId);
        writer.wrap(question.type() & 0xFF, before);
    }

    /** Reads the beginning of a PDU. */
    Header readHeader(BerReader reader) throws MalformedMessageException {
        int type = reader.tag();
        reader.contentEnd();
        int requestId = reader.integer("the request ID");
        int status = reader.integer("the error-status");
        int index = reader.integer("the error-index");
        return new Header((byte) type, requestId, status, index);
    }

    /**
     * Reads the variables of the PDU whose beginning was read.
     *
     * @param asked what was asked: its names are taken where they come back
     */
    List<VarBind> readVarBinds(BerReader reader, Question asked) throws MalformedMessageException {
        int stop = reader.enter(BerReader.SEQUENCE, "the variables");
        List<VarBind> names = asked.varBinds();
        byte[] askedOctets = asked.encodedVarBinds(lists);
        int[] places = asked.namePlaces(askedOctets);
        List<VarBind> varBinds =
                new ArrayList<>(Math.max(names.size(), Math.min(asked.maxRepetitions(), MANY)));
        while (reader.position() < stop) {
            int varBindEnd = reader.enter(BerReader.SEQUENCE, "a variable");
            int nameEnd = reader.enter(BerReader.OBJECT_IDENTIFIER, "a name");
            if (nameEnd > varBindEnd) {
                throw new MalformedMessageException("a name longer than its variable");
            }
            int i = varBinds.size();
            Oid name;
            if (i < names.size()
                    && reader.isSame(nameEnd, askedOctets, places[2 * i], places[2 * i + 1])) {
                name = names.get(i).name();
                reader.skipTo(nameEnd);
            } else {
                name = reader.oid(nameEnd);
            }
            SmiValue value = reader.value(varBindEnd);
            varBinds.add(new VarBind(name, value));
        }
        return varBinds;
    }
}
