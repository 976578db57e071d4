package dev.bulkhead.tests.readme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What Maven commands of the texts may name: profiles, modules, tests, benchmarks, properties. */
final class MavenWords {
    private static final Set<String> GOALS =
            Set.of("mvn", "verify", "package", "test", "spotless:apply", "-am", "-DskipTests");
    private static final Pattern PROFILE =
            Pattern.compile("<profile>\\s*(?:<!--.*?-->\\s*)?<id>([^<]+)</id>", Pattern.DOTALL);

    private final Path root;
    private final Set<String> profiles = new TreeSet<>();
    private final Set<String> classes = new TreeSet<>();
    private final StringBuilder sources = new StringBuilder();

    private MavenWords(Path root) {
        this.root = root;
    }

    static MavenWords read(Path root) throws IOException {
        MavenWords words = new MavenWords(root);
        for (String module : List.of("", "mibs", "engine", "app", "installer", "tests")) {
            String pom = Files.readString(root.resolve(module).resolve("pom.xml"));
            PROFILE.matcher(pom).results().forEach(id -> words.profiles.add(id.group(1)));
            words.sources.append(pom);
            words.readSources(root.resolve(module).resolve("src/test/java"));
        }
        return words;
    }

    private void readSources(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                classes.add(String.valueOf(file.getFileName()).replace(".java", ""));
                sources.append(Files.readString(file));
            }
        }
    }

    /** What a command, or a property of one, names that is not there. */
    List<String> problems(String command) {
        List<String> problems = new ArrayList<>();
        List<String> words = List.of(command.split(" "));
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            boolean module = i > 0 && words.get(i - 1).equals("-pl");
            if (module) {
                Stream.of(word.split(","))
                        .filter(each -> !each.equals("MODULE"))
                        .filter(each -> !Files.exists(root.resolve(each).resolve("pom.xml")))
                        .forEach(each -> problems.add("no module " + each));
            } else if (!isThere(word)) {
                problems.add(word + " in " + command);
            }
        }
        return problems;
    }

    private boolean isThere(String word) {
        if (GOALS.contains(word) || word.equals("-pl")) {
            return true;
        }
        if (word.startsWith("-P")) {
            return profiles.containsAll(List.of(word.substring(2).split(",")));
        }
        if (!word.startsWith("-D")) {
            return false;
        }
        String[] property = word.substring(2).split("=", 2);
        String value = property.length == 1 ? "" : property[1];
        return switch (property[0]) {
            case "test" -> classes.contains(value);
            case "benchmark" -> value.equals("...") || classes.contains(value + "Benchmark");
            case "surefire.failIfNoSpecifiedTests" -> value.equals("false");
            default -> sources.indexOf(property[0]) >= 0;
        };
    }
}
