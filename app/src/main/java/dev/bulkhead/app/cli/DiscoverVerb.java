package dev.bulkhead.app.cli;

import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.app.naming.UnknownNameException;
import dev.bulkhead.engine.job.AddressBlock;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.mibs.smi.Oid;
import java.util.ArrayList;
import java.util.List;

/** {@code discover}: asks all addresses of some blocks who is there. */
final class DiscoverVerb implements Verb {
    @Override
    public List<Flag> flags() {
        return Flag.join(
                Query.FLAGS, Flag.withValue("--rate", "--port"), List.of(Flag.many("--oid")));
    }

    @Override
    public int run(Arguments arguments, Terminal terminal)
            throws UsageException, UnknownNameException, InterruptedException {
        List<String> blocks =
                Cli.operands(arguments, 1, "give at least one BLOCK, such as 192.0.2.0/24");
        Query query = Query.of(arguments, terminal);
        query.names().begin();
        JobSpec.Discover spec = spec(blocks, arguments, query);
        try (JobSession session = new JobSession(terminal, query.tracing())) {
            DiscoveryPrinter printer = new DiscoveryPrinter(query, spec, session);
            Thread atShutdown = new Thread(printer::interrupted, "summary");
            Runtime.getRuntime().addShutdownHook(atShutdown);
            session.runEvents(spec, printer::take);
            printer.end();
            try {
                Runtime.getRuntime().removeShutdownHook(atShutdown);
            } catch (IllegalStateException e) {
                // The process is ending already; the summary has been given.
            }
            return printer.foundSome() ? session.exitCode() : ExitCode.FAILED;
        }
    }

    private static JobSpec.Discover spec(List<String> blocks, Arguments arguments, Query query)
            throws UsageException, UnknownNameException {
        try {
            return new JobSpec.Discover(
                    blocks.stream().map(AddressBlock::parse).toList(),
                    ports(arguments),
                    query.agents().credentials(),
                    query.agents().timeout(),
                    query.agents().retries(),
                    arguments
                            .number("--rate", 1, JobSpec.Discover.MAX_PER_SECOND)
                            .orElse(JobSpec.Discover.DEFAULT_PER_SECOND),
                    oids(arguments, query));
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private static List<Integer> ports(Arguments arguments) throws UsageException {
        List<Integer> ports = new ArrayList<>();
        for (String port : arguments.all("--port")) {
            ports.add(Arguments.number("--port", port, 1, 65_535));
        }
        return ports.isEmpty() ? List.of(Target.DEFAULT_PORT) : ports;
    }

    private static List<Oid> oids(Arguments arguments, Query query)
            throws UsageException, UnknownNameException {
        List<Oid> oids = new ArrayList<>();
        for (String text : arguments.all("--oid")) {
            Oid oid = query.names().resolve(text);
            MibNames names = query.names().names();
            oids.add(PollVerb.instance(text, oid, names));
        }
        return oids.isEmpty() ? JobSpec.Discover.DEFAULT_OIDS : oids;
    }
}
