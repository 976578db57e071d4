package dev.bulkhead.app.chart;

import java.util.List;

/**
 * The colours of a plot, ARGB and not premultiplied.
 *
 * @param lines one after the other, then from the first again
 * @param fill how opaque the area under the first line is, 0 to 255
 * @param hatch of times without values
 */
record PlotColours(List<Integer> lines, int fill, int hatch) {
    PlotColours {
        lines = List.copyOf(lines);
    }

    int line(int index) {
        return lines.get(index % lines.size());
    }

    int fillOf(int index) {
        return (line(index) & 0xFFFFFF) | (fill << 24);
    }
}
