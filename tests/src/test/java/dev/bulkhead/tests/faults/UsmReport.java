package dev.bulkhead.tests.faults;

/** The counters of usmStats (RFC 3414 §5) that a Report-PDU names. */
enum UsmReport {
    UNSUPPORTED_SEC_LEVELS(1),
    NOT_IN_TIME_WINDOWS(2),
    UNKNOWN_USER_NAMES(3),
    UNKNOWN_ENGINE_IDS(4),
    WRONG_DIGESTS(5),
    DECRYPTION_ERRORS(6);

    private static final Name USM_STATS = Name.parse("1.3.6.1.6.3.15.1.1");

    private final int number;

    UsmReport(int number) {
        this.number = number;
    }

    Name counter() {
        return USM_STATS.child(number, 0);
    }
}
