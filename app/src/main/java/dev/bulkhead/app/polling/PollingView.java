package dev.bulkhead.app.polling;

import dev.bulkhead.app.chart.ChartLine;
import dev.bulkhead.app.fx.UiTicker;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.layout.BorderPane;

/** The Poll tab: pane bar and the table of polls. */
public final class PollingView extends BorderPane {
    /**
     * A table of what {@code model} holds.
     *
     * @param chart shows lines in a chart, and that chart to the user
     */
    public PollingView(PollingViewModel model, UiTicker ticker, Consumer<List<ChartLine>> chart) {
        setId("polls");
    }
}
