package dev.bulkhead.engine.simulator;

import dev.bulkhead.engine.job.AuthProtocol;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.PrivProtocol;
import dev.bulkhead.engine.snmp.UsmProtocols;
import dev.bulkhead.engine.usm.KeyDerivation;
import dev.bulkhead.engine.usm.PassphraseKeys;
import dev.bulkhead.engine.usm.UserKeys;
import java.util.Optional;
import org.snmp4j.security.USM;

/**
 * Puts users into devices' USMs (RFC 3414).
 *
 * <p>The key of a passphrase takes milliseconds and is made once for all devices of a simulator;
 * only the short localization (RFC 3414 §2.6) is done for each.
 */
final class DeviceUsers {
    private final UsmProtocols protocols;
    private final PassphraseKeys keys = new PassphraseKeys();

    /**
     * @param protocols of the devices' USMs; those that users need are added
     */
    DeviceUsers(UsmProtocols protocols) {
        this.protocols = protocols;
    }

    /** Adds a user with keys localized to this engine. */
    void add(Credential.Usm user, byte[] engineId, USM usm) {
        Optional<AuthProtocol> auth = user.auth().map(Credential.Auth::protocol);
        Optional<PrivProtocol> priv = user.priv().map(Credential.Priv::protocol);
        UserKeys known = keys.keysOf(user);
        usm.addLocalizedUser(
                engineId,
                DeviceRights.text(user.securityName()),
                auth.map(protocols::use).orElse(null),
                auth.map(a -> KeyDerivation.localized(a, known.authKey().bytes(), engineId))
                        .orElse(null),
                priv.map(protocols::use).orElse(null),
                auth.flatMap(a -> priv.map(p -> privKey(a, p, known, engineId))).orElse(null));
    }

    private static byte[] privKey(
            AuthProtocol auth, PrivProtocol priv, UserKeys known, byte[] engineId) {
        return KeyDerivation.ofPrivacy(auth, priv, known.privKey().bytes(), engineId);
    }
}
