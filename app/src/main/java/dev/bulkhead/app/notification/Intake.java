package dev.bulkhead.app.notification;

import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.engine.notification.Notification;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Takes what the listener gives: judges it by the rules, keeps it, hands on what is to leave. On
 * the listener job's thread, which may wait here; nothing is lost untold that way.
 */
final class Intake {
    private final Journal journal;
    private final Supplier<MibNames> names;
    private final Deliveries deliveries;
    private final LongSupplier nanoTime;
    private final AtomicLong taken = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();
    private volatile TakenListener listener = (_, _, _) -> {};
    private volatile RuleSet rules = new RuleSet(List.of());

    Intake(
            Journal journal,
            Supplier<MibNames> names,
            Deliveries deliveries,
            LongSupplier nanoTime) {
        this.journal = journal;
        this.names = names;
        this.deliveries = deliveries;
        this.nanoTime = nanoTime;
    }

    /** Tells somebody from now on. */
    void onTaken(TakenListener newListener) {
        listener = newListener;
    }

    /** Judges by these from now on. */
    void use(RuleSet fresh) {
        rules = fresh;
    }

    RuleSet rules() {
        return rules;
    }

    void take(List<Notification> notifications) {
        RuleSet now = rules;
        NotificationText texts = new NotificationText(names.get());
        for (Notification notification : notifications) {
            take(notification, now, texts);
        }
    }

    private void take(Notification notification, RuleSet now, NotificationText texts) {
        taken.incrementAndGet();
        String host = NotificationLine.host(notification.source());
        RuleSet.Verdict verdict = now.judge(notification, host, texts);
        verdict.matching().forEach(RunningRule::countMatch);
        if (verdict.dropped()) {
            dropped.incrementAndGet();
        }
        NotificationLine line =
                verdict.dropped()
                        ? new NotificationLine(-1, notification, host, verdict.severity())
                        : journal.add(notification, verdict.severity());
        if (!verdict.dropped()) {
            listener.taken(host, notification.time(), () -> texts.summary(notification));
        }
        for (RunningRule rule : verdict.matching()) {
            if (rule.rule().action().isDelivery() && rule.mayDeliver(nanoTime.getAsLong())) {
                deliveries.deliver(rule, line, texts);
            }
        }
    }

    /** Judges all that is kept anew, since names or rules are others; nothing leaves for it. */
    void judgeAnew() {
        RuleSet now = rules;
        NotificationText texts = new NotificationText(names.get());
        journal.judge(
                line -> line.with(now.judge(line.notification(), line.host(), texts).severity()));
    }

    /** How many came, those dropped by rules among them. */
    long taken() {
        return taken.get();
    }

    /** How many rules dropped. */
    long dropped() {
        return dropped.get();
    }
}
