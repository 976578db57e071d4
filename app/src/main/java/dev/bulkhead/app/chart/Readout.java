package dev.bulkhead.app.chart;

import dev.bulkhead.app.i18n.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.shape.Circle;

/** The floating box beside the cross-hair: the time, and each line's value or why there is none. */
final class Readout extends GridPane {
    private static final int MOST_MARKS = 4;

    /** Marks stand under all lines. */
    private static final int FIRST_MARK = 1_000;

    private final Label time = new Label();
    private final List<Label> events = new ArrayList<>();
    private final List<Label> names = new ArrayList<>();
    private final List<Label> values = new ArrayList<>();

    Readout() {
        setId("chart-readout");
        getStyleClass().add("chart-readout");
        setManaged(false);
        setVisible(false);
        setMouseTransparent(true);
        time.getStyleClass().add("chart-readout-time");
        add(time, 0, 0, 3, 1);
    }

    /**
     * Shows what a picture holds at a moment.
     *
     * @param marks what happened there
     */
    void show(ChartPicture picture, long moment, List<ChartMark> marks) {
        LocalDate today = LocalDate.now(picture.time().zone());
        time.setText(picture.time().moment(moment, today));
        getChildren().removeAll(events);
        events.clear();
        while (names.size() > picture.lines().size()) {
            int last = names.size() - 1;
            names.remove(last);
            values.remove(last);
            getChildren().removeIf(node -> rowOf(node) == last + 1);
        }
        for (int line = 0; line < picture.lines().size(); line++) {
            if (names.size() == line) {
                addRow(line);
            }
            names.get(line).setText(picture.lines().get(line).name());
            values.get(line).setText(value(picture, line, moment));
        }
        for (ChartMark mark : marks.stream().limit(MOST_MARKS).toList()) {
            String when = picture.time().moment(mark.timeMillis(), today);
            Label event = new Label(when + "  " + mark.text());
            event.getStyleClass().addAll("chart-readout-mark", "chart-mark-" + mark.kind().key());
            event.setWrapText(true);
            event.setMinHeight(USE_PREF_SIZE);
            events.add(event);
            add(event, 0, FIRST_MARK + events.size(), 3, 1);
        }
        setVisible(true);
        applyCss();
        autosize();
    }

    /** All that it says, in one line. */
    String words() {
        List<String> parts = new ArrayList<>();
        parts.add(time.getText());
        for (int i = 0; i < names.size(); i++) {
            parts.add(names.get(i).getText() + " " + values.get(i).getText());
        }
        events.forEach(event -> parts.add(event.getText()));
        return String.join("; ", parts);
    }

    private static int rowOf(Node node) {
        Integer row = GridPane.getRowIndex(node);
        return row == null ? 0 : row;
    }

    private void addRow(int line) {
        Circle dot = new Circle(5);
        dot.getStyleClass().add("chart-dot-" + line % Plot.COLOURS);
        Label name = new Label();
        Label value = new Label();
        value.getStyleClass().add("chart-readout-value");
        value.setMaxWidth(Double.MAX_VALUE);
        names.add(name);
        values.add(value);
        addRow(line + 1, dot, name, value);
    }

    /** The value of a line at a moment, or the reason of the gap there. */
    static String value(ChartPicture picture, int line, long moment) {
        return picture.gapAt(line, moment)
                .map(Gap::reason)
                .orElseGet(() -> {
                    SeriesWindow window = picture.window(line);
                    int nearest = window.nearest(moment);
                    long reach = 2 * picture.lines().get(line).every().toMillis() + 1_000;
                    return nearest < 0 || Math.abs(window.times[nearest] - moment) > reach
                            ? Words.text("chart.readout.none")
                            : picture.axis(line).scale().format(window.means[nearest]);
                });
    }
}
