package dev.bulkhead.app.change;

import dev.bulkhead.engine.job.Target;

/**
 * Where something is written.
 *
 * @param device what the user calls the target
 */
public record Place(Target target, String device) {
    /** The same agent, asked once: a SET that may have arrived must not be sent again unseen. */
    Target once() {
        return new Target(
                target.transport(),
                target.host(),
                target.port(),
                target.credential(),
                target.timeout().multipliedBy(target.retries() + 1L),
                0);
    }
}
