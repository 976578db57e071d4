package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.diagnosis.Diagnosis;
import dev.bulkhead.engine.diagnosis.Probe;
import dev.bulkhead.engine.diagnosis.Step;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.Transport;
import dev.bulkhead.engine.usm.UserKeys;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snmp4j.smi.UdpAddress;

/**
 * Finds out why a device does not answer: climbs the {@link Ladder}, one PDU after the other, and
 * says what the {@link Verdict} is.
 *
 * <p><b>Why not by a session:</b> that asks again when it is refused, discovers engines by itself
 * and forgets what was said on the way; here each PDU is counted and told.
 *
 * <p><b>Concurrency:</b> the probes wait for each other, so they are straight-line code on a thread
 * of the job's own; what is told is told on the loop's. A cancel closes the socket, which ends
 * whatever waits.
 */
final class DoctorJob implements RunningJob {
    private static final int LOWEST_ID = 1 << 24;

    private final JobSpec.Doctor spec;
    private final Ladder ladder;
    private final DoctorMessages messages;
    private final ProbeText text;
    private final Loop loop;
    private final PacketRelay packets;
    private final JobSink sink;
    private final SecureRandom random = new SecureRandom();
    private final List<Evidence.Tried> tried = new ArrayList<>();

    /** Messages that may still be answered by who is slow: what the first of their kind asked. */
    private DoctorMessages.@Nullable Sent firstOwn;

    private DoctorMessages.@Nullable Sent firstEngine;
    private InetAddress address = InetAddress.getLoopbackAddress();
    private volatile @Nullable DoctorSocket socket;
    private volatile boolean ended;

    /**
     * A job.
     *
     * @param keys one for each attempt of the job
     */
    DoctorJob(JobSpec.Doctor spec, List<UserKeys> keys, PacketRelay packets, JobSink sink) {
        this.spec = spec;
        this.ladder = new Ladder(spec);
        this.messages = new DoctorMessages(spec.attempts(), keys);
        this.text = new ProbeText(spec);
        this.loop = packets.loop();
        this.packets = packets;
        this.sink = sink;
    }

    @Override
    public void start() {
        spec.attempts().forEach(attempt -> packets.hides(attempt.credential()));
        Thread.ofPlatform().daemon().name("doctor").start(this::examine);
    }

    private void examine() {
        try (DoctorSocket own = new DoctorSocket()) {
            socket = own;
            if (findWay(own)) {
                climb(own);
            }
        } catch (IOException e) {
            add(Step.ROUTE, new Finding.NoRoute(String.valueOf(e.getMessage())));
        }
        Diagnosis diagnosis = Verdict.of(spec, new Evidence(tried));
        loop.execute(() -> end(diagnosis));
    }

    private boolean findWay(DoctorSocket own) {
        long begun = System.nanoTime();
        try {
            address = InetAddress.getByName(spec.target().host());
        } catch (UnknownHostException e) {
            add(Step.NAME, new Finding.NoName());
            return false;
        }
        add(Step.NAME, new Finding.Settled(since(begun), address.getHostAddress()));
        begun = System.nanoTime();
        try {
            String from = own.connect(new InetSocketAddress(address, spec.target().port()));
            add(Step.ROUTE, new Finding.Settled(since(begun), "from " + from));
        } catch (IOException e) {
            add(Step.ROUTE, new Finding.NoRoute(String.valueOf(e.getMessage())));
            return false;
        }
        tell(text.skipped(Step.PING, "an ICMP echo needs privileges that this program lacks"));
        return true;
    }

    private UdpAddress peer() {
        return new UdpAddress(address, spec.target().port());
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }

    private void climb(DoctorSocket own) {
        while (!ended) {
            Evidence seen = new Evidence(tried);
            Optional<Ladder.Rung> next = ladder.next(seen);
            if (next.isEmpty()) {
                break;
            }
            Ladder.Rung rung = next.get();
            if (seen.pdus() >= Ladder.MAX_PDUS) {
                String limit = Ladder.MAX_PDUS + " messages are the limit";
                tell(new Probe(rung.step(), text.sent(rung), new Probe.Outcome.Skipped(limit)));
                break;
            }
            add(rung, probe(own, rung, seen));
        }
        text.notAllowed(new Evidence(tried)).ifPresent(this::tell);
    }

    private Finding probe(DoctorSocket own, Ladder.Rung rung, Evidence seen) {
        DoctorMessages.Sent sent = messages.make(rung, freeId(), seen);
        loop.execute(() -> sink.counts().request());
        byte[] message = sent.message().bytes();
        try {
            own.send(message);
            packets.knows(peer(), sent.engine());
            packets.sent(Transport.UDP, peer(), message);
            return await(own, rung, sent);
        } catch (PortUnreachableException e) {
            return new Finding.PortClosed();
        } catch (NoRouteToHostException e) {
            return new Finding.HostUnreachable(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return new Finding.NoRoute(String.valueOf(e.getMessage()));
        }
    }

    private Finding await(DoctorSocket own, Ladder.Rung rung, DoctorMessages.Sent sent)
            throws IOException {
        DoctorMessages.Sent earlier = rung.kind() == Ladder.Kind.ENGINE ? firstEngine : firstOwn;
        if (rung.step() == Step.OWN) {
            firstOwn = sent;
        } else if (rung.step() == Step.ENGINE) {
            firstEngine = sent;
        }
        long until = System.nanoTime() + rung.timeout().toNanos();
        while (true) {
            Optional<byte[]> datagram = own.receive(until);
            if (datagram.isEmpty()) {
                loop.execute(() -> sink.counts().timeout());
                return new Finding.Silent(rung.timeout());
            }
            packets.received(Transport.UDP, peer(), datagram.get());
            Optional<Finding> found = messages.read(datagram.get(), sent);
            if (found.isEmpty() && rung.step() == Step.LONGER_WAIT && earlier != null) {
                found = messages.read(datagram.get(), earlier);
            }
            if (found.isPresent()) {
                return found.get();
            }
        }
    }

    /** Random, so that nobody off the path can make up an answer. */
    private int freeId() {
        return LOWEST_ID + random.nextInt(LOWEST_ID);
    }

    private void add(Step step, Finding finding) {
        tried.add(new Evidence.Tried(step, Evidence.NO_ATTEMPT, finding));
        tell(new Probe(step, text.sent(step), text.outcome(finding)));
    }

    private void add(Ladder.Rung rung, Finding finding) {
        tried.add(new Evidence.Tried(rung.step(), rung.attempt(), finding));
        tell(new Probe(rung.step(), text.sent(rung), text.outcome(finding)));
    }

    private void tell(Probe probe) {
        loop.execute(() -> {
            if (!ended) {
                sink.output().probed(probe);
            }
        });
    }

    private void end(Diagnosis diagnosis) {
        if (!ended) {
            ended = true;
            sink.output().diagnosed(diagnosis);
            sink.output().done(Optional.empty());
        }
    }

    @Override
    public void cancel() {
        if (ended) {
            return;
        }
        ended = true;
        DoctorSocket open = socket;
        if (open != null) {
            open.close();
        }
        sink.output().done(Optional.empty());
    }
}
