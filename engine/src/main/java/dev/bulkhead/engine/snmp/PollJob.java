package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.Schedule;
import dev.bulkhead.engine.job.StartPoint;
import dev.bulkhead.engine.sample.Failure;
import dev.bulkhead.engine.sample.MissedRounds;
import dev.bulkhead.engine.sample.Sample;
import dev.bulkhead.mibs.smi.Oid;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snmp4j.smi.TransportIpAddress;

/**
 * Asks many targets for the same instances again and again.
 *
 * <p><b>The grid:</b> round <i>n</i> begins <i>n</i> intervals after round 0, by monotonic time,
 * and a replacement worker goes on with the grid of the one before. On a busy machine rounds may
 * come late: up to three are made up for, a quarter of an interval apart. Whoever comes later than
 * that (a stopped process, a suspended machine) makes one late round and then the next on the grid;
 * the rounds in between are a gap, never a burst.
 *
 * <p><b>In a round</b> each target has its turn ({@link RoundTurns}) at a place of its own, as the
 * {@link Schedule} spreads them; in the job's first round all have it at once.
 *
 * <p><b>A slow target</b> is asked again as soon as the round before has ended: after an answer for
 * the rounds that it is late with, as above; after a timeout only for the one whose turn came last.
 * The rounds it misses are a gap of its own, with the reason. The others are not held up ({@link
 * PollWindow}).
 *
 * <p><b>Budget:</b> an address gets so many requests a second, however many items of the poll are
 * its ({@link RequestBudget}); what is over it waits.
 *
 * <p>A name that does not resolve is looked up again for each round; meanwhile its rounds are
 * failures. One that does is looked up again every half minute, beside the rounds, and followed to
 * another address.
 */
final class PollJob implements RunningJob {
    /** How a target is found; calls back on the loop's thread with an agent or a failure. */
    interface Finder {
        void find(int index, Found found);
    }

    /** Gets what a finder found. */
    interface Found {
        void found(Optional<Agent> agent, Optional<Failure> failure);
    }

    /** Rounds that a short delay does not cost. */
    private static final int MADE_UP_FOR = 3;

    /** Samples handed on together at most. */
    private static final int TOGETHER = 100;

    private final Loop loop;
    private final Finder finder;
    private final Counts counts;
    private final JobOutput output;
    private final PollWindow window;
    private final List<PolledTarget> targets = new ArrayList<>();
    private final List<Sample> arrived = new ArrayList<>();
    private final List<MissedRounds> missed = new ArrayList<>();
    private final Map<TransportIpAddress, RequestBudget> budgets = new HashMap<>();
    private final int maxPerSecond;
    private final long everyNanos;
    private final long spreadNanos;
    private final long rounds;
    private final long firstRound;
    private final long gridNanos;
    private long nextRound;
    private int unfinished;
    private int roundsUnderWay;
    private boolean lastRoundBegun;
    private boolean ended;
    private Timers.Timer timer;

    PollJob(Loop loop, JobSpec.Poll poll, StartPoint start, Finder finder, JobSink sink) {
        this.loop = loop;
        this.finder = finder;
        this.counts = sink.counts();
        this.output = sink.output();
        this.window = new PollWindow(loop);
        this.maxPerSecond = poll.schedule().maxPerSecond();
        this.everyNanos = poll.schedule().every().toNanos();
        this.spreadNanos = poll.schedule().spread(poll.items().size()).toNanos();
        this.rounds = poll.schedule().count();
        this.firstRound = start.round();
        this.nextRound = firstRound;
        this.gridNanos = System.nanoTime() + start.untilRoundNanos();
        Map<List<Oid>, NameList> lists = new HashMap<>();
        for (int i = 0; i < poll.items().size(); i++) {
            targets.add(new PolledTarget(i, poll.items().get(i), lists));
        }
        this.timer = loop.at(gridNanos, this::runRound);
    }

    @Override
    public void start() {
        // The timer of the first round is set already.
    }

    @Override
    public void cancel() {
        timer.cancel();
        end();
    }

    private void end() {
        if (!ended) {
            ended = true;
            handOn();
            output.done(Optional.empty());
        }
    }

    /** Looks a target up, then makes the round that waited for it. */
    private void find(int index, long round) {
        PolledTarget target = targets.get(index);
        target.startLookUp();
        unfinished++;
        finder.find(
                index,
                (agent, failure) -> {
                    unfinished--;
                    if (ended) {
                        return;
                    }
                    target.endLookUp(agent, this::budgetOf);
                    failure.ifPresent(why -> {
                        give(target.failed(round, why));
                        giveMissed(index, round + 1, target.lastTurn(), "unknown host");
                    });
                    if (agent.isPresent()) {
                        ask(target, round);
                    }
                    endAfterLastRound();
                });
    }

    private RequestBudget budgetOf(TransportIpAddress address) {
        return budgets.computeIfAbsent(address, any -> new RequestBudget(maxPerSecond));
    }

