package dev.bulkhead.tests.benchmarks;

import atlantafx.base.theme.PrimerLight;
import dev.bulkhead.app.fx.UiTicker;
import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.app.query.QueryRun;
import dev.bulkhead.app.query.ResultsView;
import dev.bulkhead.app.query.ResultsViewModel;
import dev.bulkhead.app.query.Verb;
import dev.bulkhead.app.settings.Settings;
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
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

/**
 * 100,000 result rows streaming into the Results tab, in a window of 1,080 by 700 on JavaFX's
 * headless platform with software rendering: in ten seconds, then all at once.
 *
 * <p>Two things are measured while they come. A pulse's layout, from its pre-layout to its
 * post-layout listener. And how long a task posted to JavaFX's thread every 10 ms waits, which is
 * about the longest that a key or click would wait; the goal is about that one, since it holds all
 * that the thread does, the pulse among it.
 */
public final class ResultsSpeedBenchmark {
    private static final int ROWS = 100_000;
    private static final int BATCH = 100;
    private static final double GOAL_MILLIS = 33;
    private static final Oid ROOT = Oid.parse("1.3.6.1.2.1.2.2.1.10");

    private final FedJob.Starter jobs = new FedJob.Starter();
    private final MibNames names =
            new MibNames(MibCompiler.compile(MibRepository.standard()).index());
    private final ResultsViewModel model =
            new ResultsViewModel(
                    jobs, InstantSource.system(), row -> names.shortName(row.varBind().name()));
    private final List<Long> layouts = new ArrayList<>();
    private long layoutBegun;

    /** Runs it. */
    public static void main(String[] args) throws InterruptedException {
        Platform.setImplicitExit(false);
        Platform.startup(() ->
                Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet()));
        new ResultsSpeedBenchmark().run();
        Platform.exit();
    }

    private void run() throws InterruptedException {
        UiTicker ticker = new UiTicker();
        FxProbe.call(() -> open(ticker));
        GoalTable table = new GoalTable();
        stream(Duration.ofSeconds(10), "", table, false); // warms up
        stream(Duration.ofSeconds(10), "in ten seconds", table, true);
        stream(Duration.ZERO, "all at once", table, true);
        ticker.close();
    }

    private boolean open(UiTicker ticker) {
        Fonts.load();
        ResultsView view =
                new ResultsView(
                        model,
                        ticker,
                        InstantSource.system(),
                        new ResultsView.Contents(
                                () -> names,
                                Settings.inMemory(),
                                _ -> {},
                                new ResultsView.Offers(
                                        new Button(), List.of(), List.of(), new Region())));
        Scene scene = new Scene(view, 1_080, 700);
        Themes.style(scene);
        scene.addPreLayoutPulseListener(() -> layoutBegun = System.nanoTime());
        scene.addPostLayoutPulseListener(() -> layouts.add(System.nanoTime() - layoutBegun));
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
        return true;
    }

    private void stream(Duration time, String what, GoalTable table, boolean tell)
            throws InterruptedException {
        Target target =
                new Target(
                        "192.0.2.1",
                        161,
                        new Credential.Community(SnmpVersion.V2C, new Secret("public")),
                        Duration.ofSeconds(1),
                        0);
        FxProbe.call(() -> {
            layouts.clear();
            model.start(
                    new QueryRun.Question(Verb.WALK, "ifInOctets", "sw", target, ROOT.toString()),
                    ROOT);
            return true;
        });
        FedJob job = jobs.next();
        try (FxProbe probe = new FxProbe()) {
            feed(job, time);
            while (FxProbe.call(() -> model.rows().size()) < ROWS) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            }
            job.finish();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(300));
            if (tell) {
                String rows = "100,000 result rows " + what;
                table.below(
                        rows + ", wait for JavaFX's thread, p95",
                        GOAL_MILLIS,
                        probe.quantile(0.95),
                        "ms");
                table.tell(rows + ", longest wait", probe.quantile(1), "ms");
                table.below(rows + ", layout of a pulse, p95", GOAL_MILLIS, layout(0.95), "ms");
            }
        }
    }

    private double layout(double share) {
        long[] sorted = FxProbe.call(() -> layouts.stream().mapToLong(Long::longValue).toArray());
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1, sorted.length * share)] / 1e6;
    }

    private static void feed(FedJob job, Duration time) {
        long start = System.nanoTime();
        for (int first = 1; first <= ROWS; first += BATCH) {
            List<VarBind> rows = new ArrayList<>(BATCH);
            for (int i = first; i < first + BATCH; i++) {
                rows.add(new VarBind(ROOT.append(i), new SmiValue.Counter32(i * 1_000L)));
            }
            job.give(first, rows);
            long due = start + time.toNanos() * first / ROWS;
            LockSupport.parkNanos(Math.max(0, due - System.nanoTime()));
        }
    }
}
