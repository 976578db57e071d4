package dev.bulkhead.tests.readme;

import dev.bulkhead.tests.program.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A text that users read: the README, the MIB compiler's, or a page of the guide.
 *
 * @param file where it stands
 */
record Doc(Path file, String text) {
    static final Path PAGES =
            Repository.ROOT.resolve("app/src/main/resources/dev/bulkhead/app/guide");

    private static final Pattern FENCED = Pattern.compile("(?ms)^```(\\w*)\\n(.*?)^```$");
    private static final Pattern INLINE = Pattern.compile("`([^`]+)`");
    private static final Pattern LINK = Pattern.compile("(!?)\\[([^]]*)]\\(([^)]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");
    private static final String INDENT = "    ";

    /**
     * A link or a picture.
     *
     * @param target as it is written
     */
    record Link(boolean picture, String words, String target) {}

    static Doc of(Path file) {
        try {
            return new Doc(file, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Doc readme() {
        return of(Repository.ROOT.resolve("README.md"));
    }

    /** All of them, the README first. */
    static List<Doc> all() {
        List<Doc> docs = new ArrayList<>();
        docs.add(readme());
        docs.add(of(Repository.ROOT.resolve("mibs/README.md")));
        docs.add(of(Repository.ROOT.resolve("installer/README.md")));
        try (Stream<Path> pages = Files.list(PAGES)) {
            pages.filter(page -> page.toString().endsWith(".md"))
                    .sorted()
                    .map(Doc::of)
                    .forEach(docs::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return docs;
    }

    String name() {
        return Repository.ROOT.relativize(file).getFileName().toString();
    }

    /** What is to be typed into a terminal, a line each, without what explains it. */
    List<String> commands() {
        List<String> commands = new ArrayList<>();
        Matcher fenced = FENCED.matcher(text);
        while (fenced.find()) {
            if (fenced.group(1).isEmpty()) {
                commands.addAll(fenced.group(2).lines().toList());
            }
        }
        boolean blank = false;
        boolean block = false;
        for (String line : withoutFenced().lines().toList()) {
            block = line.startsWith(INDENT) && (blank || block);
            blank = line.isBlank();
            if (block) {
                commands.add(line.substring(INDENT.length()));
            }
        }
        return commands.stream()
                .map(command -> command.replaceAll(" {2,}# .*", "").strip())
                .filter(command -> !command.isEmpty())
                .toList();
    }

    private String withoutFenced() {
        return FENCED.matcher(text).replaceAll("");
    }

    /** Words in backquotes. */
    List<String> code() {
        return INLINE.matcher(withoutFenced()).results().map(code -> code.group(1)).toList();
    }

    List<Link> links() {
        return LINK.matcher(withoutFenced().replaceAll("`[^`]*`", ""))
                .results()
                .map(link -> new Link(!link.group(1).isEmpty(), link.group(2), link.group(3)))
                .toList();
    }

    /** The files of all pictures. */
    List<Path> pictures() {
        return links().stream()
                .filter(Link::picture)
                .map(link -> file.resolveSibling(link.target()).normalize())
                .toList();
    }

    /** Whether a heading has this anchor, as code hosts make them. */
    boolean hasAnchor(String anchor) {
        return HEADING.matcher(withoutFenced())
                .results()
                .map(heading -> anchor(heading.group(1)))
                .anyMatch(anchor::equals);
    }

    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }
}
