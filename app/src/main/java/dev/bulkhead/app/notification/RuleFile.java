package dev.bulkhead.app.notification;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Rules as text that can be read and written by hand: sections {@code [rule]} of lines {@code key =
 * value}; {@code #} begins a comment. A line feed in a value is {@code \n}, a backslash {@code \\}.
 *
 * <p>No secret is written: credentials stand there by their names.
 */
final class RuleFile {
    static final String NAME = "notification-rules.txt";

    private static final String SECTION = "[rule]";
    private static final String YES = "yes";

    private RuleFile() {}

    /** The text of rules. */
    static String write(List<Rule> rules) {
        StringBuilder text = new StringBuilder(256);
        text.append("# Bulkhead's rules for notifications, tried in this order.\n");
        for (Rule rule : rules) {
            text.append('\n').append(SECTION).append('\n');
            line(text, "name", rule.name());
            line(text, "on", rule.on() ? YES : "no");
            Match match = rule.match();
            lineIf(text, "source", match.source());
            lineIf(text, "notification", match.notification());
            lineIf(text, "variable", match.variable());
            match.atLeast().ifPresent(least -> line(text, "at-least", least.id()));
            lineIf(text, match.regex() ? "regex" : "text", match.text());
            write(text, rule.action());
            line(text, "per-minute", Integer.toString(rule.perMinute()));
        }
        return text.toString();
    }

    private static void write(StringBuilder text, Action action) {
        line(text, "do", action.kind().name().toLowerCase(Locale.ROOT));
        switch (action) {
            case Action.SetSeverity(Severity severity) -> line(text, "severity", severity.id());
            case Action.Drop _ -> {}
            case Action.Run(List<String> command) ->
                    command.forEach(argument -> line(text, "argument", argument));
            case Action.Forward forward -> {
                line(text, "to", forward.to());
                forward.credential().ifPresent(name -> line(text, "credential", name));
                line(text, "inform", forward.inform() ? YES : "no");
            }
            case Action.Syslog syslog -> {
                line(text, "to", syslog.to());
                line(text, "tcp", syslog.tcp() ? YES : "no");
            }
            case Action.Webhook webhook -> {
                line(text, "to", webhook.to().toString());
                webhook.credential().ifPresent(name -> line(text, "credential", name));
            }
        }
    }

    private static void lineIf(StringBuilder text, String key, String value) {
        if (!value.isEmpty()) {
            line(text, key, value);
        }
    }

    private static void line(StringBuilder text, String key, String value) {
        String safe = value.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
        text.append(key).append(" = ").append(safe).append('\n');
    }

    /**
     * The rules of a text.
     *
     * @throws IllegalArgumentException naming the line that is no rule's
     */
    static List<Rule> read(String text) {
        List<Rule> rules = new ArrayList<>();
        Map<String, List<String>> section = new LinkedHashMap<>();
        boolean inside = false;
        int number = 0;
        for (String raw : text.lines().toList()) {
            number++;
            String line = raw.strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            if (line.equals(SECTION)) {
                if (inside) {
                    rules.add(rule(section, number));
                }
                section = new LinkedHashMap<>();
                inside = true;
                continue;
            }
            int equals = line.indexOf('=');
            if (equals < 0 || !inside) {
                throw new IllegalArgumentException("line " + number + ": " + line);
            }
            section.computeIfAbsent(line.substring(0, equals).strip(), _ -> new ArrayList<>())
                    .add(unescaped(line.substring(equals + 1).strip()));
        }
        if (inside) {
            rules.add(rule(section, number));
        }
        return rules;
    }

    private static String unescaped(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                i++;
                char escaped = text.charAt(i);
                plain.append(escaped == 'n' ? '\n' : escaped == 'r' ? '\r' : escaped);
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    private static Rule rule(Map<String, List<String>> keys, int line) {
        try {
            boolean regex = keys.containsKey("regex");
            Match match =
                    new Match(
                            value(keys, "source"),
                            value(keys, "notification"),
                            value(keys, "variable"),
                            given(keys, "at-least").map(RuleFile::severity),
                            value(keys, regex ? "regex" : "text"),
                            regex);
            int perMinute =
                    given(keys, "per-minute").map(Integer::parseInt).orElse(Rule.USUAL_PER_MINUTE);
            return new Rule(value(keys, "name"), is(keys, "on"), match, action(keys), perMinute);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "the rule that ends before line " + line + ": " + e.getMessage(), e);
        }
    }

    private static Action action(Map<String, List<String>> keys) {
        Action.Kind kind = Action.Kind.valueOf(value(keys, "do").toUpperCase(Locale.ROOT));
        return switch (kind) {
            case SEVERITY -> new Action.SetSeverity(severity(value(keys, "severity")));
            case DROP -> new Action.Drop();
            case COMMAND -> new Action.Run(keys.getOrDefault("argument", List.of()));
            case FORWARD ->
                    new Action.Forward(
                            value(keys, "to"), given(keys, "credential"), is(keys, "inform"));
            case SYSLOG -> new Action.Syslog(value(keys, "to"), is(keys, "tcp"));
            case WEBHOOK ->
                    new Action.Webhook(URI.create(value(keys, "to")), given(keys, "credential"));
        };
    }

    private static Severity severity(String id) {
        return Severity.valueOf(id.toUpperCase(Locale.ROOT));
    }

    private static boolean is(Map<String, List<String>> keys, String key) {
        return value(keys, key).equals(YES);
    }

    private static String value(Map<String, List<String>> keys, String key) {
        return given(keys, key).orElse("");
    }

    private static Optional<String> given(Map<String, List<String>> keys, String key) {
        return Optional.ofNullable(keys.get(key)).map(List::getLast).filter(v -> !v.isEmpty());
    }

    /** The rules of a file; none if there is no file. Blocks. */
    static List<Rule> load(Path file) throws IOException {
        return Files.exists(file)
                ? read(Files.readString(file, StandardCharsets.UTF_8))
                : List.of();
    }

    /** Writes the file as a whole, in place of the one before. Blocks. */
    static void save(Path file, List<Rule> rules) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(fresh, write(rules), StandardCharsets.UTF_8);
        Files.move(
                fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
