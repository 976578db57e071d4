package dev.bulkhead.tests.secrets;

import dev.bulkhead.app.demo.DemoDevices;
import dev.bulkhead.app.export.PcapngWriter.Form;
import dev.bulkhead.app.fx.UiTicker;
import dev.bulkhead.app.packets.PacketRecorder;
import dev.bulkhead.app.packets.PacketsView;
import dev.bulkhead.app.query.Examination;
import dev.bulkhead.app.query.QueryRun;
import dev.bulkhead.app.settings.CacheFolders;
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
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.SimulatedDevice;
import dev.bulkhead.mibs.MibCache;
import dev.bulkhead.mibs.MibCompiler;
import dev.bulkhead.mibs.MibRepository;
import dev.bulkhead.mibs.smi.Oid;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.awaitility.Awaitility;

/**
 * The window, driven with canaries as credentials by right and wrong ones: values read, walked,
 * polled, packets recorded, revealed, copied and saved. Its settings and caches are those of its
 * home folder. What is copied goes to standard error, too, with the text of a bug.
 *
 * <p>Arguments: the folder of the canaries, and the folder to save packets in.
 */
public final class CagedWindowMain {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path files;
    private final Engine engine = Engine.open(EngineSettings.ofThisProcess(1));
    private final UiTicker ticker = new UiTicker();
    private final Settings settings = Settings.of(Settings.userFile());
    private final Workbench workbench;
    private final Shell shell;
    private final Stage stage = new Stage();

