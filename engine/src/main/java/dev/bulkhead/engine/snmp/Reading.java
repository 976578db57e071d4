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
 * noSuchObject}; any other error that names its variable leaves that one out, {@code unSpecified},
 * as long as these are few. An answer that holds fewer variables is completed, and the agent asked
 * for as few from then on. A value counts only under the name that was asked for, in whatever
 * order. An agent that answers single variables only is asked for these ({@link Choosiness}). On
 * the loop's thread.
 */
final class Reading {
    /**
     * What was read.
     *
     * @param varBinds one for each name, in order; empty if there is a failure
     * @param refused the answer to the first name that was left out
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

    /** Variables with an error that a reading goes on without. */
    private static final int MOST_REPAIRS = 8;

    /** Sub-identifiers (RFC 2578 §3.5). */
    private static final int LONGEST_NAME = 128;

    private final Agent agent;
    private final NameList names;
    private final Consumer<Result> receiver;
    private @Nullable VarBind[] values = {};
    private final Deque<List<Integer>> toAsk = new ArrayDeque<>(1);
    private Optional<Failure> refused = Optional.empty();
    private int perRequest;
    private int repairs;
    private long roundTripNanos;

    Reading(Agent agent, NameList names, int perRequest, Consumer<Result> receiver) {
        this.agent = agent;
        this.names = names;
        this.perRequest = perRequest;
        this.receiver = receiver;
    }

    void start() {
        if (agent.choosiness().isOnlySimple()) {
            perRequest = 1;
        }
        if (names.size() <= perRequest) {
            ask(names.whole(), this::repliedToWhole);
        } else {
            startParts();
            askNext();
        }
    }

    private void ask(Question question, Consumer<Reply> taker) {
        if (question.varBinds().size() == 1) {
            agent.ask(question, taker);
            return;
        }
        Oid first = question.varBinds().getFirst().name();
        agent.choosiness()
                .ask(
                        agent,
                        question,
                        Question.get(List.of(first)),
                        taker,
                        answer -> {
                            perRequest = 1;
                            taker.accept(answer);
                        });
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
        int wanted = perRequest;
        perRequest = names.size();
        startParts();
        perRequest = wanted;
        List<Integer> places = toAsk.remove();
        replied(places, names.whole(), reply);
    }

    private void startParts() {
        values = new VarBind[names.size()];
        List<Integer> all = new ArrayList<>(names.size());
        for (int i = 0; i < names.size(); i++) {
            all.add(i);
        }
        toAsk.add(all);
    }

    private void askNext() {
        List<Integer> rest = toAsk.poll();
        if (rest == null) {
            finishWhole();
            return;
        }
        List<Integer> places = rest;
        if (rest.size() > perRequest) {
            places = rest.subList(0, perRequest);
            toAsk.addFirst(rest.subList(perRequest, rest.size()));
        }
        List<Integer> these = places;
        Question question = Question.get(these.stream().map(names::get).toList());
        ask(question, reply -> replied(these, question, reply));
    }

    private void finishWhole() {
        List<VarBind> all = Arrays.stream(values).map(Reading::read).toList();
        boolean gotSome = all.stream().anyMatch(each -> each.value() != Marker.UNSPECIFIED);
        if (gotSome || refused.isEmpty()) {
            finish(all, Optional.empty());
        } else {
            fail(refused.get());
        }
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

    /** Takes each value under the name it came with, whatever the order. */
    private void take(List<Integer> places, List<VarBind> varBinds) {
        List<Integer> missing = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            int place = places.get(i);
            VarBind value = named(names.get(place), varBinds, i);
            if (value == null) {
                missing.add(place);
            } else {
                values[place] = value;
            }
        }
        if (missing.size() == places.size()) {
            takeNothing(places, nothingOf(places, varBinds));
            return;
        }
        if (!missing.isEmpty()) {
            perRequest = Math.min(perRequest, places.size() - missing.size());
            toAsk.addFirst(missing);
        }
        askNext();
    }

    /** One variable of several may have a name that nobody can read. */
    private void takeNothing(List<Integer> places, Failure failure) {
        if (places.size() == 1 && names.size() > 1 && repairs++ < MOST_REPAIRS) {
            leaveOut(places, 1, Marker.UNSPECIFIED, failure);
            askNext();
        } else {
            fail(failure);
        }
    }

    private static @Nullable VarBind named(Oid name, List<VarBind> varBinds, int likely) {
        if (likely < varBinds.size() && varBinds.get(likely).name().equals(name)) {
            return varBinds.get(likely);
        }
        for (VarBind varBind : varBinds) {
            if (varBind.name().equals(name)) {
                return varBind;
            }
        }
        return null;
    }

    private Failure nothingOf(List<Integer> places, List<VarBind> varBinds) {
        String what =
                varBinds.isEmpty()
                        ? "an answer without variables"
                        : "a value of "
                                + shown(varBinds.getFirst().name())
                                + " where "
                                + names.get(places.getFirst()).toDottedString()
                                + " was asked for";
        return new Failure.BadAnswer(agent.name(), what);
    }

    /** What an agent sent may be as long as a datagram, which nobody would read. */
    private static String shown(Oid name) {
        return name.size() > LONGEST_NAME
                ? "a name of " + name.size() + " sub-identifiers"
                : name.toDottedString();
    }

    private void repair(List<Integer> places, Question question, Answer answer) {
        Failure failure = RunningJob.failureOf(agent, answer, question.varBinds());
        boolean several = places.size() > 1;
        boolean named = answer.errorIndex() >= 1 && answer.errorIndex() <= places.size();
        if (answer.error() == ErrorStatus.TOO_BIG && several) {
            perRequest = Math.min(perRequest, (places.size() + 1) / 2);
            toAsk.addFirst(places);
        } else if (answer.error() == ErrorStatus.NO_SUCH_NAME && named) {
            leaveOut(places, answer.errorIndex(), Marker.NO_SUCH_OBJECT, failure);
        } else if (several && named && repairs++ < MOST_REPAIRS) {
            leaveOut(places, answer.errorIndex(), Marker.UNSPECIFIED, failure);
        } else if (refused.isPresent() && repairs++ < MOST_REPAIRS) {
            places.forEach(
                    place -> values[place] = new VarBind(names.get(place), Marker.UNSPECIFIED));
        } else {
            fail(failure);
            return;
        }
        askNext();
    }

    /** Asks on without the variable that the agent has an error for. */
    private void leaveOut(List<Integer> places, int errorIndex, Marker instead, Failure failure) {
        int refusedPlace = places.get(errorIndex - 1);
        values[refusedPlace] = new VarBind(names.get(refusedPlace), instead);
        refused = refused.or(() -> Optional.of(failure));
        List<Integer> rest = new ArrayList<>(places);
        rest.removeIf(place -> place == refusedPlace);
        if (!rest.isEmpty()) {
            toAsk.addFirst(rest);
        }
    }
}
