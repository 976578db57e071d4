package dev.bulkhead.mibs;

import dev.bulkhead.mibs.diagnostic.DiagnosticText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The golden cases: each a folder with MIB texts and {@code expected.txt}. */
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
    static String render(Path folder) throws IOException {
        return compile(folder).diagnostics().stream()
                .map(DiagnosticText::render)
                .collect(Collectors.joining())
                .replace(folder + "/", "");
    }
}
