package dev.bulkhead.mibs.diagnostic;

/** How bad a fault of a MIB text is: the ladder of libsmi, 0 the worst. */
public enum Severity {
    /** 0: the file cannot be read at all. */
    FATAL(0),
    /** 1: something is lost that cannot be recovered. */
    SEVERE(1),
    /** 2: an error that was recovered from; the definition may be incomplete. */
    ERROR(2),
    /** 3: against the rules, without effect on the result. */
    MINOR_ERROR(3),
    /** 4: change is recommended. */
    CHANGE_RECOMMENDED(4),
    /** 5: a warning. */
    WARNING(5),
    /** 6: for your information. */
    INFO(6);

    private final int level;

    Severity(int level) {
        this.level = level;
    }

    /** 0 to 6. */
    public int level() {
        return level;
    }

    /** Whether it counts as an error (levels 0 to 3); the others are warnings. */
    public boolean isError() {
        return compareTo(MINOR_ERROR) <= 0;
    }
}
