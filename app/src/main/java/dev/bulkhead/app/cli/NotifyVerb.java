package dev.bulkhead.app.cli;

import dev.bulkhead.app.naming.UnknownNameException;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.job.Transport;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code trap} and {@code inform}: send one notification. */
final class NotifyVerb implements Verb {
    private static final int TRIPLE = 3;
    private static final long TICKS = 1L << 32;

    private final boolean inform;

    NotifyVerb(boolean inform) {
        this.inform = inform;
    }

    @Override
    public List<Flag> flags() {
        return Query.FLAGS;
    }

    @Override
    public boolean flagsFirst() {
        return true;
    }

    @Override
    public int run(Arguments arguments, Terminal terminal)
            throws UsageException, UnknownNameException, InterruptedException {
        List<String> operands =
                Cli.operands(arguments, TRIPLE, "give HOST, UPTIME and NOTIFICATION");
        if (operands.size() % TRIPLE != 0) {
            throw new UsageException("each variable needs its OID, TYPE and VALUE");
        }
        Query query = Query.of(arguments, terminal);
        Target target = query.agents().target(operands.get(0), Transport::notificationPort);
        if (inform && target.credential().version() == SnmpVersion.V1) {
            throw new UsageException("v1 has no informs: use v2c or v3, or trap");
        }
        long upTime = upTime(operands.get(1));
        try (JobSession session = query.begin()) {
            Oid trapOid = query.names().resolve(operands.get(2));
            List<VarBind> varBinds =
                    SetVerb.variables(query.names(), operands.subList(TRIPLE, operands.size()));
            session.run(
                    new JobSpec.Notify(target, inform, upTime, trapOid, varBinds), sample -> {});
            return session.exitCode();
        }
    }

    /** Hundredths of a second; "" for how long this computer has run, 0 where it does not tell. */
    private static long upTime(String text) throws UsageException {
        if (text.isEmpty()) {
            return ofThisComputer();
        }
        try {
            long ticks = Long.parseLong(text);
            if (ticks >= 0 && ticks < TICKS) {
                return ticks;
            }
        } catch (NumberFormatException e) {
            throw new UsageException(
                    "UPTIME is hundredths of a second or \"\", not \"" + text + "\"");
        }
        throw new UsageException("UPTIME " + text + " is not in 0..4294967295");
    }

    private static long ofThisComputer() {
        try {
            String first = Files.readString(Path.of("/proc/uptime")).split(" ", 2)[0];
            return (long) (Double.parseDouble(first) * 100) % TICKS;
        } catch (IOException | NumberFormatException e) {
            return 0;
        }
    }
}
