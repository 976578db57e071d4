package dev.bulkhead.engine.wire;

/** What both ends must agree on before anything else is said. */
public final class WireProtocol {
    /** Raised with every change of a frame. */
    public static final int VERSION = 2;

    /** Compiled into both ends: a worker that runs other code than its parent says so. */
    public static final String BUILD_ID = "0.1.0";

    /** Octets a frame may have. A poll of 10,000 targets and 100 OIDs each needs 12 MiB. */
    public static final int MAX_FRAME = 16 << 20;

    private WireProtocol() {}
}
