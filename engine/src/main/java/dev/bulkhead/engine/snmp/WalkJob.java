package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.StartPoint;
import dev.bulkhead.engine.job.WalkOptions;
import dev.bulkhead.engine.sample.ErrorStatus;
import dev.bulkhead.engine.sample.Failure;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.engine.snmp.Reply.Answer;
import dev.bulkhead.engine.snmp.Reply.NoAnswer;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue.Marker;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Walks the roots of a job, one after the other, by GETBULK or GETNEXT.
 *
 * <p><b>The end of a root</b> is a name outside it, {@code endOfMibView}, or noSuchName from a v1
 * agent. A root that gave nothing may be an instance: it is asked for by GET then, as net-snmp's
 * {@code snmpwalk} does. One that may not be read does not keep the next from being walked.
 *
 * <p><b>What may go wrong:</b> names that do not increase end the walk ({@link OrderCheck}); an
 * empty answer or genErr to GETBULK makes it go on by GETNEXT, and to GETNEXT ends it, since asking
 * again would go on for ever; tooBig halves the repetitions, down to GETNEXT; silence after they
 * had grown brings them back ({@link Repetitions}), silence to GETBULK alone means GETNEXT ({@link
 * Choosiness}). Whatever ends it, the values before stay good and are given out first.
 *
 * <p><b>Speed:</b> the next request is sent before the values of the last answer are given out, so
 * that the agent works while we encode. Nothing is asked while the output blocks: memory holds two
 * answers at most.
 */
final class WalkJob implements RunningJob {
    private final Agent agent;
    private final List<Oid> roots;
    private final WalkOptions options;
    private final Counts counts;
    private final JobOutput output;
    private final long deadlineNanos;
    private final Repetitions repetitions;

    private int rootIndex;
    private OrderCheck order;
    private long given;
    private boolean rootGaveSome;
    private boolean ended;

    /** Why a root was not walked, or not to its end, or not wholly. */
    private Optional<Failure> refused = Optional.empty();

    WalkJob(Agent agent, JobSpec.Walk walk, StartPoint start, Counts counts, JobOutput output) {
        this.agent = agent;
        this.roots = walk.roots();
        this.options = walk.options();
        this.counts = counts;
        this.output = output;
        this.deadlineNanos =
                options.maxTime().isZero()
                        ? Long.MAX_VALUE
                        : System.nanoTime() + options.maxTime().toNanos();
        this.repetitions =
                new Repetitions(options, !agent.isV1() && !agent.choosiness().isOnlySimple());
        this.rootIndex = start.rootsDone();
        this.given = start.varBindsDone();
        this.rootGaveSome = start.after().isPresent();
        Oid root = roots.get(Math.min(rootIndex, roots.size() - 1));
        this.order = new OrderCheck(options.strictOrder(), start.after().orElse(root));
    }

    @Override
    public void start() {
        if (rootIndex >= roots.size()) {
            end(Optional.empty());
        } else {
            askOn();
        }
    }

    @Override
    public void cancel() {
        end(Optional.empty());
    }

    private void end(Optional<Failure> failure) {
        if (!ended) {
            ended = true;
            output.done(failure);
        }
    }

    private void askOn() {
        List<Oid> from = List.of(order.previous());
        int rows = repetitions.now();
        if (rows == 0) {
            agent.ask(Question.next(from), reply -> replied(0, reply));
            return;
        }
        agent.choosiness()
                .ask(
                        agent,
                        Question.bulk(from, 0, rows),
                        Question.next(from),
                        reply -> replied(rows, reply),
                        answer -> {
                            repetitions.giveUpBulk();
                            replied(0, answer);
                        });
    }

    private void replied(int rows, Reply reply) {
        if (ended) {
            return;
        }
        switch (reply) {
            case NoAnswer(Failure.Timeout timeout) when repetitions.takesSilence() -> askOn();
            case NoAnswer(Failure failure) -> end(Optional.of(failure));
            case Answer answer -> {
                switch (answer.error()) {
                    case NO_ERROR -> {
                        repetitions.answered(rows, answer.varBinds().size(), answer);
                        take(rows, answer);
                    }
                    case TOO_BIG -> askForLess(rows, answer);
                    case NO_SUCH_NAME -> noSuchName(answer);
                    case GEN_ERR -> askByNext(rows, failureOf(answer));
                    case NO_ACCESS, AUTHORIZATION_ERROR -> {
                        refused = refused.or(() -> Optional.of(failureOf(answer)));
                        nextRoot();
                    }
                    default -> end(Optional.of(failureOf(answer)));
                }
            }
        }
    }

