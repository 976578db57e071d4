package dev.bulkhead.app.cli;

import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SnmpVersion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code doctor}: why a device does not answer. */
final class DoctorVerb implements Verb {
    @Override
    public List<Flag> flags() {
        return Flag.join(
                AgentFlags.FLAGS,
                Tracing.FLAGS,
                Flag.withValue("--format", "--wait", "--or"),
                List.of(new Flag("--try-public", false, false)));
    }

    @Override
    public int run(Arguments arguments, Terminal terminal)
            throws UsageException, InterruptedException {
        List<String> operands = Cli.operands(arguments, 1, "give HOST");
        if (operands.size() > 1) {
            throw new UsageException("one HOST at a time, not also " + operands.get(1));
        }
        AgentFlags agents = new AgentFlags(arguments, terminal);
        JobSpec.Doctor spec = spec(operands.getFirst(), arguments, agents, terminal);
        try (JobSession session = new JobSession(terminal, Tracing.of(arguments, terminal))) {
            DoctorPrinter printer = new DoctorPrinter(Format.of(arguments), session, terminal);
            session.runEvents(spec, printer::take);
            printer.end();
            return printer.isHealthy() ? session.exitCode() : ExitCode.FAILED;
        }
    }

    private static JobSpec.Doctor spec(
            String host, Arguments arguments, AgentFlags agents, Terminal terminal)
            throws UsageException {
        try {
            return new JobSpec.Doctor(
                    agents.target(host),
                    arguments.has("--try-public"),
                    others(arguments, terminal),
                    patience(arguments));
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private static List<Credential> others(Arguments arguments, Terminal terminal)
            throws UsageException {
        SecretReader secrets = new SecretReader(terminal);
        List<Credential> others = new ArrayList<>();
        for (String given : arguments.all("--or")) {
            Secret community = secrets.read("community", "--or", Optional.of(given));
            others.add(new Credential.Community(SnmpVersion.V2C, community));
        }
        return others;
    }

    private static Duration patience(Arguments arguments) throws UsageException {
        return arguments
                .number("--wait", 1, 3600)
                .map(Duration::ofSeconds)
                .orElse(JobSpec.Doctor.DEFAULT_PATIENCE);
    }
}