    /** On JavaFX's thread. */
    private CagedWindowMain(Path files) {
        this.files = files;
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
                                MibRepository::standard,
                                CagedWindowMain::compiler,
                                new DemoDevices(engine::submit)::start,
                                InstantSource.system(),
                                settings,
                                "caged"));
        shell = new Shell(workbench, ticker, themes::toggle);
        Scene scene = new Scene(shell, 1_200, 800);
        Themes.style(scene);
        shell.commands().install(scene);
        stage.setScene(scene);
        stage.show();
        workbench.library().load(List.of());
    }

    private static MibCompiler compiler() {
        Path home = Path.of(System.getProperty("user.home"));
        MibCompiler plain = MibCompiler.plain();
        return MibCache.in(CacheFolders.mibs(System.getenv(), home)).map(plain::with).orElse(plain);
    }

    /** Drives the window from its start to its end. */
    public static void main(String[] args) throws Exception {
        Canaries blue = Canaries.of("blue", Path.of(args[0]));
        Canaries gold = Canaries.of("gold", Path.of(args[0]));
        CompletableFuture<CagedWindowMain> opened = new CompletableFuture<>();
        Platform.setImplicitExit(false);
        Platform.startup(() -> opened.complete(new CagedWindowMain(Path.of(args[1]))));
        CagedWindowMain window = opened.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        try {
            window.drive(blue, gold);
            window.close();
        } catch (Exception problem) {
            System.err.println(
                    problem
                            + " at "
                            + window.workbench.status().lineProperty().get()
                            + window.workbench.current().oidProperty().get()
                            + window.workbench.current().nodeProperty().get());
            System.exit(1);
        }
        System.exit(0);
    }

    private void drive(Canaries blue, Canaries gold) throws Exception {
        until("the MIBs", () -> workbench.library().reportProperty().get().isPresent());
        String address = device(blue);
        tell(() -> workbench.target().addressProperty().set(address));
        tell(() -> workbench.packets().recordingProperty().set(true));
        for (Credential each : List.of(blue.community(), blue.user())) {
            askEverything(each);
        }
        recorded(blue.community(), "v2c");
        recorded(blue.user(), "v3");
        System.out.println("half");
        for (Credential each : List.of(gold.community(), gold.user())) {
            use(each);
            run("walk", "1.3.6.1.2.1.1");
            until(
                    "the doctor",
                    () ->
                            run().flatMap(QueryRun::examination)
                                    .filter(Examination::isOver)
                                    .isPresent());
        }
        Platform.runLater(() -> {
            throw new IllegalStateException(
                    "a bug " + workbench.target().target() + workbench.packets().recordings());
        });
        tell(() -> shell.commands().get("credential").run());
        System.out.println("done");
    }

    private void askEverything(Credential credential) throws Exception {
        use(credential);
        run("get", "1.3.6.1.2.1.1.3.0");
        run("get-bulk", "1.3.6.1.2.1.1");
        tell(() -> workbench.current().select(workbench.library().names().resolve("ifTable")));
        tell(() -> shell.commands().get("table-view").run());
        until(
                "the table",
                () ->
                        shell.lookup("#grid") instanceof TableView<?> grid
                                && !grid.getItems().isEmpty());
        tell(() -> workbench.current().select(workbench.library().names().resolve("sysUpTime.0")));
        tell(() -> shell.commands().get("graph-view").run());
        until("a poll", () -> workbench.polling().summary().objects() > 0);
    }

    /** Walks with its packets recorded, and reveals, copies and saves them. */
    private void recorded(Credential credential, String name) throws Exception {
        use(credential);
        run("walk", "1.3.6.1.2.1.1");
        tell(() -> shell.commands().get("packets").run());
        until("packets", () -> workbench.packets().rows().size() > 1);
        tell(() -> {
            TableView<?> table = (TableView<?>) shell.lookup("#packets-table");
            table.getSelectionModel().selectAll();
            shell.commands().get("copy").run();
            System.err.println(((PacketsView) shell.lookup("#packets-pane")).selectedText());
        });
        tell(() -> workbench.packets().revealProperty().set(true));
        tell(() -> {
            for (var line : List.copyOf(workbench.packets().rows())) {
                workbench.packets().chosenProperty().set(Optional.of(line));
            }
        });
        save(Form.READ, "read-" + name + ".pcapng");
        save(Form.AS_SENT, "sent-" + name + ".pcapng");
        tell(() -> workbench.packets().revealProperty().set(false));
    }

    @SuppressWarnings("unchecked")
    private void save(Form form, String name) throws Exception {
        tell(() -> shell.commands().get("save-packets").run());
        tell(() -> {
            ((TextField) shell.lookup("#packets-file")).setText(files.resolve(name).toString());
            ((ComboBox<Form>) shell.lookup("#packets-form")).setValue(form);
            ((Button) shell.lookup("#packets-save-now")).fire();
        });
        until("a saved file", () -> !shell.lookup("#packets-save-bar").isVisible());
    }

    private void use(Credential credential) throws Exception {
        tell(() -> workbench.target().credentialProperty().set(credential));
    }

    private void run(String command, String oid) throws Exception {
        tell(() -> shell.commands().get("tab-1").run());
        tell(() -> workbench.current().select(Oid.parse(oid)));
        tell(() -> shell.commands().get(command).run());
        until("the run", () -> run().filter(run -> run.progress().state().isOver()).isPresent());
    }

    private Optional<QueryRun> run() {
        return workbench.results().shownProperty().get();
    }

    private String device(Canaries blue) throws Exception {
        SimulatedDevice device =
                new SimulatedDevice(
                        "caged",
                        new SimulatedDevice.Model.Switch(),
                        "127.0.0.1",
                        0,
                        blue.readSecret(),
                        blue.writeSecret(),
                        List.of(blue.user()),
                        Optional.empty());
        CompletableFuture<String> ready = new CompletableFuture<>();
        engine.submit(
                new JobSpec.Simulate(List.of(device)),
                event -> {
                    if (event instanceof JobEvent.Listening listening) {
                        ready.complete(listening.addresses().getFirst());
                    }
                });
        return ready.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private interface Step {
        void run() throws Exception;
    }

    private static void tell(Step step) throws Exception {
        ask(() -> {
            step.run();
            return true;
        });
    }

    private static <T> T ask(Callable<T> question) throws Exception {
        CompletableFuture<T> answer = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                answer.complete(question.call());
            } catch (Exception problem) {
                answer.completeExceptionally(problem);
            }
        });
        return answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private static void until(String what, Callable<Boolean> isSo) {
        Awaitility.await(what)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> ask(isSo));
    }

    private void close() throws Exception {
        tell(() -> {
            stage.hide();
            workbench.close();
        });
        ticker.close();
        settings.save();
        engine.close();
    }
}
