package dev.bulkhead.app.chart;

import atlantafx.base.theme.Styles;
import dev.bulkhead.app.theme.Parts;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** What the Chart tab shows while nothing is charted: a sentence, a way on, a key. */
final class ChartEmpty extends VBox {
    ChartEmpty(Runnable showPolls) {
        setId("chart-empty");
        getStyleClass().add("empty-state");
        Label text = Parts.words("chart.empty.text", "muted");
        text.setWrapText(true);
        Button action = Parts.button("chart-choose-polls", MaterialDesignP.PULSE, showPolls);
        action.getStyleClass().add(Styles.ACCENT);
        action.setMinWidth(USE_PREF_SIZE);
        getChildren()
                .addAll(
                        Parts.icon(MaterialDesignC.CHART_LINE, "hero"),
                        Parts.words("chart.empty.title", "empty-title"),
                        text,
                        action,
                        Parts.words("chart.empty.hint", "muted"));
    }
}
