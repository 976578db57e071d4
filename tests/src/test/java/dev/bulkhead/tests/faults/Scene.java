package dev.bulkhead.tests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.JobEvent;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.Schedule;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.job.WalkOptions;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** One fault's agent and the jobs that ask it. For one thread. */
final class Scene implements AutoCloseable {
    static final Name SYS_DESCR = Device.SYSTEM.child(1, 0);
    static final Name SYS_CONTACT = Device.SYSTEM.child(4, 0);
    static final Name SYS_NAME = Device.SYSTEM.child(5, 0);
    static final Name SYS_LOCATION = Device.SYSTEM.child(6, 0);
    static final Name IF_DESCR = Device.IF_ENTRY.child(2);

    private final Engine engine;
    private final Fault fault;
    private final HostileAgent agent;
    private final List<ObservedJob> jobs = new ArrayList<>();
    private final List<HostileAgent> more = new ArrayList<>();

    Scene(Engine engine, Fault fault) throws IOException {
        this.engine = engine;
        this.fault = fault;
        this.agent = HostileAgent.start(fault.behaviour());
    }

    HostileAgent agent() {
        return agent;
    }

    Ledger ledger() {
        return agent.ledger();
    }

    int port() {
        return agent.port();
    }

    /** One more agent with the same fault, which has seen nothing yet. */
    HostileAgent another() throws IOException {
        return started(HostileAgent.start(fault.behaviour()));
    }

    /** An agent without a fault. */
    HostileAgent healthy() throws IOException {
        return started(HostileAgent.start(Behaviour.good()));
    }

    HostileAgent started(HostileAgent other) {
        more.add(other);
        return other;
    }

    Target patient() {
        return Targets.patient(port());
    }

    Target impatient() {
        return Targets.impatient(port());
    }

    ObservedJob start(JobSpec spec) {
        ObservedJob job = ObservedJob.start(engine, spec);
        jobs.add(job);
        return job;
    }

    ObservedJob run(JobSpec spec) {
        return start(spec).awaitEnd();
    }

    static List<Oid> oids(Name... names) {
        return Arrays.stream(names).map(Name::oid).toList();
    }

    static JobSpec.Get get(Target target, Name... names) {
        return new JobSpec.Get(target, new JobSpec.Get.Mode.Exact(), oids(names));
    }

    /** A walk; 0 repetitions for GETNEXT, in any case as many as are given. */
    static JobSpec.Walk walk(Target target, int repetitions, Name... roots) {
        WalkOptions options = WalkOptions.DEFAULT.withMaxRepetitions(repetitions);
        return new JobSpec.Walk(target, oids(roots), options);
    }

    static JobSpec.Table table(Target target, Name... columns) {
        return new JobSpec.Table(target, oids(columns), WalkOptions.DEFAULT);
    }

    /** A poll without an end. */
    static JobSpec.Poll poll(int everyMillis, JobSpec.Poll.Item... items) {
        Schedule schedule = new Schedule(Duration.ofMillis(everyMillis), 0);
        return new JobSpec.Poll(List.of(items), schedule.atOnce());
    }

    static JobSpec.Poll.Item item(Target target, Name... names) {
        return new JobSpec.Poll.Item(target, oids(names));
    }

    static SmiValue text(String text) {
        return new SmiValue.OctetString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** ifDescr of all interfaces. */
    static String[] descrs() {
        return IntStream.rangeClosed(1, Device.INTERFACES)
                .mapToObj(Device::descr)
                .toArray(String[]::new);
    }

    /** That a get of sysName and others brought the right ones of a healthy device. */
    static void assertSystem(ObservedJob job) {
        assertThat(job.value(SYS_NAME)).as(job.toString()).contains(text("hostile"));
        assertThat(job.value(SYS_CONTACT)).as(job.toString()).contains(text("nobody@localhost"));
        assertThat(job.value(SYS_LOCATION)).as(job.toString()).contains(text("loopback"));
    }

    /** The names of {@link #assertSystem}. */
    static Name[] system() {
        return new Name[] {SYS_CONTACT, SYS_NAME, SYS_LOCATION};
    }

    /** No worker died and no agent has a bug of its own. */
    void assertAllAlive() {
        for (ObservedJob job : jobs) {
            assertThat(job.all(JobEvent.Restarting.class)).as("workers that died").isEmpty();
        }
        assertThat(ledger().bugs()).isEmpty();
        more.forEach(other -> assertThat(other.ledger().bugs()).isEmpty());
    }

    @Override
    public void close() {
        jobs.forEach(job -> job.handle().cancel());
        agent.close();
        more.forEach(HostileAgent::close);
    }
}
