package dev.bulkhead.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The manual page {@code bulkhead(1)}, made of the help pages, for man. */
final class ManualPage {
    private static final Pattern FLAG = Pattern.compile("(?<=^| )--?[A-Za-z][\\w-]*");
    private static final Pattern PLACEHOLDER = Pattern.compile("@([A-Z]+)@");

    private ManualPage() {}

    /**
     * The page's source.
     *
     * @param version the program's
     * @param date of this build, as its head shows it
     */
    static String of(String version, String date) throws UsageException {
        Matcher matcher = PLACEHOLDER.matcher(Help.text("manual.1"));
        StringBuilder page = new StringBuilder();
        while (matcher.find()) {
            String part =
                    switch (String.valueOf(matcher.group(1))) {
                        case "VERSION" -> inert(version);
                        case "DATE" -> date;
                        case "OVERVIEW" -> overview();
                        case "VERBS" -> verbs();
                        case "AGENT" -> text(Help.page("agent").lines().toList());
                        case "OUTPUT" -> text(Help.page("output").lines().toList());
                        default -> throw new IllegalStateException(matcher.group());
                    };
            matcher.appendReplacement(page, Matcher.quoteReplacement(part));
        }
        return matcher.appendTail(page).toString();
    }

    private static String overview() throws UsageException {
        HelpPage page = HelpPage.of(Help.page("bulkhead"));
        return text(page.body());
    }

    private static String verbs() throws UsageException {
        StringBuilder all = new StringBuilder();
        List<String> seen = new ArrayList<>();
        for (String verb : Verbs.names()) {
            String text = Help.page(verb);
            if (!seen.contains(text)) {
                seen.add(text);
                HelpPage page = HelpPage.of(text);
                all.append(".SS ")
                        .append(inert(title(page.synopsis().getFirst())))
                        .append("\n.nf\n");
                for (String call : page.synopsis()) {
                    all.append("\\fB").append(inert(call)).append("\\fR\n");
                }
                all.append(".fi\n.PP\n");
                all.append(text(page.body()));
            }
        }
        return all.toString();
    }

    /** The verbs of a synopsis: {@code bulkhead get|getnext [flags] HOST} has two. */
    private static String title(String synopsis) {
        String[] words = synopsis.split(" ", -1);
        return words.length < 2 ? synopsis : words[1].replace("|", ", ").toLowerCase(Locale.ROOT);
    }

    /** Paragraphs are filled; what is indented stands as it is. */
    private static String text(List<String> lines) {
        StringBuilder text = new StringBuilder();
        boolean verbatim = false;
        for (String line : lines) {
            boolean indented = line.startsWith(" ");
            if (line.isBlank()) {
                text.append(verbatim ? ".fi\n" : "").append(".PP\n");
                verbatim = false;
                continue;
            }
            if (indented != verbatim) {
                text.append(indented ? ".nf\n" : ".fi\n");
                verbatim = indented;
            }
            text.append(indented ? flags(line) : inert(line)).append('\n');
        }
        return text.append(verbatim ? ".fi\n" : "").toString();
    }

    private static String flags(String line) {
        if (!line.startsWith("  -")) {
            return inert(line);
        }
        Matcher matcher = FLAG.matcher(line);
        if (!matcher.find()) {
            return inert(line);
        }
        return inert(line.substring(0, matcher.start()))
                + "\\fB"
                + inert(matcher.group())
                + "\\fR"
                + inert(line.substring(matcher.end()));
    }

    /** Nothing in it is a request or an escape; dashes and quotes stay what was typed. */
    private static String inert(String text) {
        String escaped =
                text.replace("\\", "\\e")
                        .replace("-", "\\-")
                        .replace("~", "\\(ti")
                        .replace("^", "\\(ha")
                        .replace("'", "\\(aq");
        return escaped.startsWith(".") ? "\\&" + escaped : escaped;
    }
}
