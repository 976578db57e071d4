package dev.bulkhead.app.notification;

import dev.bulkhead.app.export.JsonWriter;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.polling.JobStarter;
import dev.bulkhead.app.query.Inert;
import dev.bulkhead.engine.job.Credential;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * What leaves the program for a rule, on {@value #THREADS} threads of its own: a slow receiver
 * makes others wait, and never the listener. What finds no room in the queue is a failure of its
 * rule, and told there. Any thread.
 */
final class Deliveries implements AutoCloseable {
    private static final int THREADS = 4;
    private static final int QUEUE = 1_000;

    private final Function<String, Optional<Credential>> credentials;
    private final Forwarder forwarder;
    private final CommandRun commands;
    private final WebhookSender webhooks = new WebhookSender();
    private final ThreadPoolExecutor threads =
            new ThreadPoolExecutor(
                    THREADS,
                    THREADS,
                    30,
                    TimeUnit.SECONDS,
                    new ArrayBlockingQueue<>(QUEUE),
                    Thread.ofPlatform().daemon().name("delivery-", 1).factory());

    /**
     * Nothing is under way.
     *
     * @param credentials by name; empty while the vault is locked
     */
    Deliveries(JobStarter jobs, Function<String, Optional<Credential>> credentials) {
        this(jobs, credentials, CommandRun.MOST);
    }

    Deliveries(
            JobStarter jobs,
            Function<String, Optional<Credential>> credentials,
            Duration mostOfCommand) {
        this.credentials = credentials;
        forwarder = new Forwarder(jobs);
        commands = new CommandRun(mostOfCommand);
        threads.allowCoreThreadTimeOut(true);
    }

    /** Does what a rule says, soon; how it went is told to the rule. */
    void deliver(RunningRule rule, NotificationLine line, NotificationText texts) {
        try {
            threads.execute(() -> now(rule, line, texts));
        } catch (RejectedExecutionException full) {
            rule.failed(Words.text("rules.full"));
        }
    }

    private void now(RunningRule rule, NotificationLine line, NotificationText texts) {
        try {
            switch (rule.rule().action()) {
                case Action.Run(List<String> command) -> {
                    run(command, line, texts);
                    rule.delivered();
                }
                case Action.Syslog syslog -> {
                    SyslogSender.send(syslog, line, texts);
                    rule.delivered();
                }
                case Action.Webhook webhook -> {
                    webhooks.send(webhook.to(), token(webhook), line, texts);
                    rule.delivered();
                }
                case Action.Forward forward ->
                        forwarder.send(
                                forward,
                                named(forward.credential()),
                                line.notification(),
                                problem -> ended(rule, problem));
                case Action.SetSeverity _, Action.Drop _ -> {}
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } catch (IOException | IllegalArgumentException why) {
            rule.failed(reason(why));
        }
    }

    private void run(List<String> command, NotificationLine line, NotificationText texts)
            throws IOException, InterruptedException {
        CommandRun.check(command);
        List<String> filled =
                command.stream().map(part -> Placeholders.fill(part, line, texts)).toList();
        String input = JsonWriter.object(NotificationRow.deep(line, texts.names())) + "\n";
        commands.run(filled, input);
    }

    private static void ended(RunningRule rule, String problem) {
        if (problem.isEmpty()) {
            rule.delivered();
        } else {
            rule.failed(Inert.text(problem));
        }
    }

    private Optional<Credential> named(Optional<String> name) {
        if (name.isEmpty()) {
            return Optional.empty();
        }
        Optional<Credential> found = credentials.apply(name.get());
        if (found.isEmpty()) {
            throw new IllegalArgumentException(Words.text("rules.no-credential", name.get()));
        }
        return found;
    }

    private Optional<Credential.Community> token(Action.Webhook webhook) {
        Optional<Credential> found = named(webhook.credential());
        if (found.isPresent() && !(found.get() instanceof Credential.Community)) {
            throw new IllegalArgumentException(Words.text("rules.wrong.token"));
        }
        return found.map(Credential.Community.class::cast);
    }

    private static String reason(Exception why) {
        if (why instanceof ConnectException) {
            return Words.text("rules.refused");
        }
        if (why instanceof UnknownHostException) {
            return Words.text("rules.unknown-host", Inert.text(String.valueOf(why.getMessage())));
        }
        if (why instanceof SocketTimeoutException || why instanceof HttpTimeoutException) {
            return Words.text("rules.no-answer");
        }
        String message = why.getMessage();
        if (message != null && message.contains(" ")) {
            return Inert.text(message);
        }
        return Inert.text(why.getClass().getSimpleName() + ": " + message);
    }

    /** What waits is not sent any more. */
    @Override
    public void close() {
        threads.shutdownNow();
        webhooks.close();
    }
}
