package dev.bulkhead.app.polling;

import java.time.Instant;

/**
 * A row's value passed its threshold, or came back.
 *
 * @param isRaised false where the alarm is over
 * @param text what happened, in words for the user
 */
public record PollAlarm(PollRow row, Instant time, boolean isRaised, String text) {}
