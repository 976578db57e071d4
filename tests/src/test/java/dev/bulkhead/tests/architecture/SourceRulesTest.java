package dev.bulkhead.tests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.tests.program.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rules that stand in the sources, not in the classes. */
class SourceRulesTest {
    private static final int MAX_LINES = 500;
    private static final Pattern VAGUE =
            Pattern.compile(
                    "[A-Z]\\w*(Util|Utils|Helper|Manager|Impl|Data|Info)|Abstract\\w*|Base\\w*");

    /** A word of RFC 2578 §7.1, not of a class hierarchy. */
    private static final Set<String> RFC_WORDS = Set.of("BaseType");

    private static List<Path> mainSources() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (String module : List.of("mibs", "engine", "app")) {
            try (Stream<Path> files =
                    Files.walk(Repository.ROOT.resolve(module).resolve("src/main/java"))) {
                files.filter(f -> f.toString().endsWith(".java")).forEach(sources::add);
            }
        }
        assertThat(sources).hasSizeGreaterThan(50);
        return sources;
    }

    @Test
    void mainFilesStayUnder500Lines() throws IOException {
        List<String> tooLong = new ArrayList<>();
        for (Path source : mainSources()) {
            int lines = Files.readAllLines(source).size();
            if (lines >= MAX_LINES) {
                tooLong.add(source.getFileName() + " has " + lines + " lines");
            }
        }
        assertThat(tooLong).as("a file this long holds two ideas").isEmpty();
    }

    @Test
    void everyPackageIsNullMarkedAndExplained() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Path folder : mainSources().stream().map(Path::getParent).distinct().toList()) {
            Path file = folder.resolve("package-info.java");
            if (!Files.exists(file)
                    || !Files.readString(file).contains("@NullMarked")
                    || !Files.readString(file).contains("/**")) {
                wrong.add(folder.toString());
            }
        }
        assertThat(wrong).as("packages without a @NullMarked, explained package-info").isEmpty();
    }

    @Test
    void namesSayTheJob() throws IOException {
        List<String> vague =
                mainSources().stream()
                        .map(file -> file.getFileName().toString().replace(".java", ""))
                        .filter(name -> VAGUE.matcher(name).matches() && !RFC_WORDS.contains(name))
                        .toList();
        assertThat(vague).as("names that could mean anything").isEmpty();
    }
}
