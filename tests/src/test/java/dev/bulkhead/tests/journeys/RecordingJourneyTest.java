package dev.bulkhead.tests.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.app.flight.Comparison.Change;
import dev.bulkhead.app.query.ResultRow;
import dev.bulkhead.app.recording.RecordingEntry;
import dev.bulkhead.app.recording.RecordingSummary.State;
import dev.bulkhead.app.recording.RecordingsViewModel;
import dev.bulkhead.mibs.smi.Oid;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Devices recorded, replayed, asked again, compared and anonymised; by keyboard alone. */
class RecordingJourneyTest {
    private static final Oid SYS_UP_TIME = Oid.parse("1.3.6.1.2.1.1.3.0");

    @TempDir private Path folder;
    private OpenWindow window;

    @BeforeEach
    void open() throws Exception {
        window = OpenWindow.open();
        window.startDemo();
    }

    @AfterEach
    void close() {
        window.close();
    }

    private RecordingsViewModel model() {
        return window.workbench().recordings().list();
    }

    private ObservableList<RecordingEntry> entries() {
        return model().entries();
    }

    private boolean isIn(int place, State state) {
        return entries().size() > place && entries().get(place).summary().state() == state;
    }

    private boolean isFocused(String id) {
        Node focus = window.shell().getScene().getFocusOwner();
        return focus != null && id.equals(focus.getId());
    }

    private void tabTo(String id) {
        for (int i = 0; i < 30 && !window.ask(() -> isFocused(id)); i++) {
            window.robot().push(KeyCode.TAB);
        }
        assertThat(window.ask(() -> isFocused(id))).as("the focus reaches " + id).isTrue();
    }

    private TableView<?> table(String id) {
        return (TableView<?>) window.shell().lookup("#" + id);
    }

    private String fieldText(String id) {
        return ((TextField) window.shell().lookup("#" + id)).getText();
    }

    /** Records the system group, again and again every second. */
    private void record() {
        window.robot().push(KeyCode.SHORTCUT, KeyCode.ALT, KeyCode.G);
        window.until(() -> isFocused("record-oids"));
        window.robot().write("system ifTable");
        tabTo("record-every");
        window.robot().push(KeyCode.DOWN);
        window.robot().push(KeyCode.ENTER);
        tabTo("record-start");
        window.robot().push(KeyCode.SPACE);
        window.until(() -> isIn(0, State.RECORDING));
    }

    private void recordSome(int readings) {
        record();
        window.until(() -> entries().getFirst().summary().passes() >= readings);
        window.until(() -> isFocused("recordings"));
        window.robot().push(KeyCode.SHORTCUT, KeyCode.ALT, KeyCode.S);
        window.until(() -> isIn(0, State.STORED));
    }

    @Test
    void aRecordingIsReplayedAndAsked() throws Exception {
        recordSome(2);
        RecordingEntry recorded = window.ask(() -> entries().getFirst());
        String first =
                Files.readAllLines(recorded.path().resolve("000001.snmprec")).stream()
                        .filter(line -> line.startsWith(SYS_UP_TIME + "|"))
                        .map(line -> line.substring(line.lastIndexOf('|') + 1))
                        .findFirst()
                        .orElseThrow();
        window.robot().push(KeyCode.SHORTCUT, KeyCode.ALT, KeyCode.P);
        window.until(() -> isIn(0, State.REPLAYING));
        assertThat(window.ask(() -> window.workbench().target().addressProperty().get()))
                .isEqualTo("demo-switch (offline)");
        assertThat(
                        window.ask(() ->
                                window.workbench().agents().devices().devices().stream()
                                        .map(device -> device.group())
                                        .toList()))
                .contains("Offline");

        window.typeOid("sysUpTime");
        window.robot().push(KeyCode.SHORTCUT, KeyCode.G);
        window.until(() -> !window.workbench().results().rows().isEmpty());
        ResultRow row = window.ask(() -> window.workbench().results().rows().getFirst());
        assertThat(row.varBind().name()).isEqualTo(SYS_UP_TIME);
        assertThat(row.varBind().value()).hasToString("TimeTicks[value=" + first + "]");

        window.robot().push(KeyCode.SHORTCUT, KeyCode.ALT, KeyCode.R);
        window.robot().push(KeyCode.SHORTCUT, KeyCode.ALT, KeyCode.S);
        window.until(() -> isIn(0, State.STORED));
        assertThat(
                        window.ask(() ->
                                window.workbench().target().devices().stream()
                                        .map(device -> device.name())
                                        .toList()))
                .doesNotContain("demo-switch (offline)");
    }

