package dev.bulkhead.app.mending;

import dev.bulkhead.mibs.Compilation;
import dev.bulkhead.mibs.MibCompiler;
import dev.bulkhead.mibs.MibRepository;
import dev.bulkhead.mibs.diagnostic.Diagnostic;
import dev.bulkhead.mibs.doctor.Findings;
import dev.bulkhead.mibs.model.MibModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the compiler says about other bytes of a file, with the modules it imports at hand and no
 * others. Blocks; the scratch folder goes with {@link #close}.
 */
public final class TrialCompile implements AutoCloseable {
    private final Path folder;
    private final Path copy;
    private final List<Path> imports;

    /**
     * A trial.
     *
     * @param file the file whose bytes are tried, as the modules name it
     * @param modules all that are known, by name
     */
    public TrialCompile(String file, Map<String, MibModule> modules) throws IOException {
        folder = Files.createTempDirectory("bulkhead");
        copy = folder.resolve(file.substring(file.lastIndexOf('/') + 1).replace('\\', '-'));
        imports = importsOf(file, modules);
    }

    /** The files of all modules that those of this file import, and so on, but not itself. */
    private static List<Path> importsOf(String file, Map<String, MibModule> modules) {
        Deque<MibModule> pending = new ArrayDeque<>();
        modules.values().stream().filter(m -> m.file().equals(file)).forEach(pending::add);
        Set<MibModule> seen = new HashSet<>(pending);
        Set<Path> files = new LinkedHashSet<>();
        while (!pending.isEmpty()) {
            for (MibModule.Import clause : pending.remove().imports()) {
                MibModule module = modules.get(clause.module());
                if (module != null && seen.add(module)) {
                    pending.add(module);
                    addFile(module.file(), files);
                }
            }
        }
        return files.stream().filter(Files::isRegularFile).toList();
    }

    private static void addFile(String name, Set<Path> files) {
        try {
            files.add(Path.of(name));
        } catch (InvalidPathException noPath) {
            return; // a built-in text, which is found anyway
        }
    }

    /** What the compiler says about these bytes. */
    public Findings findings(byte[] bytes) {
        try {
            Files.write(copy, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Compilation compilation =
                MibCompiler.compile(
                        MibRepository.baseOnly()
                                .withSources(List.of(copy))
                                .withImportFolders(imports)
                                .withLibraryForImports());
        String name = copy.toString();
        List<Diagnostic> own =
                compilation.diagnostics().stream()
                        .filter(d -> d.location().file().equals(name))
                        .toList();
        int definitions =
                compilation.modules().stream()
                        .filter(module -> module.file().equals(name))
                        .mapToInt(module -> module.definitions().size())
                        .sum();
        return new Findings(own, definitions);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(copy);
        Files.delete(folder);
    }
}
