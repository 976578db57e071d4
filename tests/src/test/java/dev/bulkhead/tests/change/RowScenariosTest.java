package dev.bulkhead.tests.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.app.change.ChangeEntry;
import dev.bulkhead.app.change.ChangeReport;
import dev.bulkhead.app.change.Outcome;
import dev.bulkhead.app.change.Place;
import dev.bulkhead.app.change.RowCell;
import dev.bulkhead.app.change.RowDraft;
import dev.bulkhead.app.change.Rows;
import dev.bulkhead.engine.sample.ErrorStatus;
import dev.bulkhead.engine.sample.Failure;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows made and removed by RowStatus (RFC 2579), and the way back from both. */
class RowScenariosTest {
    /** How many scenarios stand here. */
    static final int COUNT = 9;

    private static final List<String> DEMO = List.of("demoNotes", "demoTasks");
    private static final List<String> TARGETS = List.of("snmpTargetAddrTable");

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

    private static Place demo() throws Exception {
        return agents.place(Agents.Who.DEMO_WRITER);
    }

    private static Rows rows(String table) {
        return Rows.of(writer.names(), writer.oid(table)).orElseThrow();
    }

    /** A new row with these texts in its index parts and columns. */
    private static RowDraft draft(Place place, String table, Map<String, String> texts) {
        return writer.on(() -> {
            RowDraft draft = new RowDraft(writer.changes(), place, rows(table));
            draft.index().forEach(cell -> type(cell, texts));
            draft.columns().forEach(cell -> type(cell, texts));
            return draft;
        });
    }

    private static void type(RowCell cell, Map<String, String> texts) {
        String text = texts.get(cell.name());
        if (text != null) {
            cell.field().textProperty().set(text);
            cell.includedProperty().set(true);
        }
    }

    private static ChangeReport send(RowDraft draft) {
        assertThat(writer.<Boolean>on(() -> draft.send(_ -> {})))
                .as(draft.messageProperty().get())
                .isTrue();
        return writer.confirm();
    }

    private static String value(SortedMap<Oid, VarBind> walk, String name) {
        VarBind found = walk.get(writer.oid(name));
        return found == null ? "" : writer.names().value(found);
    }

    @Test
    void aRowIsMadeAtOnceWithItsDefaultsAndGoesAgain() throws Exception {
        SortedMap<Oid, VarBind> before = writer.walk(demo(), DEMO);
        int logged = writer.logged();
        ChangeReport report =
                send(
                        draft(
                                demo(),
                                "demoNoteTable",
                                Map.of("demoNoteName", "shop", "demoNoteText", "buy milk")));
        assertThat(report.failure()).isEmpty();
        SortedMap<Oid, VarBind> after = writer.walk(demo(), DEMO);
        assertThat(value(after, "demoNoteText.\"shop\"")).isEqualTo("buy milk");
        assertThat(value(after, "demoNotePriority.\"shop\"")).isEqualTo("normal(2)");
        assertThat(value(after, "demoNoteRowStatus.\"shop\"")).isEqualTo("active(1)");
        assertThat(writer.setBackSince(logged, demo())).isTrue();
        assertThat(writer.walk(demo(), DEMO)).isEqualTo(before);
    }

    @Test
    void aRowThatCannotBeMadeAtOnceIsMadeStepByStep() throws Exception {
        SortedMap<Oid, VarBind> before = writer.walk(demo(), DEMO);
        int logged = writer.logged();
        ChangeReport report =
                send(
                        draft(
                                demo(),
                                "demoTaskTable",
                                Map.of(
                                        "demoTaskOwner", "noc",
                                        "demoTaskNumber", "7",
                                        "demoTaskCommand", "reboot",
                                        "demoTaskRepeats", "true",
                                        "demoTaskAddress", "192.0.2.7")));
        assertThat(report.failure()).isEmpty();
        assertThat(report.sent()).as("createAndWait, columns, active").hasSize(3);
        SortedMap<Oid, VarBind> after = writer.walk(demo(), DEMO);
        assertThat(value(after, "demoTaskRowStatus.\"noc\".7")).isEqualTo("active(1)");
        assertThat(value(after, "demoTaskRepeats.\"noc\".7")).isEqualTo("true(1)");
        assertThat(writer.setBackSince(logged, demo())).isTrue();
        assertThat(writer.walk(demo(), DEMO)).isEqualTo(before);
    }

    @Test
    void aRowThatWaitsIsNotActive() throws Exception {
        SortedMap<Oid, VarBind> before = writer.walk(demo(), DEMO);
        int logged = writer.logged();
        RowDraft draft =
                draft(
                        demo(),
                        "demoNoteTable",
                        Map.of("demoNoteName", "later", "demoNoteText", "x"));
        writer.on(() -> {
            draft.activeProperty().set(false);
            return true;
        });
        assertThat(send(draft).failure()).isEmpty();
        assertThat(value(writer.walk(demo(), DEMO), "demoNoteRowStatus.\"later\""))
                .isEqualTo("notInService(2)");
        writer.setBackSince(logged, demo());
        assertThat(writer.walk(demo(), DEMO)).isEqualTo(before);
    }

