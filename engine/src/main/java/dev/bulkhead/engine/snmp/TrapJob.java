package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.sample.Failure;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.snmp4j.PDU;
import org.snmp4j.PDUv1;

/**
 * Sends one notification that nobody answers (RFC 3413 §3.3), and ends, which its output lets come
 * once ({@link UntilDone}). On the loop's thread; an inform is a {@link OneShotJob}.
 */
final class TrapJob implements RunningJob {
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private final Loop loop;
    private final Agent agent;
    private final JobSpec.Notify spec;
    private final JobOutput output;

    TrapJob(Loop loop, Agent agent, JobSpec.Notify spec, JobOutput output) {
        this.loop = loop;
        this.agent = agent;
        this.spec = spec;
        this.output = output;
    }

    @Override
    public void start() {
        Optional<Failure> failure = agent.tell(trap());
        if (failure.isPresent()) {
            output.done(failure);
        } else {
            awaitSent(System.nanoTime() + agent.target().timeout().toNanos());
        }
    }

    private PDU trap() {
        if (agent.isV1()) {
            PDUv1 pdu = new PDUv1();
            TrapConversion.fill(pdu, spec);
            return pdu;
        }
        PDU pdu = agent.newPdu();
        new Question(PDU.TRAP, TrapConversion.varBinds(spec), 0, 0).fill(pdu);
        return pdu;
    }

    /** A connection may have to be opened first; a datagram has gone already. */
    private void awaitSent(long deadline) {
        Optional<Failure> problem = agent.problem();
        if (problem.isPresent() || agent.hasSentAll()) {
            output.done(problem);
        } else if (System.nanoTime() - deadline > 0) {
            output.done(
                    Optional.of(new Failure.Timeout(agent.name(), agent.target().timeout(), 0)));
        } else {
            loop.after(LOOK_NANOS, () -> awaitSent(deadline));
        }
    }

    @Override
    public void cancel() {
        output.done(Optional.empty());
    }
}
