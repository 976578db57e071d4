package dev.bulkhead.app.notification;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.query.Inert;
import java.util.Locale;
import java.util.StringJoiner;

/** Rules in the user's words. */
final class RuleWords {
    private RuleWords() {}

    static String kind(Action.Kind kind) {
        return Words.text("rules.kind." + kind.name().toLowerCase(Locale.ROOT));
    }

    /** For which notifications. */
    static String when(Match match) {
        StringJoiner text = new StringJoiner(Words.text("rules.and"));
        add(text, "rules.when.source", match.source());
        add(text, "rules.when.notification", match.notification());
        add(text, "rules.when.variable", match.variable());
        match.atLeast()
                .ifPresent(least -> text.add(Words.text("rules.when.severity", least.words())));
        add(text, match.regex() ? "rules.when.regex" : "rules.when.text", match.text());
        return text.length() == 0 ? Words.text("rules.when.all") : text.toString();
    }

    private static void add(StringJoiner text, String key, String value) {
        if (!value.isBlank()) {
            text.add(Words.text(key, Inert.text(value)));
        }
    }

    /** What is done. */
    static String then(Action action) {
        return switch (action) {
            case Action.SetSeverity(Severity severity) ->
                    Words.text("rules.then.severity", severity.words());
            case Action.Drop _ -> Words.text("rules.then.drop");
            case Action.Run run -> Words.text("rules.then.command", Inert.text(program(run)));
            case Action.Forward forward ->
                    Words.text(
                            forward.inform() ? "rules.then.inform" : "rules.then.trap",
                            Inert.text(forward.to()));
            case Action.Syslog syslog ->
                    Words.text(
                            "rules.then.syslog",
                            Inert.text(syslog.to()),
                            syslog.tcp() ? "TCP" : "UDP");
            case Action.Webhook webhook ->
                    Words.text("rules.then.webhook", Inert.text(webhook.to().toString()));
        };
    }

    private static String program(Action.Run run) {
        return run.command().isEmpty() ? "" : run.command().getFirst().replaceAll(".*[/\\\\]", "");
    }
}
