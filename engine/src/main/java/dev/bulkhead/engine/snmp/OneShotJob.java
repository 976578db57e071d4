package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.sample.ErrorStatus;
import dev.bulkhead.engine.sample.Failure;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.engine.snmp.Reply.Answer;
import dev.bulkhead.engine.snmp.Reply.NoAnswer;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue.Marker;
import java.util.List;
import java.util.Optional;
import org.snmp4j.PDU;

/**
 * Get in its three modes, Set, and an inform: one sample, then the end, which its output lets come
 * once ({@link UntilDone}). On the loop's thread.
 */
final class OneShotJob implements RunningJob {
    private final Agent agent;
    private final JobSpec spec;
    private final Counts counts;
    private final JobOutput output;

    OneShotJob(Agent agent, JobSpec spec, Counts counts, JobOutput output) {
        this.agent = agent;
        this.spec = spec;
        this.counts = counts;
        this.output = output;
    }

    @Override
    public void start() {
        switch (spec) {
            case JobSpec.Get get -> startGet(get);
            case JobSpec.Set set -> ask(Question.set(set.varBinds()));
            case JobSpec.Walk walk -> throw new IllegalArgumentException("a walk is not one shot");
            case JobSpec.Table table -> throw new IllegalArgumentException("nor is a table");
            case JobSpec.Poll poll -> throw new IllegalArgumentException("nor is a poll");
            case JobSpec.Notify inform ->
                    ask(new Question(PDU.INFORM, TrapConversion.varBinds(inform), 0, 0));
            case JobSpec.Listen listen -> throw new IllegalArgumentException("nor is a listener");
            case JobSpec.Discover discover -> throw new IllegalArgumentException("nor is a sweep");
            case JobSpec.Doctor doctor ->
                    throw new IllegalArgumentException("a doctor asks more than once");
            case JobSpec.Simulate simulate ->
                    throw new IllegalArgumentException("nor is a simulator");
        }
    }

    private void startGet(JobSpec.Get get) {
        List<Oid> oids = get.oids();
        switch (get.mode()) {
            case JobSpec.Get.Mode.Exact exact ->
                    new Reading(agent, new NameList(oids), Reading.PER_REQUEST, this::read).start();
            case JobSpec.Get.Mode.Next next -> ask(Question.next(oids));
            case JobSpec.Get.Mode.Bulk(int nonRepeaters, int maxRepetitions) -> {
                if (agent.isV1()) {
                    output.done(
                            Optional.of(
                                    new Failure.LocalProblem(
                                            "v1 has no GETBULK", "Use v2c or v3, or getnext.")));
                } else {
                    ask(Question.bulk(oids, nonRepeaters, maxRepetitions));
                }
            }
        }
    }

    private void read(Reading.Result result) {
        List<VarBind> present = result.varBinds();
        if (result.refused().isPresent()) {
            present =
                    present.stream()
                            .filter(varBind -> varBind.value() != Marker.NO_SUCH_OBJECT)
                            .filter(varBind -> varBind.value() != Marker.UNSPECIFIED)
                            .toList();
        }
        give(present, result.roundTripNanos());
        output.done(result.failure().or(result::refused));
    }

    private void ask(Question question) {
        agent.ask(question, reply -> replied(question, reply));
    }

    private void replied(Question question, Reply reply) {
        switch (reply) {
            case NoAnswer(Failure failure) -> output.done(Optional.of(failure));
            case Answer answer -> {
                if (answer.error() != ErrorStatus.NO_ERROR) {
                    output.done(
                            Optional.of(RunningJob.failureOf(agent, answer, question.varBinds())));
                } else if (answer.varBinds().isEmpty()) {
                    output.done(
                            Optional.of(
                                    new Failure.BadAnswer(
                                            agent.name(), "an answer without variables")));
                } else {
                    give(answer.varBinds(), answer.roundTripNanos());
                    output.done(Optional.empty());
                }
            }
        }
    }

    private void give(List<VarBind> varBinds, long roundTripNanos) {
        if (!varBinds.isEmpty()) {
            counts.varBinds(varBinds.size());
            output.sample(RunningJob.sampleOf(varBinds, roundTripNanos));
        }
    }

    @Override
    public void cancel() {
        output.done(Optional.empty());
    }
}
