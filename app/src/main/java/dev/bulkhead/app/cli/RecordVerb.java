package dev.bulkhead.app.cli;

import dev.bulkhead.app.flight.Anonymiser;
import dev.bulkhead.app.flight.OpenRecording;
import dev.bulkhead.app.flight.Recorder;
import dev.bulkhead.app.flight.RecordingPlan;
import dev.bulkhead.app.flight.RecordingProgress;
import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.app.naming.UnknownNameException;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.recording.RecordingException;
import dev.bulkhead.mibs.smi.Oid;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * {@code record}: reads a device into a recording, once or again and again, and turns recordings
 * and walks' texts into one another.
 */
final class RecordVerb implements Verb {
    @Override
    public List<Flag> flags() {
        return Flag.join(
                AgentFlags.FLAGS,
                MibChoice.FLAGS,
                Tracing.FLAGS,
                Flag.withValue("--to", "--from", "--every", "--for", "--pass", "--word"),
                List.of(Flag.many("--oid"), new Flag("--anonymise", false, false)));
    }

    @Override
    public int run(Arguments arguments, Terminal terminal)
            throws UsageException, UnknownNameException, InterruptedException {
        Path to = path(arguments, "--to").orElseThrow(() -> new UsageException("give --to FOLDER"));
        if (!arguments.all("--word").isEmpty() && !arguments.has("--anonymise")) {
            throw new UsageException("--word goes with --anonymise");
        }
        try {
            Optional<Path> from = path(arguments, "--from");
            return from.isPresent()
                    ? convert(from.get(), to, arguments, terminal)
                    : record(to, arguments, terminal);
        } catch (RecordingException e) {
            terminal.say("bulkhead: " + e.getMessage());
            return ExitCode.FAILED;
        }
    }

    private static Optional<Path> path(Arguments arguments, String flag) {
        return arguments.value(flag).map(Path::of);
    }

    private static boolean isFile(Path to) {
        String name = to.toString();
        return name.endsWith(".snmprec") || OpenRecording.isWalk(to) || name.endsWith(".txt");
    }

    private static int convert(Path from, Path to, Arguments arguments, Terminal terminal)
            throws UsageException, RecordingException {
        if (!arguments.operands().isEmpty()) {
            throw new UsageException("--from reads a file: give no HOST");
        }
        MibNames names = new NameSource(new MibChoice(arguments, terminal), true).names();
        OpenRecording recording = OpenRecording.open(from, names);
        recording.notes().forEach(terminal::say);
        if (arguments.has("--anonymise")) {
            return anonymised(recording, to, names, arguments, terminal);
        }
        if (isFile(to)) {
            int last = recording.index().passes().size();
            int pass = arguments.number("--pass", 1, last).orElse(last);
            recording.export(pass - 1, to);
            terminal.say("Wrote reading " + pass + " of " + last + " to " + to);
        } else {
            recording.copyTo(to);
            say(recording, to, terminal);
        }
        return ExitCode.SUCCESS;
    }

    private static int anonymised(
            OpenRecording recording,
            Path to,
            MibNames names,
            Arguments arguments,
            Terminal terminal)
            throws UsageException, RecordingException {
        if (isFile(to)) {
            throw new UsageException("--anonymise writes a folder: give --to FOLDER");
        }
        Anonymiser.Report report = Anonymiser.run(recording, to, arguments.all("--word"), names);
        say(recording, to, terminal);
        terminal.say(
                "Replaced "
                        + report.addresses()
                        + " addresses, "
                        + report.macs()
                        + " MAC addresses, "
                        + report.names()
                        + " names and "
                        + report.engineIds()
                        + " engine IDs; look through it before you send it");
        return ExitCode.SUCCESS;
    }

    private static void say(OpenRecording recording, Path to, Terminal terminal) {
        terminal.say(
                "Wrote "
                        + recording.index().passes().size()
                        + " readings of "
                        + recording.index().values()
                        + " values to "
                        + to);
    }

