package dev.bulkhead.engine.simulator;

import org.jspecify.annotations.Nullable;
import org.snmp4j.PDU;
import org.snmp4j.agent.DefaultMOScope;
import org.snmp4j.agent.MOScope;
import org.snmp4j.agent.mo.GenericManagedObject;
import org.snmp4j.agent.request.Request;
import org.snmp4j.agent.request.SnmpRequest;
import org.snmp4j.agent.request.SubRequest;
import org.snmp4j.smi.Null;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.Variable;
import org.snmp4j.smi.VariableBinding;

/**
 * All of a device as one managed object of snmp4j-agent.
 *
 * <p>Its command processor drives the phases of SET through here (RFC 3416 §4.2.5): all variables
 * of a request are judged together when the first is prepared.
 */
final class DeviceObjects implements GenericManagedObject {
    private static final MOScope EVERYTHING =
            new DefaultMOScope(new OID(new int[] {0}), true, new OID(new int[] {3}), false);
    private static final Object PLAN = "plan";

    private final Variables variables;

    DeviceObjects(Variables variables) {
        this.variables = variables;
    }

    @Override
    public MOScope getScope() {
        return EVERYTHING;
    }

    @Override
    public @Nullable OID find(MOScope range) {
        OID from = range.getLowerBound();
        if (range.isLowerIncluded() && variables.get(from) != null) {
            return from;
        }
        VariableBinding next = variables.next(from);
        return next == null ? null : next.getOid();
    }

    @Override
    public void get(SubRequest<?> request) {
        VariableBinding binding = request.getVariableBinding();
        Variable value = variables.get(binding.getOid());
        if (value == null) {
            value =
                    variables.hasObjectOf(binding.getOid())
                            ? Null.noSuchInstance
                            : Null.noSuchObject;
        }
        binding.setVariable(value);
        request.completed();
    }

    @Override
    @SuppressWarnings("deprecation") // Abstract all the same.
    public boolean next(SubRequest<?> request) {
        VariableBinding next = variables.next(request.getScope().getLowerBound());
        if (next == null) {
            return false;
        }
        request.getVariableBinding().setOid(next.getOid());
        request.getVariableBinding().setVariable(next.getVariable());
        request.completed();
        return true;
    }

    @Override
    public void prepare(SubRequest<?> request) {
        int error = plan(request).error(request.getIndex());
        if (error == PDU.noError) {
            request.completed();
        } else {
            request.getStatus().setErrorStatus(error);
        }
    }

    @Override
    public void commit(SubRequest<?> request) {
        plan(request).commit();
        request.completed();
    }

    @Override
    public void undo(SubRequest<?> request) {
        plan(request).undo();
        request.completed();
    }

    @Override
    public void cleanup(SubRequest<?> request) {
        request.completed();
    }

    private WritePlan plan(SubRequest<?> subRequest) {
        Request<?, ?, ?> request = subRequest.getRequest();
        if (request.getProcessingUserObject(PLAN) instanceof WritePlan plan) {
            return plan;
        }
        WritePlan plan =
                variables.plan(((SnmpRequest) request).getSource().getPDU().getVariableBindings());
        request.setProcessingUserObject(PLAN, plan);
        return plan;
    }
}
