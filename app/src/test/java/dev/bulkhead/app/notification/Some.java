package dev.bulkhead.app.notification;

import dev.bulkhead.app.naming.Library;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.engine.notification.Notification;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue.Integer32;
import dev.bulkhead.mibs.smi.SmiValue.OctetString;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Notifications for tests. */
final class Some {
    static final NotificationText TEXTS = new NotificationText(Library.NAMES);
    static final String COMMUNITY = "canary-community";

    private static final Instant TIME = Instant.parse("2026-01-02T03:04:05.678Z");

    private Some() {}

    /** linkDown of an interface, from a host. */
    static Notification linkDown(String host, int place) {
        return of(
                host,
                "1.3.6.1.6.3.1.1.5.3",
                new VarBind(Oid.parse("1.3.6.1.2.1.2.2.1.1." + place), new Integer32(place)),
                new VarBind(Oid.parse("1.3.6.1.2.1.2.2.1.7." + place), new Integer32(1)),
                new VarBind(Oid.parse("1.3.6.1.2.1.2.2.1.8." + place), new Integer32(2)));
    }

    static Notification coldStart(String host) {
        return of(host, "1.3.6.1.6.3.1.1.5.1");
    }

    /** One with a text that the sender chose. */
    static Notification saying(String host, String text) {
        return of(
                host,
                "1.3.6.1.6.3.1.1.5.3",
                new VarBind(
                        Oid.parse("1.3.6.1.2.1.2.2.1.2.1"),
                        new OctetString(text.getBytes(StandardCharsets.UTF_8))));
    }

    static Notification of(String host, String oid, VarBind... varBinds) {
        return new Notification(
                TIME,
                host + ":40000",
                false,
                new Notification.Sender.Community(SnmpVersion.V2C, new Secret(COMMUNITY)),
                12_345,
                Oid.parse(oid),
                Optional.empty(),
                List.of(varBinds),
                "");
    }

    static NotificationLine line(Notification notification) {
        return new NotificationLine(
                0,
                notification,
                NotificationLine.host(notification.source()),
                SeverityGuess.of(notification, Library.NAMES));
    }

    static Rule rule(Match match, Action action) {
        return new Rule("a rule", true, match, action, Rule.USUAL_PER_MINUTE);
    }
}
