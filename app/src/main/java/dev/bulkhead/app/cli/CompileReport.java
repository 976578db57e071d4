package dev.bulkhead.app.cli;

import dev.bulkhead.mibs.Compilation;
import dev.bulkhead.mibs.MissingModule;
import dev.bulkhead.mibs.ModuleVersions;
import dev.bulkhead.mibs.diagnostic.Diagnostic;
import dev.bulkhead.mibs.diagnostic.DiagnosticCode;
import java.io.File;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** What a compilation found, for people, on standard error. */
final class CompileReport {
    private static final int FILES_IN_FULL = 10;
    private static final int FILES_COUNTED = 50;
    private static final int NAMED = 3;
    private static final int MODULES = 20;

    private final Terminal terminal;
    private final FaultView view;

    CompileReport(Terminal terminal, FaultView view) {
        this.terminal = terminal;
        this.view = view;
    }

    /**
     * Prints all of it.
     *
     * @param finder where modules lie that are missing; asked only if some are
     */
    void print(Compilation compilation, Function<List<String>, Map<String, Path>> finder) {
        List<Diagnostic> diagnostics = compilation.diagnostics();
        printFiles(view.all() ? diagnostics : withoutMissing(diagnostics));
        printVersions(compilation.versions());
        printMissing(compilation.missing(), finder);
        List<FileFaults> files = FileFaults.of(diagnostics, view);
        if (files.size() > 1) {
            FaultCount all = FaultCount.of(view.of(diagnostics));
            long hidden = files.stream().mapToInt(FileFaults::hidden).sum();
            terminal.say(
                    "%s in %s%s"
                            .formatted(
                                    all,
                                    FaultCount.words(compilation.fileCount(), "file"),
                                    hidden == 0 ? "" : "; " + hidden + " hidden, see --strict"));
        }
    }

    /** Modules that are not there are told once, at the end, and not for each file. */
    private static List<Diagnostic> withoutMissing(List<Diagnostic> diagnostics) {
        return diagnostics.stream()
                .filter(d -> d.code() != DiagnosticCode.MODULE_NOT_FOUND)
                .toList();
    }

    private void printFiles(List<Diagnostic> diagnostics) {
        List<FileFaults> files =
                FileFaults.of(diagnostics, view).stream()
                        .filter(file -> !file.shown().isEmpty())
                        .sorted(FileFaults.worstFirst())
                        .toList();
        int full = view.all() ? files.size() : Math.min(files.size(), FILES_IN_FULL);
        for (FileFaults file : files.subList(0, full)) {
            (view.all() ? file.inFull() : file.onOneScreen()).forEach(terminal.err()::println);
        }
        files.stream().skip(full).limit(FILES_COUNTED).forEach(f -> terminal.say(f.summary()));
        int more = files.size() - full - FILES_COUNTED;
        if (more > 0) {
            terminal.say("and " + FaultCount.words(more, "more file") + " with faults; see --all");
        }
    }

    private void printVersions(List<ModuleVersions> versions) {
        List<ModuleVersions> several =
                versions.stream().filter(v -> !v.reason().equals("it is built in")).toList();
        int limit = view.all() ? several.size() : MODULES;
        for (ModuleVersions version : several.subList(0, Math.min(limit, several.size()))) {
            List<String> files = version.files().stream().map(f -> f.file()).toList();
            terminal.say(
                    "%s is in %d files: %s is taken, since %s; not %s"
                            .formatted(
                                    version.module(),
                                    files.size(),
                                    files.getFirst(),
                                    version.reason(),
                                    some(files.subList(1, files.size()))));
        }
        if (several.size() > limit) {
            terminal.say((several.size() - limit) + " more modules are in several files");
        }
        if (!several.isEmpty()) {
            terminal.say("To take another one: --prefer FILE");
        }
    }

    private void printMissing(
            List<MissingModule> missing, Function<List<String>, Map<String, Path>> finder) {
        if (missing.isEmpty()) {
            return;
        }
        Map<String, Path> found = finder.apply(missing.stream().map(MissingModule::name).toList());
        int limit = view.all() ? missing.size() : MODULES;
        Set<String> folders = new LinkedHashSet<>();
        for (MissingModule module : missing) {
            Path folder = found.get(module.name());
            if (folder != null) {
                folders.add(folder.toString());
            }
            if (limit-- > 0) {
                terminal.say(
                        "missing: %s, wanted by %s%s"
                                .formatted(
                                        module.name(),
                                        some(module.wantedBy()),
                                        folder == null ? "" : "; it is in " + folder));
            }
        }
        if (limit < 0) {
            terminal.say("missing: " + -limit + " more modules");
        }
        if (!folders.isEmpty()) {
            terminal.say("Add: -M " + String.join(File.pathSeparator, folders));
        }
    }

    private static String some(List<String> names) {
        int more = names.size() - NAMED;
        return String.join(", ", names.subList(0, Math.min(NAMED, names.size())))
                + (more > 0 ? " and " + more + " more" : "");
    }
}
