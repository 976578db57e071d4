package dev.bulkhead.app.chart;

import dev.bulkhead.app.fx.LiveCells;
import dev.bulkhead.app.i18n.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Region;

/** The legend of a chart, a table: colour, series, target, and what the lines come to. */
final class ChartLegend extends TableView<ChartLine> {
    private static final double ROW_HEIGHT = 26;
    private static final double HEADER_HEIGHT = 30;
    private static final double BAR_WIDTH = 14;
    private static final double BAR_HEIGHT = 4;

    private final LiveCells<ChartLine> cells = new LiveCells<>();
    private final Supplier<ChartPicture> picture;
    private final TableColumn<ChartLine, ChartLine> axis;

    ChartLegend(Supplier<ChartPicture> picture) {
        this.picture = picture;
        setId("chart-legend");
        getStyleClass().addAll("data-table", "chart-legend");
        setAccessibleText(Words.text("chart.legend.accessible"));
        setFixedCellSize(ROW_HEIGHT);
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        addColourColumn();
        addText("series", 300, ChartLine::name);
        addText("target", 140, ChartLine::target);
        getColumns().getLast().getStyleClass().add("muted-cell");
        axis = column("axis", 76);
        axis.getStyleClass().add("muted-cell");
        axis.setVisible(false);
        cells.install(axis, (line, cell) -> cell.setText(axisOf(line)));
        addNumber("last", Statistics::last);
        addNumber("min", Statistics::min);
        addNumber("average", Statistics::average);
        addNumber("max", Statistics::max);
    }

    private TableColumn<ChartLine, ChartLine> column(String key, double width) {
        TableColumn<ChartLine, ChartLine> column =
                new TableColumn<>(Words.text("chart.legend." + key));
        column.setId("chart-legend-" + key);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        getColumns().add(column);
        return column;
    }

    private void addColourColumn() {
        TableColumn<ChartLine, ChartLine> column = column("colour", 34);
        column.setText("");
        column.setResizable(false);
        cells.installEach(
                column,
                () -> {
                    Region bar = new Region();
                    bar.setMinSize(BAR_WIDTH, BAR_HEIGHT);
                    bar.setMaxSize(BAR_WIDTH, BAR_HEIGHT);
                    return (line, cell) -> {
                        int index = Math.max(0, getItems().indexOf(line));
                        bar.getStyleClass().setAll("chart-bar-" + index % Plot.COLOURS);
                        cell.setGraphic(bar);
                    };
                });
    }

    private void addText(String key, double width, Function<ChartLine, String> text) {
        cells.install(column(key, width), (line, cell) -> cell.setText(text.apply(line)));
    }

    /** Each number is scaled to itself: a small one says something beside a large one, too. */
    private void addNumber(String key, ToDoubleFunction<Statistics> number) {
        TableColumn<ChartLine, ChartLine> column = column(key, 110);
        column.getStyleClass().add("number-cell");
        cells.install(
                column,
                (line, cell) -> {
                    ChartPicture shown = picture.get();
                    int index = shown.lines().indexOf(line);
                    Optional<Statistics> statistics =
                            index < 0 ? Optional.empty() : shown.statistics(index);
                    cell.setText(
                            statistics
                                    .map(s ->
                                            UnitScale.alone(
                                                    shown.axis(index).scale().unit(),
                                                    number.applyAsDouble(s)))
                                    .orElse(UnitScale.NONE));
                });
    }

    /** Where the axis of a line stands. */
    private String axisOf(ChartLine line) {
        int index = picture.get().lines().indexOf(line);
        int number = index < 0 ? 0 : picture.get().axisNumber(index);
        return number == 0
                ? Words.text("chart.axis.left")
                : Words.text(number == 1 ? "chart.axis.right" : "chart.axis.further", number);
    }

    /** Shows these lines, with their numbers as the picture has them. */
    void show(List<ChartLine> lines) {
        if (!getItems().equals(lines)) {
            getItems().setAll(lines);
            setPrefHeight(HEADER_HEIGHT + ROW_HEIGHT * Math.max(3, lines.size()) + 2);
        }
        axis.setVisible(picture.get().axes().size() > 1);
        cells.repaint();
    }
}
