package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
    private @Nullable MalformedMessageException loss;

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
     * Reads the variables of the PDU whose beginning was read. A value that is broken is told as
     * such. A variable whose name is broken is left out, and so is all that follows one whose end
     * cannot be found: {@link #loss}.
     *
     * @param asked what was asked: its names are taken where they come back
     * @throws MalformedMessageException if nothing can be read
     */
    List<VarBind> readVarBinds(BerReader reader, Question asked) throws MalformedMessageException {
        int stop = reader.enter(BerReader.SEQUENCE, "the variables");
        Asked names = Asked.of(asked, lists);
        int likely = Math.max(names.names().size(), Math.min(asked.maxRepetitions(), MANY));
        List<VarBind> varBinds = new ArrayList<>(likely);
        loss = null;
        while (reader.position() < stop) {
            int varBindEnd = stop;
            try {
                int tag = reader.tag();
                int contentEnd = reader.contentEnd();
                requireInside(contentEnd, stop, "a variable longer than its list");
                varBindEnd = contentEnd;
                BerReader.require(tag, BerReader.SEQUENCE, "a variable");
                Oid name = readName(reader, varBindEnd, names, varBinds.size());
                varBinds.add(new VarBind(name, reader.value(varBindEnd)));
            } catch (MalformedMessageException e) {
                loss = e;
                reader.skipTo(varBindEnd);
            }
        }
        if (loss != null && varBinds.isEmpty()) {
            throw loss;
        }
        return varBinds;
    }

    /** Why the variables read last are not all that were sent. */
    Optional<String> loss() {
        return Optional.ofNullable(loss).map(Exception::getMessage);
    }

    private static void requireInside(int end, int stop, String what)
            throws MalformedMessageException {
        if (end > stop) {
            throw new MalformedMessageException(what);
        }
    }

    private static Oid readName(BerReader reader, int varBindEnd, Asked asked, int place)
            throws MalformedMessageException {
        int nameEnd = reader.enter(BerReader.OBJECT_IDENTIFIER, "a name");
        requireInside(nameEnd, varBindEnd, "a name longer than its variable");
        if (place < asked.names().size()
                && reader.isSame(
                        nameEnd,
                        asked.octets(),
                        asked.places()[2 * place],
                        asked.places()[2 * place + 1])) {
            reader.skipTo(nameEnd);
            return asked.names().get(place).name();
        }
        return reader.oid(nameEnd);
    }

    /** Names that were asked, and where in their encoded list each begins and ends. */
    @SuppressWarnings("ArrayRecordComponent") // lives as long as one message is read
    private record Asked(List<VarBind> names, byte[] octets, int[] places) {
        static Asked of(Question question, BerWriter writer) {
            byte[] octets = question.encodedVarBinds(writer);
            return new Asked(question.varBinds(), octets, question.namePlaces(octets));
        }
    }
}
