package dev.bulkhead.app.vault;

import dev.bulkhead.engine.job.Secret;
import java.time.Duration;

/** How many rounds of PBKDF2 a passphrase costs whoever guesses. */
final class Iterations {
    /** What OWASP's Password Storage Cheat Sheet asks of PBKDF2-HMAC-SHA256. */
    static final int LEAST = 600_000;

    private static final int MOST = 20_000_000;
    private static final int TRIAL = 100_000;
    private static final Duration WANTED = Duration.ofMillis(500);

    private Iterations() {}

    /** As many as this machine does in about half a second, and no fewer than {@link #LEAST}. */
    static int calibrated() {
        byte[] salt = MasterKey.random(MasterKey.OCTETS);
        long begun = System.nanoTime();
        MasterKey.of(new Secret("how fast is this machine"), salt, TRIAL).wipe();
        long nanos = Math.max(1, System.nanoTime() - begun);
        double affordable = (double) TRIAL * WANTED.toNanos() / nanos;
        return (int) Math.clamp(affordable, LEAST, MOST);
    }
}
