package dev.bulkhead.tests.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bulkhead.app.agent.Device;
import dev.bulkhead.app.demo.DemoDevices;
import dev.bulkhead.app.polling.PollObserver;
import dev.bulkhead.app.polling.PollRow;
import dev.bulkhead.app.polling.PollingView;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineSettings;
import dev.bulkhead.engine.JobEvent;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.DemoNetwork;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.Schedule;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.sample.Sample;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import dev.bulkhead.mibs.smi.SmiValue.Counter64;
import dev.bulkhead.mibs.smi.SmiValue.Integer32;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.TableCell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The figures that the poll view shows against what the simulator counted meanwhile, over {@code
 * -Drates.minutes} that include a reboot of the agent, a wrap of its counters and a worker killed.
 * The simulator's own totals (BULKHEAD-DEMO-MIB) know of no reboot and no wrap; they are read
 * beside the window, by another engine.
 */
class ShownRatesTest {
    private static final double MINUTES =
            Double.parseDouble(System.getProperty("rates.minutes", "0.7"));
    private static final boolean IS_LONG = MINUTES >= 5;
    private static final Duration EVERY = Duration.ofMillis(IS_LONG ? 1_000 : 100);

    /** What the table's statistics are of. */
    private static final Duration LATELY = Duration.ofMinutes(5);

    private static final int PORT = 3;
    private static final Oid TRUTH = Oid.parse("1.3.6.1.4.1.32473.1.1.3.1.1");
    private static final Oid CONTROL = Oid.parse("1.3.6.1.4.1.32473.1.1.1");
    private static final int REBOOT = 1;
    private static final int WRAP = 3;
    private static final double WIDE = 1_600;
    private static final double ONE_PERCENT = 0.01;
    private static final double MOST_MISSING = 0.05;

    /** Each object polled in the window, and the simulator's total of the same traffic. */
    private static final Map<Oid, Oid> POLLED =
            new TreeMap<>(
                    Map.of(
                            Oid.parse("1.3.6.1.2.1.2.2.1.10").append(PORT),
                                    TRUTH.append(3).append(PORT),
                            Oid.parse("1.3.6.1.2.1.2.2.1.16").append(PORT),
                                    TRUTH.append(4).append(PORT),
                            Oid.parse("1.3.6.1.2.1.31.1.1.1.6").append(PORT),
                                    TRUTH.append(3).append(PORT),
                            Oid.parse("1.3.6.1.2.1.31.1.1.1.10").append(PORT),
                                    TRUTH.append(4).append(PORT)));

    private final Engine outside = Engine.open(EngineSettings.ofThisProcess(1));
    private final List<Sample> truth = new CopyOnWriteArrayList<>();
    private OpenWindow window;
    private Target agent;

    @BeforeEach
    void open() throws Exception {
        Device device =
                new DemoDevices(outside::submit).start().get(60, TimeUnit.SECONDS).getFirst();
        agent = target(device, "public");
        List<Oid> totals = List.of(TRUTH.append(3).append(PORT), TRUTH.append(4).append(PORT));
        outside.submit(
                new JobSpec.Poll(
                        List.of(new JobSpec.Poll.Item(agent, totals)), new Schedule(EVERY, 0)),
                event -> {
                    if (event instanceof JobEvent.Samples arrived) {
                        arrived.samples().stream()
                                .filter(sample -> sample.failure().isEmpty())
                                .forEach(truth::add);
                    }
                });
        await().atMost(Duration.ofSeconds(60)).until(() -> truth.size() > 3);
        window = OpenWindow.open();
    }

    private static Target target(Device device, String community) {
        return new Target(
                device.host(),
                device.port(),
                new Credential.Community(SnmpVersion.V2C, new Secret(community)),
                Duration.ofSeconds(2),
                1);
    }

    @AfterEach
    void close() {
        window.close();
        outside.close();
    }

