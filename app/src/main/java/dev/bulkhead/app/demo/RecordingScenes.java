package dev.bulkhead.app.demo;

import dev.bulkhead.app.flight.RecordingPlan;
import dev.bulkhead.app.recording.RecordingEntry;
import dev.bulkhead.app.recording.RecordingSummary.State;
import dev.bulkhead.app.recording.RecordingsViewModel;
import dev.bulkhead.app.shell.Shell;
import dev.bulkhead.app.shell.Workbench;
import dev.bulkhead.mibs.smi.Oid;
import java.time.Duration;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;

/** The chapter of recordings and their comparison. On the tour's thread. */
final class RecordingScenes {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** So that no two begin in one second, by which they are ordered. */
    private static final Duration APART = Duration.ofMillis(1_100);

    private static final Oid SYSTEM = Oid.of(1, 3, 6, 1, 2, 1, 1);
    private static final Oid INTERFACES = Oid.of(1, 3, 6, 1, 2, 1, 2);

    private final Shell shell;
    private final Workbench workbench;

    RecordingScenes(Shell shell, Workbench workbench) {
        this.shell = shell;
        this.workbench = workbench;
    }

    private RecordingsViewModel model() {
        return workbench.recordings().list();
    }

    private void run(String command) {
        FxSteps.tell(() -> shell.commands().get(command).run());
    }

    void pictures(Album album) {
        run("recordings");
        album.take("recordings-empty");
        if (album.isThorough()) {
            recorded(album);
        }
    }

    private void recorded(Album album) {
        run("record-device");
        FxSteps.tell(() -> type("record-oids", "system ifTable ifXTable"));
        album.take("recordings-ask");
        press("record-close");
        replayed(album);
        run("anonymise-recording");
        FxSteps.tell(() -> type("anonymise-words", "bulkhead, demo"));
        album.take("recordings-anonymise");
        press("anonymise-now");
        FxSteps.until("the copy", PATIENCE, () -> model().entries().size() > 3);
        FxSteps.until("the copy", PATIENCE, () -> isIn(0, State.STORED));
        album.take("recordings-anonymised");
        choose(3);
        run("compare-recordings");
        FxSteps.until(
                "lines", PATIENCE, () -> !workbench.recordings().comparison().rows().isEmpty());
        album.take("recordings-compare");
        FxSteps.tell(
                () -> workbench.recordings().comparison().compare(List.of(entry(0), entry(3))));
        FxSteps.tell(() -> workbench.recordings().comparison().filterProperty().set("sys"));
        album.take("recordings-compare-anonymised");
        FxSteps.tell(() -> workbench.recordings().comparison().filterProperty().set(""));
        FxSteps.tell(() -> model().stop(entry(3)));
    }

    /** Three recordings, one of which is replayed. */
    void replayed(Album album) {
        record(Duration.ofSeconds(1), Duration.ofSeconds(5));
        FxSteps.until("a recording", PATIENCE, () -> isIn(0, State.STORED));
        record(Duration.ZERO, Duration.ZERO);
        FxSteps.until("a walk", PATIENCE, () -> isIn(0, State.STORED));
        record(Duration.ofSeconds(1), Duration.ZERO);
        FxSteps.until("two readings", PATIENCE, () -> entry(0).summary().passes() > 1);
        album.take("recordings-running");
        FxSteps.tell(() -> model().stop(entry(0)));
        FxSteps.until("the end", PATIENCE, () -> isIn(0, State.STORED));
        choose(2);
        run("replay-recording");
        FxSteps.until("the replay", PATIENCE, () -> isIn(2, State.REPLAYING));
        album.take("recordings-list");
    }

    private void record(Duration every, Duration lasts) {
        FxSteps.pass(APART);
        FxSteps.tell(() ->
                model().record(
                                new RecordingPlan(
                                        workbench.target().target().orElseThrow(),
                                        workbench.target().device().orElseThrow().label(),
                                        List.of(SYSTEM, INTERFACES),
                                        true,
                                        every,
                                        lasts)));
    }

    private RecordingEntry entry(int place) {
        return model().entries().get(place);
    }

    private boolean isIn(int place, State state) {
        return entry(place).summary().state() == state;
    }

    private void choose(int row) {
        FxSteps.tell(() -> {
            if (shell.lookup("#recordings") instanceof TableView<?> table) {
                table.getSelectionModel().clearAndSelect(row);
            }
        });
    }

    private void type(String field, String text) {
        if (shell.lookup("#" + field) instanceof TextField there) {
            there.setText(text);
        }
    }

    private void press(String button) {
        FxSteps.tell(() -> {
            if (shell.lookup("#" + button) instanceof Button there) {
                there.fire();
            }
        });
    }
}
