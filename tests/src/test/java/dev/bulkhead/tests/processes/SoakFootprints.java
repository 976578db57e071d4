package dev.bulkhead.tests.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * What this process and each job's worker held in the course of a run. What grows shows in the
 * median of the last quarter beside that of the second. For one thread.
 */
final class SoakFootprints {
    private static final String PARENT = "parent";

    /** Descriptors and threads that come and go, such as a stream that is read just then. */
    private static final long FEW = 3;

    /** The first worker was a spare; one in its place has other files open to load classes from. */
    private static final long FEW_OF_ANOTHER = 8;

    private static final double MEMORY = 1.10;

    private static final double MIB = 1 << 20;

    private record Look(Duration age, Footprint footprint) {}

    private final List<SoakJob> jobs;
    private final Map<String, List<Look>> looks = new LinkedHashMap<>();

    SoakFootprints(List<SoakJob> jobs) {
        this.jobs = jobs;
        looks.put(PARENT, new ArrayList<>());
        jobs.forEach(job -> looks.put(job.name(), new ArrayList<>()));
    }

    void look(Duration age) {
        look(PARENT, ProcessHandle.current().pid(), age);
        jobs.forEach(job -> job.worker().ifPresent(pid -> look(job.name(), pid, age)));
    }

    private void look(String name, long pid, Duration age) {
        Footprint.of(pid).ifPresent(now -> looks.get(name).add(new Look(age, now)));
    }

    private long median(String name, int quarter, ToLongFunction<Footprint> what) {
        List<Look> all = looks.get(name);
        long end = all.getLast().age().toMillis();
        List<Long> some =
                all.stream()
                        .filter(look -> look.age().toMillis() * 4 >= end * (quarter - 1))
                        .filter(look -> look.age().toMillis() * 4 <= end * quarter)
                        .map(look -> what.applyAsLong(look.footprint()))
                        .sorted()
                        .toList();
        return some.get(some.size() / 2);
    }

    /** Cores that a process used, as long as it was one and the same. */
    private double cores(String name) {
        List<Look> all = looks.get(name);
        Look last = all.getLast();
        List<Look> same =
                all.stream()
                        .filter(look -> look.footprint().pid() == last.footprint().pid())
                        .toList();
        Duration time = last.age().minus(same.getFirst().age());
        long ticks = last.footprint().cpuTicks() - same.getFirst().footprint().cpuTicks();
        return time.isZero() ? 0 : ticks * 10.0 / time.toMillis();
    }

    /** Medians of each quarter of the run. */
    String table() {
        StringBuilder table =
                new StringBuilder("process: quarters 1, 2, 3, 4 of descriptors; threads; MiB\n");
        for (String name : looks.keySet()) {
            table.append(
                    String.format(
                            Locale.ROOT,
                            "%s: %s; %s; %s; %.1f %% of a processor%n",
                            name,
                            quarters(name, Footprint::descriptors, 1),
                            quarters(name, Footprint::threads, 1),
                            quarters(name, Footprint::residentBytes, MIB),
                            100 * cores(name)));
        }
        return table.toString();
    }

    private String quarters(String name, ToLongFunction<Footprint> what, double unit) {
        List<String> medians = new ArrayList<>();
        for (int quarter = 1; quarter <= 4; quarter++) {
            double value = median(name, quarter, what) / unit;
            medians.add(String.format(Locale.ROOT, unit == 1 ? "%.0f" : "%.1f", value));
        }
        return String.join(", ", medians);
    }

    /**
     * Asserts that nothing grew.
     *
     * @param settled whether the run was long enough to tell of memory; of a worker that was
     *     replaced it never is
     */
    void assertFlat(boolean settled) {
        assertFlat(PARENT, FEW, settled);
        for (SoakJob job : jobs) {
            assertFlat(job.name(), job.dies() ? FEW_OF_ANOTHER : FEW, settled && !job.dies());
        }
    }

    private void assertFlat(String name, long few, boolean settled) {
        assertNoMore(name, Footprint::descriptors, 1, few, settled);
        assertNoMore(name, Footprint::threads, 1, few, settled);
        if (settled) {
            assertNoMore(name, Footprint::residentBytes, MEMORY, 0, true);
        }
    }

    private void assertNoMore(
            String name, ToLongFunction<Footprint> what, double times, long more, boolean settled) {
        // In seconds, trouble that has just come or gone opens and closes a third of the sockets.
        long early = median(name, 2, what);
        early = settled ? early : Math.max(early, median(name, 1, what));
        assertThat(median(name, 4, what))
                .as("%s; %s", name, table())
                .isLessThanOrEqualTo((long) (early * times) + more);
    }

    /** The last look. */
    @Override
    public String toString() {
        return looks.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> {
                    Footprint last = entry.getValue().getLast().footprint();
                    return String.format(
                            Locale.ROOT,
                            "%s %d fds %d threads %.1f MiB",
                            entry.getKey(),
                            last.descriptors(),
                            last.threads(),
                            last.residentBytes() / MIB);
                })
                .collect(Collectors.joining(", "));
    }
}
