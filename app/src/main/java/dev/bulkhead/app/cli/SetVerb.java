package dev.bulkhead.app.cli;

import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.app.naming.UnknownNameException;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
import java.util.ArrayList;
import java.util.List;

/** {@code set}: writes variables, all in one request, and prints what the agent confirms. */
final class SetVerb implements Verb {
    private static final int TRIPLE = 3;

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
        List<String> operands = Cli.operands(arguments, 4, "give HOST and OID TYPE VALUE");
        if (operands.size() % TRIPLE != 1) {
            throw new UsageException("each variable needs its OID, TYPE and VALUE");
        }
        Query query = Query.of(arguments, terminal);
        Target target = query.agents().target(operands.get(0));
        try (JobSession session = query.begin()) {
            List<VarBind> varBinds = variables(query.names(), operands.subList(1, operands.size()));
            return query.print(session, new JobSpec.Set(target, varBinds));
        }
    }

    /** Variables as OID, TYPE, VALUE and so on. */
    static List<VarBind> variables(NameSource names, List<String> triples)
            throws UsageException, UnknownNameException {
        List<VarBind> varBinds = new ArrayList<>();
        for (int i = 0; i < triples.size(); i += TRIPLE) {
            Oid oid = names.resolve(triples.get(i));
            varBinds.add(variable(names, oid, triples.get(i + 1), triples.get(i + 2)));
        }
        return varBinds;
    }

    private static VarBind variable(NameSource names, Oid oid, String type, String text)
            throws UsageException, UnknownNameException {
        boolean needsModule =
                type.equals("=")
                        || (type.equals("i") && !SetValue.isNumber(text))
                        || (type.equals("b") && !SetValue.isBitList(text));
        MibNames known = needsModule ? names.loaded() : names.ifLoaded();
        if (type.equals("o")) {
            return new VarBind(oid, SetValue.oid(names.resolve(text)));
        }
        return new VarBind(oid, SetValue.parse(type, text, oid, known));
    }
}
