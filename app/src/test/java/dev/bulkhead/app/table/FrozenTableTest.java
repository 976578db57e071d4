package dev.bulkhead.app.table;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;
import dev.bulkhead.app.fx.FxThread;
import dev.bulkhead.app.theme.Picture;
import dev.bulkhead.engine.sample.VarBind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.skin.TableColumnHeader;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Frozen columns stay in step with the others, in a real table on the headless platform. */
final class FrozenTableTest {
    private static final int ROWS = 200;
    private static final double WIDTH = 500;

    private final FakeTable table = new FakeTable();
    private Stage stage;
    private GridTable grid;

    @BeforeEach
    void open() {
        FxThread.run(() -> {
            List<VarBind> cells = new ArrayList<>();
            IntStream.rangeClosed(1, ROWS)
                    .forEach(i -> cells.addAll(FakeTable.row(i, i * 1_000L, 1)));
            table.reads(cells);
            grid = new GridTable(table.model);
            stage = Picture.show(grid, new PrimerLight().getUserAgentStylesheet(), WIDTH, 400);
            settle();
        });
    }

    @AfterEach
    void close() {
        FxThread.run(stage::close);
    }

    private void settle() {
        grid.applyCss();
        grid.layout();
    }

    private ScrollBar bar(Orientation orientation) {
        return grid.lookupAll(".scroll-bar").stream()
                .map(ScrollBar.class::cast)
                .filter(bar -> bar.getOrientation() == orientation)
                .findFirst()
                .orElseThrow();
    }

    private void scroll(Orientation orientation, double share) {
        ScrollBar bar = bar(orientation);
        bar.setValue(bar.getMin() + (bar.getMax() - bar.getMin()) * share);
        settle();
    }

    /** The cells of a column that can be seen, from top to bottom. */
    private List<TableCell<?, ?>> cells(String column) {
        return grid.lookupAll(".table-cell").stream()
                .map(node -> (TableCell<?, ?>) node)
                .filter(cell -> cell.getTableColumn().getId().equals(column))
                .filter(cell -> !cell.isEmpty() && cell.getTableRow().isVisible())
                .sorted((one, other) -> Integer.compare(one.getIndex(), other.getIndex()))
                .<TableCell<?, ?>>map(cell -> cell)
                .toList();
    }

    private double left(Node node) {
        Bounds inScene = node.localToScene(node.getLayoutBounds());
        return inScene.getMinX();
    }

