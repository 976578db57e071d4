package dev.bulkhead.app.chart;

import dev.bulkhead.app.fx.UiTicker;
import javafx.scene.layout.BorderPane;

/** The Chart tab: pane bar, plot and legend. */
public final class ChartView extends BorderPane {
    /**
     * A chart of what {@code model} holds.
     *
     * @param showPolls leads to where lines can be picked; the main action while there are none
     */
    public ChartView(ChartViewModel model, UiTicker ticker, Runnable showPolls) {
        setId("chart");
    }
}
