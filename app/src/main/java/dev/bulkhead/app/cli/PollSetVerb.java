package dev.bulkhead.app.cli;

import dev.bulkhead.app.history.HistoryWriter;
import dev.bulkhead.app.history.Keep;
import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.app.naming.UnknownNameException;
import dev.bulkhead.app.pollrun.CsvSink;
import dev.bulkhead.app.pollrun.HistorySink;
import dev.bulkhead.app.pollrun.JsonSink;
import dev.bulkhead.app.pollrun.Metrics;
import dev.bulkhead.app.pollrun.MetricsServer;
import dev.bulkhead.app.pollrun.PollRun;
import dev.bulkhead.app.pollrun.Rotation;
import dev.bulkhead.app.pollrun.RunPlan;
import dev.bulkhead.app.pollrun.Sink;
import dev.bulkhead.app.pollset.PollSet;
import dev.bulkhead.app.pollset.PollSetException;
import dev.bulkhead.app.pollset.PollSetFile;
import dev.bulkhead.app.pollset.Times;
import dev.bulkhead.engine.job.Target;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** {@code poll FILE}: runs a poll set until it is told to end. */
final class PollSetVerb {
    static final List<Flag> FLAGS =
            Flag.withValue("--csv", "--jsonl", "--metrics", "--for", "--rotate");

    private static final Duration FOREVER = Duration.ofDays(36_500);

    private final Arguments arguments;
    private final Terminal terminal;
    private final CompletableFuture<Void> over = new CompletableFuture<>();

    PollSetVerb(Arguments arguments, Terminal terminal) {
        this.arguments = arguments;
        this.terminal = terminal;
    }

