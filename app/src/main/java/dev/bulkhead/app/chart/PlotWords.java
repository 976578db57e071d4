package dev.bulkhead.app.chart;

import dev.bulkhead.app.i18n.Words;
import java.util.ArrayList;
import java.util.List;

/** A plot in words, for those who cannot see it. */
final class PlotWords {
    private PlotWords() {}

    static String of(ChartPicture picture, TimeWindow window) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < picture.lines().size(); i++) {
            lines.add(line(picture, i));
        }
        return Words.text(
                "chart.plot.accessible", Words.text(window.key()), String.join("; ", lines));
    }

    private static String line(ChartPicture picture, int index) {
        String name = picture.lines().get(index).name();
        UnitScale scale = picture.axis(index).scale();
        return picture.statistics(index)
                .map(s ->
                        Words.text(
                                "chart.plot.accessible.line",
                                name,
                                scale.format(s.last()),
                                scale.number(s.min()),
                                scale.number(s.max())))
                .orElseGet(() -> Words.text("chart.plot.accessible.none", name));
    }
}
