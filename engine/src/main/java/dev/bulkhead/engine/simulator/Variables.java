package dev.bulkhead.engine.simulator;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.Variable;
import org.snmp4j.smi.VariableBinding;

/** All instances a device serves, in lexicographic order (RFC 3416 §4.2.2). */
interface Variables {
    /** The value of exactly this instance, or null if there is none. */
    @Nullable Variable get(OID instance);

    /** The first instance after this OID with its value, or null at the end. */
    @Nullable VariableBinding next(OID after);

    /** Whether an object of this instance exists at all; tells noSuchInstance from noSuchObject. */
    boolean hasObjectOf(OID instance);

    /** Checks a SET; nothing changes before {@link WritePlan#commit}. */
    WritePlan plan(List<? extends VariableBinding> bindings);
}
