package dev.bulkhead.app.notification;

import dev.bulkhead.app.export.Row;
import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.app.naming.ValueRow;
import dev.bulkhead.engine.notification.Notification;
import dev.bulkhead.engine.notification.Notification.Sender;
import dev.bulkhead.engine.sample.VarBind;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** A notification as named fields, for files and other programs. Of a community nothing is told. */
final class NotificationRow {
    static final List<String> COLUMNS =
            List.of(
                    "time",
                    "severity",
                    "source",
                    "version",
                    "kind",
                    "user",
                    "engineId",
                    "trapOid",
                    "name",
                    "upTime",
                    "agentAddress",
                    "variables",
                    "loss");

    private NotificationRow() {}

    /** With one text a variable, for tables. */
    static Row flat(NotificationLine line, MibNames names) {
        Row row = head(line, names);
        List<String> variables = new ArrayList<>();
        for (VarBind varBind : line.notification().varBinds()) {
            variables.add(names.qualifiedName(varBind.name()) + "=" + names.value(varBind));
        }
        return end(row.put("variables", variables), line.notification());
    }

    /** With all fields of each variable. */
    static Row deep(NotificationLine line, MibNames names) {
        Row row = head(line, names);
        List<Row> variables = new ArrayList<>();
        for (VarBind varBind : line.notification().varBinds()) {
            variables.add(ValueRow.add(new Row(), varBind, names));
        }
        return end(row.putRows("variables", variables), line.notification());
    }

    private static Row head(NotificationLine line, MibNames names) {
        Notification notification = line.notification();
        Row row =
                new Row()
                        .put("time", notification.time().truncatedTo(ChronoUnit.MILLIS).toString())
                        .put("severity", line.severity().id())
                        .put("source", notification.source())
                        .put("version", notification.sender().version().flag())
                        .put("kind", notification.inform() ? "inform" : "trap");
        if (notification.sender() instanceof Sender.User user) {
            row.put("user", user.securityName())
                    .put("engineId", HexFormat.of().formatHex(user.engineId().bytes()));
        }
        row.put("trapOid", notification.trapOid().toString())
                .put("name", names.qualifiedName(notification.trapOid()))
                .put("upTime", notification.upTimeTicks());
        notification
                .v1()
                .ifPresent(v1 ->
                        row.put("agentAddress", v1.agentAddress())
                                .put("enterprise", v1.enterprise().toString())
                                .put("genericTrap", v1.genericTrap())
                                .put("specificTrap", v1.specificTrap()));
        return row;
    }

    private static Row end(Row row, Notification notification) {
        return notification.loss().isEmpty() ? row : row.put("loss", notification.loss());
    }
}
