package dev.bulkhead.app.cli;

import dev.bulkhead.app.guide.Guide;
import dev.bulkhead.app.guide.GuidePage;
import dev.bulkhead.app.guide.PlainText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The help pages: {@code help/VERB.txt}, each fitting a screen of 80 by 24 where it can, and those
 * of the guide.
 */
final class Help {
    /** What lists the pages of the guide. */
    private static final String TASKS = "tasks";

    /** What is no verb: the overview, and what several verbs have in common. */
    private static final Set<String> TOPICS = Set.of("bulkhead", "agent", "output");

    private Help() {}

    /** What {@code bulkhead help WORDS} prints: of a verb, or of a task. */
    static String topic(List<String> words) throws UsageException {
        boolean ofAll = words.isEmpty() || words.equals(List.of("--help"));
        String name = ofAll ? "bulkhead" : String.join("-", words);
        if (TOPICS.contains(name) || Verbs.has(name)) {
            return page(name);
        }
        Guide guide = Guide.standard();
        if (name.equals(TASKS)) {
            return "Pages of the guide, which the window shows too (F1); bulkhead help PAGE:\n\n"
                    + PlainText.contents(guide);
        }
        Optional<GuidePage> page = guide.page(name);
        return PlainText.of(page.orElseThrow(() -> unknown(name)));
    }

    private static UsageException unknown(String name) {
        return new UsageException(
                "there is no verb and no task \"%s\"; bulkhead help %s lists the tasks"
                        .formatted(name, TASKS));
    }

    static String page(String name) throws UsageException {
        if (!TOPICS.contains(name) && !Verbs.has(name)) {
            throw Verbs.unknown(name);
        }
        String page =
                switch (name) {
                    case "getnext", "getbulk" -> "get";
                    case "inform" -> "trap";
                    default -> name;
                };
        return text(page + ".txt");
    }

    /** A text that lies beside the help pages. */
    static String text(String file) {
        try (InputStream in = Help.class.getResourceAsStream("help/" + file)) {
            if (in == null) {
                throw new IllegalStateException("the help text " + file + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
