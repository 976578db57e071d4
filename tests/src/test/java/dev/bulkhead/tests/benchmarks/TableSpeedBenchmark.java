package dev.bulkhead.tests.benchmarks;

import atlantafx.base.theme.PrimerLight;
import com.sun.management.OperatingSystemMXBean;
import dev.bulkhead.app.command.Commands;
import dev.bulkhead.app.fx.UiTicker;
import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.app.table.GridDevice;
import dev.bulkhead.app.table.TableActions;
import dev.bulkhead.app.table.TableTab;
import dev.bulkhead.app.table.TableViewModel;
import dev.bulkhead.app.theme.Fonts;
import dev.bulkhead.app.theme.Themes;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.MibCompiler;
import dev.bulkhead.mibs.MibRepository;
import dev.bulkhead.mibs.model.ObjectType;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.stage.Stage;

/**
 * What a live table costs: ifTable with 100,000 rows in a window of 1,080 by 700 on JavaFX's
 * headless platform with software rendering, 5,000 values a second.
 *
 * <p>Prints, over {@code -Dseconds} (20) each, the CPU time of the whole process, the benchmark's
 * own feeding included, less what it takes while nothing comes, in percent of a core; and how long
 * a task posted to JavaFX's thread every 10 ms waits. First with values spread over all rows, as
 * promised, then with all of them in the rows on screen.
 */
public final class TableSpeedBenchmark {
    private static final int ROWS = 100_000;
    private static final int BATCH = 1_000;
    private static final int PER_SECOND = 5_000;
    private static final Duration STEP = Duration.ofMillis(20);
    private static final int ON_SCREEN = 24;
    private static final Oid IF_ENTRY = Oid.parse("1.3.6.1.2.1.2.2.1");
    private static final Oid DESCR = IF_ENTRY.append(2);
    private static final Oid OPER_STATUS = IF_ENTRY.append(8);
    private static final Oid IN_OCTETS = IF_ENTRY.append(10);
    private static final Oid OUT_OCTETS = IF_ENTRY.append(16);

    private final FedJob.Starter jobs = new FedJob.Starter();
    private final Random random = new Random(1);
    private final long[] octets = new long[ROWS + 1];
    private final OperatingSystemMXBean system =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final long begun = System.nanoTime();

