package dev.bulkhead.engine.simulator;

import dev.bulkhead.engine.job.AuthProtocol;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.PrivProtocol;
import dev.bulkhead.engine.usm.PassphraseKeys;
import dev.bulkhead.engine.usm.UserKeys;
import dev.bulkhead.mibs.smi.SmiValue;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snmp4j.security.AuthHMAC192SHA256;
import org.snmp4j.security.AuthSHA;
import org.snmp4j.security.PrivAES128;
import org.snmp4j.security.USM;
import org.snmp4j.smi.OID;

/**
 * Puts users into devices' USMs (RFC 3414).
 *
 * <p>The key of a passphrase takes milliseconds and is made once for all devices of a simulator;
 * only the short localization (RFC 3414 §2.6) is done for each.
 */
final class DeviceUsers {
    private static final int AES_128_OCTETS = 16;

    private final PassphraseKeys keys = new PassphraseKeys();

    /** Adds a user with keys localized to this engine. */
    void add(Credential.Usm user, byte[] engineId, USM usm) {
        Optional<AuthProtocol> auth = user.auth().map(Credential.Auth::protocol);
        Optional<PrivProtocol> priv = user.priv().map(Credential.Priv::protocol);
        UserKeys known = keys.keysOf(user);
        byte[] authKey = localized(auth, known.authKey(), engineId);
        byte[] privKey = localized(auth, known.privKey(), engineId);
        usm.addLocalizedUser(
                engineId,
                DeviceRights.text(user.securityName()),
                auth.map(DeviceUsers::authId).orElse(null),
                authKey,
                priv.map(DeviceUsers::privId).orElse(null),
                privKey == null ? null : Arrays.copyOf(privKey, AES_128_OCTETS));
    }

    private static byte @Nullable [] localized(
            Optional<AuthProtocol> protocol, SmiValue.OctetString key, byte[] engineId) {
        if (protocol.isEmpty() || key.length() == 0) {
            return null;
        }
        MessageDigest digest = digest(protocol.get());
        digest.update(key.bytes());
        digest.update(engineId);
        return digest.digest(key.bytes());
    }

    private static MessageDigest digest(AuthProtocol protocol) {
        try {
            return MessageDigest.getInstance(
                    switch (protocol) {
                        case SHA_1 -> "SHA-1";
                        case SHA_256 -> "SHA-256";
                    });
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-1 and SHA-256", e);
        }
    }

    private static OID authId(AuthProtocol protocol) {
        return switch (protocol) {
            case SHA_1 -> AuthSHA.ID;
            case SHA_256 -> AuthHMAC192SHA256.ID;
        };
    }

    private static OID privId(PrivProtocol protocol) {
        return switch (protocol) {
            case AES_128 -> PrivAES128.ID;
        };
    }
}
