package dev.bulkhead.app.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.app.change.ChangesViewModel.Stage;
import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.app.query.FakeJob;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.MibCompiler;
import dev.bulkhead.mibs.MibRepository;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows made and removed by EntryStatus (RFC 2819), and the way back from both. */
final class EntryRowsTest {
    private static final String NEW =
            """
            PROBE-MIB DEFINITIONS ::= BEGIN
            IMPORTS enterprises, OBJECT-TYPE, Integer32 FROM SNMPv2-SMI
                TEXTUAL-CONVENTION FROM SNMPv2-TC;
            EntryStatus ::= TEXTUAL-CONVENTION
                STATUS current
                DESCRIPTION "As in RMON-MIB."
                SYNTAX INTEGER { valid(1), createRequest(2), underCreation(3), invalid(4) }
            """;
    private static final String OLD =
            """
            PROBE-MIB DEFINITIONS ::= BEGIN
            IMPORTS enterprises FROM RFC1155-SMI OBJECT-TYPE FROM RFC-1212;
            EntryStatus ::= INTEGER { valid(1), createRequest(2), underCreation(3), invalid(4) }
            """;
    private static final String TABLE =
            """
            probe OBJECT IDENTIFIER ::= { enterprises 32473 88 }
            probeTable OBJECT-TYPE SYNTAX SEQUENCE OF ProbeEntry ACCESS not-accessible
                STATUS STATE DESCRIPTION "Probes." ::= { probe 1 }
            probeEntry OBJECT-TYPE SYNTAX ProbeEntry ACCESS not-accessible
                STATUS STATE DESCRIPTION "A probe." INDEX { probeIndex } ::= { probeTable 1 }
            ProbeEntry ::= SEQUENCE { probeIndex INTEGER, probeSize INTEGER,
                probeStatus EntryStatus }
            probeIndex OBJECT-TYPE SYNTAX INTEGER (1..65535) ACCESS read-only
                STATUS STATE DESCRIPTION "Index." ::= { probeEntry 1 }
            probeSize OBJECT-TYPE SYNTAX INTEGER (0..9999) ACCESS CREATE
                STATUS STATE DESCRIPTION "Size." ::= { probeEntry 2 }
            probeStatus OBJECT-TYPE SYNTAX EntryStatus ACCESS CREATE
                STATUS STATE DESCRIPTION "Status." ::= { probeEntry 3 }
            END
            """;
    private static final Oid ENTRY = Oid.parse("1.3.6.1.4.1.32473.88.1.1");
    private static final Oid SIZE = ENTRY.append(2);
    private static final Oid STATUS = ENTRY.append(3);
    private static final Oid SIZE_7 = SIZE.append(7);
    private static final Oid STATUS_7 = STATUS.append(7);
    private static final Place PLACE =
            new Place(
                    new Target(
                            "192.0.2.1",
                            161,
                            new Credential.Community(SnmpVersion.V2C, new Secret("private")),
                            Duration.ofSeconds(1),
                            0),
                    "probe");

    @TempDir static Path folder;
    private static MibNames names;

    private final EntryAgent agent = new EntryAgent(STATUS, SIZE);
    private final ChangesViewModel changes =
            new ChangesViewModel(
                    agent,
                    () -> names,
                    InstantSource.fixed(FakeJob.START),
                    Runnable::run,
                    new ChangeFile(Optional.empty()));

    @BeforeAll
    static void compile() throws Exception {
        names =
                names(
                        NEW
                                + TABLE.replace("ACCESS", "MAX-ACCESS")
                                        .replace("CREATE", "read-create")
                                        .replace("STATE", "current"));
    }

    private static MibNames names(String module) throws Exception {
        Path file = Files.writeString(folder.resolve("PROBE-MIB"), module);
        return new MibNames(
                MibCompiler.compile(
                                MibRepository.baseOnly()
                                        .withLibraryForImports()
                                        .withSources(List.of(file)))
                        .index());
    }

    private static SmiValue number(int number) {
        return new SmiValue.Integer32(number);
    }

