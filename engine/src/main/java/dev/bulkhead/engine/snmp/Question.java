package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue.Marker;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snmp4j.PDU;

/**
 * One request to be sent, perhaps to many and often: its variables are encoded once. On the loop's
 * thread.
 */
final class Question {
    private final int type;
    private final List<VarBind> varBinds;
    private final int nonRepeaters;
    private final int maxRepetitions;
    private byte @Nullable [] encoded;
    private int @Nullable [] places;

    /**
     * A request.
     *
     * @param type a PDU type of SNMP4J
     * @param nonRepeaters for GETBULK (RFC 3416 §4.2.3), else 0
     * @param maxRepetitions likewise
     */
    Question(int type, List<VarBind> varBinds, int nonRepeaters, int maxRepetitions) {
        this.type = type;
        this.varBinds = varBinds;
        this.nonRepeaters = nonRepeaters;
        this.maxRepetitions = maxRepetitions;
    }

    static Question get(List<Oid> names) {
        return new Question(PDU.GET, unspecified(names), 0, 0);
    }

    static Question next(List<Oid> names) {
        return new Question(PDU.GETNEXT, unspecified(names), 0, 0);
    }

    static Question bulk(List<Oid> names, int nonRepeaters, int maxRepetitions) {
        return new Question(PDU.GETBULK, unspecified(names), nonRepeaters, maxRepetitions);
    }

    static Question set(List<VarBind> varBinds) {
        return new Question(PDU.SET, varBinds, 0, 0);
    }

    private static List<VarBind> unspecified(List<Oid> names) {
        List<VarBind> varBinds = new ArrayList<>(names.size());
        for (Oid name : names) {
            varBinds.add(new VarBind(name, Marker.UNSPECIFIED));
        }
        return varBinds;
    }

    int type() {
        return type;
    }

    List<VarBind> varBinds() {
        return varBinds;
    }

    int nonRepeaters() {
        return nonRepeaters;
    }

    int maxRepetitions() {
        return maxRepetitions;
    }

    /** The VarBindList; the writer is used if it was not encoded before. */
    byte[] encodedVarBinds(BerWriter writer) {
        if (encoded == null) {
            writer.clear();
            writer.varBinds(varBinds);
            encoded = writer.toByteArray();
            writer.clear();
        }
        return encoded;
    }

    /** Where in the encoded list each name's content begins and ends, in turn. */
    int[] namePlaces(byte[] encodedVarBinds) {
        if (places == null) {
            places = placesIn(encodedVarBinds, varBinds.size());
        }
        return places;
    }

    private static int[] placesIn(byte[] list, int count) {
        BerReader reader = new BerReader();
        reader.reset(list, 0, list.length);
        int[] places = new int[2 * count];
        try {
            reader.enter(BerReader.SEQUENCE, "a list");
            for (int i = 0; i < count; i++) {
                int end = reader.enter(BerReader.SEQUENCE, "a variable");
                places[2 * i + 1] = reader.enter(BerReader.OBJECT_IDENTIFIER, "a name");
                places[2 * i] = reader.position();
                reader.skipTo(end);
            }
        } catch (MalformedMessageException e) {
            throw new IllegalStateException("what was written cannot be read", e);
        }
        return places;
    }

    /** Writes it into an empty PDU. */
    void fill(PDU pdu) {
        pdu.setType(type);
        for (VarBind varBind : varBinds) {
            pdu.add(Values.toVarBind(varBind));
        }
        if (type == PDU.GETBULK) {
            pdu.setNonRepeaters(nonRepeaters);
            pdu.setMaxRepetitions(maxRepetitions);
        }
    }
}
