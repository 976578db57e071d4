package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue.Marker;
import java.util.ArrayList;
import java.util.List;
import org.snmp4j.PDU;

/**
 * One request to be sent.
 *
 * @param type a PDU type of SNMP4J
 * @param nonRepeaters for GETBULK (RFC 3416 §4.2.3), else 0
 * @param maxRepetitions likewise
 */
record Question(int type, List<VarBind> varBinds, int nonRepeaters, int maxRepetitions) {
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
