package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.StartPoint;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.sample.Failure;
import dev.bulkhead.engine.trace.Packet;
import dev.bulkhead.engine.usm.UserKeys;
import dev.bulkhead.mibs.smi.SmiValue.OctetString;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs jobs that speak SNMP, one after the other. A job with one target has the agent of the one
 * before if that asked the same ({@link OneAgent}). All methods may be called from any thread and
 * do not block; the output is called on the loop's.
 */
public final class SnmpJobs implements AutoCloseable {
    private final Loop loop = new Loop();
    private final Names names = new Names(loop);
    private final Counts counts = new Counts();
    private final PacketTap tap = new PacketTap();
    private final OneAgent oneAgent = new OneAgent(loop, counts, tap);
    private @Nullable RunningJob running;
    private boolean cancelled;

    /** Starts the loop's thread. */
    public SnmpJobs() {
        Thread.ofPlatform().name("snmp").start(loop);
    }

    /** What all jobs have done so far. */
    public Counts counts() {
        return counts;
    }

    /**
     * Starts the job. Another may follow when it has ended.
     *
     * @param keys one for each target
     * @param engineId our own SNMP engine ID
     */
    public void start(
            JobSpec spec,
            List<UserKeys> keys,
            OctetString engineId,
            StartPoint start,
            JobOutput out) {
        long toldNanos = System.nanoTime();
        loop.execute(() -> {
            if (running != null) {
                // Only what the job before left: one may be cancelled before it comes.
                running = null;
                cancelled = false;
            }
            if (mayFollow(spec)) {
                Target target = RunningJob.targetOf(spec);
                startSingle(
                        spec,
                        inet -> oneAgent.at(target, keys.getFirst(), inet, engineId),
                        start,
                        out);
                return;
            }
            oneAgent.close();
            if (spec instanceof JobSpec.Doctor doctor) {
                begin(
                        new DoctorJob(
                                doctor,
                                keys,
                                new PacketRelay(loop, tap),
                                new JobSink(counts, out)));
                return;
            }
            Sessions sessions = new Sessions(loop, counts, tap, engineId.bytes());
            if (spec instanceof JobSpec.Listen listen) {
                tap.opensBy(new SenderKeys(listen, keys));
                PacketRelay relay = new PacketRelay(loop, tap);
                ListenJob job =
                        new ListenJob(listen, keys, engineId, relay, new JobSink(counts, out));
                begin(job);
            } else if (spec instanceof JobSpec.Discover discover) {
                SweepParts parts = new SweepParts(loop, names, sessions, keys, tap);
                begin(new DiscoverJob(discover, start, parts, new JobSink(counts, out)));
            } else if (spec instanceof JobSpec.Poll poll) {
                PollJob.Finder finder = finder(poll, keys, sessions);
                // To load this job's classes may have taken a while.
                Duration waited = Duration.ofNanos(System.nanoTime() - toldNanos);
                JobSink sink = new JobSink(counts, out);
                begin(new PollJob(loop, poll, start.later(waited), finder, sink));
            } else {
                Function<InetAddress, Agent> sink = sink(spec, keys.getFirst(), sessions);
                startSingle(spec, sink, start, out);
            }
        });
    }

    /** Whom to tell of each packet from now on, on the loop's thread; empty for nobody. */
    public void trace(Optional<Consumer<Packet>> receiver) {
        loop.execute(() -> receiver.ifPresentOrElse(tap::open, tap::close));
    }

    /** Whether it may have the agent of the job before. */
    private static boolean mayFollow(JobSpec spec) {
        return switch (spec) {
            case JobSpec.Get _, JobSpec.Walk _, JobSpec.Table _, JobSpec.Set _ -> true;
            case JobSpec.Poll _, JobSpec.Notify _, JobSpec.Listen _ -> false;
            case JobSpec.Discover _, JobSpec.Doctor _, JobSpec.Simulate _ -> false;
        };
    }

    /** The job is over, and the next may come. */
    private void rest() {
        oneAgent.rest();
        running = null;
        cancelled = false;
    }

    private static Function<InetAddress, Agent> sink(
            JobSpec spec, UserKeys keys, Sessions sessions) {
        Target target = RunningJob.targetOf(spec);
        boolean originates =
                spec instanceof JobSpec.Notify notify
                        && (!notify.inform() || target.credential() instanceof Credential.Tsm);
        return inet ->
                originates ? sessions.sink(target, keys, inet) : sessions.agent(target, keys, inet);
    }

    private PollJob.Finder finder(JobSpec.Poll poll, List<UserKeys> keys, Sessions sessions) {
        return (index, found) -> {
            Target target = poll.items().get(index).target();
            find(target, keys.get(index), sessions, found);
        };
    }

    private void find(Target target, UserKeys keys, Sessions sessions, PollJob.Found found) {
        find(target, inet -> sessions.agent(target, keys, inet), found);
    }

    private void find(Target target, Function<InetAddress, Agent> maker, PollJob.Found found) {
        names.resolve(
                target.host(),
                inet -> {
                    if (inet.isPresent()) {
                        make(() -> maker.apply(inet.get()), found);
                    } else {
                        found.found(
                                Optional.empty(),
                                Optional.of(new Failure.UnknownHost(target.host())));
                    }
                });
    }

    private static void make(Supplier<Agent> maker, PollJob.Found found) {
        Agent agent;
        try {
            agent = maker.get();
        } catch (UnusableCredentialException e) {
            found.found(Optional.empty(), Optional.of(e.failure()));
            return;
        }
        found.found(Optional.of(agent), Optional.empty());
    }

    private void startSingle(
            JobSpec spec, Function<InetAddress, Agent> maker, StartPoint start, JobOutput to) {
        JobOutput out = new UntilDone(to, this::rest);
        find(
                RunningJob.targetOf(spec),
                maker,
                (agent, failure) -> {
                    agent.ifPresent(found -> begin(single(found, spec, start, out)));
                    if (!cancelled) {
                        failure.ifPresent(why -> out.done(Optional.of(why)));
                    }
                });
    }

    private RunningJob single(Agent agent, JobSpec spec, StartPoint start, JobOutput out) {
        return switch (spec) {
            case JobSpec.Walk walk -> new WalkJob(agent, walk, start, counts, out);
            case JobSpec.Table table -> new TableJob(agent, table, start, counts, out);
            case JobSpec.Get get -> new OneShotJob(agent, get, counts, out);
            case JobSpec.Set set -> new OneShotJob(agent, set, counts, out);
            case JobSpec.Poll poll -> throw new IllegalArgumentException("a poll is not single");
            case JobSpec.Notify notify ->
                    notify.inform()
                            ? new OneShotJob(agent, notify, counts, out)
                            : new TrapJob(loop, agent, notify, out);
            case JobSpec.Listen listen ->
                    throw new IllegalArgumentException("a listener asks nobody");
            case JobSpec.Discover discover ->
                    throw new IllegalArgumentException("a sweep is not single");
            case JobSpec.Doctor doctor ->
                    throw new IllegalArgumentException("a doctor has its own socket");
            case JobSpec.Simulate simulate ->
                    throw new IllegalArgumentException("a simulator asks nobody");
        };
    }

    private void begin(RunningJob job) {
        if (!cancelled) {
            running = job;
            job.start();
        }
    }

    /** Ends the job; {@link JobOutput#done} follows if it did not come before. */
    public void cancel(JobOutput out) {
        loop.execute(() -> {
            cancelled = true;
            if (running == null) {
                out.done(Optional.empty());
            } else {
                running.cancel();
            }
        });
    }

    @Override
    public void close() {
        names.close();
        loop.close();
    }
}
