package dev.bulkhead.app.cli;

import dev.bulkhead.app.naming.UnknownNameException;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.mibs.smi.Oid;
import java.util.List;
import java.util.function.Function;

/** {@code get}, {@code getnext} and {@code getbulk}: one request, and its answer printed. */
final class GetVerb implements Verb {
    private final Function<ApplicationFlags, JobSpec.Get.Mode> mode;

    GetVerb(Function<ApplicationFlags, JobSpec.Get.Mode> mode) {
        this.mode = mode;
    }

    @Override
    public List<Flag> flags() {
        return Query.FLAGS;
    }

    @Override
    public int run(Arguments arguments, Terminal terminal)
            throws UsageException, UnknownNameException, InterruptedException {
        List<String> operands = Cli.operands(arguments, 2, "give HOST and at least one OID");
        Query query = Query.of(arguments, terminal);
        JobSpec.Get.Mode how = mode.apply(ApplicationFlags.read(arguments, "f", "rn"));
        Target target = query.agents().target(operands.get(0));
        if (how instanceof JobSpec.Get.Mode.Bulk
                && target.credential().version() == SnmpVersion.V1) {
            throw new UsageException("v1 has no GETBULK: use -v 2c or 3, or getnext");
        }
        try (JobSession session = query.begin()) {
            List<Oid> oids = query.names().resolve(operands.subList(1, operands.size()));
            return query.print(session, new JobSpec.Get(target, how, oids));
        }
    }
}
