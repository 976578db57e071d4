package dev.bulkhead.tests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.JobEvent;
import dev.bulkhead.engine.JobHandle;
import dev.bulkhead.engine.WorkerStatus;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.sample.Failure;
import dev.bulkhead.engine.sample.Sample;
import dev.bulkhead.engine.sample.StrayCounts;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** A job of the engine, and what it told. Any thread. */
final class ObservedJob {
    /** More than the minute that a name may take to be followed. */
    private static final Duration PATIENCE = Duration.ofSeconds(80);

    private final List<JobEvent> events = new CopyOnWriteArrayList<>();
    private final JobHandle handle;

    private ObservedJob(Engine engine, JobSpec spec) {
        handle = engine.submit(spec, events::add);
    }

    static ObservedJob start(Engine engine, JobSpec spec) {
        return new ObservedJob(engine, spec);
    }

    JobHandle handle() {
        return handle;
    }

    ObservedJob awaitEnd() {
        Awaitility.await("the job's end").atMost(PATIENCE).until(handle::isDone);
        return this;
    }

    /** Ends a poll and waits for its last event. */
    ObservedJob cancel() {
        handle.cancel();
        return awaitEnd();
    }

    ObservedJob await(String what, Predicate<ObservedJob> condition) {
        Awaitility.await(what)
                .pollInterval(Duration.ofMillis(10))
                .atMost(PATIENCE)
                .until(() -> condition.test(this) || handle.isDone());
        assertThat(condition.test(this)).as(what + " among " + this).isTrue();
        return this;
    }

    ObservedJob awaitSamples(int count) {
        return await(count + " samples", job -> job.samples().size() >= count);
    }

    /** Waits until the worker's status is as wanted. */
    ObservedJob awaitStatus(String what, Predicate<WorkerStatus> condition) {
        return await(what, job -> handle.worker().filter(condition).isPresent());
    }

    ObservedJob awaitStrays(String what, Predicate<StrayCounts> condition) {
        return awaitStatus(what, status -> condition.test(status.strays()));
    }

    List<JobEvent> events() {
        return events;
    }

    <E extends JobEvent> List<E> all(Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    List<Sample> samples() {
        return all(JobEvent.Samples.class).stream().flatMap(e -> e.samples().stream()).toList();
    }

    List<Sample> samplesOf(int target) {
        return samples().stream().filter(sample -> sample.target() == target).toList();
    }

    List<Sample> answered() {
        return samples().stream().filter(sample -> sample.failure().isEmpty()).toList();
    }

    /** Failures of single samples, which polls have. */
    List<Failure> sampleFailures() {
        return samples().stream().flatMap(sample -> sample.failure().stream()).toList();
    }

    List<VarBind> varBinds() {
        return samples().stream().flatMap(sample -> sample.varBinds().stream()).toList();
    }

    List<Oid> names() {
        return varBinds().stream().map(VarBind::name).toList();
    }

    List<SmiValue> values() {
        return varBinds().stream().map(VarBind::value).toList();
    }

    Optional<SmiValue> value(Name name) {
        Oid oid = name.oid();
        return varBinds().stream()
                .filter(varBind -> varBind.name().equals(oid))
                .map(VarBind::value)
                .findFirst();
    }

    /** What came below a name, in order. */
    List<VarBind> below(Name prefix) {
        Oid oid = prefix.oid();
        return varBinds().stream().filter(varBind -> varBind.name().startsWith(oid)).toList();
    }

    List<String> textsBelow(Name prefix) {
        return below(prefix).stream().map(varBind -> textOf(varBind.value())).toList();
    }

    static String textOf(SmiValue value) {
        return value instanceof SmiValue.OctetString octets
                ? new String(octets.bytes(), StandardCharsets.UTF_8)
                : value.toString();
    }

    /** Why the job as a whole failed. */
    Optional<Failure> failure() {
        return all(JobEvent.Failed.class).stream().map(JobEvent.Failed::failure).findFirst();
    }

    /** Why the job failed, which it must have. */
    Failure requireFailure() {
        assertThat(failure()).as(toString()).isPresent();
        return failure().orElseThrow();
    }

    /** All that was said to the user: failures with their advice, and the log. */
    String said() {
        StringBuilder text = new StringBuilder();
        failure().ifPresent(f -> text.append(f.message()).append(' ').append(f.advice()));
        sampleFailures().forEach(f -> text.append('\n').append(f.message()).append(f.advice()));
        return text.append('\n').append(String.join("\n", handle.stderrTail())).toString();
    }

    @Override
    public String toString() {
        String text = events.toString();
        return text.length() > 2_000 ? text.substring(0, 2_000) + "..." : text;
    }
}
