package dev.bulkhead.app.shell;

import dev.bulkhead.app.command.Command;
import dev.bulkhead.app.command.Commands;
import dev.bulkhead.app.fx.Background;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.app.naming.UnknownNameException;
import dev.bulkhead.app.polling.KeptPoll;
import dev.bulkhead.app.polling.PollReference;
import dev.bulkhead.app.polling.PollRow;
import dev.bulkhead.app.polling.PollSets;
import dev.bulkhead.app.polling.PollingView;
import dev.bulkhead.app.pollset.PollSet;
import dev.bulkhead.app.pollset.PollSetException;
import dev.bulkhead.app.pollset.PollSetFile;
import dev.bulkhead.app.pollset.PollSetWriter;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableBooleanValue;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/**
 * Polls as files: saves what is polled, or one group of it, as a poll set that {@code bulkhead
 * poll} runs too, and opens such files. JavaFX's thread; files are read and written elsewhere.
 */
public final class PollSetActions {
    private final Shell shell;
    private final Workbench workbench;
    private final KeptPolls kept;
    private @Nullable PollingView view;

    PollSetActions(Shell shell, Workbench workbench, KeptPolls kept) {
        this.shell = shell;
        this.workbench = workbench;
        this.kept = kept;
    }

    void join(PollingView polls) {
        view = polls;
    }

    void register(Commands commands, ObservableBooleanValue polls) {
        commands.add(
                "open-poll-set",
                MaterialDesignF.FOLDER_OPEN_OUTLINE,
                "Shortcut+Alt+Shift+O",
                this::choose);
        commands.add(
                new Command(
                        "save-poll-set",
                        Optional.of(MaterialDesignC.CONTENT_SAVE_OUTLINE),
                        Commands.combination("Shortcut+Alt+Shift+S"),
                        () -> choose(workbench.polling().rows(), ""),
                        polls));
        commands.add(
                new Command(
                        "save-poll-group",
                        Optional.empty(),
                        Commands.combination("Shortcut+Alt+Shift+G"),
                        this::chooseGroup,
                        polls));
    }

    /** Whether a file may be a poll set, by its name. */
    static boolean isSet(File file) {
        String name = file.getName().toLowerCase(Locale.ROOT);
        return name.endsWith(".yaml") || name.endsWith(".yml");
    }

    /** Opens those files that are poll sets; returns the others. */
    List<File> take(List<File> files) {
        List<File> sets = files.stream().filter(PollSetActions::isSet).toList();
        sets.forEach(file -> open(file.toPath()));
        return files.stream().filter(file -> !sets.contains(file)).toList();
    }

    private FileChooser chooser(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Words.text(title));
        chooser.getExtensionFilters()
                .setAll(
                        new FileChooser.ExtensionFilter(
                                Words.text("pollset.files"), "*.yaml", "*.yml"));
        return chooser;
    }

    private void choose() {
        List<File> files =
                chooser("command.open-poll-set")
                        .showOpenMultipleDialog(shell.getScene().getWindow());
        if (files != null) {
            files.forEach(file -> open(file.toPath()));
        }
    }

    private void chooseGroup() {
        List<PollRow> some = view == null ? List.of() : view.selected();
        Optional<String> group =
                some.stream()
                        .map(row -> row.settings().group())
                        .filter(name -> !name.isEmpty())
                        .findFirst();
        if (group.isEmpty()) {
            workbench.status().warn(Words.text("pollset.no-group"));
            return;
        }
        List<PollRow> rows =
                workbench.polling().rows().stream()
                        .filter(row -> row.settings().group().equals(group.get()))
                        .toList();
        choose(rows, group.get());
    }

    private void choose(List<PollRow> rows, String name) {
        if (rows.isEmpty()) {
            workbench.status().warn(Words.text("pollset.nothing"));
            return;
        }
        FileChooser chooser = chooser("command.save-poll-set");
        chooser.setInitialFileName(
                (name.isEmpty() ? "polls" : name.replaceAll("[^\\p{L}\\p{N}_-]+", "-")) + ".yaml");
        File file = chooser.showSaveDialog(shell.getScene().getWindow());
        if (file != null) {
            save(file.toPath(), rows, name);
        }
    }

    /** Writes rows into a file and tells how that went. */
    public void save(Path file, List<PollRow> rows, String name) {
        MibNames names = workbench.library().names();
        List<KeptPoll> polls = kept.kept(rows);
        long nameless =
                polls.stream()
                        .map(KeptPoll::whom)
                        .distinct()
                        .filter(whom -> whom.credential() instanceof PollReference.Source.Unnamed)
                        .count();
        var _ =
                Background.run(
                        "save-poll-set",
                        () -> {
                            PollSet set = PollSets.of(name, polls, names::qualifiedName);
                            PollSetFile.write(file, PollSetWriter.write(set));
                            return set;
                        },
                        set -> {
                            String text =
                                    Words.text(
                                            "pollset.saved",
                                            polls.size(),
                                            set.devices().size(),
                                            file.toString());
                            if (nameless > 0) {
                                workbench
                                        .status()
                                        .warn(
                                                text
                                                        + " "
                                                        + Words.text("pollset.nameless", nameless));
                            } else {
                                workbench.status().done(text);
                            }
                        },
                        problem ->
                                workbench
                                        .status()
                                        .fail(
                                                Words.text(
                                                        "pollset.unsaved",
                                                        file.toString(),
                                                        String.valueOf(problem.getMessage()))));
    }

    /** Reads a file and polls what it says; tells how that went. */
    public void open(Path file) {
        MibNames names = workbench.library().names();
        var _ =
                Background.run(
                        "open-poll-set",
                        () -> read(file, names),
                        content -> opened(file, content),
                        problem ->
                                workbench
                                        .status()
                                        .fail(
                                                Words.text(
                                                        "pollset.unreadable",
                                                        file.toString(),
                                                        String.valueOf(problem.getMessage())
                                                                .lines()
                                                                .limit(2)
                                                                .collect(
                                                                        Collectors.joining(
                                                                                "; ")))));
    }

    private static PollSets.Content read(Path file, MibNames names)
            throws IOException, PollSetException, UnknownNameException {
        return PollSets.polls(PollSetFile.read(file), names::resolve);
    }

    private void opened(Path file, PollSets.Content content) {
        int added = kept.add(content.polls());
        shell.tabs().showPolls();
        List<String> missing = missing(content.polls());
        List<String> notes = new ArrayList<>();
        notes.add(Words.text("pollset.opened", added, content.polls().size(), file.toString()));
        if (!missing.isEmpty()) {
            notes.add(Words.text("pollset.missing", missing.size(), String.join(", ", missing)));
        }
        if (!content.left().isEmpty()) {
            notes.add(Words.text("pollset.all", String.join(", ", content.left())));
        }
        String text = String.join(" ", notes);
        if (notes.size() > 1) {
            workbench.status().warn(text);
        } else {
            workbench.status().done(text);
        }
    }

    /** The credentials that polls name and the vault does not have. */
    private List<String> missing(List<KeptPoll> polls) {
        return polls.stream()
                .flatMap(poll -> poll.whom().credential().named().stream())
                .distinct()
                .filter(name -> workbench.agents().credentials().item(name).isEmpty())
                .toList();
    }
}
