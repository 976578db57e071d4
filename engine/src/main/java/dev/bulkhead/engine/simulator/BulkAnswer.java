package dev.bulkhead.engine.simulator;

import java.util.List;
import org.snmp4j.PDU;
import org.snmp4j.smi.Null;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.VariableBinding;

/**
 * The answer to one GETBULK (RFC 3416 §4.2.3): grows until it is full or every column has ended.
 */
final class BulkAnswer {
    private final Variables variables;
    private final PDU answer;
    private int room;

    /**
     * An answer that is still empty.
     *
     * @param room octets that its variables may take
     */
    BulkAnswer(Variables variables, PDU answer, int room) {
        this.variables = variables;
        this.answer = answer;
        this.room = room;
    }

    void fill(PDU request) {
        List<? extends VariableBinding> asked = request.getVariableBindings();
        int single = Math.clamp(request.getNonRepeaters(), 0, asked.size());
        OID[] last = new OID[asked.size()];
        for (int i = 0; i < last.length; i++) {
            last[i] = asked.get(i).getOid();
        }
        addRow(last, 0, single);
        boolean goesOn = single < last.length;
        for (int row = 0; goesOn && row < request.getMaxRepetitions(); row++) {
            goesOn = addRow(last, single, last.length);
        }
    }

    /** Adds one variable for each column; whether there is room and sense in another row. */
    private boolean addRow(OID[] last, int from, int to) {
        boolean allEnded = true;
        for (int i = from; i < to; i++) {
            VariableBinding next = variables.next(last[i]);
            if (next == null) {
                next = end(last[i]);
            } else {
                allEnded = false;
            }
            room -= next.getBERLength();
            if (room < 0) {
                return false;
            }
            last[i] = next.getOid();
            answer.add(next);
        }
        return !allEnded;
    }

    static VariableBinding end(OID after) {
        return new VariableBinding(after, Null.endOfMibView);
    }
}
