package dev.bulkhead.app.guide;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All pages of the guide, in the order in which they are read. */
public final class Guide {
    /** The page that a new user reads first. */
    public static final String FIRST = "quick-start";

    private static final List<String> NAMES =
            List.of(
                    FIRST,
                    "find",
                    "mibs",
                    "ask",
                    "tables",
                    "set-values",
                    "devices",
                    "silent-device",
                    "poll-and-chart",
                    "formulas",
                    "history",
                    "notifications",
                    "flight-recorder",
                    "packets",
                    "processes",
                    "command-line",
                    "files",
                    "security",
                    "keyboard");

    /** Characters of a line that are shown before the word that was looked for. */
    private static final int BEFORE = 12;

    private static volatile @Nullable Guide standard;

    private final List<GuidePage> pages;

    private Guide(List<GuidePage> pages) {
        this.pages = List.copyOf(pages);
    }

    /** The guide of this program; read once. */
    public static Guide standard() {
        Guide read = standard;
        if (read == null) {
            read = new Guide(NAMES.stream().map(Guide::read).toList());
            standard = read;
        }
        return read;
    }

    private static GuidePage read(String name) {
        try (InputStream in = Guide.class.getResourceAsStream(name + ".md")) {
            if (in == null) {
                throw new IllegalStateException("the page " + name + " of the guide is missing");
            }
            return PageParser.parse(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<GuidePage> pages() {
        return pages;
    }

    /** The page of this name, or the only one whose name begins so. */
    public Optional<GuidePage> page(String name) {
        List<GuidePage> alike = pages.stream().filter(p -> p.name().startsWith(name)).toList();
        return alike.stream()
                .filter(page -> page.name().equals(name))
                .findFirst()
                .or(() -> alike.size() == 1 ? Optional.of(alike.getFirst()) : Optional.empty());
    }

    /** A picture's file; empty if there is none for this theme. */
    public static Optional<URL> picture(String name, boolean dark) {
        String file = "pictures/" + name + (dark ? "-dark.png" : "-light.png");
        return Optional.ofNullable(Guide.class.getResource(file));
    }

    /**
     * The pages that have all these words, best first: in the title, the summary, the text. All
     * pages if there are no words.
     */
    public List<GuideHit> search(String words) {
        List<String> wanted = List.of(words.strip().toLowerCase(Locale.ROOT).split("\\s+"));
        List<Ranked> found = new ArrayList<>();
        for (GuidePage page : pages) {
            rank(page, wanted).ifPresent(found::add);
        }
        return found.stream()
                .sorted(Comparator.comparingInt(Ranked::rank))
                .map(Ranked::hit)
                .toList();
    }

    private record Ranked(int rank, GuideHit hit) {}

    private static Optional<Ranked> rank(GuidePage page, List<String> wanted) {
        int rank = 0;
        String line = page.summary();
        for (String word : wanted) {
            if (has(page.title(), word)) {
                continue;
            }
            if (has(page.summary(), word)) {
                rank++;
                continue;
            }
            Optional<String> body = page.lines().stream().filter(l -> has(l, word)).findFirst();
            if (body.isEmpty()) {
                return Optional.empty();
            }
            rank += 10;
            line = from(body.get(), word);
        }
        return Optional.of(new Ranked(rank, new GuideHit(page, line)));
    }

    /** A line from shortly before a word, so that a narrow list shows the word. */
    private static String from(String line, String word) {
        int at = line.toLowerCase(Locale.ROOT).indexOf(word);
        int begin = at <= BEFORE ? 0 : line.indexOf(' ', at - BEFORE) + 1;
        return begin == 0 || begin > at ? line : "… " + line.substring(begin);
    }

    private static boolean has(String text, String word) {
        return text.toLowerCase(Locale.ROOT).contains(word);
    }
}
