package dev.bulkhead.app.notification;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.engine.notification.Notification;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A rule in use, and what became of it. Any thread.
 *
 * <p>One whose regular expression took too long {@value #TOO_SLOW} times is left out from then on,
 * and says so, lest a pattern and a sender's text together stop all others.
 */
public final class RunningRule {
    private static final int TOO_SLOW = 3;

    private final Rule rule;
    private final RateGate gate;
    private final Optional<RuleMatcher> matcher;
    private final AtomicLong matched = new AtomicLong();
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final AtomicLong held = new AtomicLong();
    private final AtomicLong slow = new AtomicLong();
    private volatile String problem = "";

    RunningRule(Rule rule) {
        this.rule = rule;
        gate = new RateGate(rule.perMinute());
        Optional<RuleMatcher> ready = Optional.empty();
        try {
            ready = Optional.of(new RuleMatcher(rule.match()));
        } catch (IllegalArgumentException wrong) {
            problem = String.valueOf(wrong.getMessage());
        }
        matcher = ready;
    }

    public Rule rule() {
        return rule;
    }

    /** How many notifications it was for. */
    public long matched() {
        return matched.get();
    }

    /** How many were delivered. */
    public long done() {
        return done.get();
    }

    /** How many could not be delivered. */
    public long failed() {
        return failed.get();
    }

    /** How many were held back by the rate limit. */
    public long held() {
        return held.get();
    }

    /** What went wrong last; "" if nothing did. */
    public String problem() {
        return problem;
    }

    /** Whether it is for a notification; never throws. */
    boolean fits(
            Notification notification, String host, Severity severity, NotificationText texts) {
        if (!rule.on() || matcher.isEmpty() || slow.get() >= TOO_SLOW) {
            return false;
        }
        try {
            return matcher.get().fits(notification, host, severity, texts);
        } catch (TimedPattern.TooSlowException e) {
            problem =
                    Words.text(
                            slow.incrementAndGet() >= TOO_SLOW ? "rules.slow.ended" : "rules.slow");
            return false;
        }
    }

    void countMatch() {
        matched.incrementAndGet();
    }

    /** Whether one more may leave now; counts it if not. */
    boolean mayDeliver(long nanos) {
        boolean may = gate.pass(nanos);
        if (!may) {
            held.incrementAndGet();
        }
        return may;
    }

    void delivered() {
        done.incrementAndGet();
    }

    void failed(String why) {
        failed.incrementAndGet();
        problem = why;
    }
}
