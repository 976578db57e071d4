package dev.bulkhead.app.notification;

import dev.bulkhead.app.naming.MibNames;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What rules would do with the notifications that are kept; nothing is done. Rate limits are held
 * by the times at which they came.
 *
 * @param lines how many were looked at
 * @param counts of each rule, in order
 * @param effects what would become of single ones, the newest first; {@value #MOST} at most
 */
record DryRun(int lines, List<Count> counts, List<Effect> effects) {
    static final int MOST = 1_000;

    /**
     * Of one rule.
     *
     * @param matched what it is for
     * @param held what the rate limit would hold back
     */
    record Count(Rule rule, long matched, long held, String problem) {}

    /**
     * Of one notification.
     *
     * @param rules by their places; those that would hold it back are not among them
     */
    record Effect(NotificationLine line, Severity severity, boolean dropped, List<Rule> rules) {}

    static DryRun of(List<NotificationLine> lines, List<Rule> rules, MibNames names) {
        RuleSet set = new RuleSet(rules);
        NotificationText texts = new NotificationText(names);
        List<Effect> effects = new ArrayList<>();
        for (NotificationLine line : lines) {
            if (Thread.currentThread().isInterrupted()) {
                break;
            }
            RuleSet.Verdict verdict = set.judge(line.notification(), line.host(), texts);
            if (!verdict.matching().isEmpty()) {
                effects.add(effect(line, verdict));
            }
        }
        List<Count> counts =
                set.rules().stream()
                        .map(rule ->
                                new Count(rule.rule(), rule.matched(), rule.held(), rule.problem()))
                        .toList();
        List<Effect> newest =
                effects.subList(Math.max(0, effects.size() - MOST), effects.size()).reversed();
        return new DryRun(lines.size(), counts, List.copyOf(newest));
    }

    private static Effect effect(NotificationLine line, RuleSet.Verdict verdict) {
        List<Rule> acting = new ArrayList<>();
        long nanos = Duration.between(Instant.EPOCH, line.notification().time()).toNanos();
        for (RunningRule rule : verdict.matching()) {
            rule.countMatch();
            if (!rule.rule().action().isDelivery() || rule.mayDeliver(nanos)) {
                acting.add(rule.rule());
            }
        }
        return new Effect(line, verdict.severity(), verdict.dropped(), acting);
    }
}
