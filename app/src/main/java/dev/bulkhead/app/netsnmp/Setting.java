package dev.bulkhead.app.netsnmp;

import dev.bulkhead.engine.job.Secret;

/**
 * A token's value and where it was read.
 *
 * @param value as it stands after the token, unquoted; held as if it were secret
 */
record Setting(Secret value, Place place) {
    /** The value of a token that is no secret. */
    String text() {
        return value.reveal();
    }
}
