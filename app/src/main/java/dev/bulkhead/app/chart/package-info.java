/**
 * Live charts: {@link dev.bulkhead.app.chart.Series} holds what was measured, {@link
 * dev.bulkhead.app.chart.ChartViewModel} what is to be seen of it, {@link
 * dev.bulkhead.app.chart.ChartView} shows it, {@link dev.bulkhead.app.chart.Sparkline} shows it
 * small.
 *
 * <p>Imports nothing of the engine: whoever measures fills the series, on any thread. Views belong
 * to JavaFX's thread. Our own painter, because JavaFX's line chart needs 176 ms of CPU for 20
 * series of 3,600 points and loses the peaks of what it thins out.
 */
@NullMarked
package dev.bulkhead.app.chart;

import org.jspecify.annotations.NullMarked;
