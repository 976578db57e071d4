package dev.bulkhead.app.cli;

import dev.bulkhead.app.export.JsonWriter;
import dev.bulkhead.app.export.Row;
import dev.bulkhead.app.settings.CacheFolders;
import dev.bulkhead.mibs.Compilation;
import dev.bulkhead.mibs.MibCompiler;
import dev.bulkhead.mibs.MibRepository;
import dev.bulkhead.mibs.ModuleCheck;
import dev.bulkhead.mibs.ModuleVersions;
import dev.bulkhead.mibs.diagnostic.Diagnostic;
import dev.bulkhead.mibs.input.Machine;
import dev.bulkhead.mibs.model.Definition;
import dev.bulkhead.mibs.model.MibModule;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code compile}: MIB files in; diagnostics, and a summary or all definitions, out. */
final class CompileVerb implements Verb {
    @Override
    public List<Flag> flags() {
        return Flag.join(
                Flag.withValue("-M", "--prefer", "--dump", "--format", "--to"),
                FaultView.FLAGS,
                List.of(new Flag("--fix", false, false), new Flag("--explain", false, false)));
    }

    @Override
    public int run(Arguments arguments, Terminal terminal) throws UsageException {
        if (arguments.has("--explain")) {
            new ExplainCode(terminal.out()).print(arguments.operands());
            return ExitCode.SUCCESS;
        }
        List<Path> sources = paths(Cli.operands(arguments, 1, "give a file or folder"));
        List<String> importFolders = new ArrayList<>();
        for (String list : arguments.all("-M")) {
            importFolders.addAll(List.of(list.split(File.pathSeparator, -1)));
        }
        List<Path> imports = paths(importFolders);
        FaultView view = FaultView.of(arguments);
        Format format = Format.of(arguments);
        check(arguments, format, sources);
        Path archives = CacheFolders.archives(terminal.environment(), terminal.home());
        MibRepository repository =
                MibRepository.baseOnly()
                        .withSources(sources)
                        .withImportFolders(imports)
                        .withLibraryForImports()
                        .withArchivesIn(archives);
        Compilation compilation = compile(repository, paths(arguments.all("--prefer")), terminal);
        List<MibModule> modules =
                compilation.modules().stream().filter(m -> isAskedFor(m, sources)).toList();
        Compilation told = arguments.has("--strict") ? checked(compilation, sources) : compilation;
        if (arguments.has("--fix")) {
            Path target = Path.of(arguments.value("--to").orElseThrow());
            new FixedCopies(terminal, sources, imports, target).write(compilation);
        } else if (format != Format.TEXT) {
            new DiagnosticOutput(terminal.out(), view)
                    .print(told, summary(compilation, modules), format == Format.JSONL);
        } else {
            Machine machine = Machine.here(terminal.environment(), terminal.home());
            new CompileReport(terminal, view)
                    .print(told, new MissingModules(machine, sources)::find);
            if (arguments.has("--dump")) {
                dump(modules, terminal.out());
            } else {
                terminal.out().println(JsonWriter.object(summary(compilation, modules)));
            }
        }
        return ExitCode.SUCCESS;
    }

    /** The same compilation, with what the rules of the SMI say of the modules asked for. */
    private static Compilation checked(Compilation compilation, List<Path> sources) {
        List<Diagnostic> all = new ArrayList<>(compilation.diagnostics());
        for (MibModule module : compilation.modules()) {
            if (isOf(module, sources)) {
                all.addAll(ModuleCheck.check(compilation.index(), module.name()));
            }
        }
        return new Compilation(
                compilation.index(),
                all,
                compilation.fileCount(),
                compilation.versions(),
                compilation.missing(),
                compilation.duration(),
                compilation.isFromCache());
    }

    private static void check(Arguments arguments, Format format, List<Path> sources)
            throws UsageException {
        if (arguments.has("--dump") && !arguments.value("--dump").orElse("").equals("tsv")) {
            throw new UsageException("--dump is tsv");
        }
        if (format == Format.CSV) {
            throw new UsageException("--format is text, json or jsonl, not \"csv\"");
        }
        if (arguments.has("--dump") && (format != Format.TEXT || arguments.has("--fix"))) {
            throw new UsageException("--dump goes neither with --format nor with --fix");
        }
        if (arguments.has("--fix") != arguments.has("--to")) {
            throw new UsageException("--fix needs --to FOLDER, and --to needs --fix");
        }
        if (arguments.has("--fix")) {
            FixedCopies.check(sources, Path.of(arguments.value("--to").orElse("")));
        }
    }

    /** Compiles; a second time if files are preferred, since only then their modules are known. */
    private static Compilation compile(
            MibRepository repository, List<Path> preferred, Terminal terminal) {
        Compilation compilation = MibCompiler.compile(repository);
        if (preferred.isEmpty()) {
            return compilation;
        }
        MibRepository chosen = repository;
        for (Path path : preferred) {
            MibRepository before = chosen;
            for (ModuleVersions version : compilation.versions()) {
                for (ModuleVersions.Version file : version.files()) {
                    if (isSame(path, Path.of(file.file()))) {
                        chosen = chosen.withChoice(version.module(), file.file());
                    }
                }
            }
            if (chosen.equals(before)) {
                terminal.say("bulkhead: --prefer " + path + ": no other file has its modules");
            }
        }
        return MibCompiler.compile(chosen);
    }

    private static boolean isSame(Path a, Path b) {
        try {
            return Files.exists(b) && Files.isSameFile(a, b);
        } catch (IOException e) {
            return false;
        }
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

    /** Whether it stands in what was named, or is a base module; not one only imported. */
    private static boolean isAskedFor(MibModule module, List<Path> sources) {
        return module.file().equals(module.name()) || isOf(module, sources);
    }

    private static boolean isOf(MibModule module, List<Path> sources) {
        return sources.stream().anyMatch(source -> isIn(module.file(), source));
    }

    /** A file of an archive is named {@code archive!/entry}. */
    private static boolean isIn(String file, Path source) {
        return Path.of(file).startsWith(source) || file.startsWith(source + "!/");
    }

    private static Row summary(Compilation compilation, List<MibModule> modules) {
        List<Diagnostic> diagnostics = compilation.diagnostics();
        FaultCount count = FaultCount.of(diagnostics);
        return new Row()
                .put("files", compilation.fileCount())
                .put("modules", modules.size())
                .put("definitions", modules.stream().mapToInt(m -> m.definitions().size()).sum())
                .put("errors", count.errors())
                .put("warnings", count.warnings())
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
