package dev.bulkhead.tests.faults;

import java.time.Duration;

/** What an agent sends, when, and from which of its sockets. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Datagram(byte[] octets, Duration delay, Source source) {
    /** Where a datagram comes from. */
    enum Source {
        ASKED,
        OTHER_PORT,
        OTHER_ADDRESS
    }

    static Datagram now(byte[] octets) {
        return new Datagram(octets, Duration.ZERO, Source.ASKED);
    }

    static Datagram after(long millis, byte[] octets) {
        return new Datagram(octets, Duration.ofMillis(millis), Source.ASKED);
    }

    Datagram from(Source other) {
        return new Datagram(octets, delay, other);
    }
}
