package dev.bulkhead.tests.benchmarks;

import atlantafx.base.theme.PrimerLight;
import com.sun.management.OperatingSystemMXBean;
import dev.bulkhead.app.fx.UiTicker;
import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.app.polling.PollingView;
import dev.bulkhead.app.polling.PollingViewModel;
import dev.bulkhead.app.theme.Fonts;
import dev.bulkhead.app.theme.Themes;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.MibCompiler;
import dev.bulkhead.mibs.MibRepository;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

/**
 * What polls cost the window: 50 polls of 200 counters each, a round a second, in a window of 1,080
 * by 700 on JavaFX's headless platform with software rendering.
 *
 * <p>Prints, over {@code -Dseconds} (20), how long a task posted to JavaFX's thread every 10 ms
 * waits, which includes whole pulses, and the CPU time of the process, the benchmark's own feeding
 * included; then feeds an hour of rounds as fast as it can, with the clock set along, and prints
 * the heap that is left in use after a full collection. The modules' own heap is told apart.
 */
public final class PollSpeedBenchmark {
    private static final int POLLS = 50;
    private static final int VALUES = 200;
    private static final int HOUR = 3_600;
    private static final Oid HC_IN_OCTETS = Oid.parse("1.3.6.1.2.1.31.1.1.1.6");
    private static final Duration STEP = Duration.ofMillis(20);
    private static final double MEGABYTE = 1024 * 1024;

    private final FedJob.Starter jobs = new FedJob.Starter();
    private final List<FedJob> fed = new ArrayList<>();
    private final Random random = new Random(1);
    private final long[][] octets = new long[POLLS][VALUES];
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
    private final OperatingSystemMXBean system =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private long round;

    /** Runs it. */
    public static void main(String[] args) throws InterruptedException {
        Platform.setImplicitExit(false);
        Platform.startup(() ->
                Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet()));
        new PollSpeedBenchmark().run(Duration.ofSeconds(Settings.number("seconds", 20)));
        Platform.exit();
    }

    private void run(Duration time) throws InterruptedException {
        MibNames names = new MibNames(MibCompiler.compile(MibRepository.standard()).index());
        double before = heap();
        PollingViewModel model = new PollingViewModel(jobs, () -> names, now::get);
        for (int poll = 0; poll < POLLS; poll++) {
            model.add(target(poll), "switch-" + poll, instances(), Duration.ofSeconds(1));
            fed.add(jobs.next());
            fed.getLast().begin(now.get());
        }
        UiTicker ticker = new UiTicker();
        Stage stage = FxProbe.call(() -> open(model, ticker));
        GoalTable table = new GoalTable();
        var _ = live(Duration.ofSeconds(10)); // warms up
        table.tell("wait while nothing comes, p95", idle(time), "ms");
        Cost cost = live(time);
        table.below("50 polls of 200 values a second: wait, p95", 33, cost.p95(), "ms");
        table.tell("the same, p99", cost.p99(), "ms");
        table.tell("CPU, feeding and window", cost.percent(), "% of a core");
        long start = System.nanoTime();
        for (int second = 0; second < HOUR; second++) {
            now.set(now.get().plusSeconds(1));
            for (int poll = 0; poll < POLLS; poll++) {
                give(poll);
            }
            round++;
        }
        double took = (System.nanoTime() - start) / 1e9;
        table.tell("values taken, of an hour fed at once", POLLS * VALUES * HOUR / took, "1/s");
        table.below("heap in use after that hour", 300, heap(), "MB");
        table.tell("of it the modules", before, "MB");
        FxProbe.call(() -> {
            stage.close();
            return true;
        });
        ticker.close();
        model.close();
    }

    private static Target target(int poll) {
        return new Target(
                "192.0.2." + poll,
                161,
                new Credential.Community(SnmpVersion.V2C, new Secret("public")),
                Duration.ofSeconds(1),
                0);
    }

    private static List<Oid> instances() {
        List<Oid> instances = new ArrayList<>();
        for (int i = 1; i <= VALUES; i++) {
            instances.add(HC_IN_OCTETS.append(i));
        }
        return instances;
    }

    private static Stage open(PollingViewModel model, UiTicker ticker) {
        Fonts.load();
        Scene scene = new Scene(new PollingView(model, ticker, _ -> {}), 1_080, 700);
        Themes.style(scene);
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
        return stage;
    }

    /** A round of one poll. */
    private void give(int poll) {
        List<VarBind> values = new ArrayList<>(VALUES);
        for (int i = 0; i < VALUES; i++) {
            octets[poll][i] += random.nextInt(10_000_000);
            values.add(
                    new VarBind(
                            HC_IN_OCTETS.append(i + 1), new SmiValue.Counter64(octets[poll][i])));
        }
        fed.get(poll).give(now.get(), 1_000 + round * 100, values);
    }

    /** How long tasks waited, in ms, and percent of a core. */
    private record Cost(double p95, double p99, double percent) {}

    /** A second's rounds a second, spread over it. */
    private Cost live(Duration time) {
        try (FxProbe probe = new FxProbe()) {
            long start = System.nanoTime();
            long cpu = system.getProcessCpuTime();
            long next = start;
            int poll = 0;
            while (System.nanoTime() - start < time.toNanos()) {
                if (poll == POLLS) {
                    poll = 0;
                    round++;
                    now.set(now.get().plusSeconds(1));
                }
                give(poll++);
                next += TimeUnit.SECONDS.toNanos(1) / POLLS;
                LockSupport.parkNanos(Math.max(0, next - System.nanoTime()));
            }
            double percent =
                    100.0 * (system.getProcessCpuTime() - cpu) / (System.nanoTime() - start);
            return new Cost(probe.quantile(0.95), probe.quantile(0.99), percent);
        }
    }

    /** How long tasks wait, in ms, while the polls are shown and nothing comes. */
    private static double idle(Duration time) {
        try (FxProbe probe = new FxProbe()) {
            long end = System.nanoTime() + time.toNanos();
            while (System.nanoTime() < end) {
                LockSupport.parkNanos(STEP.toNanos());
            }
            return probe.quantile(0.95);
        }
    }

    /** In use after full collections, in MB. */
    private static double heap() {
        for (int i = 0; i < 4; i++) {
            System.gc();
            LockSupport.parkNanos(STEP.toNanos());
        }
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / MEGABYTE;
    }
}
