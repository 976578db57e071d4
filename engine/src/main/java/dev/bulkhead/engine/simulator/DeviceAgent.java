package dev.bulkhead.engine.simulator;

import org.jspecify.annotations.Nullable;
import org.snmp4j.CommandResponderEvent;
import org.snmp4j.PDU;
import org.snmp4j.PDUv1;
import org.snmp4j.ScopedPDU;
import org.snmp4j.agent.CommandProcessor;
import org.snmp4j.agent.DefaultMOServer;
import org.snmp4j.agent.DuplicateRegistrationException;
import org.snmp4j.agent.mo.snmp.CoexistenceInfo;
import org.snmp4j.agent.security.VACM;
import org.snmp4j.smi.Address;
import org.snmp4j.smi.Null;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.SMIConstants;
import org.snmp4j.smi.Variable;
import org.snmp4j.smi.VariableBinding;

/**
 * The command responder of one device (RFC 3413 §3.2).
 *
 * <p>snmp4j-agent checks who asks and runs the phases of SET. GET, GETNEXT and GETBULK are answered
 * here, straight from {@link Variables}: its own handlers make several objects and a look-up for
 * each variable, and build a GETBULK's whole answer before they cut it to size.
 */
final class DeviceAgent extends CommandProcessor {
    /** Room for a PDU's own fields beside its variables. */
    private static final int PDU_HEADER_OCTETS = 40;

    private final DeviceState device;
    private final Variables variables;

    DeviceAgent(
            OctetString engineId, DeviceRights rights, DeviceState device, Variables variables) {
        super(engineId);
        this.device = device;
        this.variables = variables;
        setVacm(rights);
        setCoexistenceProvider(rights);
        DefaultMOServer server = new DefaultMOServer();
        server.addContext(new OctetString());
        try {
            server.register(new DeviceObjects(variables), null);
        } catch (DuplicateRegistrationException e) {
            throw new IllegalStateException("a new server holds an object already", e);
        }
        addMOServer(server);
    }

    @Override
    protected <A extends Address> void dispatchCommand(
            CommandResponderEvent<A> command, CoexistenceInfo info) {
        synchronized (device) {
            device.clock().advance();
            switch (command.getPDU().getType()) {
                case PDU.GET, PDU.GETNEXT, PDU.GETBULK -> read(command, info);
                default -> super.dispatchCommand(command, info);
            }
            device.answered();
        }
    }

    private <A extends Address> void read(CommandResponderEvent<A> command, CoexistenceInfo info) {
        if (isContextNotSupported(info.getContextName(), command)) {
            return;
        }
        PDU request = command.getPDU();
        PDU answer = emptyAnswer(request);
        if (getViewName(command, info, VACM.VIEW_READ) == null) {
            answer.addAll(request.getVariableBindings());
            fail(answer, request, PDU.authorizationError, 0);
        } else {
            switch (request.getType()) {
                case PDU.GET -> get(request, answer);
                case PDU.GETNEXT -> getNext(request, answer);
                default -> getBulk(request, answer, command.getMaxSizeResponsePDU());
            }
        }
        sendResponse(command, answer);
    }

    private static PDU emptyAnswer(PDU request) {
        PDU answer;
        if (request instanceof ScopedPDU scoped) {
            ScopedPDU scopedAnswer = new ScopedPDU();
            scopedAnswer.setContextEngineID(scoped.getContextEngineID());
            scopedAnswer.setContextName(scoped.getContextName());
            answer = scopedAnswer;
        } else {
            answer = request instanceof PDUv1 ? new PDUv1() : new PDU();
        }
        answer.setType(PDU.RESPONSE);
        answer.setRequestID(request.getRequestID());
        return answer;
    }

    private void get(PDU request, PDU answer) {
        boolean v1 = request instanceof PDUv1;
        for (VariableBinding asked : request.getVariableBindings()) {
            OID name = asked.getOid();
            Variable value = variables.get(name);
            if (v1 && isMissingInV1(value)) {
                fail(answer, request, PDU.noSuchName, answer.size() + 1);
                return;
            }
            answer.add(new VariableBinding(name, value == null ? exception(name) : value));
        }
    }

    private Variable exception(OID name) {
        return variables.hasObjectOf(name) ? Null.noSuchInstance : Null.noSuchObject;
    }

    /** SNMPv1 cannot carry Counter64 (RFC 3584 §4.2.2.1). */
    private static boolean isMissingInV1(@Nullable Variable value) {
        return value == null || value.getSyntax() == SMIConstants.SYNTAX_COUNTER64;
    }

    private void getNext(PDU request, PDU answer) {
        boolean v1 = request instanceof PDUv1;
        for (VariableBinding asked : request.getVariableBindings()) {
            VariableBinding next = variables.next(asked.getOid());
            while (v1 && next != null && isMissingInV1(next.getVariable())) {
                next = variables.next(next.getOid());
            }
            if (v1 && next == null) {
                fail(answer, request, PDU.noSuchName, answer.size() + 1);
                return;
            }
            answer.add(next == null ? BulkAnswer.end(asked.getOid()) : next);
        }
    }

    private static void fail(PDU answer, PDU request, int errorStatus, int errorIndex) {
        answer.clear();
        answer.setType(PDU.RESPONSE);
        answer.setRequestID(request.getRequestID());
        answer.addAll(request.getVariableBindings());
        answer.setErrorStatus(errorStatus);
        answer.setErrorIndex(errorIndex);
    }

    private void getBulk(PDU request, PDU answer, int maxOctets) {
        new BulkAnswer(variables, answer, maxOctets - PDU_HEADER_OCTETS).fill(request);
    }
}
