package dev.bulkhead.app.chart;

/** A bounded run of measured values over time, with its gaps. Any thread. */
public final class Series {}
