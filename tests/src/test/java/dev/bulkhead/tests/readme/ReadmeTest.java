package dev.bulkhead.tests.readme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.tests.program.Bulkhead;
import dev.bulkhead.tests.program.Outcome;
import dev.bulkhead.tests.program.Repository;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the README names must be there. */
class ReadmeTest {
    private static final Pattern PICTURE = Pattern.compile("!\\[[^]]*]\\(([^)]+)\\)");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern VERB = Pattern.compile("(?m)^ {4}bulkhead (?!help)(\\w+)");

    private static String readme() throws IOException {
        return Files.readString(Repository.ROOT.resolve("README.md"));
    }

    @Test
    void picturesAreThereAndAreWindows() throws IOException {
        Matcher picture = PICTURE.matcher(readme());
        int count = 0;
        while (picture.find()) {
            byte[] png = Files.readAllBytes(Repository.ROOT.resolve(picture.group(1)));
            assertThat(new String(png, 1, 3, StandardCharsets.US_ASCII)).isEqualTo("PNG");
            assertThat(width(png)).as(picture.group(1)).isGreaterThanOrEqualTo(1024);
            count++;
        }
        assertThat(count).isPositive();
    }

    private static int width(byte[] png) {
        return ByteBuffer.wrap(png, 16, 4).getInt();
    }

    @Test
    void testsThatKeepInvariantsAreThere() throws IOException {
        String table = readme().split("### Invariants", -1)[1].split("\n## ", -1)[0];
        String sources = testSources();
        List<String> missing = new ArrayList<>();
        Matcher code = CODE.matcher(table);
        while (code.find()) {
            for (String name : code.group(1).split("\\.", -1)) {
                boolean test = name.endsWith("Test") || name.matches("[a-z]+[A-Z]\\w+");
                if (test && !sources.contains(name)) {
                    missing.add(name);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    private static String testSources() throws IOException {
        StringBuilder all = new StringBuilder();
        for (String module : List.of("mibs", "engine", "app", "tests")) {
            Path folder = Repository.ROOT.resolve(module).resolve("src/test/java");
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                    all.append(Files.readString(file));
                }
            }
        }
        return all.toString();
    }

    @Test
    void verbsHaveHelp() throws Exception {
        Matcher verb = VERB.matcher(readme());
        List<String> verbs = new ArrayList<>();
        while (verb.find()) {
            verbs.add(verb.group(1));
        }
        assertThat(verbs).contains("get", "walk", "poll", "compile");
        for (String name : verbs) {
            Outcome help = Bulkhead.run(name, "--help");
            assertThat(help.exitCode()).as(name).isZero();
            assertThat(help.out()).contains("bulkhead " + name);
        }
    }
}
