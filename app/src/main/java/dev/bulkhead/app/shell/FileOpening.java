package dev.bulkhead.app.shell;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.mibtree.KnownModule;
import dev.bulkhead.app.mibtree.LoadReport;
import dev.bulkhead.app.opening.OpenFiles;
import dev.bulkhead.mibs.model.Definition;
import dev.bulkhead.mibs.model.OidDefinition;
import java.io.File;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Opens the files the program was started with: loads them as dropped ones are, and then shows what
 * came of them. JavaFX's thread.
 */
final class FileOpening {
    private final Workbench workbench;
    private final ShellActions actions;
    private final UnaryOperator<List<File>> recordings;
    private List<Path> awaited = List.of();

    /**
     * Opens into a window.
     *
     * @param recordings opens those that are recordings, and returns the others
     */
    FileOpening(Workbench workbench, ShellActions actions, UnaryOperator<List<File>> recordings) {
        this.workbench = workbench;
        this.actions = actions;
        this.recordings = recordings;
        workbench.library().reportProperty().subscribe(this::loaded);
    }

    void open(OpenFiles files) {
        List<File> modules = recordings.apply(files.there().stream().map(Path::toFile).toList());
        awaited = modules.stream().map(File::toPath).toList();
        actions.load(modules);
        if (!files.missing().isEmpty()) {
            workbench
                    .status()
                    .fail(
                            Words.text(
                                    "status.no-file",
                                    files.missing().size(),
                                    files.missing().getFirst()));
        }
    }

    private void loaded(Optional<LoadReport> report) {
        if (awaited.isEmpty() || report.isEmpty() || !report.get().added().equals(awaited)) {
            return;
        }
        List<Path> files = awaited;
        awaited = List.of();
        workbench.library().modulesProperty().get().stream()
                .filter(KnownModule::isShown)
                .filter(module -> stands(module.file(), files))
                .min(Comparator.comparingInt(module -> order(module.file(), files)))
                .flatMap(module -> workbench.library().names().index().module(module.name()))
                .flatMap(module ->
                        module.identity()
                                .map(Definition.class::cast)
                                .or(() -> highest(module.definitions())))
                .ifPresent(workbench.current()::show);
    }

    private static boolean stands(String file, List<Path> files) {
        return order(file, files) < files.size();
    }

    /** Which of the files it stands in; the number of files for none. */
    private static int order(String file, List<Path> files) {
        for (int i = 0; i < files.size(); i++) {
            String path = files.get(i).toString();
            if (file.equals(path)
                    || file.startsWith(path + "!/")
                    || file.startsWith(path + File.separator)) {
                return i;
            }
        }
        return files.size();
    }

    private static Optional<Definition> highest(List<Definition> definitions) {
        return definitions.stream()
                .filter(OidDefinition.class::isInstance)
                .map(OidDefinition.class::cast)
                .filter(each -> each.oid().size() > 0)
                .min(Comparator.comparingInt(each -> each.oid().size()))
                .map(Definition.class::cast)
                .or(() -> definitions.stream().findFirst());
    }
}
