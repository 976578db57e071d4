package dev.bulkhead.engine.usm;

import dev.bulkhead.engine.job.AuthProtocol;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.mibs.smi.SmiValue.OctetString;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Makes keys of passphrases (RFC 3414 A.2.1, A.2.2) and remembers them, in memory only. Any thread;
 * a key not made yet takes a few milliseconds.
 */
public final class PassphraseKeys {
    /** RFC 3414 A.2: the passphrase is repeated to this many octets. */
    private static final int EXPANDED_OCTETS = 1 << 20;

    private static final int MAX_REMEMBERED = 10_000;

    private record Source(AuthProtocol protocol, Secret passphrase) {}

    private final Map<Source, OctetString> remembered =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Source, OctetString> eldest) {
                    return size() > MAX_REMEMBERED;
                }
            };

    /** The keys a credential needs; {@link UserKeys#NONE} for a community or a user without. */
    public UserKeys keysOf(Credential credential) {
        return switch (credential) {
            case Credential.Community community -> UserKeys.NONE;
            case Credential.Usm user -> keysOf(user);
        };
    }

    private UserKeys keysOf(Credential.Usm user) {
        if (user.auth().isEmpty()) {
            return UserKeys.NONE;
        }
        Credential.Auth auth = user.auth().get();
        OctetString authKey = key(auth.protocol(), auth.passphrase());
        OctetString privKey =
                user.priv()
                        .map(priv -> key(auth.protocol(), priv.passphrase()))
                        .orElse(UserKeys.NONE.privKey());
        return new UserKeys(authKey, privKey);
    }

    /** Ku: the digest of the passphrase repeated to 1,048,576 octets. */
    OctetString key(AuthProtocol protocol, Secret passphrase) {
        Source source = new Source(protocol, passphrase);
        synchronized (remembered) {
            OctetString known = remembered.get(source);
            if (known != null) {
                return known;
            }
        }
        OctetString made = digestOfRepeated(protocol, passphrase);
        synchronized (remembered) {
            remembered.put(source, made);
        }
        return made;
    }

    private static OctetString digestOfRepeated(AuthProtocol protocol, Secret passphrase) {
        byte[] word = passphrase.reveal().getBytes(StandardCharsets.UTF_8);
        if (word.length == 0) {
            throw new IllegalArgumentException("the passphrase is empty");
        }
        MessageDigest digest = digest(protocol);
        byte[] block = new byte[word.length * Math.max(1, 4096 / word.length)];
        for (int i = 0; i < block.length; i++) {
            block[i] = word[i % word.length];
        }
        for (int done = 0; done < EXPANDED_OCTETS; done += block.length) {
            digest.update(block, 0, Math.min(block.length, EXPANDED_OCTETS - done));
        }
        return new OctetString(digest.digest());
    }

    private static MessageDigest digest(AuthProtocol protocol) {
        String algorithm =
                switch (protocol) {
                    case SHA_1 -> "SHA-1";
                    case SHA_256 -> "SHA-256";
                };
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no " + algorithm, e);
        }
    }
}
