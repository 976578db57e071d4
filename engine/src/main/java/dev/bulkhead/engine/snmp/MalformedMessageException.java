package dev.bulkhead.engine.snmp;

import java.io.Serial;

/**
 * What came is no SNMP message; the text says what is wrong. Without a stack: it may be a flood.
 */
final class MalformedMessageException extends Exception {
    @Serial private static final long serialVersionUID = 1;

    MalformedMessageException(String what) {
        super(what, null, false, false);
    }
}
