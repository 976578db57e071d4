package dev.bulkhead.app.cli;

import dev.bulkhead.engine.job.JobSpec;
import java.util.List;
import java.util.function.Supplier;

/**
 * What the verbs that ask an agent have in common: their flags, and printing what one job yields.
 *
 * @param agents whom to ask
 * @param names the names of this run
 * @param tracing who wants its packets
 */
record Query(
        Terminal terminal,
        AgentFlags agents,
        NameSource names,
        Format format,
        TextStyle style,
        Tracing tracing) {
    static final List<Flag> FLAGS =
            Flag.join(
                    AgentFlags.FLAGS,
                    MibChoice.FLAGS,
                    Tracing.FLAGS,
                    Flag.withValue("-O", "-C", "--format"));

    static Query of(Arguments arguments, Terminal terminal) throws UsageException {
        TextStyle style = TextStyle.of(arguments);
        NameSource names = new NameSource(new MibChoice(arguments, terminal), !style.isNumeric());
        return new Query(
                terminal,
                new AgentFlags(arguments, terminal),
                names,
                Format.of(arguments),
                style,
                Tracing.of(arguments, terminal));
    }

    /** A printer; blocks until the names it needs are loaded. */
    ValuePrinter printer() {
        return ValuePrinter.of(format, style, names.names(), terminal.out());
    }

    /** Starts the job's worker, and beside that to load the names. */
    JobSession begin() {
        JobSession session = new JobSession(terminal, tracing);
        session.expectJob();
        names.begin();
        return session;
    }

    /** Runs a job in a worker process and prints its values as they come. */
    int print(JobSession session, JobSpec spec) throws InterruptedException {
        Supplier<ValuePrinter> printer = Lazy.of(this::printer);
        session.run(spec, sample -> printer.get().printAll(sample.varBinds()));
        printer.get().end();
        return session.exitCode();
    }
}
