package dev.bulkhead.app.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.app.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ColumnChoiceTest {
    private final Settings settings = Settings.inMemory();

    private static List<String> ids(FakeTable table) {
        return table.model.columns().stream().map(GridColumn::id).toList();
    }

    @Test
    void whatWasHiddenIsHiddenWhenTheTableIsOpenedAgain() {
        FakeTable table = new FakeTable(settings);
        List<GridColumn> wanted = new ArrayList<>(table.model.columns());
        wanted.remove(table.column("ifMtu"));
        table.model.showOnly(wanted);
        assertThat(ids(table)).contains("ifDescr").doesNotContain("ifMtu");
        assertThat(ids(new FakeTable(settings))).isEqualTo(ids(table));
    }

    @Test
    void aRateThatWasAskedForIsShownAndFollowed() {
        FakeTable table = new FakeTable(settings);
        List<GridColumn> wanted = new ArrayList<>(table.model.columns());
        wanted.add(table.column("ifInErrors.rate"));
        table.model.showOnly(wanted);
        FakeTable again = new FakeTable(settings);
        assertThat(ids(again)).contains("ifInErrors.rate").doesNotContain("ifInErrors.trend");
        again.reads(
                List.of(
                        FakeTable.cell(
                                FakeTable.IN_ERRORS,
                                3,
                                new dev.bulkhead.mibs.smi.SmiValue.Counter32(7))));
        assertThat(again.model.text().trace(again.shown(0), again.column("ifInErrors.rate")))
                .isPresent();
    }

    @Test
    void ratesOfOctetsAppearOnlyOnceATableIsLive() {
        FakeTable table = new FakeTable(settings);
        assertThat(ids(table)).doesNotContain("ifInOctets.rate");
        table.model.intervalProperty().set(RefreshInterval.EVERY_SECOND);
        assertThat(ids(table))
                .containsSequence("ifInOctets", "ifInOctets.rate", "ifInOctets.trend");
    }

    @Test
    void theOrderOfColumnsIsRememberedAndTheIndexStaysFirst() {
        FakeTable table = new FakeTable(settings);
        List<GridColumn> order = new ArrayList<>(table.model.columns());
        GridColumn descr = table.column("ifDescr");
        order.remove(descr);
        order.add(descr);
        table.model.orderColumns(order);
        assertThat(ids(table).getFirst()).isEqualTo("ifIndex");
        assertThat(ids(table).getLast()).isEqualTo("ifDescr");
        assertThat(ids(new FakeTable(settings))).isEqualTo(ids(table));
    }

    @Test
    void theUsualColumnsComeBack() {
        FakeTable table = new FakeTable(settings);
        List<String> usual = ids(table);
        table.model.showOnly(List.of(table.column("ifIndex")));
        assertThat(ids(table)).containsExactly("ifIndex");
        table.model.resetColumns();
        assertThat(ids(table)).isEqualTo(usual);
        assertThat(ids(new FakeTable(settings))).isEqualTo(usual);
    }
}
