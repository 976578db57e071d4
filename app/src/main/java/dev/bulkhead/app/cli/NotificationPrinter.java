package dev.bulkhead.app.cli;

import dev.bulkhead.app.export.CsvWriter;
import dev.bulkhead.app.export.InertText;
import dev.bulkhead.app.export.JsonWriter;
import dev.bulkhead.app.export.Row;
import dev.bulkhead.app.export.RowWriter;
import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.engine.notification.ListenCounts;
import dev.bulkhead.engine.notification.Notification;
import dev.bulkhead.engine.notification.Notification.Sender;
import dev.bulkhead.engine.sample.VarBind;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Prints notifications: a line each and one for each variable, or a row. A community is told only
 * as there being one: it is a secret. On the job's thread.
 */
final class NotificationPrinter {
    private static final List<String> COLUMNS =
            List.of(
                    "time",
                    "source",
                    "version",
                    "kind",
                    "user",
                    "trapOid",
                    "name",
                    "upTime",
                    "variables",
                    "loss");

    private final Query query;
    private final Supplier<MibNames> names;
    private final Supplier<ValuePrinter.Text> text;
    private final RowWriter rows;
    private final AtomicLong received = new AtomicLong();

    NotificationPrinter(Query query) {
        this.query = query;
        this.names = Lazy.of(() -> query.names().names());
        this.text =
                Lazy.of(() ->
                        new ValuePrinter.Text(
                                query.style().onOneLine(), names.get(), query.terminal().out()));
        this.rows =
                switch (query.format()) {
                    case TEXT, JSONL -> JsonWriter.lines();
                    case JSON -> JsonWriter.array();
                    case CSV -> new CsvWriter(COLUMNS);
                };
    }

    /** How many came so far. */
    String received() {
        long count = received.get();
        return "Received " + count + (count == 1 ? " notification" : " notifications");
    }

    void print(Notification notification) {
        received.incrementAndGet();
        if (query.format() == Format.TEXT) {
            query.terminal().out().println(InertText.line(head(notification)));
            for (VarBind varBind : notification.varBinds()) {
                query.terminal().out().println("  " + InertText.line(text.get().line(varBind)));
            }
            if (!notification.loss().isEmpty()) {
                query.terminal().out().println("  (left out: " + notification.loss() + ")");
            }
            return;
        }
        query.terminal().out().print(rows.next(row(notification)));
    }

    private String head(Notification notification) {
        return notification.time().truncatedTo(ChronoUnit.MILLIS)
                + " "
                + notification.source()
                + " v"
                + notification.sender().version().flag()
                + " "
                + (notification.inform() ? "inform" : "trap")
                + user(notification.sender(), " of ")
                + " "
                + names.get().name(notification.trapOid(), query.style().oids())
                + " up "
                + notification.upTimeTicks()
                + notification.v1().map(NotificationPrinter::words).orElse("");
    }

    private static String user(Sender sender, String before) {
        return sender instanceof Sender.User user ? before + user.securityName() : "";
    }

    private static String words(Notification.V1 v1) {
        return " agent " + v1.agentAddress();
    }

    private Row row(Notification notification) {
        Row row =
                new Row()
                        .put("time", notification.time().truncatedTo(ChronoUnit.MILLIS).toString())
                        .put("source", notification.source())
                        .put("version", notification.sender().version().flag())
                        .put("kind", notification.inform() ? "inform" : "trap")
                        .put("user", user(notification.sender(), ""))
                        .put("trapOid", notification.trapOid().toString())
                        .put("name", names.get().qualifiedName(notification.trapOid()))
                        .put("upTime", notification.upTimeTicks());
        notification
                .v1()
                .ifPresent(v1 ->
                        row.put("agentAddress", v1.agentAddress())
                                .put("enterprise", v1.enterprise().toString())
                                .put("genericTrap", v1.genericTrap())
                                .put("specificTrap", v1.specificTrap()));
        List<String> variables = new ArrayList<>();
        for (VarBind varBind : notification.varBinds()) {
            variables.add(text.get().line(varBind));
        }
        row.put("variables", variables);
        return notification.loss().isEmpty() ? row : row.put("loss", notification.loss());
    }

    /** What did not come through. */
    void lost(Terminal terminal, ListenCounts counts) {
        if (counts.refused() > 0) {
            terminal.say(counts.refused() + " messages refused: " + counts.refusedBy().words());
        }
        if (counts.sessionsRefused() > 0) {
            terminal.say(
                    counts.sessionsRefused()
                            + " connections refused: too many, or of senders that are not"
                            + " accepted");
        }
        if (counts.lost() > 0) {
            terminal.say(
                    counts.lost()
                            + " notifications lost: "
                            + counts.overLimit()
                            + " over a source's limit, "
                            + counts.droppedByQueue()
                            + " for want of room here, "
                            + counts.droppedByKernel()
                            + " by the kernel");
        }
    }

    void end() {
        if (query.format() != Format.TEXT) {
            query.terminal().out().print(rows.end());
        }
    }
}
