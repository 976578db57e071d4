package dev.bulkhead.app.vault;

/**
 * A credential and what the user calls it.
 *
 * @param name not blank; no two of a vault are equal
 */
public record NamedCredential(String name, Recipe recipe) {
    /** Characters of a name at most. */
    public static final int MAX_NAME = 80;

    public NamedCredential {
        if (name.isBlank() || name.length() > MAX_NAME || !name.equals(name.strip())) {
            throw new IllegalArgumentException(
                    "a credential's name has 1 to " + MAX_NAME + " characters, blanks inside only");
        }
    }

    /** The same under another name. */
    public NamedCredential named(String other) {
        return new NamedCredential(other, recipe);
    }
}
