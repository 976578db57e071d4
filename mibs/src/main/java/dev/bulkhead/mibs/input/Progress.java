package dev.bulkhead.mibs.input;

/** Hears how far long work has come, on the thread that does it. */
@FunctionalInterface
public interface Progress {
    /** Nobody listens. */
    Progress NONE = (what, done, total) -> {};

    /**
     * Work advanced.
     *
     * @param what the file or entry at hand; may hold any character, so show it as plain text
     * @param done how much is done, in the work's own unit
     * @param total how much there is in all, -1 if unknown
     */
    void advanced(String what, long done, long total);
}
