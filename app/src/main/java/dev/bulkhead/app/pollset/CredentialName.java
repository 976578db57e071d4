package dev.bulkhead.app.pollset;

/** Where a device's credential is to be found. */
public sealed interface CredentialName {
    /** As the command line says; without such words, the community {@code public} in v2c. */
    record Usual() implements CredentialName {}

    /** One that the vault, a file of credentials or the command line has under this name. */
    record Named(String name) implements CredentialName {
        public Named {
            if (name.isBlank()) {
                throw new IllegalArgumentException("a credential's name is blank");
            }
        }
    }

    /** One that never had a name: the command line has to give it. */
    record Unnamed() implements CredentialName {}
}