    private static int record(Path to, Arguments arguments, Terminal terminal)
            throws UsageException, UnknownNameException, RecordingException, InterruptedException {
        List<String> operands = Cli.operands(arguments, 1, "give HOST, or --from FILE");
        boolean anonymise = arguments.has("--anonymise");
        Duration every = time(arguments, "--every");
        Duration lasts = time(arguments, "--for");
        check(to, every, lasts, anonymise);
        Query query = Query.of(arguments, terminal);
        Target target = query.agents().target(operands.getFirst());
        RecordingPlan plan = plan(query, target, operands, arguments, every, lasts);
        if (!anonymise) {
            return run(plan, to, query).isEmpty() ? ExitCode.SUCCESS : ExitCode.FAILED;
        }
        try (ScratchFolder scratch = ScratchFolder.create()) {
            Path plain = scratch.path();
            Optional<String> problem = run(plan, plain, query);
            if (!OpenRecording.isRecording(plain)) {
                return ExitCode.FAILED;
            }
            MibNames names = query.names().loaded();
            anonymised(OpenRecording.open(plain, names), to, names, arguments, terminal);
            return problem.isEmpty() ? ExitCode.SUCCESS : ExitCode.FAILED;
        } catch (RecordingException e) {
            throw e;
        } catch (IOException e) {
            throw new RecordingException("no folder for a while can be had (" + e + ")", e);
        }
    }

    private static void check(Path to, Duration every, Duration lasts, boolean anonymise)
            throws UsageException {
        if (isFile(to)) {
            throw new UsageException("a recording is a folder: give --to FOLDER");
        }
        if (every.isZero() && !lasts.isZero()) {
            throw new UsageException("--for goes with --every");
        }
        if (anonymise && !every.isZero() && lasts.isZero()) {
            throw new UsageException("--anonymise needs an end: give --for");
        }
    }

    private static Duration time(Arguments arguments, String flag) throws UsageException {
        Optional<String> text = arguments.value(flag);
        if (text.isEmpty()) {
            return Duration.ZERO;
        }
        Duration time = PollVerb.duration(text.get());
        if (time.toMillis() < 10) {
            throw new UsageException(flag + " is at least 10ms");
        }
        return time;
    }

    private static RecordingPlan plan(
            Query query,
            Target target,
            List<String> operands,
            Arguments arguments,
            Duration every,
            Duration lasts)
            throws UsageException, UnknownNameException {
        List<String> instances = arguments.all("--oid");
        List<Oid> oids = new ArrayList<>();
        for (String text : instances) {
            Oid oid = query.names().resolve(text);
            oids.add(PollVerb.instance(text, oid, query.names().ifLoaded()));
        }
        List<String> roots = operands.subList(1, operands.size());
        if (!oids.isEmpty() && !roots.isEmpty()) {
            throw new UsageException("give OIDs to walk below, or --oid with instances");
        }
        if (oids.isEmpty()) {
            oids.addAll(
                    roots.isEmpty()
                            ? List.of(RecordingPlan.EVERYTHING)
                            : query.names().resolve(roots));
        }
        return new RecordingPlan(target, "", oids, instances.isEmpty(), every, lasts);
    }

    private static String words(RecordingProgress progress) {
        return progress.passes()
                + (progress.passes() == 1 ? " reading, " : " readings, ")
                + (progress.values() + progress.underWay())
                + " values"
                + (progress.gaps() > 0 ? ", " + progress.gaps() + " failed" : "");
    }

    /** Records; returns what went wrong, if something did. */
    private static Optional<String> run(RecordingPlan plan, Path to, Query query)
            throws RecordingException, InterruptedException {
        Terminal terminal = query.terminal();
        try (JobSession session = new JobSession(terminal, query.tracing())) {
            AtomicReference<RecordingProgress> last = new AtomicReference<>(RecordingProgress.NONE);
            Recorder recorder =
                    new Recorder(
                            plan,
                            to,
                            session::start,
                            progress -> {
                                last.set(progress);
                                terminal.screen().progress(() -> words(progress));
                            });
            session.ifInterrupted(() ->
                    "Interrupted; " + to + " has " + words(Objects.requireNonNull(last.get())));
            RecordingProgress end = recorder.run();
            recorder.failure().ifPresent(session::fail);
            terminal.say(
                    "Recorded "
                            + end.passes()
                            + " readings of "
                            + end.values()
                            + " values in "
                            + to
                            + (end.gaps() > 0 ? "; " + end.gaps() + " failed" : ""));
            return end.gaps() > 0 || end.passes() == 0
                    ? Optional.of(end.problem().orElse("nothing came"))
                    : Optional.empty();
        }
    }
}
