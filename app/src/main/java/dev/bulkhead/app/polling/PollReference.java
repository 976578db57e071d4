package dev.bulkhead.app.polling;

import java.time.Duration;
import java.util.Optional;

/**
 * Whom a poll asks, without any secret: enough to find the target again.
 *
 * @param label what the user calls the device
 * @param address as the address bar takes it
 * @param credential where its credential is found
 */
public record PollReference(
        String label, String address, Source credential, Duration timeout, int retries) {
    /** Where a credential is found. */
    public sealed interface Source {
        /** The community {@code public}, v2c, which is everybody's first try and no secret. */
        record Public() implements Source {}

        /** One that the user gave a name. */
        record Named(String credential) implements Source {}

        /** One without a name, which is kept nowhere. */
        record Unnamed() implements Source {}

        /** Its name. */
        default Optional<String> named() {
            return this instanceof Named(String name) ? Optional.of(name) : Optional.empty();
        }
    }
}
