package dev.bulkhead.engine.notification;

/**
 * A sender that a listener did not let in.
 *
 * @param source its address without its port, the transport before it
 * @param reason why, in words a user can read; a certificate that is not trusted with its
 *     fingerprint, to be compared and pinned
 */
public record Refusal(String source, String reason) {}
