package dev.bulkhead.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.sample.Sample;
import dev.bulkhead.engine.sample.VarBind;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** A job's events, kept. */
final class EventLog {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final List<JobEvent> events = new CopyOnWriteArrayList<>();
    private volatile @Nullable JobHandle handle;

    static EventLog submit(Engine engine, JobSpec spec) {
        EventLog log = new EventLog();
        log.follow(engine.submit(spec, log::add));
        return log;
    }

    void add(JobEvent event) {
        events.add(event);
    }

    void follow(JobHandle job) {
        handle = job;
    }

    JobHandle handle() {
        JobHandle job = handle;
        if (job == null) {
            throw new AssertionError("there is no job");
        }
        return job;
    }

    List<JobEvent> events() {
        return events;
    }

    <E extends JobEvent> List<E> all(Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    <E extends JobEvent> E await(Class<E> type) {
        return await(type, 1).getLast();
    }

    <E extends JobEvent> List<E> await(Class<E> type, int count) {
        Awaitility.await(count + " " + type.getSimpleName() + " among " + events)
                .pollInterval(Duration.ofMillis(5))
                .atMost(PATIENCE)
                .until(() -> all(type).size() >= count || handle().isDone());
        assertThat(all(type)).as(events.toString()).hasSizeGreaterThanOrEqualTo(count);
        return all(type);
    }

    void awaitSamples(int count) {
        Awaitility.await(count + " samples")
                .pollInterval(Duration.ofMillis(5))
                .atMost(PATIENCE)
                .until(() -> samples().size() >= count);
    }

    EventLog awaitEnd() {
        Awaitility.await("the end")
                .pollInterval(Duration.ofMillis(5))
                .atMost(PATIENCE)
                .until(() -> handle().isDone());
        return this;
    }

    List<Sample> samples() {
        return all(JobEvent.Samples.class).stream().flatMap(e -> e.samples().stream()).toList();
    }

    List<VarBind> varBinds() {
        return samples().stream().flatMap(sample -> sample.varBinds().stream()).toList();
    }

    JobEvent.Finished finished() {
        assertThat(events.getLast()).isInstanceOf(JobEvent.Finished.class);
        return (JobEvent.Finished) events.getLast();
    }

    JobEvent.Failed failed() {
        assertThat(events.getLast()).isInstanceOf(JobEvent.Failed.class);
        return (JobEvent.Failed) events.getLast();
    }
}
