package dev.bulkhead.tests.benchmarks;

import atlantafx.base.theme.PrimerLight;
import dev.bulkhead.app.demo.DemoDevices;
import dev.bulkhead.app.fx.UiTicker;
import dev.bulkhead.app.notification.NotificationDesk;
import dev.bulkhead.app.notification.ReceiverViewModel.State;
import dev.bulkhead.app.packets.PacketRecorder;
import dev.bulkhead.app.shell.Services;
import dev.bulkhead.app.shell.Shell;
import dev.bulkhead.app.shell.Workbench;
import dev.bulkhead.app.theme.Fonts;
import dev.bulkhead.app.theme.Themes;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineSettings;
import dev.bulkhead.engine.JobHandle;
import dev.bulkhead.engine.WorkerStatus;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.notification.ListenCounts;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.MibCompiler;
import dev.bulkhead.mibs.MibRepository;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue.Integer32;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.stage.Stage;

/**
 * A flood of notifications into the whole window, of 1,440 by 900 on JavaFX's headless platform
 * with software rendering: {@code -Drate} a second (5000) for {@code -Dseconds} (60), from one
 * socket over loopback through a listener's worker into the list that shows.
 *
 * <p>Measured: how long tasks wait for JavaFX's thread, which is about what a key or click waits,
 * while rows are chosen and the list is scrolled; the heap after a collection; and whether all that
 * was sent is listed, forgotten by the ring or counted as lost, to the last one. {@code -Dlimit} of
 * one source a second shows that the counter counts.
 */
public final class NotificationListBenchmark {
    private static final double GOAL_MILLIS = 100;
    private static final double GOAL_MEGABYTES = 300;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Oid LINK_DOWN = Oid.parse("1.3.6.1.6.3.1.1.5.3");

    private final List<Long> layouts = new ArrayList<>();
    private final dev.bulkhead.app.settings.Settings settings =
            dev.bulkhead.app.settings.Settings.inMemory();
    private long layoutBegun;

    private NotificationListBenchmark() {}