    @Test
    void aRowThatLacksAColumnIsRefusedAtItsStatusAndLeavesNothingBehind() throws Exception {
        SortedMap<Oid, VarBind> before = writer.walk(demo(), DEMO);
        RowDraft draft =
                draft(
                        demo(),
                        "demoNoteTable",
                        Map.of("demoNoteName", "bare", "demoNotePriority", "high"));
        writer.on(() -> {
            draft.columns().getFirst().includedProperty().set(false);
            return true;
        });
        ChangeReport report = send(draft);
        assertThat(report.isDone()).isFalse();
        assertThat(report.failure())
                .containsInstanceOf(Failure.ErrorResponse.class)
                .hasValueSatisfying(failure ->
                        assertThat(((Failure.ErrorResponse) failure).status())
                                .isEqualTo(ErrorStatus.INCONSISTENT_VALUE));
        assertThat(report.sent().getFirst().outcomes())
                .as("createAndWait was taken back")
                .containsExactly(new Outcome.TakenBack());
        assertThat(writer.walk(demo(), DEMO)).isEqualTo(before);
    }

    @Test
    void aRowThatIsThereAlreadyIsRefusedAndStays() throws Exception {
        SortedMap<Oid, VarBind> before = writer.walk(demo(), DEMO);
        ChangeReport report =
                send(
                        draft(
                                demo(),
                                "demoNoteTable",
                                Map.of("demoNoteName", "welcome", "demoNoteText", "mine")));
        assertThat(report.isDone()).isFalse();
        assertThat(writer.walk(demo(), DEMO)).isEqualTo(before);
    }

    @Test
    void anIndexPartThatDoesNotFitIsSaidBeforeAnythingIsSent() throws Exception {
        RowDraft draft =
                draft(
                        demo(),
                        "demoTaskTable",
                        Map.of(
                                "demoTaskOwner", "noc",
                                "demoTaskNumber", "101",
                                "demoTaskCommand", "x"));
        assertThat(writer.<Boolean>on(() -> draft.send(_ -> {}))).isFalse();
        assertThat(writer.<String>on(() -> draft.messageProperty().get()))
                .contains("demoTaskNumber")
                .contains("1..100");
    }

    @Test
    void aRowIsRemovedAndMadeAgainWithAllItHeld() throws Exception {
        SortedMap<Oid, VarBind> before = writer.walk(demo(), DEMO);
        int logged = writer.logged();
        Oid cell = writer.oid("demoNoteText.\"welcome\"");
        Oid task = writer.oid("demoTaskCommand.\"noc\".1");
        remove("demoNoteTable", cell);
        remove("demoTaskTable", task);
        assertThat(writer.walk(demo(), DEMO)).isEmpty();
        assertThat(writer.setBackSince(logged, demo())).isTrue();
        assertThat(writer.walk(demo(), DEMO)).isEqualTo(before);
    }

    private static void remove(String table, Oid cell) throws Exception {
        Place place = demo();
        writer.on(() ->
                writer.changes()
                        .propose(RowDraft.removal(place, rows(table), List.of(cell)), _ -> {}));
        assertThat(writer.confirm().failure()).isEmpty();
    }

    @Test
    void aRowIsCopiedWithAnotherIndex() throws Exception {
        SortedMap<Oid, VarBind> before = writer.walk(demo(), DEMO);
        int logged = writer.logged();
        Place place = demo();
        RowDraft draft =
                writer.on(() ->
                        RowDraft.like(
                                writer.changes(),
                                place,
                                rows("demoTaskTable"),
                                writer.oid("demoTaskCommand.\"noc\".1")));
        writer.until(
                "the cells",
                () -> draft.columns().getFirst().field().textProperty().get().equals("collect"));
        assertThat(draft.index().getFirst().field().textProperty().get()).isEqualTo("noc");
        writer.on(() -> {
            draft.index().get(1).field().textProperty().set("2");
            return true;
        });
        assertThat(send(draft).failure()).isEmpty();
        assertThat(value(writer.walk(demo(), DEMO), "demoTaskCommand.\"noc\".2"))
                .isEqualTo("collect");
        writer.setBackSince(logged, demo());
        assertThat(writer.walk(demo(), DEMO)).isEqualTo(before);
    }

    @Test
    void snmpdMakesAndRemovesARow() throws Exception {
        Place place = agents.place(Agents.Who.SNMPD_WRITER);
        SortedMap<Oid, VarBind> before = writer.walk(place, TARGETS);
        int logged = writer.logged();
        ChangeReport report =
                send(
                        draft(
                                place,
                                "snmpTargetAddrTable",
                                Map.of(
                                        "snmpTargetAddrName", "console",
                                        "snmpTargetAddrTDomain", "snmpUDPDomain",
                                        "snmpTargetAddrTAddress", "C0:00:02:09:00:A2",
                                        "snmpTargetAddrParams", "plain",
                                        "snmpTargetAddrTagList", "alarms")));
        assertThat(report.failure()).isEmpty();
        assertThat(value(writer.walk(place, TARGETS), "snmpTargetAddrTagList.\"console\""))
                .isEqualTo("alarms");
        List<ChangeEntry> fresh =
                writer.on(() ->
                        List.copyOf(
                                writer.changes()
                                        .log()
                                        .subList(0, writer.changes().log().size() - logged)));
        assertThat(fresh).allMatch(ChangeEntry::isReversible);
        assertThat(writer.setBackSince(logged, place)).isTrue();
        assertThat(writer.walk(place, TARGETS)).isEqualTo(before);
        assertThat(Files.readString(folder.resolve("changes.tsv"))).doesNotContain("private");
    }
}
