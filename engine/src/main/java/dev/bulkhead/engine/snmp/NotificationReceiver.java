package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SecurityLevel;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.engine.notification.Notification;
import dev.bulkhead.engine.notification.Notification.Sender;
import dev.bulkhead.engine.notification.RefusedMessages.Reason;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.engine.snmp.Arrivals.Arrival;
import dev.bulkhead.mibs.smi.SmiValue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snmp4j.CommandResponder;
import org.snmp4j.CommandResponderEvent;
import org.snmp4j.MessageException;
import org.snmp4j.PDU;
import org.snmp4j.PDUv1;
import org.snmp4j.ScopedPDU;
import org.snmp4j.mp.MPv1;
import org.snmp4j.mp.MPv2c;
import org.snmp4j.mp.StatusInformation;
import org.snmp4j.smi.Address;

/**
 * Makes notifications of messages (RFC 3413 §3.4) and answers informs: when the notification was
 * taken, never before, so that its sender tries again otherwise. On the thread that processes.
 */
final class NotificationReceiver implements CommandResponder {
    private static final SecurityLevel[] LEVELS = SecurityLevel.values();

    private final JobOutput output;
    private final ListenTally tally;
    private final ReceiverEngines engines;
    private @Nullable Arrival current;
    private boolean understood;
    private @Nullable Reason refusal;

    NotificationReceiver(JobOutput output, ListenTally tally, ReceiverEngines engines) {
        this.output = output;
        this.tally = tally;
        this.engines = engines;
        engines.respondWith(this);
    }

    void process(Arrival arrival) {
        current = arrival;
        understood = false;
        refusal = null;
        boolean asksWhoWeAre = engines.process(arrival.origin, arrival.octets);
        if (!understood && !asksWhoWeAre) {
            Reason why = refusal;
            tally.refuse(why == null ? engines.refusal() : why);
        }
    }

    @Override
    public <A extends Address> void processPdu(CommandResponderEvent<A> event) {
        event.setProcessed(true);
        PDU pdu = event.getPDU();
        Arrival arrival = current;
        boolean inform = pdu.getType() == PDU.INFORM;
        if (arrival == null
                || !(inform || pdu.getType() == PDU.TRAP || pdu.getType() == PDU.V1TRAP)) {
            refusal = Reason.UNEXPECTED;
            return;
        }
        Sender sender = sender(event);
        if (sender instanceof Sender.User user
                && !arrival.origin.transport().isSecure()
                && engines.isBelow(user.securityName(), user.level())) {
            refusal = Reason.WRONG_LEVEL;
            return;
        }
        understood = true;
        Notification notification =
                pdu instanceof PDUv1 trap && pdu.getType() == PDU.V1TRAP
                        ? ofV1(arrival, trap, sender)
                        : ofV2(arrival, pdu, sender);
        if (!output.notification(notification)) {
            tally.droppedByQueue.incrementAndGet();
        } else if (inform) {
            answer(event);
        }
    }

    private static Notification ofV1(Arrival arrival, PDUv1 pdu, Sender sender) {
        Notification.V1 trap = TrapConversion.v1(pdu);
        return new Notification(
                arrival.time,
                arrival.origin.name(),
                false,
                sender,
                pdu.getTimestamp(),
                TrapConversion.trapOid(trap),
                Optional.of(trap),
                varBinds(pdu),
                loss(pdu));
    }

    private static List<VarBind> varBinds(PDU pdu) {
        return LenientPdus.mended(pdu)
                .map(PduMender.Mended::varBinds)
                .orElseGet(
                        () -> pdu.getVariableBindings().stream().map(Values::fromVarBind).toList());
    }

    private static String loss(PDU pdu) {
        return LenientPdus.mended(pdu).map(PduMender.Mended::loss).orElse("");
    }

    private static Notification ofV2(Arrival arrival, PDU pdu, Sender sender) {
        TrapConversion.Head head = TrapConversion.Head.of(varBinds(pdu));
        return new Notification(
                arrival.time,
                arrival.origin.name(),
                pdu.getType() == PDU.INFORM,
                sender,
                head.upTimeTicks(),
                head.trapOid(),
                Optional.empty(),
                head.rest(),
                loss(pdu));
    }

    private static Sender sender(CommandResponderEvent<?> event) {
        String name = new String(event.getSecurityName(), StandardCharsets.UTF_8);
        return switch (event.getMessageProcessingModel()) {
            case MPv1.ID -> new Sender.Community(SnmpVersion.V1, new Secret(name));
            case MPv2c.ID -> new Sender.Community(SnmpVersion.V2C, new Secret(name));
            default -> {
                ScopedPDU scoped = (ScopedPDU) event.getPDU();
                yield new Sender.User(
                        name,
                        LEVELS[event.getSecurityLevel() - 1],
                        new SmiValue.OctetString(scoped.getContextEngineID().getValue()),
                        new String(scoped.getContextName().getValue(), StandardCharsets.UTF_8));
            }
        };
    }

    private static <A extends Address> void answer(CommandResponderEvent<A> event) {
        PDU response = (PDU) event.getPDU().clone();
        response.setType(PDU.RESPONSE);
        response.setErrorStatus(PDU.noError);
        response.setErrorIndex(0);
        try {
            event.getMessageDispatcher()
                    .returnResponsePdu(
                            event.getMessageProcessingModel(),
                            event.getSecurityModel(),
                            event.getSecurityName(),
                            event.getSecurityLevel(),
                            response,
                            event.getMaxSizeResponsePDU(),
                            event.getStateReference(),
                            new StatusInformation());
        } catch (MessageException e) {
            // Its sender tries again.
        }
    }
}
