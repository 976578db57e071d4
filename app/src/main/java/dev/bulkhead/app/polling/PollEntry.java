package dev.bulkhead.app.polling;

/** A line of the table of polls. */
sealed interface PollEntry permits PollRow, PollGroup {}