    /** Runs it. */
    public static void main(String[] args) throws Exception {
        Platform.setImplicitExit(false);
        Platform.startup(() ->
                Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet()));
        new NotificationListBenchmark().run();
        Platform.exit();
    }

    private void run() throws Exception {
        int rate = Settings.number("rate", 5_000);
        int seconds = Settings.number("seconds", 60);
        int port;
        try (DatagramSocket free = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        settings.put("notifications.on", "true");
        settings.put("notifications.places", "127.0.0.1:" + port);
        settings.put("notifications.limit", Integer.toString(Settings.number("limit", 2 * rate)));
        try (Engine engine = Engine.open(EngineSettings.ofThisProcess(1));
                UiTicker ticker = new UiTicker()) {
            Workbench workbench = FxProbe.call(() -> open(engine, ticker));
            NotificationDesk desk = workbench.notifications();
            until(() -> desk.receiver().stateProperty().get() instanceof State.Listening);
            until(() -> workbench.library().reportProperty().get().isPresent());
            byte[] trap = trap(engine);
            long warm = 2L * rate;
            send(trap, port, rate, warm);
            FxProbe.call(() -> {
                layouts.clear();
                return true;
            });
            long sent = (long) rate * seconds;
            try (FxProbe probe = new FxProbe()) {
                long before = cpuNanos();
                double took = send(trap, port, rate, sent);
                tell(sent, took, (cpuNanos() - before) / took / 1e7, probe);
            }
            settle(desk);
            account(desk, engine, warm + sent);
            FxProbe.call(() -> {
                workbench.close();
                return true;
            });
        }
    }

    private Workbench open(Engine engine, UiTicker ticker) {
        Fonts.load();
        PacketRecorder packets =
                new PacketRecorder(
                        engine::submit, engine::submitTraced, InstantSource.system(), settings);
        Workbench workbench =
                new Workbench(
                        new Services(
                                packets,
                                packets,
                                engine::jobs,
                                MibRepository::standard,
                                MibCompiler::plain,
                                new DemoDevices(engine::submit)::start,
                                InstantSource.system(),
                                settings,
                                "benchmark"));
        Shell shell = new Shell(workbench, ticker, () -> {});
        Scene scene = new Scene(shell, 1_440, 900);
        Themes.style(scene);
        scene.addPreLayoutPulseListener(() -> layoutBegun = System.nanoTime());
        scene.addPostLayoutPulseListener(() -> layouts.add(System.nanoTime() - layoutBegun));
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
        workbench.library().load(List.of());
        shell.commands().get("notifications").run();
        ticker.registerEvery(Duration.ofMillis(500), () -> use(shell));
        return workbench;
    }

    /** What a user does meanwhile: he chooses another row, and scrolls. */
    private static void use(Shell shell) {
        if (shell.lookup("#notifications-table") instanceof TableView<?> table
                && !table.getItems().isEmpty()) {
            int row = (int) (System.nanoTime() / 1_000_000 % Math.min(20, table.getItems().size()));
            table.getSelectionModel().clearAndSelect(row);
            table.scrollTo(row % 2 == 0 ? 0 : row * 3);
        }
    }

    private static void until(Callable<Boolean> isSo) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!FxProbe.call(isSo)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("it did not come so far in " + PATIENCE);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    /** Used by JavaFX's thread so far. */
    private static long cpuNanos() {
        return FxProbe.call(ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime);
    }

    private void tell(long sent, double took, double cpuPercent, FxProbe probe) {
        GoalTable table = new GoalTable();
        String flood = String.format(Locale.ROOT, "%,.0f notifications a second", sent / took);
        table.below(
                flood + ", wait for JavaFX's thread, p95", GOAL_MILLIS, probe.quantile(0.95), "ms");
        table.tell(flood + ", wait, p99", probe.quantile(0.99), "ms");
        table.tell(flood + ", CPU of JavaFX's thread", cpuPercent, "% of a core");
        table.tell(flood + ", longest wait", probe.quantile(1), "ms");
        table.below(flood + ", layout of a pulse, p95", GOAL_MILLIS, layout(0.95), "ms");
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        table.below(
                "heap in use with a full list",
                GOAL_MEGABYTES,
                (runtime.totalMemory() - runtime.freeMemory()) / 1e6,
                "MB");
    }

    private double layout(double share) {
        long[] sorted = FxProbe.call(() -> layouts.stream().mapToLong(Long::longValue).toArray());
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1, sorted.length * share)] / 1e6;
    }

    private static void settle(NotificationDesk desk) {
        long before = -1;
        while (desk.taken() != before) {
            before = desk.taken();
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(2));
        }
    }

    /** All that was sent must be accounted for. */
    private static void account(NotificationDesk desk, Engine engine, long sent) {
        until(() -> desk.list().rows().size() == desk.list().kept());
        ListenCounts counts =
                engine.jobs().stream()
                        .filter(job -> job.spec() instanceof JobSpec.Listen)
                        .findFirst()
                        .flatMap(JobHandle::worker)
                        .map(WorkerStatus::listen)
                        .orElse(ListenCounts.ZERO);
        long unexplained = sent - desk.taken() - counts.lost();
        System.out.printf(
                Locale.ROOT,
                "%n| sent | taken | listed | gone from the ring | over limit | queue | kernel |"
                        + " unexplained |%n|--:|--:|--:|--:|--:|--:|--:|--:|%n"
                        + "| %d | %d | %d | %d | %d | %d | %d | %d |%n",
                sent,
                desk.taken(),
                FxProbe.call(() -> desk.list().rows().size()),
                desk.list().forgotten(),
                counts.overLimit(),
                counts.droppedByQueue(),
                counts.droppedByKernel(),
                unexplained);
    }

    /** A trap as our own job sends it. */
    private static byte[] trap(Engine engine) throws IOException, InterruptedException {
        try (DatagramSocket receiver = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            Target target =
                    new Target(
                            "127.0.0.1",
                            receiver.getLocalPort(),
                            new Credential.Community(SnmpVersion.V2C, new Secret("flood")),
                            PATIENCE,
                            0);
            JobHandle job =
                    engine.submit(
                            new JobSpec.Notify(
                                    target,
                                    false,
                                    1,
                                    LINK_DOWN,
                                    List.of(
                                            variable("1.3.6.1.2.1.2.2.1.1.3", 3),
                                            variable("1.3.6.1.2.1.2.2.1.7.3", 1),
                                            variable("1.3.6.1.2.1.2.2.1.8.3", 2))),
                            _ -> {});
            DatagramPacket packet = new DatagramPacket(new byte[1500], 1500);
            receiver.setSoTimeout((int) PATIENCE.toMillis());
            receiver.receive(packet);
            job.await(PATIENCE);
            return Arrays.copyOf(packet.getData(), packet.getLength());
        }
    }

    private static VarBind variable(String oid, int value) {
        return new VarBind(Oid.parse(oid), new Integer32(value));
    }

    /** Sends evenly; seconds it took. */
    private static double send(byte[] trap, int port, int rate, long count) throws IOException {
        try (DatagramSocket socket = new DatagramSocket()) {
            DatagramPacket packet =
                    new DatagramPacket(
                            trap,
                            trap.length,
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            long began = System.nanoTime();
            for (long i = 0; i < count; i++) {
                long due = began + i * 1_000_000_000L / rate;
                for (long left = due - System.nanoTime();
                        left > 0;
                        left = due - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                socket.send(packet);
            }
            return (System.nanoTime() - began) / 1e9;
        }
    }
}
