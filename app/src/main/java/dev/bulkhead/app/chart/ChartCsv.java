package dev.bulkhead.app.chart;

import dev.bulkhead.app.export.CsvWriter;
import dev.bulkhead.app.export.Row;
import java.time.Instant;
import java.util.List;

/**
 * A chart's lines as CSV, one row a value, a gap or a mark, for the stretch of time shown. Numbers
 * and times are the same in every language; texts are inert.
 */
final class ChartCsv {
    private static final List<String> COLUMNS =
            List.of("time", "target", "series", "unit", "value", "min", "max", "until", "note");

    private ChartCsv() {}

    static String of(ChartPicture picture) {
        CsvWriter writer = new CsvWriter(COLUMNS);
        StringBuilder text = new StringBuilder();
        for (int line = 0; line < picture.lines().size(); line++) {
            values(picture, line, writer, text);
            for (Gap gap : picture.gaps(line)) {
                Row fields = start(picture.lines().get(line), gap.fromMillis());
                fields.put("until", time(gap.toMillis()));
                fields.put("note", gap.reason());
                text.append(writer.next(fields));
            }
        }
        for (ChartMark mark : picture.marks()) {
            Row fields = new Row();
            fields.put("time", time(mark.timeMillis()));
            fields.put("target", mark.target());
            fields.put("note", mark.text());
            text.append(writer.next(fields));
        }
        return text.append(writer.end()).toString();
    }

    private static void values(
            ChartPicture picture, int line, CsvWriter writer, StringBuilder text) {
        SeriesWindow window = picture.window(line);
        TimeAxis shown = picture.time();
        for (int i = 0; i < window.size; i++) {
            boolean isSeen =
                    window.times[i] >= shown.fromMillis() && window.times[i] <= shown.toMillis();
            if (isSeen && !window.isBreak(i)) {
                Row fields = start(picture.lines().get(line), window.times[i]);
                fields.put("value", window.means[i]);
                fields.put("min", window.mins[i]);
                fields.put("max", window.maxs[i]);
                text.append(writer.next(fields));
            }
        }
    }

    private static Row start(ChartLine line, long timeMillis) {
        Row fields = new Row();
        fields.put("time", time(timeMillis));
        fields.put("target", line.target());
        fields.put("series", line.name());
        fields.put("unit", line.series().unit());
        return fields;
    }

    private static String time(long millis) {
        return Instant.ofEpochMilli(millis).toString();
    }
}
