package dev.bulkhead.app.notification;

import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.app.query.Inert;
import dev.bulkhead.engine.notification.Notification;
import dev.bulkhead.engine.notification.Notification.Sender;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.model.Definition;
import java.util.Locale;
import java.util.StringJoiner;

/** Notifications in words, by the modules of the moment. All texts are inert. Any thread. */
final class NotificationText {
    /** A list's row tells no more. */
    private static final int SUMMED_UP = 16;

    private final MibNames names;

    NotificationText(MibNames names) {
        this.names = names;
    }

    MibNames names() {
        return names;
    }

    /** {@code linkDown}. */
    String name(Notification notification) {
        return Inert.text(names.shortName(notification.trapOid()));
    }

    /** {@code IF-MIB::linkDown}. */
    String qualifiedName(Notification notification) {
        return Inert.text(names.qualifiedName(notification.trapOid()));
    }

    /** {@code ifIndex = 9, ifAdminStatus = up(1)}, the first ones. */
    String variables(Notification notification) {
        StringJoiner text = new StringJoiner(", ");
        for (VarBind varBind : notification.varBinds().stream().limit(SUMMED_UP).toList()) {
            text.add(object(varBind) + " = " + value(varBind));
        }
        if (notification.varBinds().size() > SUMMED_UP) {
            text.add("…");
        }
        return text.toString();
    }

    /** {@code linkDown: ifIndex = 9, ...}. */
    String summary(Notification notification) {
        String variables = variables(notification);
        return name(notification) + (variables.isEmpty() ? "" : ": " + variables);
    }

    /** {@code ifIndex}, without its instance; the whole OID if no module has it. */
    String object(VarBind varBind) {
        return Inert.text(
                names.object(varBind.name())
                        .map(Definition::name)
                        .orElseGet(() -> names.shortName(varBind.name())));
    }

    /** {@code ifIndex.9}. */
    String variable(VarBind varBind) {
        return Inert.text(names.shortName(varBind.name()));
    }

    String value(VarBind varBind) {
        return Inert.text(names.value(varBind));
    }

    String type(VarBind varBind) {
        return Inert.text(names.type(varBind));
    }

    /** What a filter and a rule's text look at, in lower case. */
    String words(NotificationLine line) {
        return plain(line.notification(), line.host(), line.severity()).toLowerCase(Locale.ROOT);
    }

    /** Severity, source, name and all variables, a blank between. */
    String plain(Notification notification, String host, Severity severity) {
        StringBuilder words = new StringBuilder(160);
        words.append(severity.id()).append(' ').append(host).append(' ');
        words.append(qualifiedName(notification)).append(' ');
        words.append(notification.trapOid());
        for (VarBind varBind : notification.varBinds()) {
            words.append(' ')
                    .append(Inert.text(names.qualifiedName(varBind.name())))
                    .append(" = ")
                    .append(value(varBind));
        }
        return words.toString();
    }

    /** One sentence for other programs: {@code linkDown from 10.0.0.1: ifIndex = 9, ...}. */
    String sentence(Notification notification, String host) {
        String variables = variables(notification);
        return name(notification)
                + " from "
                + Inert.text(host)
                + (variables.isEmpty() ? "" : ": " + variables);
    }

    /** {@code v3 user ops}; a community is never told. */
    static String sender(Sender sender) {
        return "v"
                + sender.version().flag()
                + (sender instanceof Sender.User user ? " " + Inert.text(user.securityName()) : "");
    }
}
