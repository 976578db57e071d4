package dev.bulkhead.app.shell;

import dev.bulkhead.app.command.Command;
import dev.bulkhead.app.command.Commands;
import dev.bulkhead.app.fx.Background;
import dev.bulkhead.app.fx.Showing;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.app.query.Copied;
import dev.bulkhead.app.query.CopyFormat;
import dev.bulkhead.app.query.QueryRun;
import dev.bulkhead.app.query.ResultFile;
import dev.bulkhead.app.query.ResultRow;
import dev.bulkhead.app.query.Verb;
import dev.bulkhead.app.table.TableTab;
import dev.bulkhead.engine.sample.VarBind;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignV;

/** Takes values out of the window: copied in any form, or saved. */
public final class CopyActions {
    /** More values than this are put into words off JavaFX's thread. */
    private static final int AT_ONCE = 500;

    /** From the corner of what has the focus to the menu. */
    private static final double INSET = 100;

    private final Shell shell;
    private final Workbench workbench;

    CopyActions(Shell shell, Workbench workbench) {
        this.shell = shell;
        this.workbench = workbench;
    }

    void register(Commands commands) {
        commands.add(
                "copy-as",
                MaterialDesignC.CLIPBOARD_TEXT_OUTLINE,
                "Shortcut+Shift+C",
                this::showMenu);
        for (CopyFormat format : CopyFormat.values()) {
            commands.add(id(format), null, null, () -> copy(format));
        }
        commands.add(
                new Command(
                        "save-results",
                        Optional.of(MaterialDesignC.CONTENT_SAVE_OUTLINE),
                        Commands.combination("Shortcut+S"),
                        this::choose,
                        Bindings.isNotEmpty(workbench.results().runs())));
        commands.add(
                new Command(
                        "result-columns",
                        Optional.of(MaterialDesignV.VIEW_COLUMN_OUTLINE),
                        Optional.empty(),
                        this::showColumns,
                        Bindings.isNotEmpty(workbench.results().runs())));
        commands.add(
                new Command(
                        "fold-run",
                        Optional.of(MaterialDesignC.CHEVRON_DOWN),
                        Commands.combination("Shortcut+Period"),
                        this::fold,
                        Bindings.isNotEmpty(workbench.results().runs())));
    }

    private void fold() {
        BooleanProperty folded = workbench.results().foldedProperty();
        folded.set(shell.tabs().isResults() && !folded.get());
        shell.tabs().showResults();
        shell.results().focusRun();
    }

