package dev.bulkhead.app.shell;

import dev.bulkhead.app.command.Command;
import dev.bulkhead.app.command.Commands;
import dev.bulkhead.app.fx.Background;
import dev.bulkhead.app.fx.ClipboardText;
import dev.bulkhead.app.fx.UiTicker;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.packets.PacketsView;
import dev.bulkhead.app.packets.PacketsViewModel;
import dev.bulkhead.app.query.QueryRun;
import dev.bulkhead.app.theme.Parts;
import dev.bulkhead.engine.JobHandle;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Tab;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/** The packets of what is in front, in a tab of their own. */
final class PacketsActions {
    private static final String KEY = "Shortcut+Shift+K";

    private final Shell shell;
    private final Workbench workbench;
    private final PacketsViewModel model;
    private final PacketsView view;
    private final Tab tab = new Tab(Words.text("tab.packets"));

    PacketsActions(Shell shell, Workbench workbench, UiTicker ticker) {
        this.shell = shell;
        this.workbench = workbench;
        model = workbench.packets();
        view =
                new PacketsView(
                        model,
                        ticker,
                        new PacketsView.Surroundings(
                                spec -> JobLine.of(spec, workbench),
                                this::recordAgain,
                                Commands.combination(KEY)
                                        .map(KeyCombination::getDisplayText)
                                        .orElse(""),
                                ClipboardText::put,
                                workbench.status()::done));
        tab.setId("tab-packets");
        tab.setGraphic(Parts.icon(MaterialDesignE.ETHERNET));
        tab.setContent(view);
        model.recordingProperty().addListener((_, _, on) -> said(on));
    }

    void register(Commands commands) {
        commands.add("packets", MaterialDesignE.ETHERNET, KEY, this::show);
        commands.add(
                "record-packets",
                MaterialDesignR.RECORD_CIRCLE_OUTLINE,
                "Shortcut+Shift+R",
                this::toggle);
        commands.add(
                new Command(
                        "save-packets",
                        Optional.of(MaterialDesignC.CONTENT_SAVE_OUTLINE),
                        Commands.combination("Shortcut+Shift+S"),
                        this::save,
                        tab.selectedProperty()));
    }

    /** Menu entries. */
    static List<String> menu() {
        return List.of("packets", "record-packets", "save-packets");
    }

    private void toggle() {
        model.recordingProperty().set(!model.recordingProperty().get());
    }

    private void said(boolean on) {
        workbench.status().done(Words.text(on ? "packets.on" : "packets.off"));
        var _ =
                Background.run(
                        "save-settings",
                        () -> {
                            workbench.services().settings().save();
                            return true;
                        },
                        _ -> {},
                        _ -> {});
    }

    /** Shows the packets of the table or run in front; where there is none, the newest recorded. */
    private void show() {
        if (!tab.isSelected()) {
            model.show(job());
        }
        shell.tabs().show(tab);
        view.focusList();
    }

    private Optional<JobHandle> job() {
        return shell.tabs()
                .table()
                .map(table -> table.model().job())
                .orElseGet(
                        () -> workbench.results().shownProperty().get().flatMap(QueryRun::handle));
    }

    private void recordAgain() {
        model.recordingProperty().set(true);
        boolean hasRun = workbench.results().shownProperty().get().isPresent();
        if (hasRun) {
            shell.actions().again();
            model.show(job());
            shell.tabs().show(tab);
        }
    }

    private void save() {
        view.save();
    }

    /** What is chosen in the pane, if it is in front. */
    Optional<String> selectedText() {
        return tab.isSelected() ? Optional.of(view.selectedText()) : Optional.empty();
    }
}