    @Test
    void shownRatesAndTotalsAreThoseOfTheSimulator() {
        Map<PollRow, Instant> first = new ConcurrentHashMap<>();
        window.workbench().polling().observe(new FirstAnswers(first));
        List<PollRow> rows =
                window.ask(() ->
                        window.workbench()
                                .polling()
                                .add(agent, "switch", List.copyOf(POLLED.keySet()), EVERY));
        showPolls();
        window.until(() -> first.size() == rows.size());
        Instant begin = first.get(rows.getFirst());
        Duration length = Duration.ofMillis(Math.round(MINUTES * 60_000));
        waitUntil(begin.plus(length.dividedBy(6)));
        press(WRAP);
        waitUntil(begin.plus(length.multipliedBy(2).dividedBy(6)));
        killWorker();
        waitUntil(begin.plus(length.multipliedBy(4).dividedBy(6)));
        press(REBOOT);
        waitUntil(begin.plus(length));
        List<Shown> shown = window.ask(() -> shown(rows));
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            faults.addAll(faults(rows.get(i), shown.get(i), first.get(rows.get(i))));
        }
        assertThat(faults).isEmpty();
        assertDisturbed(rows);
    }

    private void showPolls() {
        window.ask(() -> {
            // Cells of columns that would have to be scrolled to do not exist.
            window.stage().setWidth(WIDE);
            window.shell().actions().showPolls();
            return true;
        });
    }

    private static void waitUntil(Instant time) {
        await().atMost(Duration.ofMinutes(20))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> Instant.now().isAfter(time));
    }

    private void press(int control) {
        VarBind on = new VarBind(CONTROL.append(control).append(0), new Integer32(2));
        Target writer =
                new Target(
                        agent.host(),
                        agent.port(),
                        new Credential.Community(
                                SnmpVersion.V2C, new Secret(DemoNetwork.WRITE_COMMUNITY)),
                        agent.timeout(),
                        agent.retries());
        outside.submit(new JobSpec.Set(writer, List.of(on)), _ -> {});
    }

    private void killWorker() {
        window.workbench().services().running().get().stream()
                .filter(job -> job.spec() instanceof JobSpec.Poll)
                .forEach(job -> job.killWorker());
    }

    /** When each row was answered for the first time: its total counts from there. */
    private record FirstAnswers(Map<PollRow, Instant> times) implements PollObserver {
        @Override
        public void answered(PollRow row, Instant time, SmiValue value, double point) {
            times.putIfAbsent(row, time);
        }

        @Override
        public void gap(PollRow row, Instant from, Instant to, String reason) {}

        @Override
        public void happened(PollRow row, Instant time, Happening what, String text) {}
    }

    /** All three must have left their marks, or this would show nothing. */
    private static void assertDisturbed(List<PollRow> rows) {
        for (PollRow row : rows) {
            assertThat(row.series().gaps(0, Long.MAX_VALUE).toString())
                    .as(row.instance().toString())
                    .contains("discontinuity")
                    .contains("worker killed")
                    .contains("agent restarted");
        }
    }

    /**
     * A row's cells, as numbers: bits a second and octets.
     *
     * @param known of how many seconds the total is
     */
    private record Shown(
            Instant time,
            double rate,
            double min,
            double average,
            double max,
            double total,
            double known) {}

    private List<Shown> shown(List<PollRow> rows) {
        ((PollingView) window.shell().lookup("#poll-table").getParent()).repaint();
        Instant now = Instant.now();
        return rows.stream()
                .map(row -> {
                    String rate = cell(row, "rate");
                    double unit = size(rate) / number(rate);
                    return new Shown(
                            now.minus(row.age(now).orElseThrow()),
                            size(rate),
                            number(cell(row, "min")) * unit,
                            number(cell(row, "average")) * unit,
                            number(cell(row, "max")) * unit,
                            size(cell(row, "total")),
                            row.total().orElseThrow().seconds());
                })
                .toList();
    }

    private String cell(PollRow row, String column) {
        return window.shell().lookupAll("#poll-table .table-cell").stream()
                .filter(node ->
                        node instanceof TableCell<?, ?> cell
                                && cell.getItem() == row
                                && cell.getTableColumn().getId().equals("poll-column-" + column))
                .map(node -> ((TableCell<?, ?>) node).getText())
                .findFirst()
                .orElseThrow(
                        () -> new AssertionError("no cell " + column + " of " + row.instance()));
    }

    private static double number(String text) {
        return Double.parseDouble(text.split(" ", -1)[0].replace(",", ""));
    }

    private static double size(String text) {
        char prefix = text.split(" ", -1)[1].charAt(0);
        return number(text) * Math.pow(1_000, " kMGT".indexOf(prefix));
    }

    private List<String> faults(PollRow row, Shown shown, Instant begin) {
        Instant end = shown.time();
        Oid total = POLLED.get(row.instance());
        Instant lately = begin.isAfter(end.minus(LATELY)) ? begin : end.minus(LATELY);
        double average = 8 * perSecond(total, lately, end);
        double now = rateAt(total, shown.time().minus(EVERY.dividedBy(2)));
        double octets = octets(total, begin, end);
        System.out.printf(
                "%s: rate %.4g of %.4g, average %.4g of %.4g, total %.6g of %.6g%n",
                row.instance(), shown.rate(), now, shown.average(), average, shown.total(), octets);
        List<String> faults = new ArrayList<>();
        check(faults, row, "rate", shown.rate(), now);
        check(faults, row, "average", shown.average(), average);
        faults.addAll(totalFaults(row, shown, octets, Duration.between(begin, end)));
        DoubleSummaryStatistics rates =
                rates(total).stream()
                        .filter(each -> each.time().isAfter(lately) && each.time().isBefore(end))
                        .mapToDouble(Rate::bits)
                        .summaryStatistics();
        check(faults, row, "min", shown.min(), rates.getMin());
        check(faults, row, "max", shown.max(), rates.getMax());
        return faults;
    }

    /**
     * A reboot and a jump cost a round each, which nobody can know; of a short test that is more
     * than one percent, and the more the busier the machine is.
     */
    private static List<String> totalFaults(
            PollRow row, Shown shown, double octets, Duration length) {
        double known = shown.known() / (length.toNanos() / 1e9);
        double missing = IS_LONG ? 0 : 1 - known;
        if (missing > MOST_MISSING) {
            return List.of("only %.3f of the time is known".formatted(known));
        }
        double off = shown.total() / octets - 1;
        return off <= ONE_PERCENT && off >= -ONE_PERCENT - 2 * missing
                ? List.of()
                : List.of(
                        "total of %s: %.6g shown, %.6g counted, %.3f of the time known"
                                .formatted(row.instance(), shown.total(), octets, known));
    }

    private static void check(
            List<String> faults, PollRow row, String what, double shown, double counted) {
        if (!(Math.abs(shown / counted - 1) <= ONE_PERCENT)) {
            faults.add(
                    "%s of %s: %.6g shown, %.6g counted"
                            .formatted(what, row.instance(), shown, counted));
        }
    }

    /** What the simulator counted between two times, by straight lines between its samples. */
    private double octets(Oid total, Instant from, Instant to) {
        return at(total, to) - at(total, from);
    }

    /** Bits a second at a time, by straight lines between what neighbouring samples come to. */
    private double rateAt(Oid total, Instant time) {
        Rate before = new Rate(Instant.MIN, Double.NaN);
        for (Rate rate : rates(total)) {
            if (rate.time().isAfter(time)) {
                double whole = Duration.between(before.time(), rate.time()).toNanos();
                double part = Duration.between(before.time(), time).toNanos() / whole;
                return before.bits() + part * (rate.bits() - before.bits());
            }
            before = rate;
        }
        throw new IllegalStateException("no rate after " + time);
    }

    private double perSecond(Oid total, Instant from, Instant to) {
        return octets(total, from, to) / (Duration.between(from, to).toNanos() / 1e9);
    }

    private double at(Oid total, Instant time) {
        await().atMost(Duration.ofSeconds(30)).until(() -> truth.getLast().time().isAfter(time));
        Sample before = truth.getFirst();
        for (Sample sample : truth) {
            if (sample.time().isAfter(time)) {
                double whole = Duration.between(before.time(), sample.time()).toNanos();
                double part = Duration.between(before.time(), time).toNanos() / whole;
                double first = count(before, total);
                return first + part * (count(sample, total) - first);
            }
            before = sample;
        }
        throw new IllegalStateException("no sample after " + time);
    }

    private static double count(Sample sample, Oid total) {
        return sample.varBinds().stream()
                .filter(each -> each.name().equals(total))
                .mapToDouble(each -> ((Counter64) each.value()).value())
                .findFirst()
                .orElseThrow();
    }

    /** Bits a second, half way between the samples it was taken from. */
    private record Rate(Instant time, double bits) {}

    /** Between neighbouring samples, by the agent's clock. */
    private List<Rate> rates(Oid total) {
        List<Rate> rates = new ArrayList<>();
        for (int i = 1; i < truth.size(); i++) {
            Sample before = truth.get(i - 1);
            Sample now = truth.get(i);
            long ticks = now.upTimeTicks().orElseThrow() - before.upTimeTicks().orElseThrow();
            if (ticks > 0) {
                Duration half = Duration.between(before.time(), now.time()).dividedBy(2);
                double bits = 8 * (count(now, total) - count(before, total)) * 100.0 / ticks;
                rates.add(new Rate(before.time().plus(half), bits));
            }
        }
        return rates;
    }
}
