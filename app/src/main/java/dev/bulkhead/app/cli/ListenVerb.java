package dev.bulkhead.app.cli;

import dev.bulkhead.engine.JobEvent;
import dev.bulkhead.engine.JobHandle;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.Endpoint;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.Transport;
import dev.bulkhead.engine.notification.Refusal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code listen}: receives notifications and prints them until it is stopped. */
final class ListenVerb implements Verb {
    private static final String ALL = "0.0.0.0";
    private static final Pattern PORT_ALONE = Pattern.compile("((?:\\p{Alpha}\\w*:)?)(\\d{1,5})");

    @Override
    public List<Flag> flags() {
        return Flag.join(Query.FLAGS, Flag.withValue("--seconds", "--limit"));
    }

    @Override
    public int run(Arguments arguments, Terminal terminal)
            throws UsageException, InterruptedException {
        Query query = Query.of(arguments, terminal);
        Optional<Integer> seconds = arguments.number("--seconds", 1, Integer.MAX_VALUE);
        List<Endpoint> endpoints = endpoints(arguments.operands());
        JobSpec.Listen spec =
                new JobSpec.Listen(
                        endpoints,
                        users(arguments, query),
                        endpoints.stream().anyMatch(each -> each.transport().isSecure())
                                ? Optional.of(query.agents().listenCertificates())
                                : Optional.empty(),
                        arguments
                                .number("--limit", 1, Integer.MAX_VALUE)
                                .orElse(JobSpec.Listen.DEFAULT_MAX_PER_SECOND));
        query.names().begin();
        try (JobSession session = new JobSession(terminal, query.tracing())) {
            NotificationPrinter printer = new NotificationPrinter(query);
            session.ifInterrupted(printer::received);
            JobHandle job = session.start(spec, event -> take(event, printer, session, terminal));
            if (seconds.isPresent() && !job.await(Duration.ofSeconds(seconds.get()))) {
                job.cancel();
            }
            session.await(job);
            printer.end();
            terminal.say(printer.received());
            return session.exitCode();
        }
    }

    private static List<Endpoint> endpoints(List<String> operands) throws UsageException {
        List<Endpoint> endpoints = new ArrayList<>();
        for (String operand : operands.isEmpty() ? List.of(ALL) : operands) {
            endpoints.add(endpoint(operand));
        }
        return endpoints;
    }

    /** {@code PORT}, {@code TRANSPORT:PORT}, and what an agent's address can be. */
    private static Endpoint endpoint(String text) throws UsageException {
        Matcher portAlone = PORT_ALONE.matcher(text);
        AgentAddress address =
                AgentAddress.parse(
                        portAlone.matches()
                                ? portAlone.group(1) + ALL + ":" + portAlone.group(2)
                                : text,
                        Transport::notificationPort,
                        0);
        return new Endpoint(address.transport(), address.host(), address.port());
    }

    private static List<Credential.Usm> users(Arguments arguments, Query query)
            throws UsageException {
        if (!arguments.has("-u")) {
            return List.of();
        }
        return query.agents().credential() instanceof Credential.Usm user
                ? List.of(user)
                : List.of();
    }

    private static void tell(Refusal refusal, Terminal terminal) {
        terminal.say("Refused " + refusal.source() + ": " + refusal.reason());
    }

    private static void take(
            JobEvent event, NotificationPrinter printer, JobSession session, Terminal terminal) {
        switch (event) {
            case JobEvent.Listening listening ->
                    terminal.say("Listening at " + String.join(", ", listening.addresses()));
            case JobEvent.Notifications some -> some.notifications().forEach(printer::print);
            case JobEvent.SenderRefused refused -> tell(refused.refusal(), terminal);
            case JobEvent.Restarting restarting -> session.tell(restarting);
            case JobEvent.Failed failed -> {
                session.fail(failed.failure());
                printer.lost(terminal, failed.totals().listen());
            }
            case JobEvent.Finished finished -> printer.lost(terminal, finished.totals().listen());
            case JobEvent.Started _, JobEvent.Samples _, JobEvent.Gap _ -> {}
            case JobEvent.Packets packets -> {}
            case JobEvent.Discovered _, JobEvent.Swept _ -> {}
            case JobEvent.Probed _, JobEvent.Diagnosed _ -> {}
        }
    }
}