    private TableColumnHeader header(String column) {
        return grid.lookupAll(".column-header").stream()
                .map(TableColumnHeader.class::cast)
                .filter(header ->
                        header.getTableColumn() != null
                                && column.equals(header.getTableColumn().getId()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theIndexStaysWhileTheRestScrolls() {
        FxThread.run(() -> {
            double cell = left(cells("column-ifIndex").getFirst());
            double header = left(header("column-ifIndex"));
            scroll(Orientation.HORIZONTAL, 1);
            assertThat(bar(Orientation.HORIZONTAL).getValue()).isPositive();
            assertThat(cells("column-ifIndex")).hasSizeGreaterThan(5);
            assertThat(cells("column-ifIndex"))
                    .allSatisfy(each -> assertThat(left(each)).isEqualTo(cell));
            assertThat(left(header("column-ifIndex"))).isEqualTo(header);
            assertThat(left(header("column-ifDescr"))).isNegative();
        });
    }

    @Test
    void aFrozenCellLiesInItsRowAndIsAsHigh() {
        FxThread.run(() -> {
            scroll(Orientation.HORIZONTAL, 0.7);
            scroll(Orientation.VERTICAL, 0.5);
            List<TableCell<?, ?>> index = cells("column-ifIndex");
            assertThat(index).hasSizeGreaterThan(5);
            for (TableCell<?, ?> cell : index) {
                assertThat(cell.getText()).isEqualTo(String.valueOf(cell.getIndex() + 1));
                assertThat(cell.getHeight()).isEqualTo(cell.getTableRow().getHeight());
                assertThat(cell.localToScene(0, 0).getY())
                        .isEqualTo(cell.getTableRow().localToScene(0, 0).getY());
            }
            assertThat(index)
                    .extracting(IndexedCell::getIndex)
                    .doesNotHaveDuplicates()
                    .allSatisfy(row -> assertThat((int) row).isGreaterThan(50));
        });
    }

    @Test
    void theKeyboardWalksAcrossTheBorderAndUncoversWhatItReaches() {
        FxThread.run(() -> {
            scroll(Orientation.HORIZONTAL, 1);
            grid.requestFocus();
            TableColumn<GridRow, ?> last = grid.getVisibleLeafColumns().getLast();
            grid.getSelectionModel().select(0, last);
            grid.getFocusModel().focus(0, last);
            for (int i = grid.getVisibleLeafColumns().size() - 1; i > 0; i--) {
                press(KeyCode.LEFT);
                TableColumn<?, ?> here = grid.getFocusModel().getFocusedCell().getTableColumn();
                assertThat(grid.getVisibleLeafColumns().indexOf(here)).isEqualTo(i - 1);
                double start = left(header(here.getId()));
                double frozen = i == 1 ? 0 : header("column-ifIndex").getWidth();
                assertThat(start).as(here.getId()).isGreaterThanOrEqualTo(frozen - 1);
            }
            assertThat(grid.selected())
                    .extracting(slot -> slot.column().name())
                    .containsExactly("ifIndex");
            press(KeyCode.RIGHT);
            assertThat(grid.selected())
                    .extracting(slot -> slot.column().name())
                    .containsExactly("ifDescr");
        });
    }

    private void press(KeyCode code) {
        Event.fireEvent(
                grid, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
        settle();
    }

    @Test
    void rowsWithAChosenCellAreMarkedInBothParts() {
        FxThread.run(() -> {
            grid.getSelectionModel().select(2, grid.getVisibleLeafColumns().get(1));
            settle();
            List<Integer> marked =
                    cells("column-ifIndex").stream()
                            .filter(cell ->
                                    cell.getTableRow().getPseudoClassStates().stream()
                                            .anyMatch(
                                                    s -> s.getPseudoClassName().equals("touched")))
                            .map(IndexedCell::getIndex)
                            .toList();
            assertThat(marked).containsExactly(2);
        });
    }

    @Test
    void chosenCellsStayChosenWhenRowsChangePlaces() {
        FxThread.run(() -> {
            grid.getSelectionModel().select(4, grid.getVisibleLeafColumns().get(1));
            GridRow chosen = grid.getItems().get(4);
            table.model.sort(List.of(new RowOrder.Key(table.column("ifInOctets"), false)));
            assertThat(grid.getItems().indexOf(chosen)).isEqualTo(ROWS - 5);
            assertThat(grid.selected()).extracting(Slot::row).containsExactly(chosen);
        });
    }

    @Test
    void aColumnThatIsHiddenTakesItsCellsWithItAndComesBack() {
        FxThread.run(() -> {
            List<GridColumn> all = table.model.choosable();
            List<GridColumn> shown = new ArrayList<>(table.model.columns());
            List<GridColumn> few = new ArrayList<>(shown);
            few.removeIf(column -> column.name().equals("ifIndex"));
            table.model.showOnly(few);
            settle();
            assertThat(cells("column-ifIndex")).isEmpty();
            assertThat(all).contains(table.column("ifIndex"));
            table.model.showOnly(shown);
            settle();
            assertThat(cells("column-ifIndex")).hasSizeGreaterThan(5);
            assertThat(grid.getColumns().getFirst().getId()).isEqualTo("column-ifIndex");
        });
    }

    @Test
    void aChangeIsMarkedInItsCellUntilItHasFaded() {
        FxThread.run(() -> {
            table.pass(Duration.ofSeconds(1));
            List<VarBind> cells = new ArrayList<>();
            IntStream.rangeClosed(1, ROWS)
                    .forEach(i -> cells.addAll(FakeTable.row(i, i * 1_000L, i == 2 ? 2 : 1)));
            table.reads(cells);
            assertThat(marked()).containsExactly(1);
            table.clock.advance(CellChange.SHOWN);
            assertThat(marked()).isEmpty();
        });
    }

    private List<Integer> marked() {
        settle();
        grid.scrollToColumnIndex(7);
        settle();
        grid.repaint();
        assertThat(cells("column-ifOperStatus")).isNotEmpty();
        return cells("column-ifOperStatus").stream()
                .filter(cell ->
                        cell.getPseudoClassStates().stream()
                                .anyMatch(s -> s.getPseudoClassName().startsWith("fresh")))
                .map(IndexedCell::getIndex)
                .toList();
    }
}
