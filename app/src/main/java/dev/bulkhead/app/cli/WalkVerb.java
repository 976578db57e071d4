package dev.bulkhead.app.cli;

import dev.bulkhead.app.naming.UnknownNameException;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.job.WalkOptions;
import dev.bulkhead.engine.sample.Sample;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue.Marker;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** {@code walk}: all instances below OIDs, printed as they come. */
final class WalkVerb implements Verb {
    private static final String MIB_2 = "1.3.6.1.2.1";

    @Override
    public List<Flag> flags() {
        return Query.FLAGS;
    }

    @Override
    public int run(Arguments arguments, Terminal terminal)
            throws UsageException, UnknownNameException, InterruptedException {
        List<String> operands = Cli.operands(arguments, 1, "give HOST");
        Query query = Query.of(arguments, terminal);
        ApplicationFlags flags = ApplicationFlags.read(arguments, "cip", "r");
        Target target = query.agents().target(operands.get(0));
        List<String> texts = operands.subList(1, operands.size());
        try (JobSession session = query.begin()) {
            List<Oid> roots = query.names().resolve(texts.isEmpty() ? List.of(MIB_2) : texts);
            Printing printing = new Printing(query);
            session.ifInterrupted(() -> "Interrupted after " + printing.count.get() + " values");
            if (flags.has('i')) {
                session.run(
                        new JobSpec.Get(target, new JobSpec.Get.Mode.Exact(), roots),
                        printing::printExisting);
            }
            session.run(new JobSpec.Walk(target, roots, options(flags)), printing::print);
            printing.end();
            if (flags.has('p')) {
                terminal.say("Variables found: " + printing.count.get());
            }
            return session.exitCode();
        }
    }

    /** {@code -Cr} repetitions, else adaptive; {@code -Cc} goes on where OIDs do not increase. */
    static WalkOptions options(ApplicationFlags flags) {
        WalkOptions usual = WalkOptions.DEFAULT;
        return new WalkOptions(
                flags.number('r', usual.maxRepetitions()),
                !flags.has('r'),
                !flags.has('c'),
                usual.maxVarBinds(),
                usual.maxTime());
    }

    /** Prints on the job's thread, with names as soon as there is a value. */
    private static final class Printing {
        private final Query query;
        private final Supplier<ValuePrinter> printer;
        private final AtomicLong count = new AtomicLong();

        Printing(Query query) {
            this.query = query;
            printer = Lazy.of(query::printer);
        }

        void print(Sample sample) {
            count.addAndGet(sample.varBinds().size());
            printer.get().printAll(sample.varBinds());
            if (!sample.varBinds().isEmpty()) {
                query.terminal().screen().progressBesideOutput(() -> progress(sample));
            }
        }

        private String progress(Sample sample) {
            Oid last = sample.varBinds().getLast().name();
            return count.get() + " values, at " + query.names().names().shortName(last);
        }

        void printExisting(Sample sample) {
            for (VarBind varBind : sample.varBinds()) {
                if (!(varBind.value() instanceof Marker)) {
                    count.incrementAndGet();
                    printer.get().print(varBind);
                }
            }
        }

        void end() {
            printer.get().end();
        }
    }
}
