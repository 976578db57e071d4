package dev.bulkhead.app.cli;

import dev.bulkhead.app.mending.TrialCompile;
import dev.bulkhead.mibs.Compilation;
import dev.bulkhead.mibs.MibCompiler;
import dev.bulkhead.mibs.MibRepository;
import dev.bulkhead.mibs.diagnostic.Diagnostic;
import dev.bulkhead.mibs.doctor.Repair;
import dev.bulkhead.mibs.doctor.UnifiedDiff;
import dev.bulkhead.mibs.model.MibModule;
import dev.bulkhead.mibs.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * {@code compile --fix --to FOLDER}: mended copies of the files that can be mended. The files
 * themselves are only read.
 */
final class FixedCopies {
    private final Terminal terminal;
    private final List<Path> sources;
    private final Path target;
    private final List<Path> importFolders;
    private final Map<String, MibModule> modules = new HashMap<>();
    private final Map<Path, Path> written = new LinkedHashMap<>();

    FixedCopies(Terminal terminal, List<Path> sources, List<Path> importFolders, Path target) {
        this.terminal = terminal;
        this.sources = sources;
        this.importFolders = importFolders;
        this.target = target;
    }

    /** Refuses a target in which a source could be touched. */
    static void check(List<Path> sources, Path target) throws UsageException {
        Path to = real(target);
        for (Path source : sources) {
            Path from = real(source);
            Path folder = Files.isDirectory(from) ? from : parent(from);
            if (to.startsWith(folder) || from.startsWith(to)) {
                throw new UsageException(
                        "--to " + target + " and " + source + " lie in each other; give another");
            }
        }
    }

    /** The real path of a file that need not exist. */
    private static Path real(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        try {
            return absolute.toRealPath();
        } catch (IOException e) {
            Path up = absolute.getParent();
            return up == null ? absolute : real(up).resolve(absolute.getFileName());
        }
    }

    private static Path parent(Path file) {
        Path parent = file.getParent();
        return parent == null ? file : parent;
    }

    /** Mends what the compilation found mendable, writes the copies and prints what changed. */
    void write(Compilation compilation) {
        compilation.modules().forEach(module -> modules.put(module.name(), module));
        Set<String> files = new LinkedHashSet<>();
        for (Diagnostic diagnostic : compilation.diagnostics()) {
            String file = diagnostic.location().file();
            if (diagnostic.suggestion().isPresent() && isSource(Path.of(file))) {
                files.add(file);
            }
        }
        try {
            for (String file : files) {
                mend(Path.of(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        sumUp(compilation);
    }

    private boolean isSource(Path file) {
        return Files.isRegularFile(file) && sources.stream().anyMatch(file::startsWith);
    }

    private void mend(Path file) throws IOException {
        byte[] raw = Files.readAllBytes(file);
        SourceFile source = SourceFile.ofBytes(file.toString(), raw);
        if (source.length() != raw.length) {
            terminal.say("bulkhead: " + file + " is UTF-16 and is left as it is");
            return;
        }
        try (TrialCompile trial = new TrialCompile(file.toString(), modules)) {
            Repair repair = Repair.of(raw, trial::findings);
            if (!repair.mended().isEmpty()) {
                keep(file, source, repair.bytes());
            }
        }
    }

    private void keep(Path file, SourceFile source, byte[] bytes) throws IOException {
        Path copy = target.resolve(relative(file));
        if (written.containsValue(copy)) {
            terminal.say("bulkhead: " + copy + " is another file's already; " + file + " is left");
            return;
        }
        Files.createDirectories(parent(copy));
        if (!real(copy).startsWith(real(target)) || Files.isSymbolicLink(copy)) {
            terminal.say(
                    "bulkhead: " + copy + " leads out of " + target + "; " + file + " is left");
            return;
        }
        Files.write(copy, bytes);
        written.put(file, copy);
        SourceFile mended = SourceFile.ofBytes(copy.toString(), bytes);
        Function<SourceFile, String> text = s -> s.text(0, s.length());
        terminal.out()
                .print(
                        UnifiedDiff.of(
                                file.toString(),
                                copy.toString(),
                                text.apply(source),
                                text.apply(mended)));
    }

    /** Where it lies in its source; with several sources, below the source's name. */
    private String relative(Path file) {
        for (Path source : sources) {
            if (file.startsWith(source) && !file.equals(source)) {
                Path inside = source.relativize(file);
                Path name = source.toAbsolutePath().normalize().getFileName();
                return sources.size() == 1 || name == null
                        ? inside.toString()
                        : name.resolve(inside).toString();
            }
        }
        return file.getFileName().toString();
    }

    private void sumUp(Compilation before) {
        if (written.isEmpty()) {
            terminal.say("Nothing could be mended");
            return;
        }
        Set<Path> imports = new LinkedHashSet<>(importFolders);
        imports.addAll(sources);
        Compilation after =
                MibCompiler.compile(
                        MibRepository.baseOnly()
                                .withSources(List.copyOf(written.values()))
                                .withImportFolders(List.copyOf(imports))
                                .withLibraryForImports());
        terminal.say(
                "%s mended into %s; before: %s; after: %s"
                        .formatted(
                                FaultCount.words(written.size(), "file"),
                                target,
                                count(before, written.keySet()),
                                count(after, Set.copyOf(written.values()))));
    }

    private static FaultCount count(Compilation compilation, Set<Path> files) {
        return FaultCount.of(
                compilation.diagnostics().stream()
                        .filter(d -> files.contains(Path.of(d.location().file())))
                        .toList());
    }
}
