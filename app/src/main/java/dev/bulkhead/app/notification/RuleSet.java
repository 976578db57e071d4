package dev.bulkhead.app.notification;

import dev.bulkhead.engine.notification.Notification;
import java.util.ArrayList;
import java.util.List;

/** The rules in use, in order. Any thread. */
final class RuleSet {
    private final List<RunningRule> rules;

    RuleSet(List<Rule> rules) {
        this(rules, List.of());
    }

    /** With what was counted before for those that are the same. */
    RuleSet(List<Rule> rules, List<RunningRule> before) {
        this.rules =
                rules.stream()
                        .map(rule ->
                                before.stream()
                                        .filter(known -> known.rule().equals(rule))
                                        .findFirst()
                                        .orElseGet(() -> new RunningRule(rule)))
                        .toList();
    }

    List<RunningRule> rules() {
        return rules;
    }

    /**
     * What rules make of a notification.
     *
     * @param severity as the last rule that sets one says, else as it was guessed
     * @param dropped whether it is to be forgotten
     * @param matching the rules that it fits, in order, up to one that drops it
     */
    record Verdict(Severity severity, boolean dropped, List<RunningRule> matching) {}

    /** Judges; a later rule sees the severity that an earlier one set. Does nothing else. */
    Verdict judge(Notification notification, String host, NotificationText texts) {
        Severity severity = SeverityGuess.of(notification, texts.names());
        List<RunningRule> matching = new ArrayList<>(0);
        for (RunningRule rule : rules) {
            if (!rule.fits(notification, host, severity, texts)) {
                continue;
            }
            matching.add(rule);
            if (rule.rule().action() instanceof Action.Drop) {
                return new Verdict(severity, true, matching);
            }
            if (rule.rule().action() instanceof Action.SetSeverity(Severity set)) {
                severity = set;
            }
        }
        return new Verdict(severity, false, matching);
    }
}