    @Test
    void twoSnapshotsAreComparedAndWritten() throws Exception {
        recordSome(2);
        window.robot().push(KeyCode.SHORTCUT, KeyCode.ALT, KeyCode.C);
        window.until(() -> !window.workbench().recordings().comparison().rows().isEmpty());
        window.until(() -> table("compare").isFocused());
        int changed =
                window.ask(
                        () -> window.workbench().recordings().comparison().count(Change.CHANGED));
        int same =
                window.ask(() -> window.workbench().recordings().comparison().count(Change.SAME));
        assertThat(changed).isPositive();
        assertThat(same).isPositive();
        assertThat(window.ask(() -> window.workbench().recordings().comparison().rows()))
                .hasSize(changed)
                .anyMatch(line -> line.oid().equals(SYS_UP_TIME))
                .noneMatch(line -> line.before().equals(line.after()));

        tabToBackwards("compare-only-changes");
        window.robot().push(KeyCode.SPACE);
        window.until(
                () -> window.workbench().recordings().comparison().rows().size() == changed + same);
        tabToBackwards("compare-filter");
        window.robot().write("sysUpTime");
        window.until(() -> window.workbench().recordings().comparison().rows().size() == 1);

        tabTo("compare-export");
        window.robot().push(KeyCode.SPACE);
        window.until(() -> isFocused("compare-export-file"));
        Path file = folder.resolve("changes.csv");
        window.robot().write(file.toString()).push(KeyCode.ENTER);
        window.until(() -> Files.exists(file) && Files.size(file) > 0);
        assertThat(Files.readAllLines(file))
                .hasSize(2)
                .first()
                .isEqualTo("change,name,oid,before,after");
    }

    private void tabToBackwards(String id) {
        for (int i = 0; i < 30 && !window.ask(() -> isFocused(id)); i++) {
            window.robot().push(KeyCode.SHIFT, KeyCode.TAB);
        }
        assertThat(window.ask(() -> isFocused(id))).as("the focus reaches " + id).isTrue();
    }

    @Test
    void aCopyWithoutNamesIsMadeAndAFileThatIsDroppedIsPlayed() throws Exception {
        recordSome(1);
        window.robot().push(KeyCode.SHORTCUT, KeyCode.ALT, KeyCode.Y);
        window.until(() -> isFocused("anonymise-words"));
        window.robot().write("bulkhead");
        window.until(() -> fieldText("anonymise-words").equals("bulkhead"));
        tabTo("anonymise-folder");
        Path copy = folder.resolve("copy");
        window.robot().push(KeyCode.SHORTCUT, KeyCode.A);
        window.robot().write(copy.toString()).push(KeyCode.ENTER);
        window.until(() -> entries().size() == 2 && isIn(0, State.STORED));
        String text = Files.readString(copy.resolve("000001.snmprec"));
        assertThat(text.toLowerCase(Locale.ROOT))
                .contains("1.3.6.1.2.1.1.5.0|4|")
                .doesNotContain("demo-switch", "noc@example.net", "bulkhead");

        window.ask(() -> {
            model().open(List.of(copy.resolve("000001.snmprec")));
            return true;
        });
        window.until(() -> entries().size() == 3 && isIn(0, State.REPLAYING));
        assertThat(window.ask(() -> window.workbench().target().addressProperty().get()))
                .isEqualTo("000001 (offline)");
    }

    @Test
    void whatCannotBeOpenedSaysSoInPlace() throws Exception {
        Path file = Files.writeString(folder.resolve("evil.snmprec"), "nothing of use\n");
        window.robot().push(KeyCode.SHORTCUT, KeyCode.ALT, KeyCode.R);
        window.until(() -> isFocused("recordings-empty-record"));
        window.ask(() -> {
            model().open(List.of(file));
            return true;
        });
        window.until(() -> window.shell().lookup("#recordings-notice").getParent().isVisible());
        assertThat(window.ask(() -> model().problemProperty().get()))
                .contains("evil.snmprec:1", "OID|TAG|VALUE");
        assertThat(window.ask(() -> isIn(0, State.BROKEN))).isTrue();
    }
}
