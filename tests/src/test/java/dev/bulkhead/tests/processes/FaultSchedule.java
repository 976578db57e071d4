package dev.bulkhead.tests.processes;

import dev.bulkhead.tests.faults.Fleet;
import dev.bulkhead.tests.faults.Trouble;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;

/**
 * What befalls whom and when in a long run: a fifth of the devices is in trouble at any time, each
 * for some rounds, and now and then a worker is killed. For one thread.
 */
final class FaultSchedule {
    private static final int DEVICES = 200;
    private static final int AT_ONCE = DEVICES / 5;
    private static final Duration LONGEST = Duration.ofSeconds(40);

    /** So that no job's worker dies five times a minute, which would be its end. */
    private static final Duration BETWEEN_KILLS = Duration.ofSeconds(45);

    /** Left alone at the end, so that its last rounds are those of live workers. */
    private static final Duration PEACE = Duration.ofSeconds(5);

    /** Floods go on for a short while, and one at a time: they are load for everybody. */
    private static final Duration FLOOD = Duration.ofSeconds(8);

    /** A device that is in trouble until a time. */
    private record Patient(int device, Trouble trouble, Duration until) {}

    private final Fleet fleet;
    private final int usersFrom;
    private final Duration length;
    private final Random random;
    private final PriorityQueue<Patient> patients =
            new PriorityQueue<>((a, b) -> a.until().compareTo(b.until()));
    private final Map<Trouble, Integer> counts = new EnumMap<>(Trouble.class);
    private final List<Integer> well = new ArrayList<>();
    private Duration nextKill;
    private int kills;

    FaultSchedule(Fleet fleet, int usersFrom, Duration length, Random random) {
        this.fleet = fleet;
        this.usersFrom = usersFrom;
        this.length = length;
        this.random = random;
        this.nextKill = shorter(BETWEEN_KILLS, length.dividedBy(3));
        for (int i = 0; i < DEVICES; i++) {
            well.add(i);
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** Does what is due. */
    void runUntil(Duration age, List<SoakJob> jobs) throws IOException, InterruptedException {
        while (!patients.isEmpty() && patients.peek().until().compareTo(age) <= 0) {
            int device = patients.remove().device();
            fleet.befall(device, Trouble.NONE);
            well.add(device);
        }
        while (patients.size() < AT_ONCE) {
            befall(age);
        }
        if (age.compareTo(nextKill) >= 0 && age.plus(PEACE).compareTo(length) < 0) {
            nextKill = age.plus(shorter(BETWEEN_KILLS, length.dividedBy(3)));
            List<SoakJob> mortal =
                    jobs.stream().filter(job -> job.dies() && !job.isDone()).toList();
            if (!mortal.isEmpty()) {
                mortal.get(kills % mortal.size()).kill();
                kills++;
            }
        }
    }

    private void befall(Duration age) throws IOException {
        int device = well.remove(/* index */ random.nextInt(well.size()));
        List<Trouble> possible =
                Arrays.stream(Trouble.values())
                        .filter(trouble -> trouble.mayBefall(device >= usersFrom))
                        .filter(trouble -> trouble != Trouble.NONE)
                        .filter(trouble -> trouble != Trouble.FLOODING_FAST)
                        .filter(trouble -> trouble != Trouble.FLOODING || !isFlooded())
                        .toList();
        Trouble trouble = possible.get(random.nextInt(possible.size()));
        Duration most = trouble == Trouble.FLOODING ? FLOOD : shorter(LONGEST, length.dividedBy(2));
        Duration until = age.plusMillis(most.toMillis() / 8 + random.nextLong(most.toMillis()));
        fleet.befall(device, trouble);
        patients.add(new Patient(device, trouble, until));
        counts.merge(trouble, 1, Integer::sum);
    }

    private boolean isFlooded() {
        return patients.stream().anyMatch(patient -> patient.trouble() == Trouble.FLOODING);
    }

    @Override
    public String toString() {
        int troubles = counts.values().stream().mapToInt(Integer::intValue).sum();
        return troubles + " troubles of " + counts.size() + " kinds, " + kills + " kills";
    }
}
