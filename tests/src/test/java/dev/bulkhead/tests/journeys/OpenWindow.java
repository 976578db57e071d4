package dev.bulkhead.tests.journeys;

import static org.awaitility.Awaitility.await;

import dev.bulkhead.app.demo.DemoDevices;
import dev.bulkhead.app.fx.UiTicker;
import dev.bulkhead.app.packets.PacketRecorder;
import dev.bulkhead.app.settings.Settings;
import dev.bulkhead.app.shell.Services;
import dev.bulkhead.app.shell.Shell;
import dev.bulkhead.app.shell.Workbench;
import dev.bulkhead.app.theme.Fonts;
import dev.bulkhead.app.theme.ThemeChoice;
import dev.bulkhead.app.theme.Themes;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineSettings;
import dev.bulkhead.engine.JobEvent;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.DemoNetwork;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SimulatedDevice;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.mibs.MibCompiler;
import dev.bulkhead.mibs.MibRepository;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The real window over a real engine, on the headless platform, with a robot's hands. */
final class OpenWindow implements AutoCloseable {
    /** Fits the headless platform's screen, so that the robot reaches everything. */
    private static final double WIDTH = 1000;

    private static final double HEIGHT = 760;
    private static final Path UNPACKED = Path.of("target", "unpacked");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Settings settings;
    private final Engine engine = Engine.open(EngineSettings.ofThisProcess(1));
    private final UiTicker ticker = new UiTicker();
    private final FxRobot robot = new FxRobot();
    private Stage stage;
    private Workbench workbench;
    private Shell shell;

    private OpenWindow(Settings settings) {
        this.settings = settings;
    }

    static OpenWindow open() throws TimeoutException {
        return open(Settings.inMemory());
    }

    /** A window that keeps what it keeps beside these settings. */
    static OpenWindow open(Settings settings) throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        OpenWindow window = new OpenWindow(settings);
        WaitForAsyncUtils.waitForAsyncFx(PATIENCE.toMillis(), window::build);
        window.until(() -> window.workbench.library().reportProperty().get().isPresent());
        return window;
    }

    private void build() {
        Fonts.load();
        Themes themes = new Themes(ThemeChoice.LIGHT);
        PacketRecorder packets =
                new PacketRecorder(
                        engine::submit, engine::submitTraced, InstantSource.system(), settings);
        workbench =
                new Workbench(
                        new Services(
                                packets,
                                packets,
                                engine::jobs,
                                () -> MibRepository.standard().withArchivesIn(UNPACKED),
                                MibCompiler::plain,
                                new DemoDevices(engine::submit)::start,
                                InstantSource.system(),
                                settings,
                                "test"));
        shell = new Shell(workbench, ticker, themes::toggle);
        Scene scene = new Scene(shell, WIDTH, HEIGHT);
        Themes.style(scene);
        shell.commands().install(scene);
        stage = new Stage();
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
        workbench.library().load(List.of());
    }

    /** Clicks on the demo network's button and waits for its devices. */
    void startDemo() {
        robot.clickOn("#welcome-start-demo");
        until(() -> workbench.target().device().isPresent());
    }

    /** The same by its key. */
    void startDemoByKey() {
        robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.D);
        until(() -> workbench.target().device().isPresent());
    }

    /** The demo network's switch in the bar, with one of its communities. */
    void useDemo(String community) {
        ask(() -> {
            workbench.target().addressProperty().set(DemoNetwork.SWITCH);
            workbench
                    .target()
                    .credentialProperty()
                    .set(new Credential.Community(SnmpVersion.V2C, new Secret(community)));
            return true;
        });
    }

    /**
     * Starts a device that answers to one community alone.
     *
     * @return its address and port
     */
    String startDevice(String name, String community) {
        CompletableFuture<String> address = new CompletableFuture<>();
        SimulatedDevice device =
                new SimulatedDevice(
                        name,
                        new SimulatedDevice.Model.Server(),
                        DemoNetwork.HOST,
                        0,
                        new Secret(community),
                        new Secret(community + "-write"),
                        List.of(),
                        Optional.empty());
        engine.submit(
                new JobSpec.Simulate(List.of(device)),
                event -> {
                    if (event instanceof JobEvent.Listening listening) {
                        address.complete(listening.addresses().getFirst());
                    }
                });
        return address.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    /** A node of any window that shows it, pop-ups included; null if none does. */
    static @Nullable Node anywhere(String selector) {
        return Window.getWindows().stream()
                .filter(Window::isShowing)
                .map(each -> each.getScene().lookup(selector))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Types an object into the OID bar. */
    void typeOid(String text) {
        robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.O);
        robot.write(text).push(KeyCode.ENTER);
    }

    /** Waits until what was changed is laid out. */
    void pulse() {
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** What JavaFX's thread says. */
    <T> T ask(Callable<T> question) {
        return WaitForAsyncUtils.waitForAsyncFx(PATIENCE.toMillis(), question);
    }

    void until(Callable<Boolean> isSo) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(() -> ask(isSo));
    }

    FxRobot robot() {
        return robot;
    }

    Stage stage() {
        return stage;
    }

    Workbench workbench() {
        return workbench;
    }

    Shell shell() {
        return shell;
    }

    @Override
    public void close() {
        WaitForAsyncUtils.waitForAsyncFx(
                PATIENCE.toMillis(),
                () -> {
                    stage.hide();
                    workbench.close();
                });
        ticker.close();
        engine.close();
    }
}
