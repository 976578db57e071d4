package dev.bulkhead.engine.usm;

import dev.bulkhead.engine.job.AuthProtocol;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.mibs.smi.SmiValue.OctetString;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Makes keys of passphrases (RFC 3414 A.2.1, A.2.2) and remembers them, in memory only. Any thread;
 * a key not made yet takes a few milliseconds.
 */
public final class PassphraseKeys {
    private static final int MAX_REMEMBERED = 10_000;

    private record Source(AuthProtocol protocol, Secret passphrase) {}

    private final Map<Source, OctetString> remembered =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Source, OctetString> eldest) {
                    return size() > MAX_REMEMBERED;
                }
            };

    /** The USM keys of a credential; {@link UserKeys#NONE} where it has none. */
    public UserKeys keysOf(Credential credential) {
        return switch (credential) {
            case Credential.Community _, Credential.Tsm _ -> UserKeys.NONE;
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
        OctetString made =
                new OctetString(
                        KeyDerivation.ofPassphrase(
                                protocol, passphrase.reveal().getBytes(StandardCharsets.UTF_8)));
        synchronized (remembered) {
            remembered.put(source, made);
        }
        return made;
    }
}
