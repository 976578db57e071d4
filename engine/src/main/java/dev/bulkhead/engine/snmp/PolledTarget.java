package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.sample.Failure;
import dev.bulkhead.engine.sample.Sample;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue.TimeTicks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.snmp4j.smi.TransportIpAddress;

/** One target of a poll: asks it for one round at a time. On the loop's thread. */
final class PolledTarget {
    /** sysUpTime.0 (RFC 3418): the agent's own time, by which its counters are to be divided. */
    static final Oid SYS_UP_TIME = Oid.of(1, 3, 6, 1, 2, 1, 1, 3, 0);

    /** Java itself believes an answer for half a minute. */
    private static final long LOOK_UP_AGAIN_NANOS = Duration.ofSeconds(30).toNanos();

    private final int index;
    private final boolean isName;
    private long lookedUpNanos = System.nanoTime();
    private final NameList names;
    private final int upTimePlace;
    private final boolean upTimeAdded;
    private @Nullable Agent agent;
    private @Nullable RequestBudget budget;
    private int perRequest = Reading.PER_REQUEST;
    private boolean busy;
    private long lastTurn = -1;
    private boolean heldBack;
    private boolean silent;

    /**
     * A target.
     *
     * @param lists the names of all targets of the job: many have the same
     */
    PolledTarget(int index, JobSpec.Poll.Item item, Map<List<Oid>, NameList> lists) {
        this.index = index;
        // Whoever is asked with a certificate is asked for that, wherever it is found.
        this.isName =
                Names.isName(item.target().host())
                        && !(item.target().credential() instanceof Credential.Tsm);
        int asked = item.oids().indexOf(SYS_UP_TIME);
        this.upTimeAdded = asked < 0;
        this.upTimePlace = Math.max(asked, 0);
        List<Oid> all = new ArrayList<>(item.oids().size() + 1);
        if (upTimeAdded) {
            all.add(SYS_UP_TIME);
        }
        all.addAll(item.oids());
        this.names = lists.computeIfAbsent(all, NameList::new);
    }

    /** Its turn in a round has come; false if it has had it. */
    boolean takeTurn(long round) {
        if (round <= lastTurn) {
            return false;
        }
        lastTurn = round;
        return true;
    }

    /** The round that it last had its turn in, asked or not. */
    long lastTurn() {
        return lastTurn;
    }

    /** The budget of its address makes it wait. */
    void holdBack() {
        heldBack = true;
    }

    /** Why it missed turns while a round was made whose answer came, or not. */
    String reasonForMissing(boolean answered) {
        if (heldBack) {
            return "request budget";
        }
        return answered ? "slow answer" : "no answer";
    }

    /** Whether its name must be looked up first, and is not being so. */
    boolean isUnknown() {
        return agent == null && !busy;
    }

    void startLookUp() {
        busy = true;
    }

    /**
     * Whether and as what it was found.
     *
     * @param budgets of each address
     */
    void endLookUp(Optional<Agent> found, Function<TransportIpAddress, RequestBudget> budgets) {
        busy = false;
        found.ifPresent(resolved -> {
            agent = resolved;
            budget = budgets.apply(resolved.address());
        });
    }

    /** Whether its name may stand for another address by now; then it is to be looked up. */
    boolean takeFreshLookUp(long nanoTime) {
        boolean due = isName && nanoTime - lookedUpNanos > LOOK_UP_AGAIN_NANOS;
        if (due) {
            lookedUpNanos = nanoTime;
        }
        return due;
    }

    /** Its name was looked up again. */
    void foundAt(Agent found, Function<TransportIpAddress, RequestBudget> budgets) {
        if (!found.address().equals(requireAgent().address())) {
            agent = found;
            budget = budgets.apply(found.address());
        }
    }

    /** Whether it can be asked now: its name is resolved and no round is under way. */
    boolean isIdle() {
        return agent != null && !busy;
    }

    /** Takes a round's requests from its address's budget, as {@link RequestBudget#take}. */
    long takeFromBudget() {
        if (budget == null) {
            throw new IllegalStateException("the target is not resolved");
        }
        return budget.take((names.size() + perRequest - 1) / perRequest, System.nanoTime());
    }

    /** Whether the last round had no answer, or none that was of use. */
    boolean wasSilent() {
        return silent;
    }

    private Agent requireAgent() {
        if (agent == null) {
            throw new IllegalStateException("the target is not resolved");
        }
        return agent;
    }

    void startWaiting() {
        heldBack = false;
        busy = true;
    }

    void ask(long round, Consumer<Sample> receiver) {
        new Reading(
                        requireAgent(),
                        names,
                        perRequest,
                        result -> {
                            busy = false;
                            silent = result.failure().isPresent();
                            perRequest = result.perRequest();
                            receiver.accept(sampleOf(round, result));
                        })
                .start();
    }

    private Sample sampleOf(long round, Reading.Result result) {
        List<VarBind> varBinds = result.varBinds();
        Optional<Long> upTime = Optional.empty();
        if (result.failure().isEmpty()) {
            if (varBinds.get(upTimePlace).value() instanceof TimeTicks(long ticks)) {
                upTime = Optional.of(ticks);
            }
            if (upTimeAdded) {
                varBinds = varBinds.subList(1, varBinds.size());
            }
        }
        return new Sample(
                index,
                round,
                Instant.now(),
                Duration.ofNanos(result.roundTripNanos()),
                upTime,
                engineBoots(),
                varBinds,
                result.failure());
    }

    private Optional<Long> engineBoots() {
        PeerEngine engine = requireAgent().engine();
        return engine == null ? Optional.empty() : engine.provenBoots();
    }

    /** A round that could not be asked at all. */
    Sample failed(long round, Failure failure) {
        return new Sample(
                index,
                round,
                Instant.now(),
                Duration.ZERO,
                Optional.empty(),
                List.of(),
                Optional.of(failure));
    }
}
