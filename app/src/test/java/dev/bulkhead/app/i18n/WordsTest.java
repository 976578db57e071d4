package dev.bulkhead.app.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class WordsTest {
    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Pattern KEY =
            Pattern.compile(
                    "(?:Words\\.text|Parts\\.words)\\(\\s*\"([a-z][\\w.-]*[\\w])\"\\s*[,)]");

    @Test
    void everyKeyThatTheSourcesNameHasWords() throws IOException {
        List<String> missing = new ArrayList<>();
        int found = 0;
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                Matcher keys = KEY.matcher(Files.readString(file));
                while (keys.find()) {
                    found++;
                    if (!Words.has(keys.group(1))) {
                        missing.add(file.getFileName() + ": " + keys.group(1));
                    }
                }
            }
        }
        assertThat(found).isGreaterThan(100);
        assertThat(missing).isEmpty();
    }

    @Test
    void countsHaveTheirOwnWordsForNoneAndOne() {
        assertThat(Words.text("run.values", 0L)).isEqualTo("no values");
        assertThat(Words.text("run.values", 1L)).isEqualTo("1 value");
        assertThat(Words.text("run.values", 1204L)).isEqualTo("1,204 values");
        assertThat(Words.text("worker.full", "7", 41L, 0)).isEqualTo("PID 7 · 41 MB");
        assertThat(Words.text("worker.full", "7", 41L, 2)).isEqualTo("PID 7 · 41 MB · 2 restarts");
    }
}
