package dev.bulkhead.tests.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.app.change.ChangeItem;
import dev.bulkhead.app.change.ChangeReport;
import dev.bulkhead.app.change.ChangesViewModel.Stage;
import dev.bulkhead.app.change.OldValue;
import dev.bulkhead.app.change.Outcome;
import dev.bulkhead.app.change.OutcomeWords;
import dev.bulkhead.app.change.Place;
import dev.bulkhead.app.change.SetViewModel;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import dev.bulkhead.tests.change.Scenario.Cell;
import dev.bulkhead.tests.change.Scenario.Expected;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Changes as users make them on the Set desk: each value or error lands on its own cell, and
 * setting back leaves the agent as it was, by a walk before and after.
 */
class SetScenariosTest {
    private static final List<String> DEMO =
            List.of(
                    "sysContact",
                    "sysName",
                    "sysLocation",
                    "demoText",
                    "demoLevel",
                    "demoMode",
                    "demoFeatures",
                    "demoHumidity",
                    "demoEnabled",
                    "demoSettings",
                    "demoNotes",
                    "demoTasks",
                    "ifAdminStatus",
                    "ifAlias");
    private static final List<String> SNMPD =
            List.of(
                    "sysContact",
                    "sysName",
                    "sysLocation",
                    "snmpEnableAuthenTraps",
                    "1.3.6.1.4.1.8072.1.7.1");

    @TempDir static Path folder;
    private static Writer writer;
    private static Agents agents;

    @BeforeAll
    static void open() throws Exception {
        writer = new Writer(folder.resolve("changes.tsv"));
        agents = new Agents(writer.engine(), folder);
    }

    @AfterAll
    static void close() {
        agents.close();
        writer.close();
    }

    static List<Scenario> scenarios() {
        return Scenarios.all();
    }

