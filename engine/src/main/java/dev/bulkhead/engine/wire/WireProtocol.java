package dev.bulkhead.engine.wire;

/** What both ends must agree on before anything else is said. */
public final class WireProtocol {
    /** Raised with every change of a frame. */
    public static final int VERSION = 10;

    /**
     * A hash of the sources, which the build writes; a constant in the code of both ends and never
     * read from a file. So a worker that runs other code than its parent says so, also where the
     * file would be the new one: a JVM with a stale AOT cache.
     */
    public static final String BUILD_ID = BuildId.CURRENT;

    /** Octets a frame may have. A poll of 10,000 targets and 100 OIDs each needs 12 MiB. */
    public static final int MAX_FRAME = 16 << 20;

    private WireProtocol() {}
}
