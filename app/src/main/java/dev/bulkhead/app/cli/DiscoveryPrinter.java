package dev.bulkhead.app.cli;

import dev.bulkhead.app.export.CsvWriter;
import dev.bulkhead.app.export.InertText;
import dev.bulkhead.app.export.JsonWriter;
import dev.bulkhead.app.export.Row;
import dev.bulkhead.app.export.RowWriter;
import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.engine.JobEvent;
import dev.bulkhead.engine.discovery.Discovery;
import dev.bulkhead.engine.discovery.SweepProgress;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.Endpoint;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.sample.Failure;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.SmiValue;
import dev.bulkhead.mibs.smi.SmiValue.OctetString;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Prints what a sweep finds: a line each and one for each value, or a row; and a summary at the
 * end. A community is told by its place on the command line only: it is a secret. On the job's
 * thread, and on that of the shutdown.
 */
final class DiscoveryPrinter {
    private static final List<String> COLUMNS =
            List.of(
                    "time",
                    "host",
                    "port",
                    "address",
                    "state",
                    "version",
                    "community",
                    "user",
                    "milliseconds",
                    "engineId",
                    "reasons");

    private final Query query;
    private final JobSpec.Discover spec;
    private final JobSession session;
    private final Supplier<MibNames> names;
    private final Supplier<ValuePrinter.Text> text;
    private final Supplier<RowWriter> rows;
    private final long begunNanos = System.nanoTime();
    private final ReentrantLock lock = new ReentrantLock();
    private SweepProgress progress = SweepProgress.ZERO;
    private long answered;
    private long refused;
    private boolean ended;

    DiscoveryPrinter(Query query, JobSpec.Discover spec, JobSession session) {
        this.query = query;
        this.spec = spec;
        this.session = session;
        this.names = Lazy.of(() -> query.names().names());
        this.text =
                Lazy.of(() ->
                        new ValuePrinter.Text(
                                query.style().onOneLine(), names.get(), query.terminal().out()));
        this.rows =
                Lazy.of(() ->
                        switch (query.format()) {
                            case TEXT, JSONL -> JsonWriter.lines();
                            case JSON -> JsonWriter.array();
                            case CSV -> new CsvWriter(columns());
                        });
    }

    private List<String> columns() {
        List<String> columns = new ArrayList<>(COLUMNS);
        spec.oids().forEach(oid -> columns.add(names.get().qualifiedName(oid)));
        return columns;
    }

    void take(JobEvent event) {
        lock.lock();
        try {
            if (!ended) {
                takeLocked(event);
            }
        } finally {
            lock.unlock();
        }
    }

    private void takeLocked(JobEvent event) {
        switch (event) {
            case JobEvent.Discovered found -> found.discoveries().forEach(this::print);
            case JobEvent.Swept swept -> {
                progress = swept.progress();
                query.terminal().screen().progressBesideOutput(this::words);
            }
            case JobEvent.Restarting restarting -> session.tell(restarting);
            case JobEvent.Failed failed -> session.fail(failed.failure());
            case JobEvent.Started _, JobEvent.Finished _, JobEvent.Gap _ -> {}
            case JobEvent.Samples _, JobEvent.Listening _, JobEvent.Notifications _ -> {}
            case JobEvent.Packets packets -> {}
            case JobEvent.SenderRefused _, JobEvent.Probed _, JobEvent.Diagnosed _ -> {}
        }
    }

    private String words() {
        return progress.done()
                + " of "
                + progress.total()
                + " asked, "
                + answered
                + " answered, "
                + refused
                + " refused";
    }

    private void print(Discovery found) {
        switch (found) {
            case Discovery.Answered device -> {
                answered++;
                print(device);
            }
            case Discovery.Refused device -> {
                refused++;
                print(device);
            }
            case Discovery.Unresolved name -> session.fail(new Failure.UnknownHost(name.host()));
        }
    }

    private void print(Discovery.Answered device) {
        if (query.format() == Format.TEXT) {
            line(
                    place(device, device.address())
                            + " "
                            + words(device.credential())
                            + " "
                            + milliseconds(device.roundTrip()).toPlainString()
                            + " ms"
                            + engine(device.engineId()));
            for (VarBind varBind : device.varBinds()) {
                if (!(varBind.value() instanceof SmiValue.Marker)) {
                    line("  " + text.get().line(varBind));
                }
            }
            return;
        }
        Row row = row(device, device.address(), "answered");
        Credential credential = spec.credentials().get(device.credential());
        row.put("version", credential.version().flag());
        switch (credential) {
            case Credential.Community community -> row.put("community", number(community));
            case Credential.Usm user -> row.put("user", user.securityName());
            case Credential.Tsm _ -> throw new IllegalArgumentException("no sweep has these");
        }
        row.put("milliseconds", milliseconds(device.roundTrip()))
                .putIf("engineId", device.engineId().map(DiscoveryPrinter::hex));
        Row values = query.format() == Format.CSV ? row : new Row();
        for (VarBind varBind : device.varBinds()) {
            if (!(varBind.value() instanceof SmiValue.Marker)) {
                values.put(names.get().qualifiedName(varBind.name()), names.get().value(varBind));
            }
        }
        print(query.format() == Format.CSV ? row : row.put("values", values));
    }