    @Test
    void thereAreFiftyWithTheRows() {
        assertThat(scenarios().size() + RowScenariosTest.COUNT).isGreaterThanOrEqualTo(50);
        assertThat(scenarios()).extracting(Scenario::name).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void landsOnItsCellAndGoesBack(Scenario scenario) throws Exception {
        Place place = agents.place(scenario.who());
        Place reader = readerOf(scenario.who(), place);
        SortedMap<Oid, VarBind> before = walk(scenario.who(), reader);
        int logged = writer.logged();
        SetViewModel desk = typed(place, scenario);
        writer.on(() -> {
            desk.send();
            return true;
        });
        if (scenario.expected() instanceof Expected.RefusedHere(String words)) {
            assertThat(writer.<String>on(() -> desk.messageProperty().get())).contains(words);
            assertThat(writer.<Boolean>on(() -> isIdle())).isTrue();
            assertThat(writer.logged()).isEqualTo(logged);
        } else {
            ChangeReport report = writer.confirm();
            check(scenario, desk, report);
            assertThat(writer.logged() - logged).isEqualTo(scenario.assignments().size());
        }
        boolean changed = !walk(scenario.who(), reader).equals(before);
        assertThat(changed).isEqualTo(writes(scenario, before));
        writer.setBackSince(logged, reader);
        assertThat(walk(scenario.who(), reader)).isEqualTo(before);
    }

    private static boolean isIdle() {
        return writer.changes().stageProperty().get() instanceof Stage.Idle;
    }

    private static boolean writes(Scenario scenario, SortedMap<Oid, VarBind> before) {
        if (scenario.expected() instanceof Expected.ReadBack) {
            return true;
        }
        return scenario.expected() instanceof Expected.Written(List<String> back)
                && !same(scenario, back, before);
    }

    /** Whether the values to write are those that are there already. */
    private static boolean same(
            Scenario scenario, List<String> back, SortedMap<Oid, VarBind> before) {
        for (int i = 0; i < back.size(); i++) {
            VarBind old = before.get(writer.oid(scenario.assignments().get(i).instance()));
            if (old == null || !writer.names().value(old).equals(back.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static Place readerOf(Agents.Who who, Place place) throws Exception {
        if (who.isDemo()) {
            return agents.place(Agents.Who.DEMO_WRITER);
        }
        return who.isSnmpd() ? agents.place(Agents.Who.SNMPD_WRITER) : place;
    }

    private static SortedMap<Oid, VarBind> walk(Agents.Who who, Place reader) {
        return writer.walk(reader, who.isDemo() ? DEMO : who.isSnmpd() ? SNMPD : List.of());
    }

    /** A desk on which everything is typed, as soon as the old values are there. */
    private static SetViewModel typed(Place place, Scenario scenario) {
        SetViewModel desk = writer.desk();
        writer.on(() -> {
            desk.add(
                    place,
                    scenario.assignments().stream()
                            .map(cell -> writer.oid(cell.instance()))
                            .toList());
            return true;
        });
        writer.until(
                "the old values", () -> desk.items().stream().allMatch(SetScenariosTest::isRead));
        for (int i = 0; i < scenario.assignments().size(); i++) {
            Cell cell = scenario.assignments().get(i);
            ChangeItem item = desk.items().get(i);
            writer.on(() -> {
                cell.form().ifPresent(form -> item.field().formProperty().set(form));
                item.field().textProperty().set(cell.text());
                return true;
            });
        }
        return desk;
    }

    private static boolean isRead(ChangeItem item) {
        OldValue old = item.oldProperty().get();
        return old instanceof OldValue.Read
                || old instanceof OldValue.Unknown
                || !item.isInstance();
    }

    private static void check(Scenario scenario, SetViewModel desk, ChangeReport report) {
        switch (scenario.expected()) {
            case Expected.Written(List<String> back) -> {
                assertThat(report.failure()).isEmpty();
                for (int i = 0; i < back.size(); i++) {
                    ChangeItem item = desk.items().get(i);
                    assertThat(outcome(item)).isInstanceOf(Outcome.Written.class);
                    assertThat(shown(item)).isEqualTo(back.get(i));
                }
            }
            case Expected.RefusedHere(String _) -> throw new AssertionError("it was sent");
            case Expected.RefusedThere(var status, int at) -> {
                for (int i = 0; i < desk.items().size(); i++) {
                    Outcome outcome = outcome(desk.items().get(i));
                    if (i == at) {
                        assertThat(outcome).isEqualTo(new Outcome.Refused(status));
                        assertThat(OutcomeWords.word(outcome))
                                .isEqualTo(status.rfcName() + " (" + status.number() + ")");
                        assertThat(OutcomeWords.sentence(outcome))
                                .hasSizeGreaterThan(status.rfcName().length() + 20);
                    } else {
                        assertThat(outcome).isInstanceOf(Outcome.Untouched.class);
                    }
                }
            }
            case Expected.Unknown() -> {
                Outcome outcome = outcome(desk.items().getFirst());
                assertThat(outcome)
                        .isInstanceOfSatisfying(
                                Outcome.Uncertain.class,
                                uncertain -> assertThat(uncertain.readBack()).isEmpty());
                assertThat(OutcomeWords.sentence(outcome)).contains("may or may not");
            }
            case Expected.ReadBack() -> {
                assertThat(outcome(desk.items().getFirst())).isInstanceOf(Outcome.Uncertain.class);
                assertThat(shown(desk.items().getFirst()))
                        .isEqualTo(scenario.assignments().getFirst().text());
                assertThat(agents.relay().sets()).as("a SET is never repeated").isEqualTo(1);
            }
            case Expected.NotSent() ->
                    assertThat(outcome(desk.items().getFirst()))
                            .isInstanceOf(Outcome.Untouched.class);
        }
    }

    private static Outcome outcome(ChangeItem item) {
        return writer.on(() -> item.outcomeProperty().get().orElseThrow());
    }

    private static String shown(ChangeItem item) {
        SmiValue value = writer.on(() -> item.oldProperty().get().found().orElseThrow());
        return writer.names().value(new VarBind(item.oidProperty().get(), value));
    }
}
