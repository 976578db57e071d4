package dev.bulkhead.tests.benchmarks;

import atlantafx.base.theme.PrimerLight;
import com.sun.management.OperatingSystemMXBean;
import dev.bulkhead.app.chart.ChartLine;
import dev.bulkhead.app.chart.ChartView;
import dev.bulkhead.app.chart.ChartViewModel;
import dev.bulkhead.app.chart.Series;
import dev.bulkhead.app.chart.TimeWindow;
import dev.bulkhead.app.fx.UiTicker;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

/**
 * What a redraw of a chart costs: 20 series of 3,600 points each, white noise and a walk, in a
 * window of 1,080 by 700 on JavaFX's headless platform with software rendering.
 *
 * <p>Prints, as medians over {@value #ROUNDS} redraws, the CPU time of JavaFX's thread for looking
 * at the model and painting, and the CPU time of the whole process, which adds the toolkit's own
 * rendering of the frame. Goal: 10 ms. Peers, for the same points: own spans 7 ms, Canvas polyline
 * 171 ms, JavaFX LineChart 176 ms, ChartFX 315 ms.
 */
public final class ChartRedrawBenchmark {
    private static final int SERIES = 20;
    private static final int POINTS = 3_600;
    private static final int ROUNDS = 60;
    private static final Instant START = Instant.parse("2026-03-02T12:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(START.plusSeconds(POINTS));
    private final ChartViewModel model = new ChartViewModel(now::get);
    private final List<Series> series = new ArrayList<>();
    private final Random random = new Random(1);
    private final boolean noise;
    private final double[] levels = new double[SERIES];

    private ChartRedrawBenchmark(boolean noise) {
        this.noise = noise;
    }

    /** Runs both. */
    public static void main(String[] args) {
        Platform.setImplicitExit(false);
        Platform.startup(() ->
                Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet()));
        for (TimeWindow window : List.of(TimeWindow.LAST_HOUR, TimeWindow.LAST_10_MINUTES)) {
            new ChartRedrawBenchmark(true).run("white noise, " + window, window);
            new ChartRedrawBenchmark(false).run("walk, " + window, window);
        }
        Platform.exit();
    }

    private void run(String name, TimeWindow window) {
        model.window(window);
        for (int i = 0; i < SERIES; i++) {
            Series each = new Series(Series.CHARTED_POINTS);
            each.unit("b/s");
            levels[i] = 50e6;
            series.add(each);
            model.chart(
                    List.of(
                            new ChartLine(
                                    each, "ifInOctets." + i, "switch", Duration.ofSeconds(1))));
        }
        for (int second = 0; second < POINTS; second++) {
            addSecond(START.plusSeconds(second));
        }
        AtomicReference<Stage> stage = new AtomicReference<>();
        AtomicReference<ChartView> view = new AtomicReference<>();
        UiTicker ticker = new UiTicker();
        ticker.close(); // no repaint but ours
        onFx(() -> {
            view.set(new ChartView(model, ticker, () -> {}));
            Stage made = new Stage();
            made.setScene(new Scene(view.get(), 1_080, 700));
            made.show();
            stage.set(made);
        });
        measure(name, view.get());
        onFx(stage.get()::close);
    }

    private void addSecond(Instant time) {
        for (int i = 0; i < SERIES; i++) {
            levels[i] =
                    noise
                            ? random.nextDouble() * 100e6
                            : Math.clamp(levels[i] + random.nextGaussian() * 1e6, 0, 100e6);
            series.get(i).add(time.toEpochMilli(), levels[i]);
        }
    }

    private void measure(String name, ChartView view) {
        long[] own = new long[ROUNDS];
        long[] all = new long[ROUNDS];
        OperatingSystemMXBean system =
                (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        for (int round = -ROUNDS; round < ROUNDS; round++) {
            now.set(now.get().plusSeconds(1));
            addSecond(now.get());
            long before = system.getProcessCpuTime();
            long[] cost = new long[1];
            onFx(() -> cost[0] = cpuOf(view::repaint));
            onFx(() -> view.getScene().snapshot(null));
            if (round >= 0) {
                own[round] = cost[0];
                all[round] = system.getProcessCpuTime() - before;
            }
        }
        System.out.printf(
                "%-28s JavaFX's thread %5.1f ms (p95 %5.1f), process with a rendered frame %5.1f"
                        + " ms%n",
                name, quantile(own, 0.5), quantile(own, 0.95), quantile(all, 0.5));
    }

    private static long cpuOf(Runnable action) {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        action.run();
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
    }

    private static void onFx(Runnable action) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            action.run();
            done.complete(null);
        });
        done.orTimeout(30, TimeUnit.SECONDS).join();
    }

    private static double quantile(long[] nanos, double share) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1, sorted.length * share)] / 1e6;
    }
}
