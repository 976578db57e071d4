package dev.bulkhead.engine.supervisor;

import java.io.IOException;

/** A worker runs other code than this program: it must not be given a job. */
final class OtherBuildException extends IOException {
    private static final long serialVersionUID = 1;

    OtherBuildException(String message) {
        super(message);
    }
}
