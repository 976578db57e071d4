package dev.bulkhead.app.polling;

/**
 * All polls in numbers.
 *
 * @param objects polled instances
 * @param running of them, those that are neither paused nor ended
 * @param late of them, those overdue or without answer
 * @param devices distinct targets
 */
public record PollSummary(int objects, int running, int late, int devices) {}
