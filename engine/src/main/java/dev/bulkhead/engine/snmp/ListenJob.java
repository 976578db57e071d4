package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.Endpoint;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SecurityLevel;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.engine.notification.ListenCounts;
import dev.bulkhead.engine.notification.Notification;
import dev.bulkhead.engine.notification.Notification.Sender;
import dev.bulkhead.engine.sample.Failure;
import dev.bulkhead.engine.snmp.Arrivals.Arrival;
import dev.bulkhead.engine.usm.UserKeys;
import dev.bulkhead.mibs.smi.SmiValue;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.snmp4j.CommandResponder;
import org.snmp4j.CommandResponderEvent;
import org.snmp4j.MessageDispatcherImpl;
import org.snmp4j.MessageException;
import org.snmp4j.PDU;
import org.snmp4j.PDUv1;
import org.snmp4j.ScopedPDU;
import org.snmp4j.event.CounterEvent;
import org.snmp4j.mp.CounterSupport;
import org.snmp4j.mp.MPv1;
import org.snmp4j.mp.MPv2c;
import org.snmp4j.mp.MPv3;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.mp.StatusInformation;
import org.snmp4j.security.SecurityModel;
import org.snmp4j.security.SecurityModels;
import org.snmp4j.smi.Address;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;

/**
 * A notification listener (RFC 3413 §3.4).
 *
 * <p><b>Concurrency:</b> one thread for each socket does nothing but empty it into {@link
 * Arrivals}, for the stock buffer of the kernel holds some 200 datagrams, 40 ms of 5,000 a second;
 * one thread decodes, gives out and answers. Not on the loop.
 *
 * <p><b>Limits:</b> what is too much is dropped and counted, by the reason: {@link ListenCounts}.
 * An inform is answered when its notification was taken, never before, so that its sender tries
 * again otherwise.
 */
final class ListenJob implements RunningJob, CommandResponder {
    private static final SecurityLevel[] LEVELS = SecurityLevel.values();

    private final JobSpec.Listen spec;
    private final List<UserKeys> keys;
    private final OctetString engineId;
    private final JobSink sink;
    private final List<ListenMapping> mappings = new ArrayList<>();
    private final Arrivals arrivals = new Arrivals();
    private final Set<Integer> ports = new HashSet<>();
    private final AtomicLong received = new AtomicLong();
    private final AtomicLong overLimit = new AtomicLong();
    private final AtomicLong droppedByQueue = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private boolean ended;

    /**
     * The kernel forgets what it dropped when the sockets are closed; below 0 while they are open.
     */
    private volatile long lastKernelDrops = -1;

    private @Nullable Arrival current;
    private boolean understood;
    private boolean discovered;

    ListenJob(
            JobSpec.Listen spec, List<UserKeys> keys, SmiValue.OctetString engineId, JobSink sink) {
        this.spec = spec;
        this.keys = keys;
        this.engineId = new OctetString(engineId.bytes());
        this.sink = sink;
    }

    @Override
    public void start() {
        MessageDispatcherImpl dispatcher = dispatcher();
        List<String> addresses = new ArrayList<>();
        for (Endpoint endpoint : spec.endpoints()) {
            try {
                InetAddress host = InetAddress.getByName(endpoint.host());
                ListenMapping mapping =
                        new ListenMapping(new InetSocketAddress(host, endpoint.port()));
                mappings.add(mapping);
                dispatcher.addTransportMapping(mapping);
                mapping.addTransportListener(dispatcher);
                ports.add(mapping.port());
                addresses.add(new Endpoint(endpoint.host(), mapping.port()).address());
            } catch (IOException e) {
                end(Optional.of(ListenAdvice.failure(endpoint, e)));
                return;
            }
        }
        sink.counts().listensBy(this::counts);
        sink.output().listening(addresses);
        for (ListenMapping mapping : mappings) {
            Thread.ofPlatform().daemon().name("receive").start(() -> receive(mapping));
        }
        Thread.ofPlatform().daemon().name("notifications").start(this::process);
    }

