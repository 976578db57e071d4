package dev.bulkhead.engine.simulator;

import dev.bulkhead.engine.job.AuthProtocol;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.PrivProtocol;
import dev.bulkhead.engine.job.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
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
 * <p>A passphrase becomes a key by hashing a megabyte (A.2), which takes milliseconds; that key is
 * kept for all devices of a simulator, and only the short localization (§2.6) is done for each.
 */
final class UserKeys {
    private static final int HASHED_OCTETS = 1 << 20;
    private static final int AES_128_OCTETS = 16;

    private final Map<Source, byte[]> keys = new HashMap<>();

    /** What a key is made from. */
    private record Source(AuthProtocol hash, Secret passphrase) {}

    /** Adds a user with keys localized to this engine. */
    void add(Credential.Usm user, byte[] engineId, USM usm) {
        Optional<Credential.Auth> auth = user.auth();
        Optional<Credential.Priv> priv = user.priv();
        byte[] authKey = auth.map(a -> localized(a, a.passphrase(), engineId)).orElse(null);
        byte[] privKey =
                auth.isPresent() && priv.isPresent()
                        ? localized(auth.get(), priv.get().passphrase(), engineId)
                        : null;
        usm.addLocalizedUser(
                engineId,
                DeviceRights.text(user.securityName()),
                auth.map(a -> authId(a.protocol())).orElse(null),
                authKey,
                priv.map(p -> privId(p.protocol())).orElse(null),
                privKey == null ? null : Arrays.copyOf(privKey, AES_128_OCTETS));
    }

    private byte[] localized(Credential.Auth auth, Secret passphrase, byte[] engineId) {
        byte[] key = keys.computeIfAbsent(new Source(auth.protocol(), passphrase), UserKeys::keyOf);
        MessageDigest digest = digest(auth.protocol());
        digest.update(key);
        digest.update(engineId);
        return digest.digest(key);
    }

    private static byte[] keyOf(Source source) {
        byte[] text = source.passphrase().reveal().getBytes(StandardCharsets.UTF_8);
        if (text.length == 0) {
            throw new IllegalArgumentException("a passphrase of a simulated device is empty");
        }
        // Whole repetitions of the passphrase first; what is over the megabyte is cut.
        byte[] chunk = new byte[text.length * (1 + 4096 / text.length)];
        for (int at = 0; at < chunk.length; at += text.length) {
            System.arraycopy(text, 0, chunk, at, text.length);
        }
        MessageDigest digest = digest(source.hash());
        for (int left = HASHED_OCTETS; left > 0; left -= chunk.length) {
            digest.update(chunk, 0, Math.min(left, chunk.length));
        }
        return digest.digest();
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

    private static @Nullable OID authId(AuthProtocol protocol) {
        return switch (protocol) {
            case SHA_1 -> AuthSHA.ID;
            case SHA_256 -> AuthHMAC192SHA256.ID;
        };
    }

    private static @Nullable OID privId(PrivProtocol protocol) {
        return switch (protocol) {
            case AES_128 -> PrivAES128.ID;
        };
    }
}