    /** Whether an operand is a file of polls and no host. */
    static boolean isSet(String operand) {
        String name = operand.toLowerCase(Locale.ROOT);
        if (name.endsWith(".yaml") || name.endsWith(".yml")) {
            return true;
        }
        try {
            return (operand.contains("/") || operand.contains("\\"))
                    && Files.isRegularFile(Path.of(operand));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    int run() throws UsageException, UnknownNameException, InterruptedException {
        if (arguments.operands().size() > 1) {
            throw new UsageException("one FILE is run at a time, and no HOST beside it");
        }
        for (String flag : List.of("--oid", "--every", "--count")) {
            if (arguments.has(flag)) {
                throw new UsageException(flag + " does not go with a FILE, which says it");
            }
        }
        Path file = Path.of(arguments.operands().getFirst());
        Duration lasts = time("--for").orElse(FOREVER);
        PollSet set = read(file);
        Query query = Query.of(arguments, terminal);
        Map<String, Target> targets = new SetCredentials(arguments, terminal).targets(set);
        MibNames names = query.names().loaded();
        RunPlan plan;
        try {
            plan = new RunPlan(set, names, targets);
        } catch (UnknownNameException e) {
            throw new UnknownNameException(file + ": " + e.getMessage());
        }
        return run(plan, names, query, lasts);
    }

    private static PollSet read(Path file) throws UsageException {
        try {
            PollSet set = PollSetFile.read(file);
            if (set.polls().isEmpty()) {
                throw new UsageException(file + " has no polls");
            }
            return set;
        } catch (PollSetException e) {
            throw new UsageException(
                    file + ":" + String.valueOf(e.getMessage()).replace("\n", "\n" + file + ":"));
        } catch (IOException e) {
            throw new UsageException(file + " cannot be read: " + e.getClass().getSimpleName());
        }
    }

    private Optional<Duration> time(String flag) throws UsageException {
        Optional<String> text = arguments.value(flag);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<Duration> time = Times.parse(text.get()).filter(t -> t.toMillis() >= 10);
        if (time.isEmpty()) {
            throw new UsageException(
                    flag + " needs a time such as 30s, 2h or 7d, not " + text.get());
        }
        return time;
    }

    private int run(RunPlan plan, MibNames names, Query query, Duration lasts)
            throws UsageException, InterruptedException {
        Optional<Metrics> metrics = arguments.value("--metrics").map(_ -> new Metrics(names));
        List<Sink> sinks = sinks(names, query, metrics);
        Optional<MetricsServer> server = Optional.empty();
        try (JobSession session = new JobSession(terminal, query.tracing())) {
            PollRun run =
                    new PollRun(plan, session::start, sinks, terminal::say, InstantSource.system());
            if (metrics.isPresent()) {
                Metrics served = metrics.get();
                server = Optional.of(serve(() -> run.still(() -> served.text(Instant.now()))));
            }
            Thread atShutdown = new Thread(run::stop, "end-poll-set");
            Runtime.getRuntime().addShutdownHook(atShutdown);
            run.start();
            await(lasts);
            run.stop();
            try {
                Runtime.getRuntime().removeShutdownHook(atShutdown);
            } catch (IllegalStateException ending) {
                return ExitCode.SUCCESS;
            }
            terminal.out().flush();
            if (run.values() == 0) {
                terminal.say("bulkhead: not one value came");
            }
            return run.values() == 0 ? ExitCode.FAILED : ExitCode.SUCCESS;
        } finally {
            server.ifPresent(MetricsServer::close);
        }
    }

    /** Waits until the time is over or nobody reads what is printed. */
    private void await(Duration lasts) throws InterruptedException {
        try {
            over.get(lasts.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException done) {
            return;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e);
        }
    }

    private List<Sink> sinks(MibNames names, Query query, Optional<Metrics> metrics)
            throws UsageException {
        Rotation rotation = rotation();
        List<Sink> sinks = new ArrayList<>();
        try {
            Optional<Path> csv = path("--csv");
            if (csv.isPresent()) {
                sinks.add(new CsvSink(csv.get(), rotation, terminal::say));
            }
            Optional<Path> jsonl = path("--jsonl");
            if (jsonl.isPresent()) {
                sinks.add(new JsonSink(jsonl.get(), rotation, names, terminal::say));
            }
            Optional<Path> history = path("--history");
            if (history.isPresent()) {
                HistoryWriter writer =
                        new HistoryWriter(history.get(), () -> Keep.USUAL, InstantSource.system());
                sinks.add(new HistorySink(writer, names, terminal::say));
            }
            metrics.ifPresent(sinks::add);
            if (sinks.isEmpty() || arguments.has("--format")) {
                sinks.add(new PrintingSink(query, names, over));
            }
            return sinks;
        } catch (UsageException e) {
            sinks.forEach(Sink::close);
            throw e;
        } catch (IOException e) {
            sinks.forEach(Sink::close);
            throw new UsageException("a file cannot be written: " + e.getMessage());
        }
    }

    private MetricsServer serve(Supplier<String> metrics) throws UsageException {
        String at = arguments.value("--metrics").orElse("");
        InetSocketAddress address = address(at);
        try {
            MetricsServer server = new MetricsServer(address, metrics);
            InetAddress bound = server.address().getAddress();
            String host =
                    bound.getHostAddress().contains(":")
                            ? "[" + bound.getHostAddress() + "]"
                            : bound.getHostAddress();
            terminal.say(
                    "Metrics at http://" + host + ":" + server.address().getPort() + "/metrics");
            return server;
        } catch (IOException e) {
            throw new UsageException("--metrics " + at + " cannot be served: " + e.getMessage());
        }
    }

    /** {@code PORT} on loopback, or {@code ADDRESS:PORT}. */
    static InetSocketAddress address(String text) throws UsageException {
        int colon = text.lastIndexOf(':');
        int port = Arguments.number("--metrics", text.substring(colon + 1), 0, 65_535);
        try {
            InetAddress at =
                    colon < 0
                            ? InetAddress.getLoopbackAddress()
                            : InetAddress.getByName(text.substring(0, colon));
            return new InetSocketAddress(at, port);
        } catch (UnknownHostException e) {
            throw new UsageException("--metrics needs PORT or ADDRESS:PORT, not \"" + text + "\"");
        }
    }

    private Rotation rotation() throws UsageException {
        Optional<String> text = arguments.value("--rotate");
        if (text.isEmpty()) {
            return Rotation.NEVER;
        }
        return Rotation.parse(text.get())
                .orElseThrow(() ->
                        new UsageException(
                                "--rotate needs a size such as 100MB, a time such as 1d, or both"
                                        + " with a comma between, not "
                                        + text.get()));
    }

    private Optional<Path> path(String flag) throws UsageException {
        Optional<String> name = arguments.value(flag);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        try {
            Path file = Path.of(name.get());
            if (file.getFileName() == null || Files.isDirectory(file)) {
                throw new UsageException(flag + " " + name.get() + " is a folder: name a file");
            }
            return Optional.of(file);
        } catch (InvalidPathException e) {
            throw new UsageException(flag + " " + name.get() + " is no name of a file");
        }
    }
}
