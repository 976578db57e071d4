package dev.bulkhead.engine.sample;

/** error-status of a Response-PDU (RFC 3416 §3). */
public enum ErrorStatus {
    NO_ERROR(0, "noError"),
    TOO_BIG(1, "tooBig"),
    NO_SUCH_NAME(2, "noSuchName"),
    BAD_VALUE(3, "badValue"),
    READ_ONLY(4, "readOnly"),
    GEN_ERR(5, "genErr"),
    NO_ACCESS(6, "noAccess"),
    WRONG_TYPE(7, "wrongType"),
    WRONG_LENGTH(8, "wrongLength"),
    WRONG_ENCODING(9, "wrongEncoding"),
    WRONG_VALUE(10, "wrongValue"),
    NO_CREATION(11, "noCreation"),
    INCONSISTENT_VALUE(12, "inconsistentValue"),
    RESOURCE_UNAVAILABLE(13, "resourceUnavailable"),
    COMMIT_FAILED(14, "commitFailed"),
    UNDO_FAILED(15, "undoFailed"),
    AUTHORIZATION_ERROR(16, "authorizationError"),
    NOT_WRITABLE(17, "notWritable"),
    INCONSISTENT_NAME(18, "inconsistentName");

    private final int number;
    private final String rfcName;

    ErrorStatus(int number, String rfcName) {
        this.number = number;
        this.rfcName = rfcName;
    }

    /** Its number on the wire. */
    public int number() {
        return number;
    }

    public String rfcName() {
        return rfcName;
    }
}