    private static String id(CopyFormat format) {
        return "copy-as-" + format.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The forms that what is chosen can be copied in. */
    private ContextMenu menu(Copied copied) {
        List<CopyFormat> formats = Arrays.asList(CopyFormat.values());
        List<String> ids = new ArrayList<>(formats.stream().map(CopyActions::id).toList());
        ids.add(formats.indexOf(CopyFormat.CSV), Commands.LINE);
        ids.add(ids.indexOf(id(CopyFormat.NET_SNMP)), Commands.LINE);
        ContextMenu menu = shell.commands().contextMenu("copy-as-menu", ids);
        menu.setAutoHide(true);
        for (CopyFormat format : formats) {
            menu.getItems().stream()
                    .filter(item -> ("menu-" + id(format)).equals(item.getId()))
                    .forEach(item -> item.setDisable(!format.fits(copied)));
        }
        return menu;
    }

    private void showMenu() {
        Node focus = shell.getScene().getFocusOwner();
        Node owner = focus != null && Showing.isShowing(focus) ? focus : shell.tabs();
        Bounds window = shell.localToScreen(shell.getLayoutBounds());
        Bounds box = owner.localToScreen(owner.getLayoutBounds());
        double right = Math.min(box.getMinX() + INSET, window.getMaxX() - INSET);
        double down = Math.min(box.getMinY() + INSET, window.getMaxY() - INSET);
        menu(chosen())
                .show(owner, Math.max(window.getMinX(), right), Math.max(window.getMinY(), down));
    }

    private void showColumns() {
        shell.tabs().showResults();
        shell.results().showColumns();
    }

    /** What the user means: rows, cells, or else the current object. */
    private Copied chosen() {
        Optional<TableTab> table = shell.tabs().table();
        if (isFocusIn(shell.tree()) || isFocusIn(shell.topBar())) {
            return currentObject();
        }
        if (table.isPresent()) {
            return cells(table.get().selection()).orElseGet(this::currentObject);
        }
        return shell.tabs().isResults() ? rows().orElseGet(this::currentObject) : currentObject();
    }

    /** Chosen cells; a command line can only ask the first device that there are some of. */
    private static Optional<Copied> cells(List<TableTab.Selection> chosen) {
        List<VarBind> values = chosen.stream().flatMap(each -> each.values().stream()).toList();
        return chosen.stream()
                .findFirst()
                .map(first ->
                        new Copied(
                                Optional.of(first.device().target()),
                                Verb.GET,
                                first.instances(),
                                values.stream().map(VarBind::name).toList(),
                                values));
    }

    private boolean isFocusIn(Node ancestor) {
        for (Node at = shell.getScene().getFocusOwner(); at != null; at = at.getParent()) {
            if (at.equals(ancestor)) {
                return true;
            }
        }
        return false;
    }

    private Copied currentObject() {
        Verb verb = workbench.current().nodeProperty().get().map(Verb::usual).orElse(Verb.WALK);
        return Copied.objects(
                workbench.target().target(),
                verb,
                List.of(workbench.current().oidProperty().get()));
    }

    private Optional<Copied> rows() {
        List<VarBind> selected =
                shell.results().selected().stream().map(ResultRow::varBind).toList();
        return workbench
                .results()
                .shownProperty()
                .get()
                .map(run ->
                        selected.isEmpty()
                                ? Copied.run(run.question(), values(run))
                                : Copied.values(run.question().target(), selected));
    }

    private List<VarBind> values(QueryRun run) {
        return workbench.results().rowsOf(run).stream().map(ResultRow::varBind).toList();
    }

    private void copy(CopyFormat format) {
        Copied copied = chosen();
        MibNames names = workbench.library().names();
        if (!format.fits(copied)) {
            workbench.status().warn(Words.text("status.not-copied"));
        } else if (copied.values().size() <= AT_ONCE) {
            put(format.text(copied, names), copied);
        } else {
            var _ =
                    Background.run(
                            "copy-results",
                            () -> format.text(copied, names),
                            text -> put(text, copied),
                            failed -> workbench.status().fail(String.valueOf(failed.getMessage())));
        }
    }

    private void put(String text, Copied copied) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
        workbench.status().done(Words.text("status.copied", copied.oids().size()));
    }

    private void choose() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Words.text("command.save-results"));
        for (ResultFile.Format format : ResultFile.Format.values()) {
            String words = "save." + format.extension();
            chooser.getExtensionFilters()
                    .add(
                            new FileChooser.ExtensionFilter(
                                    Words.text(words), "*." + format.extension()));
        }
        workbench
                .results()
                .shownProperty()
                .get()
                .ifPresent(run ->
                        chooser.setInitialFileName(
                                run.question().what().replaceAll("[^\\w.-]+", "_") + ".csv"));
        File file = chooser.showSaveDialog(shell.getScene().getWindow());
        if (file != null) {
            save(file.toPath());
        }
    }

    /** Saves the shown run's values; the status bar tells how that went. */
    public void save(Path file) {
        workbench.results().shownProperty().get().ifPresent(run -> save(file, values(run)));
    }

    private void save(Path file, List<VarBind> values) {
        MibNames names = workbench.library().names();
        var _ =
                Background.run(
                        "save-results",
                        () -> {
                            ResultFile.write(file, values, names);
                            return true;
                        },
                        _ ->
                                workbench
                                        .status()
                                        .done(
                                                Words.text(
                                                        "status.saved",
                                                        values.size(),
                                                        file.getFileName())),
                        failed ->
                                workbench
                                        .status()
                                        .fail(Words.text("status.not-saved", file, why(failed))));
    }

    private static String why(Exception failed) {
        String message = failed.getMessage();
        return failed.getClass().getSimpleName() + (message == null ? "" : ": " + message);
    }
}
