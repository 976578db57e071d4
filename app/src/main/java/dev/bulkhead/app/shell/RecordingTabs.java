package dev.bulkhead.app.shell;

import dev.bulkhead.app.agent.Device;
import dev.bulkhead.app.command.Command;
import dev.bulkhead.app.command.Commands;
import dev.bulkhead.app.flight.OpenRecording;
import dev.bulkhead.app.fx.UiTicker;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.recording.CompareView;
import dev.bulkhead.app.recording.RecordingEntry;
import dev.bulkhead.app.recording.RecordingsView;
import dev.bulkhead.app.recording.RecordingsViewModel;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.control.Tab;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** Recordings and their comparison: their commands, and the tabs that these open. */
final class RecordingTabs {
    /** What the tools menu offers of them. */
    static final List<String> MENU = menu();

    private final Shell shell;
    private final Workbench workbench;
    private final UiTicker ticker;
    private final ReadOnlyBooleanWrapper chosen = new ReadOnlyBooleanWrapper();
    private @Nullable RecordingsView view;
    private @Nullable Tab tab;
    private @Nullable Tab compare;

    RecordingTabs(Shell shell, Workbench workbench, UiTicker ticker) {
        this.shell = shell;
        this.workbench = workbench;
        this.ticker = ticker;
    }

    private static List<String> menu() {
        List<String> menu = new ArrayList<>(List.of("recordings"));
        menu.addAll(RecordingsView.COMMANDS);
        return List.copyOf(menu);
    }

    void register(Commands commands) {
        commands.add("recordings", MaterialDesignR.RECORD_REC, "Shortcut+Alt+R", this::show);
        commands.add(
                "record-device",
                MaterialDesignR.RECORD_CIRCLE_OUTLINE,
                "Shortcut+Alt+G",
                this::record);
        commands.add(
                "open-recording",
                MaterialDesignF.FOLDER_OPEN_OUTLINE,
                "Shortcut+Alt+O",
                this::open);
        ofChosen(
                commands,
                "replay-recording",
                MaterialDesignP.PLAY,
                "Shortcut+Alt+P",
                () -> chosen().forEach(model()::replay));
        ofChosen(
                commands,
                "stop-recording",
                MaterialDesignS.STOP,
                "Shortcut+Alt+S",
                () -> chosen().forEach(model()::stop));
        ofChosen(
                commands,
                "compare-recordings",
                MaterialDesignC.COMPARE_HORIZONTAL,
                "Shortcut+Alt+C",
                this::compare);
        ofChosen(
                commands,
                "anonymise-recording",
                MaterialDesignI.INCOGNITO,
                "Shortcut+Alt+Y",
                () -> view().askAnonymise());
        ofChosen(
                commands,
                "export-recording",
                MaterialDesignE.EXPORT_VARIANT,
                "Shortcut+Alt+X",
                () -> view().askExport());
        ofChosen(
                commands,
                "delete-recording",
                MaterialDesignT.TRASH_CAN_OUTLINE,
                "Shortcut+Alt+Delete",
                this::delete);
    }

    private void ofChosen(Commands commands, String id, Ikon icon, String key, Runnable action) {
        commands.add(
                new Command(
                        id,
                        Optional.of(icon),
                        Commands.combination(key),
                        () -> {
                            showTab();
                            action.run();
                        },
                        chosen.getReadOnlyProperty()));
    }

    private RecordingsViewModel model() {
        return workbench.recordings().list();
    }

    private List<RecordingEntry> chosen() {
        return view().chosen();
    }

    private RecordingsView view() {
        RecordingsView known = view;
        if (known == null) {
            known =
                    new RecordingsView(
                            model(), shell.commands(), ticker, workbench.library()::names);
            RecordingsView fresh = known;
            known.onChosen(() -> chosen.set(!fresh.chosen().isEmpty()));
            view = known;
            model().load();
        }
        return known;
    }

    private void showTab() {
        Tab known = tab;
        if (known == null) {
            known = Tabs.tab("recordings", MaterialDesignR.RECORD_REC, view());
            known.setClosable(true);
            tab = known;
        }
        shell.tabs().open(known);
    }

    private void show() {
        showTab();
        view().focusList();
    }

    private void record() {
        Optional<Device> device = workbench.target().device();
        if (workbench.place().isEmpty()) {
            return;
        }
        showTab();
        view().askRecord(
                        device.map(Device::label).orElse(""),
                        workbench.target().target().orElseThrow());
    }

    private void open() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Words.text("command.open-recording"));
        chooser.getExtensionFilters()
                .setAll(
                        new FileChooser.ExtensionFilter(
                                Words.text("recordings.files"),
                                "recording.index",
                                "*.snmprec",
                                "*.snmpwalk",
                                "*.walk",
                                "*.txt"),
                        new FileChooser.ExtensionFilter(Words.text("recordings.all-files"), "*"));
        List<File> files = chooser.showOpenMultipleDialog(shell.getScene().getWindow());
        if (files != null) {
            open(files.stream().map(File::toPath).toList());
        }
    }

    private void open(List<Path> paths) {
        showTab();
        model().open(paths);
        view().focusList();
    }

    /** Opens those files that are recordings as offline devices; returns the others. */
    List<File> take(List<File> files) {
        List<Path> recordings =
                files.stream().map(File::toPath).filter(OpenRecording::isRecording).toList();
        if (!recordings.isEmpty()) {
            open(recordings);
        }
        return files.stream().filter(file -> !recordings.contains(file.toPath())).toList();
    }

    private void compare() {
        List<RecordingEntry> some = chosen().stream().filter(RecordingEntry::isUsable).toList();
        if (some.isEmpty()) {
            return;
        }
        Tab known = compare;
        if (known == null) {
            known =
                    Tabs.tab(
                            "compare",
                            MaterialDesignC.COMPARE_HORIZONTAL,
                            new CompareView(
                                    workbench.recordings().comparison(), workbench.status()::done));
            known.setClosable(true);
            compare = known;
        }
        shell.tabs().open(known);
        workbench.recordings().comparison().compare(some);
        if (known.getContent() instanceof CompareView page) {
            page.focusList();
        }
    }

    private void delete() {
        List<RecordingEntry> some = chosen();
        workbench
                .undo()
                .did(
                        Words.text(
                                "undo.recordings", some.size(), some.getFirst().summary().name()),
                        model().delete(some));
    }
}