    private void runRound() {
        long now = System.nanoTime();
        long due = Math.max(nextRound, firstRound + Math.max(0, now - gridNanos) / everyNanos);
        if (due - nextRound <= MADE_UP_FOR) {
            due = nextRound;
        } else {
            handOn();
            Instant to = Instant.now();
            output.gap(to.plusNanos(beginOf(nextRound) - now), to, "paused");
        }
        if (rounds > 0 && due >= rounds) {
            lastRoundBegun = true;
            endAfterLastRound();
            return;
        }
        nextRound = due + 1;
        lastRoundBegun = rounds > 0 && nextRound >= rounds;
        roundsUnderWay++;
        giveTurns(new RoundTurns(targets.size(), now, due == 0 ? 0 : spreadNanos), due);
        if (!lastRoundBegun) {
            timer = loop.at(Math.max(beginOf(nextRound), now + everyNanos / 4), this::runRound);
        }
    }

    private long beginOf(long round) {
        return gridNanos + (round - firstRound) * everyNanos;
    }

    private void giveTurns(RoundTurns turns, long round) {
        if (ended) {
            return;
        }
        long now = System.nanoTime();
        int first = turns.next();
        int end = turns.take(now);
        for (int i = first; i < end; i++) {
            giveTurn(i, round);
        }
        if (turns.isOver()) {
            roundsUnderWay--;
            endAfterLastRound();
        } else {
            loop.at(turns.lookAgainNanos(now), () -> giveTurns(turns, round));
        }
    }

    private void giveTurn(int index, long round) {
        PolledTarget target = targets.get(index);
        if (!target.takeTurn(round)) {
            return;
        }
        if (target.isUnknown()) {
            find(index, round);
        } else if (target.isIdle()) {
            if (target.takeFreshLookUp(System.nanoTime())) {
                finder.find(
                        index,
                        (agent, failure) ->
                                agent.ifPresent(found -> target.foundAt(found, this::budgetOf)));
            }
            ask(target, round);
        }
    }

    private void ask(PolledTarget target, long round) {
        target.startWaiting();
        unfinished++;
        askWithinBudget(target, round);
    }

    private void askWithinBudget(PolledTarget target, long round) {
        if (ended) {
            return;
        }
        long wait = target.takeFromBudget();
        if (wait > 0) {
            target.holdBack();
            loop.after(wait, () -> askWithinBudget(target, round));
            return;
        }
        Runnable ask =
                () -> {
                    PollWindow.Place place = window.enter();
                    target.ask(round, sample -> arrived(place, sample));
                };
        if (target.wasSilent()) {
            window.whenFreeOfOthers(ask);
        } else {
            window.whenFree(ask);
        }
    }

    private void arrived(PollWindow.Place place, Sample sample) {
        place.leave();
        unfinished--;
        if (ended) {
            return;
        }
        if (sample.failure().isEmpty()) {
            window.answered(sample.roundTrip().toNanos());
            counts.varBinds(sample.varBinds().size());
        }
        PolledTarget target = targets.get(sample.target());
        boolean answered = sample.failure().isEmpty();
        long following = sample.round() + 1;
        long next = Math.max(following, target.lastTurn() - (answered ? MADE_UP_FOR : 0));
        give(sample);
        giveMissed(sample.target(), following, next - 1, target.reasonForMissing(answered));
        if (next <= target.lastTurn()) {
            // It was still busy when its turn came, and makes that round late.
            ask(target, next);
        }
        endAfterLastRound();
    }

    /** Hands on the rounds of one target that are not made, if there are any. */
    private void giveMissed(int index, long first, long last, String reason) {
        if (first <= last) {
            Instant now = Instant.now();
            long nanoTime = System.nanoTime();
            handOnAtTurnEnd();
            missed.add(
                    new MissedRounds(
                            index,
                            now.plusNanos(beginOf(first) - nanoTime),
                            now.plusNanos(beginOf(last) - nanoTime),
                            reason));
        }
    }

    private void give(Sample sample) {
        if (hasMissed(sample.target())) {
            handOn();
        }
        handOnAtTurnEnd();
        arrived.add(sample);
        if (arrived.size() >= TOGETHER) {
            handOn();
        }
    }

    /** Hands samples on together: to wake another thread for each costs as much as a request. */
    private void handOnAtTurnEnd() {
        if (arrived.isEmpty() && missed.isEmpty()) {
            loop.atTurnEnd(this::handOn);
        }
    }

    private void handOn() {
        if (!arrived.isEmpty() || !missed.isEmpty()) {
            output.polled(arrived, missed);
            arrived.clear();
            missed.clear();
        }
    }

    /** Whether rounds before its next sample wait to be handed on. */
    private boolean hasMissed(int target) {
        for (MissedRounds each : missed) {
            if (each.target() == target) {
                return true;
            }
        }
        return false;
    }

    private void endAfterLastRound() {
        if (lastRoundBegun && roundsUnderWay == 0 && unfinished == 0) {
            end();
        }
    }
}
