package dev.bulkhead.app.polling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.mibs.smi.Oid;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Order, groups, intervals, pauses and removal of rows, and what they do to jobs. */
class PollArrangementTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final SettableClock clock = new SettableClock();
    private final RecordedJobs jobs = new RecordedJobs();
    private final PollingViewModel model = new PollingViewModel(jobs, new TestNames(), clock);
    private final List<PollRow> rows = new ArrayList<>();

    PollArrangementTest() {
        Target target =
                new Target(
                        "10.0.0.1",
                        161,
                        new Credential.Community(SnmpVersion.V2C, new Secret("public")),
                        SECOND,
                        1);
        List<Oid> oids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            oids.add(Oid.of(1, 3, i));
        }
        rows.addAll(model.add(target, "switch", oids, SECOND));
        jobs.last().started(clock.instant(), 1, 0);
    }

    private String order() {
        StringBuilder text = new StringBuilder();
        for (PollEntry entry : model.entries((_, _) -> 0)) {
            text.append(
                    switch (entry) {
                        case PollRow row -> Integer.toString(rows.indexOf(row));
                        case PollGroup group -> " " + group.name() + ":";
                    });
        }
        return text.toString();
    }

    private void group(String name, int... which) {
        for (int i : which) {
            model.change(List.of(rows.get(i)), settings -> settings.inGroup(name));
        }
    }

    @Test
    void rowsMoveByOneAndStopAtTheEnds() {
        model.move(List.of(rows.get(2)), -1);
        assertThat(order()).isEqualTo("02134");
        model.move(List.of(rows.get(0), rows.get(2)), -1);
        assertThat(order()).isEqualTo("02134");
        model.move(List.of(rows.get(0), rows.get(2)), 1);
        assertThat(order()).isEqualTo("10234");
        model.move(List.of(rows.get(4)), 1);
        assertThat(order()).isEqualTo("10234");
    }

    @Test
    void rowsMoveOnlyWithinTheirGroup() {
        group("a", 0, 3);
        group("b", 4);
        assertThat(order()).isEqualTo("12 a:03 b:4");
        model.move(List.of(rows.get(0)), -1);
        assertThat(order()).isEqualTo("12 a:03 b:4");
        model.move(List.of(rows.get(0)), 1);
        assertThat(order()).isEqualTo("12 a:30 b:4");
    }

    @Test
    void whatIsPutBeforeARowJoinsItsGroup() {
        group("a", 3, 4);
        model.put(List.of(rows.get(0), rows.get(1)), rows.get(4));
        assertThat(order()).isEqualTo("2 a:3014");
    }

    @Test
    void aClosedGroupHidesItsRowsAndPollsOn() {
        group("a", 3, 4);
        model.open("a", false);
        assertThat(order()).isEqualTo("012 a:");
        assertThat(model.rows()).hasSize(5);
        assertThat(jobs.jobs).hasSize(1);
        model.open("a", true);
        assertThat(order()).isEqualTo("012 a:34");
    }

    @Test
    void anotherIntervalIsAnotherJobAndTheRestGoesOn() {
        model.interval(List.of(rows.get(1), rows.get(2)), Duration.ofSeconds(10));
        assertThat(rows.get(1).every()).isEqualTo(Duration.ofSeconds(10));
        assertThat(jobs.jobs.get(0).cancelled).isTrue();
        assertThat(jobs.jobs.get(1).spec().items().getFirst().oids()).hasSize(3);
        assertThat(jobs.jobs.get(2).spec().items().getFirst().oids()).hasSize(2);
        assertThat(jobs.jobs.get(2).spec().schedule().every()).isEqualTo(Duration.ofSeconds(10));
        assertThat(order()).isEqualTo("01234");
    }

    @Test
    void apausedRowIsNotAskedForAndTheOthersAre() {
        model.pause(List.of(rows.get(0)), true);
        assertThat(rows.get(0).state(clock.instant())).isEqualTo(PollState.PAUSED);
        assertThat(jobs.last().spec().items().getFirst().oids())
                .hasSize(4)
                .doesNotContain(rows.get(0).instance());
        model.pause(rows, true);
        assertThat(model.isPaused()).isTrue();
        assertThat(jobs.jobs).allMatch(job -> job.cancelled);
        model.resumeAll();
        assertThat(jobs.last().cancelled).isFalse();
        assertThat(jobs.last().spec().items().getFirst().oids()).hasSize(5);
    }

    @Test
    void whatWasRemovedComesBackWhereItStood() {
        Runnable undo = model.remove(List.of(rows.get(1), rows.get(4)));
        assertThat(order()).isEqualTo("023");
        undo.run();
        assertThat(order()).isEqualTo("01234");
        assertThat(jobs.last().spec().items().getFirst().oids())
                .containsExactly(rows.get(1).instance(), rows.get(4).instance());
    }

    @Test
    void timesAndNumbersAreReadAsPeopleTypeThem() {
        assertThat(Amount.time("500 ms")).contains(Duration.ofMillis(500));
        assertThat(Amount.time("2")).contains(Duration.ofSeconds(2));
        assertThat(Amount.time("1.5 s")).contains(Duration.ofMillis(1_500));
        assertThat(Amount.time("5min")).contains(Duration.ofMinutes(5));
        assertThat(Amount.time("10 ms")).isEmpty();
        assertThat(Amount.time("soon")).isEmpty();
        assertThat(Amount.number("80", "b/s")).hasValue(80);
        assertThat(Amount.number("80M", "b/s")).hasValue(80e6);
        assertThat(Amount.number("1,5 Gb/s", "b/s")).hasValue(1.5e9);
        assertThat(Amount.number("-3 %", "%")).hasValue(-3);
        assertThat(Amount.number("80 %", "b/s")).isEmpty();
        assertThat(Amount.number("many", "")).isEmpty();
    }
}