    /** The end as v1 tells it (RFC 1157 §4.1.3), unless it names a variable that nobody asked. */
    private void noSuchName(Answer answer) {
        if (answer.errorIndex() <= 1) {
            endOfRoot(List.of(), answer.roundTripNanos());
        } else {
            end(Optional.of(failureOf(answer)));
        }
    }

    private Failure failureOf(Answer answer) {
        return RunningJob.failureOf(
                agent, answer, List.of(new VarBind(order.previous(), Marker.UNSPECIFIED)));
    }

    private void askForLess(int rows, Answer answer) {
        if (repetitions.takesTooBig(rows)) {
            askOn();
        } else {
            end(Optional.of(failureOf(answer)));
        }
    }

    private Failure leftOut(String loss) {
        return new Failure.BadAnswer(
                agent.name(), "a variable that cannot be read was left out: " + loss);
    }

    /** Some agents have no GETBULK, and say so in their own ways. */
    private void askByNext(int rows, Failure otherwise) {
        if (rows > 0) {
            repetitions.giveUpBulk();
            askOn();
        } else {
            end(Optional.of(otherwise));
        }
    }

    private void take(int rows, Answer answer) {
        refused = refused.or(() -> answer.loss().map(this::leftOut));
        if (answer.varBinds().isEmpty()) {
            askByNext(rows, new Failure.BadAnswer(agent.name(), "an answer without variables"));
            return;
        }
        Oid root = roots.get(rootIndex);
        List<VarBind> inside = new ArrayList<>(answer.varBinds().size());
        for (VarBind varBind : answer.varBinds()) {
            Oid name = varBind.name();
            if (varBind.value() == Marker.END_OF_MIB_VIEW || !name.startsWith(root)) {
                endOfRoot(inside, answer.roundTripNanos());
                return;
            }
            Oid previous = order.previous();
            if (!order.accepts(name)) {
                give(inside, answer.roundTripNanos());
                end(Optional.of(new Failure.NotIncreasing(agent.name(), previous, name)));
                return;
            }
            if (isHole(varBind)) {
                continue;
            }
            inside.add(varBind);
            given++;
            if (given == options.maxVarBinds()) {
                give(inside, answer.roundTripNanos());
                end(Optional.of(new Failure.LimitReached(given + " values")));
                return;
            }
        }
        goOn(inside, answer.roundTripNanos());
    }

    /** No agent may answer so to GETNEXT (RFC 3416 §4.2.2), but the walk can go on behind it. */
    private static boolean isHole(VarBind varBind) {
        return varBind.value() == Marker.NO_SUCH_OBJECT
                || varBind.value() == Marker.NO_SUCH_INSTANCE;
    }

    private void goOn(List<VarBind> inside, long roundTripNanos) {
        if (System.nanoTime() - deadlineNanos >= 0 && deadlineNanos != Long.MAX_VALUE) {
            give(inside, roundTripNanos);
            end(Optional.of(new Failure.LimitReached(options.maxTime().toMillis() + " ms")));
            return;
        }
        askOn();
        give(inside, roundTripNanos);
    }

    private void give(List<VarBind> varBinds, long roundTripNanos) {
        if (!varBinds.isEmpty()) {
            rootGaveSome = true;
            counts.varBinds(varBinds.size());
            output.sample(RunningJob.sampleOf(varBinds, roundTripNanos));
        }
    }

    private void endOfRoot(List<VarBind> inside, long roundTripNanos) {
        give(inside, roundTripNanos);
        if (rootGaveSome) {
            nextRoot();
        } else {
            agent.ask(Question.get(List.of(roots.get(rootIndex))), this::gotRootItself);
        }
    }

    private void gotRootItself(Reply reply) {
        if (ended) {
            return;
        }
        switch (reply) {
            case NoAnswer(Failure failure) -> end(Optional.of(failure));
            case Answer answer -> {
                if (answer.error() == ErrorStatus.NO_ERROR) {
                    given += answer.varBinds().size();
                    give(answer.varBinds(), answer.roundTripNanos());
                }
                nextRoot();
            }
        }
    }

    private void nextRoot() {
        rootIndex++;
        output.rootsDone(rootIndex);
        if (rootIndex >= roots.size()) {
            end(refused);
            return;
        }
        rootGaveSome = false;
        order = new OrderCheck(options.strictOrder(), roots.get(rootIndex));
        askOn();
    }
}