    private MessageDispatcherImpl dispatcher() {
        CounterSupport watched =
                new CounterSupport() {
                    @Override
                    public void fireIncrementCounter(CounterEvent event) {
                        counted(event.getOid());
                    }
                };
        UsmProtocols protocols = new UsmProtocols();
        SendersUsm usm = new SendersUsm(protocols, engineId, watched);
        for (int i = 0; i < spec.users().size(); i++) {
            Credential.Usm user = spec.users().get(i);
            usm.add(
                    protocols.user(user, keys.get(i)),
                    user.securityEngineId().map(id -> new OctetString(id.bytes())));
        }
        MessageDispatcherImpl dispatcher = new MessageDispatcherImpl();
        dispatcher.addMessageProcessingModel(new MPv1());
        dispatcher.addMessageProcessingModel(new MPv2c());
        dispatcher.addMessageProcessingModel(
                new MPv3(
                        engineId.getValue(),
                        null,
                        protocols,
                        SecurityModels.getCollection(new SecurityModel[] {usm}),
                        watched));
        dispatcher.addCommandResponder(this);
        return dispatcher;
    }

    private void receive(ListenMapping mapping) {
        SourceLimits limits = new SourceLimits(spec.maxPerSecond());
        try {
            while (true) {
                InetSocketAddress source = mapping.receive();
                received.incrementAndGet();
                if (!limits.admits(source.getAddress(), System.nanoTime())) {
                    overLimit.incrementAndGet();
                } else if (!arrivals.offer(
                        new Arrival(mapping, source, Instant.now(), mapping.octets()))) {
                    droppedByQueue.incrementAndGet();
                }
            }
        } catch (IOException e) {
            // It is closed when the job ends.
        }
    }

    private void process() {
        try {
            for (Arrival next = arrivals.take(); next != null; next = arrivals.take()) {
                current = next;
                understood = false;
                discovered = false;
                next.process();
                if (!understood && !discovered) {
                    refused.incrementAndGet();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A sender of informs first asks who we are (RFC 3414 §4), which is no fault of its. */
    private void counted(OID counter) {
        discovered |= counter.equals(SnmpConstants.usmStatsUnknownEngineIDs);
    }

    @Override
    public <A extends Address> void processPdu(CommandResponderEvent<A> event) {
        event.setProcessed(true);
        PDU pdu = event.getPDU();
        Arrival arrival = current;
        boolean inform = pdu.getType() == PDU.INFORM;
        if (arrival == null
                || !(inform || pdu.getType() == PDU.TRAP || pdu.getType() == PDU.V1TRAP)) {
            return;
        }
        understood = true;
        Notification notification =
                pdu instanceof PDUv1 trap && pdu.getType() == PDU.V1TRAP
                        ? ofV1(arrival, trap, sender(event))
                        : ofV2(arrival, pdu, sender(event));
        if (!sink.output().notification(notification)) {
            droppedByQueue.incrementAndGet();
        } else if (inform) {
            answer(event);
        }
    }

    private static Notification ofV1(Arrival arrival, PDUv1 pdu, Sender sender) {
        Notification.V1 trap = TrapConversion.v1(pdu);
        return new Notification(
                arrival.time,
                addressOf(arrival.source),
                false,
                sender,
                pdu.getTimestamp(),
                TrapConversion.trapOid(trap),
                Optional.of(trap),
                pdu.getVariableBindings().stream().map(Values::fromVarBind).toList());
    }

    private static Notification ofV2(Arrival arrival, PDU pdu, Sender sender) {
        TrapConversion.Head head = TrapConversion.Head.of(pdu);
        return new Notification(
                arrival.time,
                addressOf(arrival.source),
                pdu.getType() == PDU.INFORM,
                sender,
                head.upTimeTicks(),
                head.trapOid(),
                Optional.empty(),
                head.rest());
    }

    private static String addressOf(InetSocketAddress source) {
        return new Endpoint(source.getAddress().getHostAddress(), source.getPort()).address();
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

    private ListenCounts counts() {
        long kept = lastKernelDrops;
        return new ListenCounts(
                received.get(),
                refused.get(),
                overLimit.get(),
                droppedByQueue.get(),
                kept >= 0 ? kept : KernelDrops.at(ports));
    }

    @Override
    public void cancel() {
        end(Optional.empty());
    }

    private void end(Optional<Failure> failure) {
        if (ended) {
            return;
        }
        ended = true;
        lastKernelDrops = KernelDrops.at(ports);
        for (ListenMapping mapping : mappings) {
            try {
                mapping.close();
            } catch (IOException e) {
                // It receives nothing more either way.
            }
        }
        arrivals.close();
        sink.output().done(failure);
    }
}
