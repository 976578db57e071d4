package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.SecurityLevel;
import dev.bulkhead.engine.usm.KeyDerivation;
import dev.bulkhead.engine.usm.UserKeys;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.snmp4j.security.AuthenticationProtocol;
import org.snmp4j.security.PrivacyProtocol;

/**
 * What a USM user of ours knows of an agent's authoritative engine (RFC 3414 §2.3): its ID, the
 * keys localized for it, its clock. Each target has one of its own, so that equal engine IDs or
 * user names of two devices cannot clash. On the loop's thread.
 */
final class PeerEngine {
    /** Seconds (RFC 3414 §2.2.3). */
    private static final int TIME_WINDOW = 150;

    private static final byte[] NOTHING = {};

    private final Credential.Usm user;
    private final UserKeys keys;
    private final byte[] userName;
    private final byte[] contextName;
    private final @Nullable AuthenticationProtocol auth;
    private final @Nullable PrivacyProtocol priv;
    private byte[] id = NOTHING;
    private byte[] authKey = NOTHING;
    private byte[] privKey = NOTHING;
    private int boots;

    /** The latest time received, and when that was. */
    private int latestTime;

    private long latestNanos;

    /** Whether boots and time came in an authentic message. */
    private boolean clockProven;

    /** Whether it must be found anew; what was asked before may still be answered. */
    private boolean doubtful;

    /**
     * An engine that is unknown, unless the user gives its ID.
     *
     * @param keys Ku of the user
     */
    PeerEngine(Credential.Usm user, UserKeys keys, UsmProtocols protocols) {
        this.user = user;
        this.keys = keys;
        this.userName = user.securityName().getBytes(StandardCharsets.UTF_8);
        this.contextName = user.contextName().getBytes(StandardCharsets.UTF_8);
        this.auth =
                user.level() == SecurityLevel.NO_AUTH_NO_PRIV
                        ? null
                        : user.auth().map(a -> protocols.authentication(a.protocol())).orElse(null);
        this.priv =
                user.level() == SecurityLevel.AUTH_PRIV
                        ? user.priv().map(p -> protocols.privacy(p.protocol())).orElse(null)
                        : null;
        user.securityEngineId().ifPresent(given -> learn(given.bytes(), 0, 0));
        user.bootsTime()
                .filter(given -> isKnown())
                .ifPresent(given -> setClock((int) given.boots(), (int) given.timeSeconds()));
    }

    private void learn(byte[] engineId, int hintBoots, int hintTime) {
        id = engineId;
        if (auth != null) {
            authKey =
                    KeyDerivation.localized(
                            user.auth().orElseThrow().protocol(), keys.authKey().bytes(), id);
        }
        if (priv != null) {
            privKey =
                    KeyDerivation.ofPrivacy(
                            user.auth().orElseThrow().protocol(),
                            user.priv().orElseThrow().protocol(),
                            keys.privKey().bytes(),
                            id);
        }
        setClock(hintBoots, hintTime);
        clockProven = false;
        doubtful = false;
    }

    private void setClock(int newBoots, int newTime) {
        boots = newBoots;
        latestTime = newTime;
        latestNanos = System.nanoTime();
    }

    /**
     * A report says that the engine is another than the one asked (RFC 3414 §4): usual once, as the
     * answer to discovery. One that denies the engine's own ID makes us doubt it.
     *
     * <p>Its boots and time are a first guess only: whoever forges them gains that the agent, by an
     * authentic report, sets them right.
     *
     * @param asked the engine ID of the request; several requests may be on their way to find it
     */
    void reportedAs(byte[] asked, byte[] engineId, int hintBoots, int hintTime) {
        if (user.securityEngineId().isPresent()) {
            return;
        }
        if (engineId.length > 0 && (doubtful || !Arrays.equals(engineId, id))) {
            learn(engineId, hintBoots, hintTime);
        } else if (engineId.length == 0 || Arrays.equals(asked, id)) {
            doubt();
        }
    }

    /** Silence: perhaps the engine is not what it was. Discovery starts anew. */
    void doubt() {
        doubtful = user.securityEngineId().isEmpty();
    }

    /**
     * Whether an authentic message is timely; learns from it (RFC 3414 §3.2 7b). The first one sets
     * a clock that was only guessed before.
     */
    boolean isTimely(int messageBoots, int messageTime) {
        if (!clockProven
                || messageBoots > boots
                || (messageBoots == boots && messageTime > latestTime)) {
            setClock(messageBoots, messageTime);
            clockProven = true;
        }
        return boots != Integer.MAX_VALUE
                && messageBoots == boots
                && messageTime >= time() - TIME_WINDOW;
    }

    /** Whether it can be asked, and needs no discovery. */
    boolean isKnown() {
        return id.length > 0 && !doubtful;
    }

    /** Empty until it is known first. */
    byte[] id() {
        return id;
    }

    /** The engine ID to ask: none for a discovery. */
    byte[] idToAsk() {
        return isKnown() ? id : NOTHING;
    }

    int boots() {
        return boots;
    }

    /** Its boots, if an authentic message told them. */
    Optional<Long> provenBoots() {
        return clockProven ? Optional.of((long) boots) : Optional.empty();
    }

    /** Its time now, in seconds. */
    int time() {
        long passed = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - latestNanos);
        return (int) Math.min(Integer.MAX_VALUE, latestTime + passed);
    }

    byte[] userName() {
        return userName;
    }

    byte[] contextName() {
        return contextName;
    }

    /** That of the user, or its own. */
    byte[] contextId() {
        return user.contextEngineId().isPresent() ? user.contextEngineId().get().bytes() : id;
    }

    /** None for a user without authentication. */
    @Nullable AuthenticationProtocol auth() {
        return auth;
    }

    /** None for a user without privacy. */
    @Nullable PrivacyProtocol priv() {
        return priv;
    }

    byte[] authKey() {
        return authKey;
    }

    byte[] privKey() {
        return privKey;
    }
}
