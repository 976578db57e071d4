package dev.bulkhead.app.polling;

/**
 * Why polls wait, and what the user can do about it.
 *
 * @param text a sentence or two
 * @param isLocked whether the credentials are there but locked
 * @param step opens them, or leads to where they are
 */
public record PollWait(String text, boolean isLocked, Runnable step) {}