    private Rows rows() {
        return Rows.of(names, ENTRY.parent()).orElseThrow();
    }

    private RowDraft draft(String size) {
        RowDraft draft = new RowDraft(changes, PLACE, rows());
        draft.index().getFirst().field().textProperty().set("7");
        RowCell column = draft.columns().getFirst();
        column.field().textProperty().set(size);
        column.includedProperty().set(!size.isEmpty());
        return draft;
    }

    private ChangeReport confirm() {
        List<ChangeReport> reports = new ArrayList<>();
        changes.onReport(reports::add);
        assertThat(changes.stageProperty().get()).isInstanceOf(Stage.Asking.class);
        changes.send();
        return reports.getFirst();
    }

    private ChangeReport create(RowDraft draft) {
        assertThat(draft.send(_ -> {})).as(draft.messageProperty().get()).isTrue();
        return confirm();
    }

    private void setBack(List<ChangeEntry> entries) {
        assertThat(changes.setBack(entries, _ -> Optional.of(PLACE), _ -> {})).isTrue();
        assertThat(confirm().failure()).isEmpty();
    }

    @Test
    void theStatusIsFoundInModulesOfBothAges() throws Exception {
        assertThat(rows().states()).isEqualTo(RowStates.ENTRY_STATUS);
        assertThat(rows().writable())
                .extracting(each -> each.head().name())
                .containsExactly("probeSize");
        MibNames old =
                names(OLD + TABLE.replace("CREATE", "read-write").replace("STATE", "mandatory"));
        assertThat(Rows.of(old, ENTRY).map(Rows::states)).contains(RowStates.ENTRY_STATUS);
    }

    @Test
    void aRowIsRequestedWithItsColumnsAndThenValid() {
        assertThat(create(draft("5")).failure()).isEmpty();
        assertThat(agent.sets())
                .containsExactly(
                        List.of(new VarBind(STATUS_7, number(2)), new VarBind(SIZE_7, number(5))),
                        List.of(new VarBind(STATUS_7, number(1))));
        assertThat(agent.values())
                .containsEntry(STATUS_7, number(1))
                .containsEntry(SIZE_7, number(5));
        setBack(List.copyOf(changes.log()));
        assertThat(agent.values()).isEmpty();
        assertThat(agent.sets().getLast()).containsExactly(new VarBind(STATUS_7, number(4)));
    }

    @Test
    void anAgentThatWantsTheRequestAloneGetsItAlone() {
        agent.wantBareRequest();
        assertThat(create(draft("5")).failure()).isEmpty();
        assertThat(agent.sets()).extracting(List::size).containsExactly(2, 1, 1, 1);
        assertThat(agent.values()).containsEntry(STATUS_7, number(1));
    }

    @Test
    void aRowThatWaitsStaysUnderCreation() {
        RowDraft draft = draft("5");
        draft.activeProperty().set(false);
        assertThat(create(draft).failure()).isEmpty();
        assertThat(agent.values()).containsEntry(STATUS_7, number(3));
    }

    @Test
    void aRowThatCannotBecomeValidLeavesNothingBehind() {
        ChangeReport report = create(draft(""));
        assertThat(report.isDone()).isFalse();
        assertThat(report.sent().getFirst().outcomes()).containsExactly(new Outcome.TakenBack());
        assertThat(agent.values()).isEmpty();
    }

    @Test
    void aRowThatIsRemovedComesBackWithWhatItHeld() {
        agent.values().put(SIZE_7, number(5));
        agent.values().put(STATUS_7, number(1));
        changes.propose(RowDraft.removal(PLACE, rows(), List.of(SIZE_7)), _ -> {});
        assertThat(confirm().failure()).isEmpty();
        assertThat(agent.values()).isEmpty();
        assertThat(agent.sets().getLast()).containsExactly(new VarBind(STATUS_7, number(4)));
        setBack(List.of(changes.log().getFirst()));
        assertThat(agent.values())
                .containsEntry(STATUS_7, number(1))
                .containsEntry(SIZE_7, number(5));
    }
}
