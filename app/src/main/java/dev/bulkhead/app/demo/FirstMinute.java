package dev.bulkhead.app.demo;

import dev.bulkhead.app.agent.Device;
import dev.bulkhead.app.query.Examination;
import dev.bulkhead.app.query.QueryRun;
import dev.bulkhead.app.shell.Shell;
import dev.bulkhead.app.shell.Workbench;
import dev.bulkhead.app.theme.ThemeChoice;
import dev.bulkhead.engine.JobEvent;
import dev.bulkhead.engine.JobHandle;
import dev.bulkhead.engine.job.DemoNetwork;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SimulatedDevice;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;

/**
 * What a new user meets: the start, the demo network live, own modules, an own device that does not
 * answer, why, and its table in the end. On the tour's thread.
 */
final class FirstMinute {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LIVE = Duration.ofSeconds(4);
    private static final String NAME = "lab-switch";

    /** Read by another community than the one that is tried first. */
    private static final String COMMUNITY = "lab-read";

    private final Shell shell;
    private final Workbench workbench;
    private final Scenes scenes;
    private final MibScenes mibs;
    private int step;

    FirstMinute(Shell shell, Workbench workbench, Scenes scenes, MibScenes mibs) {
        this.shell = shell;
        this.workbench = workbench;
        this.scenes = scenes;
        this.mibs = mibs;
    }

    /**
     * The pictures; the demo network runs afterwards.
     *
     * @param live starts polls and draws them
     */
    void take(Album album, Runnable live) {
        picture(album, "start");
        scenes.startDemo();
        live.run();
        scenes.showChart();
        FxSteps.pass(LIVE);
        picture(album, "demo-network");
        Path folder = mibs.dropBroken();
        picture(album, "own-modules");
        JobHandle lab = addDevice(album);
        run("walk");
        examined();
        picture(album, "no-answer");
        press("#retry-credential");
        type("#credential-community", COMMUNITY);
        picture(album, "other-community");
        press("#use-credential");
        FxSteps.until("values", PATIENCE, () -> shownRun().count() > 0);
        scenes.awaitRun();
        picture(album, "walked");
        scenes.table("ifTable");
        picture(album, "table");
        lab.cancel();
        mibs.remove(folder);
    }

    private void picture(Album album, String name) {
        step++;
        album.takeOne("first-minute-" + step + "-" + name, ThemeChoice.LIGHT);
    }

    /** Plays a device and adds it as a user would: its address, and no community. */
    private JobHandle addDevice(Album album) {
        CompletableFuture<String> address = new CompletableFuture<>();
        JobHandle lab =
                workbench
                        .services()
                        .jobs()
                        .submit(
                                new JobSpec.Simulate(List.of(device())),
                                event -> {
                                    if (event instanceof JobEvent.Listening listening) {
                                        address.complete(listening.addresses().getFirst());
                                    }
                                });
        Device at = Device.parse(await(address));
        run("add-device");
        type("#device-host", at.host());
        type("#device-port", Integer.toString(at.port()));
        type("#device-name", NAME);
        picture(album, "add-device");
        press("#use-device");
        return lab;
    }

    private static SimulatedDevice device() {
        return new SimulatedDevice(
                NAME,
                new SimulatedDevice.Model.Switch(),
                DemoNetwork.HOST,
                0,
                new Secret(COMMUNITY),
                new Secret(DemoNetwork.WRITE_COMMUNITY),
                List.of(DemoNetwork.user()),
                Optional.empty());
    }

    private static String await(CompletableFuture<String> address) {
        try {
            return address.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException problem) {
            throw new IllegalStateException("the lab switch did not start", problem);
        }
    }

    private void examined() {
        FxSteps.until(
                "the examination",
                PATIENCE,
                () -> shownRun().examination().filter(Examination::isOver).isPresent());
        FxSteps.pass(Duration.ofMillis(500));
    }

    private QueryRun shownRun() {
        return workbench.results().shownProperty().get().orElseThrow();
    }

    private void run(String command) {
        FxSteps.tell(() -> shell.commands().get(command).run());
    }

    private void type(String field, String text) {
        FxSteps.until(field, PATIENCE, () -> shell.lookup(field) != null);
        FxSteps.tell(() -> ((TextField) shell.lookup(field)).setText(text));
    }

    private void press(String button) {
        FxSteps.until(button, PATIENCE, () -> isSeen(button));
        FxSteps.tell(() -> ((Button) shell.lookup(button)).fire());
    }

    private boolean isSeen(String node) {
        Node found = shell.lookup(node);
        return found != null && found.isVisible();
    }
}
