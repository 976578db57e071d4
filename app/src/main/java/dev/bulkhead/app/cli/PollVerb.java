package dev.bulkhead.app.cli;

import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.app.naming.PollPlan;
import dev.bulkhead.app.naming.UnknownNameException;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.Schedule;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.mibs.model.ObjectKind;
import dev.bulkhead.mibs.model.ObjectType;
import dev.bulkhead.mibs.smi.Oid;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code poll}: the same instances of many agents again and again, with rates of counters. */
final class PollVerb implements Verb {
    private static final Pattern DURATION = Pattern.compile("(\\d+(?:\\.\\d+)?)(ms|s|m|h)?");

    @Override
    public List<Flag> flags() {
        return Flag.join(
                AgentFlags.FLAGS,
                MibChoice.FLAGS,
                Tracing.FLAGS,
                Flag.withValue("-O", "--format", "--every", "--count", "--history"),
                PollSetVerb.FLAGS,
                SetCredentials.FLAGS,
                List.of(Flag.many("--oid")));
    }

    @Override
    public int run(Arguments arguments, Terminal terminal)
            throws UsageException, UnknownNameException, InterruptedException {
        List<String> hosts = Cli.operands(arguments, 1, "give at least one HOST, or a FILE");
        if (hosts.stream().anyMatch(PollSetVerb::isSet)) {
            return new PollSetVerb(arguments, terminal).run();
        }
        for (Flag flag : Flag.join(PollSetVerb.FLAGS, SetCredentials.FLAGS)) {
            if (arguments.has(flag.name())) {
                throw new UsageException(flag.name() + " goes with a FILE, not with a HOST");
            }
        }
        if (arguments.all("--oid").isEmpty()) {
            throw new UsageException("give at least one --oid OID");
        }
        Query query = Query.of(arguments, terminal);
        Schedule schedule = schedule(arguments);
        List<Target> targets = query.agents().targets(hosts);
        query.names().begin();
        List<Oid> asked = new ArrayList<>();
        for (String text : arguments.all("--oid")) {
            asked.add(instance(text, query.names().resolve(text), query.names().names()));
        }
        MibNames names = query.names().names();
        PollPlan plan =
                query.agents().version() == SnmpVersion.V1
                        ? PollPlan.bare(asked)
                        : PollPlan.of(names, asked);
        List<JobSpec.Poll.Item> items =
                targets.stream().map(t -> new JobSpec.Poll.Item(t, plan.oids())).toList();
        Optional<PollRecorder> recorder =
                PollRecorder.of(arguments, terminal, names, schedule.every());
        try (JobSession session = new JobSession(terminal, query.tracing())) {
            PollPrinter printer = new PollPrinter(query, targets, plan, session, recorder);
            session.runWatched(new JobSpec.Poll(items, schedule), printer::take);
            printer.end();
            return session.exitCode();
        } finally {
            recorder.ifPresent(PollRecorder::close);
        }
    }

    /** A scalar is polled at its one instance; a column needs one named. */
    static Oid instance(String text, Oid oid, MibNames names) throws UsageException {
        Optional<ObjectType> object = names.object(oid).filter(o -> o.oid().equals(oid));
        if (object.isEmpty()) {
            return oid;
        }
        if (object.get().kind() == ObjectKind.COLUMN) {
            throw new UsageException(
                    text + " is a column: name one of its instances, such as " + text + ".1");
        }
        return oid.append(0);
    }

    private static Schedule schedule(Arguments arguments) throws UsageException {
        Duration every = duration(arguments.value("--every").orElse("1s"));
        if (every.toMillis() < 10) {
            throw new UsageException("--every is at least 10ms");
        }
        return new Schedule(every, arguments.number("--count", 0, Integer.MAX_VALUE).orElse(0));
    }

    /** {@code 1s}, {@code 250ms}, {@code 5m}, {@code 1h}; seconds without a unit. */
    static Duration duration(String text) throws UsageException {
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches() || text.length() > 12) {
            throw new UsageException("--every needs a time such as 1s or 250ms, not " + text);
        }
        String unit = Optional.ofNullable(matcher.group(2)).orElse("s");
        double milliseconds =
                switch (unit) {
                    case "ms" -> 1;
                    case "m" -> 60_000;
                    case "h" -> 3_600_000;
                    default -> 1000;
                };
        return Duration.ofMillis(
                Math.round(Double.parseDouble(String.valueOf(matcher.group(1))) * milliseconds));
    }
}
