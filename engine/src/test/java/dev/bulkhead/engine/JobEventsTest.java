package dev.bulkhead.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.Schedule;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SimulatedDevice;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.job.WalkOptions;
import dev.bulkhead.engine.notification.ListenCounts;
import dev.bulkhead.mibs.smi.Oid;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class JobEventsTest {
    private static final JobId JOB = new JobId(1);

    private static JobEvent event(int number) {
        return new JobEvent.Started(JOB, Instant.EPOCH, number, 0);
    }

    private static JobEvent last() {
        JobTotals nothing = new JobTotals(0, 0, 0, Duration.ZERO, ListenCounts.ZERO);
        return new JobEvent.Finished(JOB, Instant.EPOCH, false, nothing);
    }

    private static JobEvents full() {
        JobEvents events = new JobEvents();
        for (int i = 0; i < JobEvents.ROOM; i++) {
            events.put(event(i));
        }
        return events;
    }

    private static Thread start(Runnable task) {
        return Thread.ofPlatform().daemon().start(task);
    }

    private static void awaitWaiting(Thread thread) {
        Awaitility.await().until(() -> thread.getState() == Thread.State.WAITING);
    }

    @Test
    void eventsComeInOrderAndTheLastIsTheLast() {
        JobEvents events = new JobEvents();
        events.put(event(1));
        events.put(event(2));
        events.put(last());
        List<JobEvent> got = new ArrayList<>();
        for (JobEvent event : events) {
            got.add(event);
        }
        assertThat(got).containsExactly(event(1), event(2), last());
        assertThat(events.iterator().hasNext()).isFalse();
        assertThatThrownBy(events.iterator()::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void whoHasNoRoomWaitsAndLosesNothing() throws InterruptedException {
        JobEvents events = full();
        Thread job = start(() -> events.put(last()));
        awaitWaiting(job);
        assertThat(events.waiting()).isEqualTo(JobEvents.ROOM);
        assertThat(events.iterator().next()).isEqualTo(event(0));
        job.join();
        List<JobEvent> rest = new ArrayList<>();
        events.forEach(rest::add);
        assertThat(rest).hasSize(JobEvents.ROOM).endsWith(last());
    }

    @Test
    void closingFreesAJobThatWaits() throws InterruptedException {
        JobEvents events = full();
        Thread job = start(() -> events.put(last()));
        awaitWaiting(job);
        events.close();
        job.join();
        assertThat(events.iterator().hasNext()).isFalse();
        assertThat(events.waiting()).isZero();
    }

    @Test
    void closingEndsTheWaitOfAReader() throws InterruptedException {
        JobEvents events = new JobEvents();
        CompletableFuture<Boolean> some = new CompletableFuture<>();
        Thread reader = start(() -> some.complete(events.iterator().hasNext()));
        awaitWaiting(reader);
        events.close();
        reader.join();
        assertThat(some).isCompletedWithValue(false);
        assertThatThrownBy(events.iterator()::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void anInterruptedReaderIsToldAndStaysInterrupted() throws Exception {
        JobEvents events = new JobEvents();
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        Thread reader =
                start(() -> {
                    try {
                        boolean more = events.iterator().hasNext();
                        throw new AssertionError("it was not interrupted: " + more);
                    } catch (CancellationException e) {
                        interrupted.complete(Thread.currentThread().isInterrupted());
                    }
                });
        awaitWaiting(reader);
        reader.interrupt();
        assertThat(interrupted.get(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aReaderThatStandsStillHoldsUpItsOwnJobOnly() throws Exception {
        try (Engine engine = Engine.open(EngineSettings.ofThisProcess(0))) {
            EventLog devices =
                    EventLog.submit(
                            engine,
                            new JobSpec.Simulate(
                                    List.of(
                                            SimulatedDevice.of(
                                                    "s",
                                                    new SimulatedDevice.Model.Server(),
                                                    "127.0.0.1",
                                                    0))));
            String at = devices.await(JobEvent.Listening.class).addresses().getFirst();
            Target target =
                    new Target(
                            "127.0.0.1",
                            Integer.parseInt(at.substring(at.lastIndexOf(':') + 1)),
                            new Credential.Community(SnmpVersion.V2C, new Secret("public")),
                            Duration.ofSeconds(3),
                            1);
            Oid system = Oid.parse("1.3.6.1.2.1.1");
            Oid name = system.append(5).append(0);
            JobSpec poll =
                    new JobSpec.Poll(
                            List.of(new JobSpec.Poll.Item(target, List.of(name))),
                            new Schedule(Duration.ofMillis(20), 0));
            JobHandle held;
            try (JobEvents unread = engine.events(poll)) {
                held = unread.job();
                Awaitility.await().until(() -> unread.waiting() == JobEvents.ROOM);
                JobSpec walk = new JobSpec.Walk(target, List.of(system), WalkOptions.DEFAULT);
                EventLog other = EventLog.submit(engine, walk).awaitEnd();
                assertThat(other.finished().totals().varBinds()).isGreaterThan(5);
                assertThat(unread.waiting()).isEqualTo(JobEvents.ROOM);
                assertThat(unread.iterator().next()).isInstanceOf(JobEvent.Started.class);
            }
            assertThat(held.await(Duration.ofSeconds(10))).isTrue();
        }
    }
}
