package dev.bulkhead.app.vault;

import java.util.Map;
import java.util.Optional;

/** The keychain of the system this runs on. */
public final class Keychains {
    private Keychains() {}

    /**
     * That of this system; empty where there is none to be expected, such as in a session without a
     * desktop. Nothing is loaded or asked before it is used.
     */
    public static Optional<KeyKeeper> ofThisSystem() {
        return of(System.getProperty("os.name", ""), System.getenv());
    }

    /** That of a system by its name, in an environment. */
    public static Optional<KeyKeeper> of(String system, Map<String, String> environment) {
        if (system.startsWith("Windows")) {
            return Optional.of(new DataProtection());
        }
        if (system.startsWith("Mac")) {
            return Optional.of(new MacKeychain());
        }
        return environment.getOrDefault("DBUS_SESSION_BUS_ADDRESS", "").isBlank()
                ? Optional.empty()
                : Optional.of(new SecretService());
    }
}
