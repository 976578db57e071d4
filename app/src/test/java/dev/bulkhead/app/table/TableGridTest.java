package dev.bulkhead.app.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.app.naming.Library;
import dev.bulkhead.engine.sample.Sample;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.model.ObjectType;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TableGridTest {
    private static final Oid IF_ENTRY = Oid.parse("1.3.6.1.2.1.2.2.1");
    private static final Oid TCP_CONN_ENTRY = Oid.parse("1.3.6.1.2.1.6.13.1");

    private static TableShape shape(Oid row) {
        return new TableShape(
                (ObjectType)
                        Library.NAMES.index().node(row).orElseThrow().definition().orElseThrow(),
                Library.NAMES);
    }

    private static TableGrid grid(Oid row) {
        return new TableGrid(
                shape(row), FakeTable.device("sw"), InstantSource.fixed(Instant.EPOCH));
    }

    private static Sample sample(VarBind... varBinds) {
        return new Sample(
                0,
                0,
                Instant.EPOCH,
                Duration.ofMillis(1),
                Optional.empty(),
                List.of(varBinds),
                Optional.empty());
    }

    @Test
    void theIndexStandsFirstAndIsNotAskedForTwice() {
        TableShape grid = shape(IF_ENTRY);
        assertThat(grid.columns().getFirst().name()).isEqualTo("ifIndex");
        assertThat(grid.columns()).extracting(GridColumn::id).doesNotHaveDuplicates();
        assertThat(grid.asked()).doesNotContain(IF_ENTRY.append(1)).contains(IF_ENTRY.append(2));
    }

    @Test
    void valuesOfOneInstanceMeetInOneRow() {
        TableGrid grid = grid(IF_ENTRY);
        grid.take(sample(number(IF_ENTRY.append(10).append(7), 5)));
        grid.take(sample(number(IF_ENTRY.append(4).append(7), 1500)));
        grid.take(sample(number(IF_ENTRY.append(4).append(3), 9000)));
        assertThat(grid.rows())
                .extracting(GridRow::key)
                .containsExactly(List.of("3"), List.of("7"));
        assertThat(grid.rows().getLast().value(IF_ENTRY.append(4)))
                .contains(new SmiValue.Integer32(1500));
    }

    @Test
    void anIndexOfSeveralPartsIsDecoded() {
        TableGrid grid = grid(TCP_CONN_ENTRY);
        Oid instance = Oid.parse("127.0.0.1.161.192.0.2.7.4711");
        grid.take(sample(number(TCP_CONN_ENTRY.append(1).append(instance), 5)));
        assertThat(grid.rows().getFirst().key())
                .containsExactly("127.0.0.1", "161", "192.0.2.7", "4711");
    }

    @Test
    void whatDoesNotBelongToTheTableIsLeftOut() {
        TableGrid grid = grid(IF_ENTRY);
        grid.take(sample(number(Oid.parse("1.3.6.1.2.1.1.3.0"), 1)));
        grid.take(
                sample(
                        new VarBind(
                                IF_ENTRY.append(4).append(1), SmiValue.Marker.NO_SUCH_INSTANCE)));
        assertThat(grid.rows()).isEmpty();
    }

    private static VarBind number(Oid name, int value) {
        return new VarBind(name, new SmiValue.Integer32(value));
    }
}
