package dev.bulkhead.engine.diagnosis;

/** What a probe is for, in about the order they are tried. */
public enum Step {
    NAME("name"),
    ROUTE("route"),
    PING("ping"),
    OWN("own credential"),
    ENGINE("engine discovery"),
    LONGER_WAIT("longer wait"),
    AGAIN("own credential again"),
    SECOND_ENGINE("second discovery"),
    WHOLE_VIEW("whole view"),
    OTHER_VERSION("other version"),
    NO_CONTEXT("no context"),
    LOWER_LEVEL("lower security level"),
    OTHER_AUTH("other authentication protocol"),
    OTHER_EXTENSION("other key extension"),
    OTHER_PRIV("other privacy protocol"),
    PUBLIC("community public"),
    OTHER_CREDENTIAL("other credential");

    private final String word;

    Step(String word) {
        this.word = word;
    }

    /** A plain name. */
    public String word() {
        return word;
    }
}