    /** Runs it. */
    public static void main(String[] args) throws InterruptedException {
        Platform.setImplicitExit(false);
        Platform.startup(() ->
                Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet()));
        new TableSpeedBenchmark().run(Duration.ofSeconds(Settings.number("seconds", 20)));
        Platform.exit();
    }

    private void run(Duration time) throws InterruptedException {
        UiTicker ticker = new UiTicker();
        TableTab tab = FxProbe.call(() -> open(ticker));
        fill(jobs.next());
        awaitRows(tab);
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(5));
        GoalTable table = new GoalTable();
        measure(time, 0, Optional.empty());
        double idle = measure(time, 0, Optional.empty()).percent();
        table.tell("idle, 100,000 rows shown", idle, "% of a core");
        FxProbe.call(() -> {
            tab.refresh();
            return true;
        });
        Optional<FedJob> live = Optional.of(jobs.next());
        measure(Duration.ofSeconds(10), ROWS, live); // warms up
        Cost spread = measure(time, ROWS, live);
        table.below(
                "5,000 updates/s spread over 100,000 rows, more than idle",
                10,
                spread.percent() - idle,
                "% of a core");
        table.below("its wait for JavaFX's thread, p99", 5, spread.p99(), "ms");
        Cost seen = measure(time, ON_SCREEN, live);
        table.tell(
                "all in the rows on screen, more than idle", seen.percent() - idle, "% of a core");
        table.tell("its wait for JavaFX's thread, p99", seen.p99(), "ms");
        ticker.close();
    }

    private TableTab open(UiTicker ticker) {
        Fonts.load();
        MibNames names = new MibNames(MibCompiler.compile(MibRepository.standard()).index());
        ObjectType row =
                (ObjectType) names.index().node(IF_ENTRY).orElseThrow().definition().orElseThrow();
        Target target =
                new Target(
                        "192.0.2.1",
                        161,
                        new Credential.Community(SnmpVersion.V2C, new Secret("public")),
                        Duration.ofSeconds(1),
                        0);
        TableViewModel model =
                new TableViewModel(
                        jobs,
                        InstantSource.system(),
                        new TableViewModel.Question("ifTable", "sw", target, row, names));
        TableTab tab =
                new TableTab(model, ticker, new TableTab.Offers(commands(), List.of(), List.of()));
        Scene scene = new Scene(tab, 1_080, 700);
        Themes.style(scene);
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
        return tab;
    }

    private static Commands commands() {
        Commands commands = new Commands();
        commands.add("run-again", null, null, () -> {});
        commands.add("graph-view", null, null, () -> {});
        var _ =
                TableActions.register(
                        commands,
                        new TableActions.Window() {
                            @Override
                            public Optional<TableTab> table() {
                                return Optional.empty();
                            }

                            @Override
                            public List<GridDevice> devices() {
                                return List.of();
                            }

                            @Override
                            public void done(String words) {}

                            @Override
                            public void failed(String words) {}
                        });
        return commands;
    }

    private void fill(FedJob job) {
        for (int first = 1; first <= ROWS; first += BATCH) {
            List<VarBind> cells = new ArrayList<>();
            for (int row = first; row < first + BATCH; row++) {
                octets[row] = random.nextInt(1_000_000);
                byte[] name = ("port " + row).getBytes(StandardCharsets.UTF_8);
                cells.add(new VarBind(DESCR.append(row), new SmiValue.OctetString(name)));
                cells.add(new VarBind(OPER_STATUS.append(row), new SmiValue.Integer32(1)));
                cells.add(counter(IN_OCTETS, row));
                cells.add(counter(OUT_OCTETS, row));
            }
            job.give(ticks(), cells);
        }
        job.finish();
    }

    private VarBind counter(Oid column, int row) {
        return new VarBind(column.append(row), new SmiValue.Counter32(octets[row] & 0xFFFF_FFFFL));
    }

    private long ticks() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun) / 10;
    }

    private static void awaitRows(TableTab tab) {
        while (FxProbe.call(
                () ->
                        tab.lookup("#grid") instanceof TableView<?> grid
                                && grid.getItems().size() < ROWS)) {
            LockSupport.parkNanos(STEP.toNanos());
        }
    }

    /** What a while cost: percent of a core, and how long tasks waited, in ms. */
    private record Cost(double percent, double p99) {}

    /** Values in some rows for a while; none without a job. */
    private Cost measure(Duration time, int rows, Optional<FedJob> job) {
        try (FxProbe probe = new FxProbe()) {
            long start = System.nanoTime();
            long cpu = system.getProcessCpuTime();
            long next = start;
            while (System.nanoTime() - start < time.toNanos()) {
                job.ifPresent(live -> update(live, rows));
                next += STEP.toNanos();
                LockSupport.parkNanos(Math.max(0, next - System.nanoTime()));
            }
            double spent = system.getProcessCpuTime() - cpu;
            double percent = 100 * spent / (System.nanoTime() - start);
            return new Cost(percent, probe.quantile(0.99));
        }
    }

    /** A twentieth of a second's values, each a counter that grew or a state that changed. */
    private void update(FedJob job, int rows) {
        int count = (int) (PER_SECOND * STEP.toMillis() / 1_000);
        List<VarBind> cells = new ArrayList<>(2 * count);
        for (int i = 0; i < count / 2; i++) {
            int row = 1 + random.nextInt(rows);
            octets[row] += random.nextInt(10_000);
            cells.add(counter(IN_OCTETS, row));
            cells.add(counter(OUT_OCTETS, row));
        }
        job.give(ticks(), cells);
    }
}
