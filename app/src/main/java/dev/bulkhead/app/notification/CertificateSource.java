package dev.bulkhead.app.notification;

import dev.bulkhead.engine.job.Credential;
import java.util.Optional;
import java.util.function.Consumer;

/** Where stored certificates with their keys come from. JavaFX's thread. */
interface CertificateSource {
    /** Nobody has any. */
    CertificateSource NONE =
            new CertificateSource() {
                @Override
                public Optional<String> whyNot(String name) {
                    return Optional.empty();
                }

                @Override
                public void use(String name, Consumer<Credential.Tsm> then) {}
            };

    /** Why it cannot be had without asking the user, in words; empty if it can. */
    Optional<String> whyNot(String name);

    /** Gives it, after the user has opened the vault if that is needed. */
    void use(String name, Consumer<Credential.Tsm> then);
}
