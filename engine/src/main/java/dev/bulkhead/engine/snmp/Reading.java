package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.sample.ErrorStatus;
import dev.bulkhead.engine.sample.Failure;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.engine.snmp.Reply.Answer;
import dev.bulkhead.engine.snmp.Reply.NoAnswer;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue.Marker;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads instances by GET, with as many requests as the agent needs.
 *
 * <p>Too big an answer (RFC 3416 §4.2.1) halves the request. A v1 agent refuses the whole request
 * for one name it does not have (RFC 1157 §4.1.2): that one is left out and reported as {@code
 * noSuchObject}. An answer that holds fewer variables is completed. A value counts only under the
 * name that was asked for. On the loop's thread.
 */
final class Reading {
    /**
     * What was read.
     *
     * @param varBinds one for each name, in order; empty if there is a failure
     * @param refused the answer to the first name that a v1 agent does not have
     * @param perRequest how many names fit into one request
     */
    record Result(
            List<VarBind> varBinds,
            Optional<Failure> failure,
            Optional<Failure> refused,
            int perRequest,
            long roundTripNanos) {}

    /** Names in one request at first: such an answer fits 1,472 octets for most. */
    static final int PER_REQUEST = 60;

    private final Agent agent;
    private final NameList names;
    private final Consumer<Result> receiver;
    private @Nullable VarBind[] values = {};
    private final Deque<List<Integer>> toAsk = new ArrayDeque<>(1);
    private Optional<Failure> refused = Optional.empty();
    private int perRequest;
    private long roundTripNanos;

    Reading(Agent agent, NameList names, int perRequest, Consumer<Result> receiver) {
        this.agent = agent;
        this.names = names;
        this.perRequest = perRequest;
        this.receiver = receiver;
    }

    void start() {
        if (names.size() <= perRequest) {
            agent.ask(names.whole(), this::repliedToWhole);
        } else {
            startParts();
            askNext();
        }
    }

    /** Most agents answer all at once and in order, and need no bookkeeping. */
    private void repliedToWhole(Reply reply) {
        if (reply instanceof Answer answer
                && answer.error() == ErrorStatus.NO_ERROR
                && names.areThoseOf(answer.varBinds())) {
            roundTripNanos = answer.roundTripNanos();
            finish(answer.varBinds(), Optional.empty());
            return;
        }
        startParts();
        List<Integer> places = toAsk.remove();
        replied(places, names.whole(), reply);
    }

    private void startParts() {
        values = new VarBind[names.size()];
        for (int from = 0; from < names.size(); from += perRequest) {
            int end = Math.min(names.size(), from + perRequest);
            List<Integer> places = new ArrayList<>(end - from);
            for (int i = from; i < end; i++) {
                places.add(i);
            }
            toAsk.add(places);
        }
    }

    private void askNext() {
        List<Integer> places = toAsk.poll();
        if (places == null) {
            List<VarBind> all = Arrays.stream(values).map(Reading::read).toList();
            finish(all, Optional.empty());
            return;
        }
        List<Oid> asked = places.stream().map(names::get).toList();
        Question question = Question.get(asked);
        agent.ask(question, reply -> replied(places, question, reply));
    }

    private static VarBind read(@Nullable VarBind value) {
        if (value == null) {
            throw new IllegalStateException("a name was not asked for");
        }
        return value;
    }

    private void finish(List<VarBind> varBinds, Optional<Failure> failure) {
        receiver.accept(new Result(varBinds, failure, refused, perRequest, roundTripNanos));
    }

    private void fail(Failure failure) {
        finish(List.of(), Optional.of(failure));
    }

    private void replied(List<Integer> places, Question question, Reply reply) {
        switch (reply) {
            case NoAnswer(Failure failure) -> fail(failure);
            case Answer answer -> {
                roundTripNanos = answer.roundTripNanos();
                if (answer.error() == ErrorStatus.NO_ERROR) {
                    take(places, answer.varBinds());
                } else {
                    repair(places, question, answer);
                }
            }
        }
    }

    private void take(List<Integer> places, List<VarBind> varBinds) {
        if (varBinds.isEmpty()) {
            fail(new Failure.BadAnswer(agent.name(), "an answer without variables"));
            return;
        }
        int count = Math.min(places.size(), varBinds.size());
        for (int i = 0; i < count; i++) {
            VarBind varBind = varBinds.get(i);
            Oid asked = names.get(places.get(i));
            if (!varBind.name().equals(asked)) {
                String what =
                        "a value of "
                                + varBind.name().toDottedString()
                                + " where "
                                + asked.toDottedString()
                                + " was asked for";
                fail(new Failure.BadAnswer(agent.name(), what));
                return;
            }
            values[places.get(i)] = varBind;
        }
        if (count < places.size()) {
            toAsk.addFirst(places.subList(count, places.size()));
        }
        askNext();
    }

    private void repair(List<Integer> places, Question question, Answer answer) {
        Failure failure = RunningJob.failureOf(agent, answer, question.varBinds());
        if (answer.error() == ErrorStatus.TOO_BIG && places.size() > 1) {
            int half = (places.size() + 1) / 2;
            perRequest = Math.min(perRequest, half);
            toAsk.addFirst(places.subList(half, places.size()));
            toAsk.addFirst(places.subList(0, half));
        } else if (answer.error() == ErrorStatus.NO_SUCH_NAME
                && answer.errorIndex() >= 1
                && answer.errorIndex() <= places.size()) {
            int missing = places.get(answer.errorIndex() - 1);
            values[missing] = new VarBind(names.get(missing), Marker.NO_SUCH_OBJECT);
            refused = refused.or(() -> Optional.of(failure));
            List<Integer> rest = new ArrayList<>(places);
            rest.removeIf(place -> place == missing);
            if (!rest.isEmpty()) {
                toAsk.addFirst(rest);
            }
        } else {
            fail(failure);
            return;
        }
        askNext();
    }
}
