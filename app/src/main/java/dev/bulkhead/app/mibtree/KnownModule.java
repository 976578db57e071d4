package dev.bulkhead.app.mibtree;

/**
 * A module that the library knows, loaded or not.
 *
 * @param file where it stands, as diagnostics name it
 * @param revision its LAST-UPDATED as a date such as {@code 2000-06-14}, or ""
 * @param errors faults of its file
 * @param warnings lesser ones
 */
public record KnownModule(
        String name,
        String file,
        State state,
        int objects,
        int definitions,
        String revision,
        int errors,
        int warnings) {
    /** Whether the window shows it, and why. */
    public enum State {
        LOADED,
        /** Not wanted, but imported by one that is. */
        NEEDED,
        LEFT_OUT
    }

    /** Whether its objects are in the tree. */
    public boolean isShown() {
        return state != State.LEFT_OUT;
    }
}
