package dev.bulkhead.app.cli;

import dev.bulkhead.app.naming.UnknownNameException;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.job.WalkOptions;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code table}: a conceptual table in rows and columns. A table that no module knows is walked and
 * put together by the shape of its OIDs.
 */
final class TableVerb implements Verb {
    @Override
    public List<Flag> flags() {
        return Query.FLAGS;
    }

    @Override
    public int run(Arguments arguments, Terminal terminal)
            throws UsageException, UnknownNameException, InterruptedException {
        List<String> operands = Cli.operands(arguments, 2, "give HOST and the table's OID");
        if (operands.size() > 2) {
            throw new UsageException("one table at a time");
        }
        Query query = Query.of(arguments, terminal);
        ApplicationFlags flags = ApplicationFlags.read(arguments, "iHhBc", "rfw");
        Target target = query.agents().target(operands.get(0));
        try (JobSession session = query.begin()) {
            Oid table = query.names().resolve(operands.get(1));
            TableColumns columns = TableColumns.of(table, query.names().names());
            List<VarBind> cells = new ArrayList<>();
            session.run(spec(target, columns, flags), sample -> cells.addAll(sample.varBinds()));
            List<TableRow> rows = TableRow.of(cells, columns);
            if (rows.isEmpty() && session.exitCode() == ExitCode.SUCCESS) {
                terminal.say(
                        "bulkhead: " + query.names().names().qualifiedName(table) + " has no rows");
            }
            boolean complete = session.exitCode() == ExitCode.SUCCESS;
            if (!rows.isEmpty() || (complete && query.format() != Format.TEXT)) {
                terminal.out().print(new TablePrinter(columns, query, flags).print(rows));
            }
            return session.exitCode();
        }
    }

    private static JobSpec spec(Target target, TableColumns columns, ApplicationFlags flags) {
        WalkOptions options = WalkVerb.options(flags);
        WalkOptions how = flags.has('B') ? options.withMaxRepetitions(0) : options;
        return columns.isKnown()
                ? new JobSpec.Table(
                        target,
                        columns.columns().stream().map(TableColumns.Column::oid).toList(),
                        how)
                : new JobSpec.Walk(target, List.of(columns.table()), how);
    }
}
