package dev.bulkhead.app.notification;

import dev.bulkhead.engine.notification.Notification;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills {@code {source}} and the like into a command's arguments, each of which stays one argument.
 * What a device sent begins no option: an argument that begins with a hole gets a blank before a
 * hyphen that was filled in.
 */
final class Placeholders {
    /** What can be filled in; any other word in braces is a variable's name. */
    static final List<String> NAMES =
            List.of("time", "severity", "source", "name", "oid", "version", "variables", "text");

    private static final Pattern HOLE = Pattern.compile("\\{([\\w.:-]+)}");

    private Placeholders() {}

    static String fill(String template, NotificationLine line, NotificationText texts) {
        Matcher holes = HOLE.matcher(template);
        String filled =
                holes.replaceAll(
                        hole -> Matcher.quoteReplacement(value(hole.group(1), line, texts)));
        boolean option = filled.startsWith("-") && !template.startsWith("-");
        return option ? " " + filled : filled;
    }

    private static String value(String name, NotificationLine line, NotificationText texts) {
        Notification notification = line.notification();
        return switch (name) {
            case "time" -> notification.time().truncatedTo(ChronoUnit.MILLIS).toString();
            case "severity" -> line.severity().id();
            case "source" -> line.host();
            case "name" -> texts.name(notification);
            case "oid" -> notification.trapOid().toString();
            case "version" -> notification.sender().version().flag();
            case "variables" -> texts.variables(notification);
            case "text" -> texts.sentence(notification, line.host());
            default -> variable(name, notification, texts);
        };
    }

    private static String variable(String name, Notification notification, NotificationText texts) {
        Glob wanted = new Glob(name);
        return notification.varBinds().stream()
                .filter(varBind ->
                        wanted.fits(texts.object(varBind)) || wanted.fits(texts.variable(varBind)))
                .map(texts::value)
                .findFirst()
                .orElse("");
    }
}
