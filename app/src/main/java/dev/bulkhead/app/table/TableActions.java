package dev.bulkhead.app.table;

import dev.bulkhead.app.command.Command;
import dev.bulkhead.app.command.Commands;
import dev.bulkhead.app.fx.Background;
import dev.bulkhead.app.i18n.Words;
import java.io.File;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.kordamp.ikonli.materialdesign2.MaterialDesignV;

/** What can be done to the table shown. */
public final class TableActions {
    /** What the bar's Export offers. */
    static final List<String> EXPORT =
            List.of(
                    "table-export-csv",
                    "table-export-json",
                    "table-export-markdown",
                    Commands.LINE,
                    "table-copy-csv",
                    "table-copy-json",
                    "table-copy-markdown");

    /** What the menu bar offers for tables. */
    public static final List<String> MENU =
            List.of(
                    "table-interval",
                    "table-pause",
                    "table-rotate",
                    "table-columns",
                    "table-columns-usual",
                    "table-devices",
                    Commands.LINE,
                    "table-export-csv",
                    "table-export-json",
                    "table-export-markdown",
                    "table-copy-csv",
                    "table-copy-json",
                    "table-copy-markdown");

    private final Window window;
    private final BooleanProperty shown = new SimpleBooleanProperty();

    /** What tables need of the window around them. */
    public interface Window {
        /** The table shown, if one is. */
        Optional<TableTab> table();

        /** Devices that the user knows and has the credentials of. */
        List<GridDevice> devices();

        /** Tells the user of a success. */
        void done(String words);

        /** Tells the user of a failure. */
        void failed(String words);
    }

    private TableActions(Window window) {
        this.window = window;
    }

    /** Registers all of them; whether a table is shown is to be told by what this gives. */
    public static BooleanProperty register(Commands commands, Window window) {
        TableActions actions = new TableActions(window);
        actions.view(commands);
        actions.export(commands);
        return actions.shown;
    }

    private void view(Commands commands) {
        add(
                commands,
                "table-interval",
                MaterialDesignC.CLOCK_OUTLINE,
                "Shortcut+Shift+I",
                TableTab::focusInterval);
        add(
                commands,
                "table-pause",
                MaterialDesignP.PAUSE,
                "Shift+F5",
                tab -> {
                    if (tab.model().intervalProperty().get().isOn()) {
                        BooleanProperty paused = tab.model().pausedProperty();
                        paused.set(!paused.get());
                    }
                });
        add(
                commands,
                "table-rotate",
                MaterialDesignS.SWAP_HORIZONTAL,
                "Shift+F7",
                TableTab::rotate);
        add(
                commands,
                "table-columns",
                MaterialDesignV.VIEW_COLUMN_OUTLINE,
                "F7",
                TableTab::chooseColumns);
        add(commands, "table-columns-usual", null, null, tab -> tab.model().resetColumns());
        add(
                commands,
                "table-devices",
                MaterialDesignL.LAN_CONNECT,
                "Shortcut+Alt+A",
                tab -> tab.chooseDevices(window.devices()));
    }

    private void export(Commands commands) {
        export(commands, ExportFormat.CSV, "csv", "Shortcut+Alt+E");
        export(commands, ExportFormat.JSON_LINES, "json", null);
        export(commands, ExportFormat.MARKDOWN, "markdown", null);
    }

    private void export(Commands commands, ExportFormat format, String name, @Nullable String key) {
        Ikon file =
                switch (format) {
                    case CSV -> MaterialDesignF.FILE_DELIMITED_OUTLINE;
                    case JSON_LINES -> MaterialDesignC.CODE_JSON;
                    case MARKDOWN -> MaterialDesignT.TABLE_LARGE;
                };
        add(commands, "table-export-" + name, file, key, tab -> ask(tab, format));
        add(
                commands,
                "table-copy-" + name,
                MaterialDesignC.CONTENT_COPY,
                null,
                tab -> copy(tab.export(), format));
    }

    private void add(
            Commands commands,
            String id,
            @Nullable Ikon icon,
            @Nullable String key,
            Consumer<TableTab> action) {
        commands.add(
                new Command(
                        id,
                        Optional.ofNullable(icon),
                        Commands.combination(key),
                        () -> window.table().ifPresent(action),
                        shown));
    }

    private void ask(TableTab tab, ExportFormat format) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Words.text("table.export.title"));
        chooser.setInitialFileName(tab.model().question().name() + "." + format.ending());
        chooser.getExtensionFilters()
                .add(
                        new FileChooser.ExtensionFilter(
                                Words.text(
                                        "table.export." + format.name().toLowerCase(Locale.ROOT)),
                                "*." + format.ending()));
        File chosen = chooser.showSaveDialog(tab.getScene().getWindow());
        if (chosen != null) {
            write(tab.export(), format, chosen.toPath());
        }
    }

    private void write(TableExport export, ExportFormat format, Path file) {
        var _ =
                Background.run(
                        "export-table",
                        () -> {
                            export.write(format, file);
                            return export.size();
                        },
                        rows -> window.done(Words.text("table.export.done", rows, file.toString())),
                        problem -> window.failed(failure(file, problem)));
    }

    private static String failure(Path file, Exception problem) {
        String why =
                switch (problem) {
                    case AccessDeniedException _ -> Words.text("table.export.denied");
                    case NoSuchFileException _ -> Words.text("table.export.no-folder");
                    case IOException other -> String.valueOf(other.getMessage());
                    default -> problem.toString();
                };
        return Words.text("table.export.failed", file.toString(), why);
    }

    private void copy(TableExport export, ExportFormat format) {
        var _ =
                Background.run(
                        "copy-table",
                        () -> export.text(format),
                        text -> {
                            ClipboardContent content = new ClipboardContent();
                            content.putString(text);
                            Clipboard.getSystemClipboard().setContent(content);
                            window.done(Words.text("table.copied", export.size()));
                        },
                        problem -> window.failed(String.valueOf(problem.getMessage())));
    }
}
