package dev.bulkhead.mibs;

import dev.bulkhead.mibs.diagnostic.DiagnosticText;
import dev.bulkhead.mibs.model.Definition;
import dev.bulkhead.mibs.model.MibModule;
import dev.bulkhead.mibs.model.ObjectType;
import dev.bulkhead.mibs.model.OidDefinition;
import dev.bulkhead.mibs.model.Syntax;
import dev.bulkhead.mibs.model.TextualConvention;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The golden cases: each a folder with MIB texts, what is said of them in {@code expected.txt} and
 * what is kept of them in {@code definitions.txt}.
 */
final class Golden {
    static final Path FOLDER = Path.of("src/test/resources/dev/bulkhead/mibs/golden");

    private Golden() {}

    static List<Path> cases() {
        try (Stream<Path> folders = Files.list(FOLDER)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Compilation compile(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> mibs = files.filter(f -> f.toString().endsWith(".mib")).sorted().toList();
            return MibCompiler.compile(MibRepository.baseOnly().withSources(mibs));
        }
    }

    /** All diagnostics as text, with the folder's path taken out. */
    static String diagnostics(Compilation compilation, Path folder) {
        return compilation.diagnostics().stream()
                .map(DiagnosticText::render)
                .collect(Collectors.joining())
                .replace(folder + "/", "");
    }

    /** What was kept of the folder's own modules: a line a definition. */
    static String definitions(Compilation compilation, Path folder) {
        StringBuilder lines = new StringBuilder();
        for (MibModule module : compilation.modules()) {
            if (Path.of(module.file()).startsWith(folder)) {
                module.definitions().forEach(definition -> lines.append(line(definition)));
            }
        }
        return lines.toString();
    }

    private static String line(Definition definition) {
        String kind = definition.getClass().getSimpleName();
        String rest = "";
        if (definition instanceof ObjectType object) {
            kind = object.kind().word();
            rest = " " + words(object.syntax()) + " " + object.maxAccess().rfcName();
        } else if (definition instanceof TextualConvention convention) {
            rest = " " + words(convention.syntax());
        }
        String oid = definition instanceof OidDefinition placed ? " " + placed.oid() : "";
        return definition.qualifiedName() + " " + kind + oid + rest + "\n";
    }

    private static String words(Syntax syntax) {
        String labels =
                syntax.namedNumbers().stream()
                        .map(named -> named.label() + "(" + named.number() + ")")
                        .collect(Collectors.joining(", ", "{", "}"));
        String ranges =
                syntax.ranges().stream()
                        .map(range -> range.min() + ".." + range.max())
                        .collect(Collectors.joining(" | ", "(", ")"));
        return syntax.base().rfcName()
                + (labels.length() > 2 ? " " + labels : "")
                + (ranges.length() > 2 ? " " + ranges : "");
    }
}
