package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.sample.ErrorStatus;
import dev.bulkhead.engine.sample.Failure;
import dev.bulkhead.engine.snmp.Reply.Answer;
import dev.bulkhead.engine.snmp.Reply.NoAnswer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.snmp4j.PDU;
import org.snmp4j.PDUv1;

/**
 * Sends one notification (RFC 3413 §3.3): a trap and the end, or an inform, whose answer is given
 * as a sample. On the loop's thread.
 */
final class NotifyJob implements RunningJob {
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private final Loop loop;
    private final Agent agent;
    private final JobSpec.Notify spec;
    private final JobOutput output;
    private boolean ended;

    NotifyJob(Loop loop, Agent agent, JobSpec.Notify spec, JobOutput output) {
        this.loop = loop;
        this.agent = agent;
        this.spec = spec;
        this.output = output;
    }

    @Override
    public void start() {
        if (spec.inform()) {
            Question question = new Question(PDU.INFORM, TrapConversion.varBinds(spec), 0, 0);
            agent.ask(question, reply -> replied(question, reply));
            return;
        }
        Optional<Failure> failure = agent.tell(trap());
        if (failure.isPresent()) {
            end(failure);
        } else {
            awaitSent(System.nanoTime() + agent.timeoutNanos());
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
        if (agent.hasSentAll()) {
            end(Optional.empty());
        } else if (System.nanoTime() - deadline > 0) {
            end(Optional.of(new Failure.Timeout(agent.name(), agent.target().timeout(), 0)));
        } else {
            loop.after(LOOK_NANOS, () -> awaitSent(deadline));
        }
    }

    private void replied(Question question, Reply reply) {
        switch (reply) {
            case NoAnswer(Failure failure) -> end(Optional.of(failure));
            case Answer answer -> {
                if (answer.error() != ErrorStatus.NO_ERROR) {
                    end(Optional.of(RunningJob.failureOf(agent, answer, question.varBinds())));
                } else {
                    output.sample(
                            RunningJob.sampleOf(
                                    List.copyOf(answer.varBinds()), answer.roundTripNanos()));
                    end(Optional.empty());
                }
            }
        }
    }

    private void end(Optional<Failure> failure) {
        if (!ended) {
            ended = true;
            output.done(failure);
        }
    }

    @Override
    public void cancel() {
        end(Optional.empty());
    }
}
