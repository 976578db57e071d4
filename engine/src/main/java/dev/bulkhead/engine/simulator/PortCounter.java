package dev.bulkhead.engine.simulator;

/** What a port counts; all follows from the octets that passed. */
enum PortCounter {
    IN_OCTETS(true, 1),
    IN_UNICAST(true, 640),
    IN_MULTICAST(true, 86_000),
    IN_BROADCAST(true, 310_000),
    IN_DISCARDS(true, 47_000_017),
    IN_ERRORS(true, 95_000_021),
    IN_UNKNOWN_PROTOS(true, 130_000_003),
    OUT_OCTETS(false, 1),
    OUT_UNICAST(false, 720),
    OUT_MULTICAST(false, 64_000),
    OUT_BROADCAST(false, 270_000),
    OUT_DISCARDS(false, 31_000_033),
    OUT_ERRORS(false, 170_000_021);

    private final boolean in;
    private final long octetsEach;

    PortCounter(boolean in, long octetsEach) {
        this.in = in;
        this.octetsEach = octetsEach;
    }

    /** Whether it counts what comes in. */
    boolean in() {
        return in;
    }

    /** How many octets there are to each unit of this counter. */
    long octetsEach() {
        return octetsEach;
    }
}
