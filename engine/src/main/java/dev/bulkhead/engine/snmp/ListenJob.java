package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.job.Endpoint;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.Transport;
import dev.bulkhead.engine.notification.ListenCounts;
import dev.bulkhead.engine.sample.Failure;
import dev.bulkhead.engine.snmp.Arrivals.Arrival;
import dev.bulkhead.engine.usm.UserKeys;
import dev.bulkhead.mibs.smi.SmiValue;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snmp4j.smi.OctetString;

/**
 * A notification listener (RFC 3413 §3.4).
 *
 * <p><b>Concurrency:</b> one thread for each socket of UDP, and one for all connections, do nothing
 * but empty them into {@link Arrivals}; one thread decodes, gives out and answers. Not on the loop.
 *
 * <p><b>Limits:</b> what is too much is dropped and counted, by the reason: {@link ListenCounts};
 * and those of {@link ConnectionLimits}.
 */
final class ListenJob implements RunningJob {
    private final JobSpec.Listen spec;
    private final JobSink sink;
    private final ConnectionLimits limits;
    private final ListenTally tally = new ListenTally();
    private final Arrivals arrivals = new Arrivals();
    private final NotificationReceiver receiver;
    private final List<Inlet> inlets = new ArrayList<>();
    private final Set<Integer> datagramPorts = new HashSet<>();
    private @Nullable ConnectionRoom connections;
    private boolean ended;

    /**
     * The kernel forgets what it dropped when the sockets are closed; below 0 while they are open.
     */
    private volatile long lastKernelDrops = -1;

    ListenJob(
            JobSpec.Listen spec,
            List<UserKeys> keys,
            SmiValue.OctetString engineId,
            PacketRelay packets,
            JobSink sink) {
        this(
                spec,
                new ReceiverEngines(spec, keys, new OctetString(engineId.bytes()), packets),
                sink,
                ConnectionLimits.USUAL);
    }

    ListenJob(JobSpec.Listen spec, ReceiverEngines engines, JobSink sink, ConnectionLimits limits) {
        this.spec = spec;
        this.sink = sink;
        this.limits = limits;
        this.receiver = new NotificationReceiver(sink.output(), tally, engines);
    }

    @Override
    public void start() {
        List<String> addresses = new ArrayList<>();
        for (Endpoint endpoint : spec.endpoints()) {
            try {
                Inlet inlet = open(endpoint);
                inlets.add(inlet);
                if (!endpoint.transport().isReliable()) {
                    datagramPorts.add(inlet.port());
                }
                addresses.add(endpoint.withPort(inlet.port()).address());
            } catch (IOException e) {
                end(Optional.of(ListenAdvice.failure(endpoint, e)));
                return;
            } catch (UnusableCredentialException e) {
                end(Optional.of(e.failure()));
                return;
            }
        }
        sink.counts().listensBy(this::counts);
        sink.output().listening(addresses);
        inlets.forEach(Inlet::begin);
        if (connections != null) {
            connections.begin();
        }
        Thread.ofPlatform().daemon().name("notifications").start(this::process);
    }

    private Inlet open(Endpoint endpoint) throws IOException {
        InetSocketAddress address =
                new InetSocketAddress(InetAddress.getByName(endpoint.host()), endpoint.port());
        if (endpoint.transport() == Transport.UDP) {
            return new UdpInlet(address, newIntake());
        }
        if (connections == null) {
            connections =
                    new ConnectionRoom(
                            limits,
                            newIntake(),
                            spec.certificates(),
                            tally,
                            sink.output()::refused);
        }
        return connections.open(endpoint.transport(), address);
    }

    private Intake newIntake() {
        return new Intake(spec.maxPerSecond(), arrivals, tally);
    }

    private void process() {
        try {
            for (Arrival next = arrivals.take(); next != null; next = arrivals.take()) {
                receiver.process(next);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private ListenCounts counts() {
        long kept = lastKernelDrops;
        return tally.counts(kept >= 0 ? kept : KernelDrops.at(datagramPorts));
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
        lastKernelDrops = KernelDrops.at(datagramPorts);
        inlets.forEach(Inlet::close);
        if (connections != null) {
            connections.close();
        }
        arrivals.close();
        sink.output().done(failure);
    }
}
