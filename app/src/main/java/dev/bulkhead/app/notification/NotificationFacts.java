package dev.bulkhead.app.notification;

import dev.bulkhead.app.query.Inert;
import dev.bulkhead.engine.notification.Notification;
import dev.bulkhead.engine.notification.Notification.Sender;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.index.MibNode;
import dev.bulkhead.mibs.model.Definition;
import dev.bulkhead.mibs.model.NotificationType;
import dev.bulkhead.mibs.smi.SmiValue;
import dev.bulkhead.mibs.smi.SmiValue.TimeTicks;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** All that is known of one notification, as keys and values; inert. A community is never told. */
final class NotificationFacts {
    private NotificationFacts() {}

    /**
     * One line.
     *
     * @param key the end of its words' key, {@code notifications.fact.<key>}
     * @param code whether it is shown in the fixed-width font
     */
    record Fact(String key, String value, boolean code) {}

    static List<Fact> of(NotificationLine line, NotificationText texts) {
        Notification notification = line.notification();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("time", NotificationTable.date(notification.time()), true));
        facts.add(new Fact("source", Inert.text(notification.source()), true));
        facts.add(new Fact("oid", notification.trapOid().toDottedString(), true));
        sender(notification.sender(), facts);
        facts.add(
                new Fact(
                        "uptime",
                        texts.names()
                                .value(
                                        new VarBind(
                                                UpTime.OID,
                                                new TimeTicks(notification.upTimeTicks()))),
                        false));
        notification
                .v1()
                .ifPresent(v1 -> {
                    facts.add(
                            new Fact(
                                    "enterprise",
                                    Inert.text(texts.names().qualifiedName(v1.enterprise())),
                                    true));
                    facts.add(new Fact("agent", Inert.text(v1.agentAddress()), true));
                    facts.add(
                            new Fact(
                                    "generic", v1.genericTrap() + " / " + v1.specificTrap(), true));
                });
        if (!notification.loss().isEmpty()) {
            facts.add(new Fact("loss", Inert.text(notification.loss()), false));
        }
        return facts;
    }

    private static void sender(Sender sender, List<Fact> facts) {
        switch (sender) {
            case Sender.Community _ -> facts.add(new Fact("community", "******", true));
            case Sender.User user -> {
                facts.add(
                        new Fact(
                                "user",
                                Inert.text(user.securityName()) + ", " + user.level().rfcName(),
                                false));
                facts.add(
                        new Fact(
                                "engine",
                                HexFormat.ofDelimiter(":").formatHex(user.engineId().bytes()),
                                true));
                if (!user.contextName().isEmpty()) {
                    facts.add(new Fact("context", Inert.text(user.contextName()), true));
                }
            }
        }
    }

    /** What the module says of it; "" if none does. May read a file. */
    static String description(Notification notification, NotificationText texts) {
        return type(notification, texts).map(Definition::description).orElse("");
    }

    static Optional<NotificationType> type(Notification notification, NotificationText texts) {
        return texts.names()
                .index()
                .node(notification.trapOid())
                .flatMap(MibNode::definition)
                .filter(NotificationType.class::isInstance)
                .map(NotificationType.class::cast);
    }

    /** A value as it came: a number, octets in hexadecimal, an OID. */
    static String raw(SmiValue value) {
        return switch (value) {
            case SmiValue.Integer32(int number) -> Integer.toString(number);
            case SmiValue.Counter32(long number) -> Long.toString(number);
            case SmiValue.Gauge32(long number) -> Long.toString(number);
            case SmiValue.TimeTicks(long number) -> Long.toString(number);
            case SmiValue.Counter64(long number) -> Long.toUnsignedString(number);
            case SmiValue.OctetString octets -> hex(octets.bytes());
            case SmiValue.Opaque opaque -> hex(opaque.bytes());
            case SmiValue.IpAddress address -> address.toString();
            case SmiValue.ObjectIdentifier(var oid) -> oid.toString();
            case SmiValue.Malformed malformed -> hex(malformed.bytes());
            case SmiValue.Marker marker -> marker.typeName();
        };
    }

    private static String hex(byte[] octets) {
        int most = Math.min(octets.length, 512);
        String hex = HexFormat.ofDelimiter(" ").formatHex(octets, 0, most);
        return most < octets.length ? hex + " …" : hex;
    }
}