    private void print(Discovery.Refused device) {
        List<String> reasons = device.reasons().stream().map(DiscoveryPrinter::reason).toList();
        if (query.format() == Format.TEXT) {
            line(
                    place(device, device.address())
                            + " refused: "
                            + String.join("; ", reasons.stream().distinct().toList())
                            + engine(device.engineId()));
            return;
        }
        print(
                row(device, device.address(), "refused")
                        .putIf("engineId", device.engineId().map(DiscoveryPrinter::hex))
                        .put("reasons", reasons));
    }

    private void line(String line) {
        query.terminal().out().println(InertText.line(line));
    }

    private void print(Row row) {
        query.terminal().out().print(rows.get().next(row));
    }

    private static Row row(Discovery found, String address, String state) {
        return new Row()
                .put("time", found.time().truncatedTo(ChronoUnit.MILLIS).toString())
                .put("host", found.host())
                .put("port", found.port())
                .put("address", address)
                .put("state", state);
    }

    private static String place(Discovery found, String address) {
        String place = new Endpoint(found.host(), found.port()).address();
        return found.host().equals(address) ? place : place + " (" + address + ")";
    }

    private String words(int credential) {
        return switch (spec.credentials().get(credential)) {
            case Credential.Community community ->
                    "v" + community.version().flag() + " community " + number(community);
            case Credential.Usm user -> "v3 user " + user.securityName();
            case Credential.Tsm _ -> throw new IllegalArgumentException("no sweep has these");
        };
    }

    /** Which {@code -c} it was, from 1 on. */
    private long number(Credential.Community community) {
        return 1
                + spec.credentials().stream()
                        .takeWhile(each -> !isSame(each, community))
                        .filter(Credential.Community.class::isInstance)
                        .map(each -> ((Credential.Community) each).community())
                        .distinct()
                        .count();
    }

    private static boolean isSame(Credential credential, Credential.Community as) {
        return credential instanceof Credential.Community community
                && community.community().equals(as.community());
    }

    private static String reason(Failure failure) {
        return failure instanceof Failure.Report report
                ? report.meaning() + " (" + report.counter() + ")"
                : failure.message();
    }

    private static String engine(Optional<OctetString> engineId) {
        return engineId.map(id -> " engine " + hex(id)).orElse("");
    }

    private static String hex(OctetString octets) {
        return HexFormat.of().formatHex(octets.bytes());
    }

    private static BigDecimal milliseconds(Duration time) {
        return BigDecimal.valueOf(time.toNanos() / 10_000, 2);
    }

    /** What stands at the end; once, and nothing comes after it. */
    void end() {
        lock.lock();
        try {
            endLocked();
        } finally {
            lock.unlock();
        }
    }

    /** The same when the user has had enough; not if the reader of our output hangs. */
    void interrupted() {
        try {
            if (lock.tryLock(1, TimeUnit.SECONDS)) {
                try {
                    endLocked();
                } finally {
                    lock.unlock();
                }
            }
        } catch (ClosedOutputException | UnwritableOutputException e) {
            // Nobody reads any more, or nobody can.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void endLocked() {
        if (ended) {
            return;
        }
        ended = true;
        if (query.format() != Format.TEXT) {
            query.terminal().out().print(rows.get().end());
        }
        query.terminal().out().flush();
        double seconds = (System.nanoTime() - begunNanos) / 1e9;
        query.terminal().say(summary(BigDecimal.valueOf(Math.round(seconds * 10), 1)));
    }

    private String summary(BigDecimal seconds) {
        String asked =
                progress.done() == progress.total()
                        ? "Asked " + progress.total()
                        : "Asked " + progress.done() + " of " + progress.total();
        return asked
                + (spec.ports().size() > 1 ? " addresses and ports in " : " addresses in ")
                + seconds
                + " s: "
                + answered
                + " answered, "
                + refused
                + " refused"
                + (progress.unsent() > 0
                        ? ", " + progress.unsent() + " could not be asked from here"
                        : "");
    }

    boolean foundSome() {
        return answered > 0;
    }
}
