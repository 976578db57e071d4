package dev.bulkhead.engine.sample;

/** error-status of a Response-PDU (RFC 3416 §3); the ordinal is its number. */
public enum ErrorStatus {
    NO_ERROR("noError"),
    TOO_BIG("tooBig"),
    NO_SUCH_NAME("noSuchName"),
    BAD_VALUE("badValue"),
    READ_ONLY("readOnly"),
    GEN_ERR("genErr"),
    NO_ACCESS("noAccess"),
    WRONG_TYPE("wrongType"),
    WRONG_LENGTH("wrongLength"),
    WRONG_ENCODING("wrongEncoding"),
    WRONG_VALUE("wrongValue"),
    NO_CREATION("noCreation"),
    INCONSISTENT_VALUE("inconsistentValue"),
    RESOURCE_UNAVAILABLE("resourceUnavailable"),
    COMMIT_FAILED("commitFailed"),
    UNDO_FAILED("undoFailed"),
    AUTHORIZATION_ERROR("authorizationError"),
    NOT_WRITABLE("notWritable"),
    INCONSISTENT_NAME("inconsistentName");

    private final String rfcName;

    ErrorStatus(String rfcName) {
        this.rfcName = rfcName;
    }

    public String rfcName() {
        return rfcName;
    }
}
