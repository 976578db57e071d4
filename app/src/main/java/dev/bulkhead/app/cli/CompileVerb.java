package dev.bulkhead.app.cli;

import dev.bulkhead.app.export.JsonWriter;
import dev.bulkhead.app.export.Row;
import dev.bulkhead.mibs.Compilation;
import dev.bulkhead.mibs.MibCompiler;
import dev.bulkhead.mibs.MibRepository;
import dev.bulkhead.mibs.diagnostic.Diagnostic;
import dev.bulkhead.mibs.diagnostic.DiagnosticText;
import dev.bulkhead.mibs.model.Definition;
import dev.bulkhead.mibs.model.MibModule;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code compile}: MIB files in; diagnostics, and a summary or all definitions, out. */
final class CompileVerb implements Verb {
    @Override
    public List<Flag> flags() {
        return Flag.join(Flag.withValue("-M", "--dump"));
    }

    @Override
    public int run(Arguments arguments, Terminal terminal) throws UsageException {
        List<Path> sources = paths(Cli.operands(arguments, 1, "give a file or folder"));
        List<String> importFolders = new ArrayList<>();
        for (String list : arguments.all("-M")) {
            importFolders.addAll(List.of(list.split(File.pathSeparator, -1)));
        }
        boolean dump = arguments.has("--dump");
        if (dump && !arguments.value("--dump").orElse("").equals("tsv")) {
            throw new UsageException("--dump is tsv");
        }
        MibRepository repository =
                MibRepository.baseOnly()
                        .withSources(sources)
                        .withImportFolders(paths(importFolders))
                        .withLibraryForImports();
        Compilation compilation = MibCompiler.compile(repository);
        List<MibModule> modules =
                compilation.modules().stream().filter(m -> isAskedFor(m, sources)).toList();
        for (Diagnostic diagnostic : compilation.diagnostics()) {
            terminal.err().print(DiagnosticText.render(diagnostic));
        }
        if (dump) {
            dump(modules, terminal.out());
        } else {
            terminal.out().println(JsonWriter.object(summary(compilation, modules)));
        }
        return ExitCode.SUCCESS;
    }

    private static List<Path> paths(List<String> names) throws UsageException {
        List<Path> paths = new ArrayList<>();
        for (String name : names) {
            Path path = Path.of(name);
            if (!Files.exists(path)) {
                throw new UsageException("there is no file or folder " + name);
            }
            paths.add(path);
        }
        return paths;
    }

    /** Whether it stands in a file that was named, or is a base module; not one only imported. */
    private static boolean isAskedFor(MibModule module, List<Path> sources) {
        return module.file().equals(module.name())
                || sources.stream().anyMatch(source -> Path.of(module.file()).startsWith(source));
    }

    private static Row summary(Compilation compilation, List<MibModule> modules) {
        long errors =
                compilation.diagnostics().stream().filter(d -> d.severity().isError()).count();
        return new Row()
                .put("files", compilation.fileCount())
                .put("modules", modules.size())
                .put("definitions", modules.stream().mapToInt(m -> m.definitions().size()).sum())
                .put("errors", errors)
                .put("warnings", compilation.diagnostics().size() - errors)
                .put("milliseconds", compilation.duration().toMillis());
    }

    private static void dump(List<MibModule> modules, Output output) {
        for (MibModule module : modules) {
            for (Definition definition : module.definitions()) {
                output.println(DefinitionLine.of(definition));
            }
        }
    }
}
