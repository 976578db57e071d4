package dev.bulkhead.app.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.app.agent.InlineWork;
import dev.bulkhead.app.naming.Library;
import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.app.query.FakeJob;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.index.MibIndex;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue.Integer32;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class IntakeTest {
    private final FakeJob.Starter jobs = new FakeJob.Starter();
    private final Deliveries deliveries = new Deliveries(jobs, _ -> Optional.empty());
    private final Journal journal = new Journal(100);
    private MibNames names = Library.NAMES;
    private long nanos;
    private final Intake intake = new Intake(journal, () -> names, deliveries, () -> nanos);
    private final NotificationsViewModel list =
            new NotificationsViewModel(journal, () -> names, new InlineWork());

    @AfterEach
    void close() {
        deliveries.close();
    }

    private static Match named(String name) {
        return new Match("", name, "", Optional.empty(), "", false);
    }

    @Test
    void wellKnownOnesHaveTheirSeverityOthersAreInformation() {
        intake.take(
                List.of(
                        Some.linkDown("10.0.0.1", 1),
                        Some.coldStart("10.0.0.1"),
                        Some.of("10.0.0.1", "1.3.6.1.4.1.32473.0.1")));
        assertThat(journal.from(0))
                .extracting(NotificationLine::severity)
                .containsExactly(Severity.CRITICAL, Severity.WARNING, Severity.INFO);
    }

    @Test
    void rulesSetDropAndDeliverInOrder() {
        Rule calm = Some.rule(named("linkDown"), new Action.SetSeverity(Severity.MINOR));
        Rule late =
                Some.rule(
                        new Match("", "", "", Optional.of(Severity.MAJOR), "", false),
                        new Action.Syslog("127.0.0.1:9", false));
        Rule drop = Some.rule(named("coldStart"), new Action.Drop());
        RuleSet set = new RuleSet(List.of(calm, late, drop));
        intake.use(set);
        intake.take(List.of(Some.linkDown("10.0.0.1", 1), Some.coldStart("10.0.0.1")));
        assertThat(journal.from(0))
                .extracting(NotificationLine::severity)
                .containsExactly(Severity.MINOR);
        assertThat(intake.taken()).isEqualTo(2);
        assertThat(intake.dropped()).isEqualTo(1);
        assertThat(set.rules()).extracting(RunningRule::matched).containsExactly(1L, 0L, 1L);
    }

    @Test
    void theRateLimitHoldsBackAndLetsPassAgain() {
        Rule rule =
                new Rule(
                        "two a minute",
                        true,
                        Match.ALL,
                        new Action.Forward("192.0.2.1", Optional.empty(), false),
                        2);
        RuleSet set = new RuleSet(List.of(rule));
        intake.use(set);
        for (int i = 0; i < 5; i++) {
            intake.take(List.of(Some.coldStart("10.0.0.1")));
        }
        assertThat(set.rules().getFirst().held()).isEqualTo(3);
        nanos += 30_000_000_000L;
        intake.take(List.of(Some.coldStart("10.0.0.1"), Some.coldStart("10.0.0.1")));
        assertThat(set.rules().getFirst().held()).isEqualTo(4);
    }

    @Test
    void aDryRunTellsTheSameAndDoesNothing() {
        Rule syslog = new Rule("s", true, named("linkDown"), new Action.Syslog("h", false), 1);
        Rule drop = Some.rule(named("coldStart"), new Action.Drop());
        intake.take(
                List.of(
                        Some.linkDown("10.0.0.1", 1),
                        Some.linkDown("10.0.0.1", 2),
                        Some.coldStart("10.0.0.1"),
                        Some.of("10.0.0.1", "1.3.6.1.4.1.32473.0.1")));
        DryRun run = DryRun.of(journal.from(0), List.of(syslog, drop), names);
        assertThat(run.lines()).isEqualTo(4);
        assertThat(run.counts()).extracting(DryRun.Count::matched).containsExactly(2L, 1L);
        assertThat(run.counts()).extracting(DryRun.Count::held).containsExactly(1L, 0L);
        assertThat(run.effects()).hasSize(3);
        assertThat(run.effects().getFirst().dropped()).isTrue();
        assertThat(jobs.all()).isEmpty();
    }

    @Test
    void theListShowsTheNewestFirstAndItsFilterAndGroups() {
        intake.take(List.of(Some.linkDown("10.0.0.1", 1), Some.coldStart("10.0.0.2")));
        list.refresh();
        assertThat(list.rows())
                .extracting(NotificationLine::host)
                .containsExactly("10.0.0.2", "10.0.0.1");
        list.filterProperty().set("LINKDOWN 10.0.0.1");
        assertThat(list.rows()).extracting(NotificationLine::host).containsExactly("10.0.0.1");
        intake.take(List.of(Some.coldStart("10.0.0.1"), Some.linkDown("10.0.0.1", 3)));
        list.refresh();
        assertThat(list.rows()).hasSize(2);
        list.filterProperty().set("");
        assertThat(list.rows()).hasSize(4);
        list.groupingProperty().set(Grouping.SOURCE);
        list.regroup();
        assertThat(list.groups()).extracting(NotificationGroup::count).containsExactly(4L, 3L, 1L);
        list.groupProperty().set(Optional.of(list.groups().getLast()));
        assertThat(list.rows()).extracting(NotificationLine::host).containsExactly("10.0.0.2");
        assertThat(list.unseenProperty().get()).isEqualTo(4);
    }

    @Test
    void aPausedListStandsStillAndTheNewCountGoesOn() {
        list.pausedProperty().set(true);
        intake.take(List.of(Some.coldStart("10.0.0.2")));
        list.refresh();
        assertThat(list.rows()).isEmpty();
        assertThat(list.unseenProperty().get()).isEqualTo(1);
        list.pausedProperty().set(false);
        assertThat(list.rows()).hasSize(1);
    }

    @Test
    void theListLosesWhatTheJournalForgot() {
        for (int i = 0; i < 250; i++) {
            intake.take(List.of(Some.linkDown("10.0.0.1", i + 1)));
            if (i % 7 == 0) {
                list.refresh();
            }
        }
        list.refresh();
        assertThat(list.rows()).hasSize(100);
        assertThat(list.rows().getFirst().number()).isEqualTo(249);
        assertThat(list.rows().getLast().number()).isEqualTo(150);
        assertThat(list.forgotten()).isEqualTo(150);
    }

    @Test
    void otherNamesMakeOtherWordsAndSeverities() {
        names = new MibNames(MibIndex.empty());
        NotificationsViewModel bare =
                new NotificationsViewModel(journal, () -> names, new InlineWork());
        // ituAlarmPerceivedSeverity of ITU-ALARM-TC-MIB may not be there; RMON's has no severity.
        intake.take(
                List.of(
                        Some.of(
                                "10.0.0.1",
                                "1.3.6.1.6.3.1.1.5.4",
                                new VarBind(
                                        Oid.parse("1.3.6.1.2.1.2.2.1.8.1"), new Integer32(1)))));
        bare.refresh();
        assertThat(bare.textsProperty().get().name(bare.rows().getFirst().notification()))
                .doesNotContain("linkUp");
        names = Library.NAMES;
        intake.judgeAnew();
        bare.again();
        assertThat(bare.textsProperty().get().name(bare.rows().getFirst().notification()))
                .isEqualTo("linkUp");
    }
}
