package dev.bulkhead.app.chart;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.saving.SaveBar;
import dev.bulkhead.app.saving.SaveForms;
import dev.bulkhead.app.saving.SaveNames;
import dev.bulkhead.app.saving.SaveRequest;
import dev.bulkhead.app.theme.Parts;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Where a chart is saved: the name's end says whether as a picture or as numbers. */
final class ChartSaving {
    private ChartSaving() {}

    /** What a chart can be saved as. */
    enum Form {
        PNG,
        CSV
    }

    /**
     * A bar that is hidden until it is opened.
     *
     * @param content gives what writes the chart of the moment; asked on JavaFX's thread
     */
    static SaveBar<Form> bar(Function<Form, SaveRequest.Writing> content) {
        SaveBar<Form> bar =
                new SaveBar<>(
                        new SaveNames("chart", "save", "chart"),
                        new SaveForms<>(
                                List.of(Form.values()),
                                ChartSaving::ending,
                                ChartSaving::ending,
                                false),
                        request -> save(content.apply(request.form()), request));
        bar.addBelow(Parts.words("chart.save.hint", "muted"));
        return bar;
    }

    private static String ending(Form form) {
        return form.name().toLowerCase(Locale.ROOT);
    }

    private static void save(SaveRequest.Writing content, SaveRequest<Form> request) {
        request.write(
                "save-chart",
                file -> {
                    request.mustBeFree();
                    content.to(file);
                },
                Words.text("chart.save.done", request.file().toString()));
    }
}
