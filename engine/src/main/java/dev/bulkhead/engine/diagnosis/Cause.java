package dev.bulkhead.engine.diagnosis;

/** Why a device does not answer, or answers badly. */
public enum Cause {
    HEALTHY("healthy"),
    NO_NAME("no name"),
    NO_ROUTE("no route"),
    HOST_DOWN_OR_FILTERED("host down or filtered"),
    PORT_CLOSED("port closed"),
    SLOW("slow"),
    WRONG_VERSION("wrong version"),
    WRONG_COMMUNITY_OR_ACCESS_LIST("wrong community or access list"),
    UNKNOWN_USER("unknown user"),
    WRONG_AUTH_PROTOCOL("wrong authentication protocol"),
    WRONG_AUTH_PASSPHRASE("wrong authentication passphrase"),
    WRONG_PRIV_PROTOCOL("wrong privacy protocol"),
    WRONG_PRIV_PASSPHRASE("wrong privacy passphrase"),
    OTHER_KEY_EXTENSION("other key extension"),
    LEVEL_NOT_SUPPORTED("security level not supported"),
    WRONG_ENGINE_ID("wrong engine ID"),
    DUPLICATE_ENGINE_ID("duplicate engine ID"),
    CLOCK_OUT_OF_WINDOW("clock out of window"),
    UNKNOWN_CONTEXT("unknown context"),
    EMPTY_VIEW("empty view"),
    UNKNOWN("unknown");

    private final String word;

    Cause(String word) {
        this.word = word;
    }

    /** A plain name. */
    public String word() {
        return word;
    }
}
