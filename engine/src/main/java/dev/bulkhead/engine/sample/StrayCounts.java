package dev.bulkhead.engine.sample;

/**
 * What came to a job and was no answer to a request under way. Such messages are dropped; they tell
 * of a slow path, of a broken agent, or of somebody who forges. A connected UDP socket hears its
 * agent only, so most of what others send is dropped by the system and is not in here.
 *
 * @param stale answers to requests that had ended, or that were never made
 * @param foreign with the request ID of a request to another agent
 * @param wrongKind of another version, community, user, security level or PDU type than was asked
 *     for, or with a wrong digest
 * @param malformed no SNMP message that can be read
 */
public record StrayCounts(long stale, long foreign, long wrongKind, long malformed) {
    public static final StrayCounts ZERO = new StrayCounts(0, 0, 0, 0);

    public StrayCounts plus(StrayCounts other) {
        return new StrayCounts(
                stale + other.stale,
                foreign + other.foreign,
                wrongKind + other.wrongKind,
                malformed + other.malformed);
    }

    /** What came after an earlier count. */
    public StrayCounts minus(StrayCounts earlier) {
        return new StrayCounts(
                stale - earlier.stale,
                foreign - earlier.foreign,
                wrongKind - earlier.wrongKind,
                malformed - earlier.malformed);
    }
}
