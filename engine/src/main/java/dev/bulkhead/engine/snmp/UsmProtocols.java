package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.job.AuthProtocol;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.PrivProtocol;
import dev.bulkhead.engine.job.SecurityLevel;
import dev.bulkhead.engine.usm.KeyDerivation;
import dev.bulkhead.engine.usm.UserKeys;
import java.io.Serial;
import java.util.Objects;
import org.snmp4j.security.AuthHMAC128SHA224;
import org.snmp4j.security.AuthHMAC192SHA256;
import org.snmp4j.security.AuthHMAC256SHA384;
import org.snmp4j.security.AuthHMAC384SHA512;
import org.snmp4j.security.AuthMD5;
import org.snmp4j.security.AuthSHA;
import org.snmp4j.security.AuthenticationProtocol;
import org.snmp4j.security.Priv3DES;
import org.snmp4j.security.PrivAES128;
import org.snmp4j.security.PrivAES192;
import org.snmp4j.security.PrivAES256;
import org.snmp4j.security.PrivDES;
import org.snmp4j.security.PrivacyProtocol;
import org.snmp4j.security.SecurityProtocols;
import org.snmp4j.security.UsmUser;
import org.snmp4j.security.nonstandard.PrivAES192With3DESKeyExtension;
import org.snmp4j.security.nonstandard.PrivAES256With3DESKeyExtension;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;

/**
 * The security protocols of USM, with keys of our own making: what SNMP4J takes for passphrases are
 * keys Ku already (RFC 3414 A.2), which are only localized, one hash of a few octets instead of one
 * of a megabyte, and so it may be done on the thread that receives.
 *
 * <p>A protocol is registered with its first user: most jobs need one of each, and their classes
 * cost a worker's start time.
 */
public final class UsmProtocols extends SecurityProtocols {
    @Serial private static final long serialVersionUID = 1;

    /** None yet. */
    public UsmProtocols() {
        super(SecurityProtocolSet.none);
    }

    /** A user with the keys Ku of its level, its protocols registered. */
    UsmUser user(Credential.Usm user, UserKeys keys) {
        boolean auth = user.level() != SecurityLevel.NO_AUTH_NO_PRIV && user.auth().isPresent();
        boolean priv = user.level() == SecurityLevel.AUTH_PRIV && user.priv().isPresent();
        return new UsmUser(
                Agent.octets(user.securityName()),
                auth ? use(user.auth().get().protocol()) : null,
                auth ? new OctetString(keys.authKey().bytes()) : null,
                priv ? use(user.priv().get().protocol()) : null,
                priv ? new OctetString(keys.privKey().bytes()) : null);
    }

    /** Registers a protocol unless it is; what SNMP4J calls it. */
    public OID use(AuthProtocol protocol) {
        OID id = idOf(protocol);
        if (getAuthenticationProtocol(id) == null) {
            addAuthenticationProtocol(ofSnmp4j(protocol));
        }
        return id;
    }

    /** Registers a protocol unless it is; what SNMP4J calls it. */
    public OID use(PrivProtocol protocol) {
        OID id = idOf(protocol);
        if (getPrivacyProtocol(id) == null) {
            addPrivacyProtocol(ofSnmp4j(protocol));
        }
        return id;
    }

    /** What makes and checks digests. */
    AuthenticationProtocol authentication(AuthProtocol protocol) {
        return Objects.requireNonNull(getAuthenticationProtocol(use(protocol)));
    }

    /** What encrypts and decrypts. */
    PrivacyProtocol privacy(PrivProtocol protocol) {
        return Objects.requireNonNull(getPrivacyProtocol(use(protocol)));
    }

    @Override
    public byte[] passwordToKey(OID auth, OctetString ku, byte[] engineId) {
        return KeyDerivation.localized(authOf(auth), ku.getValue(), engineId);
    }

    @Override
    public byte[] passwordToKey(OID priv, OID auth, OctetString ku, byte[] engineId) {
        return KeyDerivation.ofPrivacy(authOf(auth), privOf(priv), ku.getValue(), engineId);
    }

    private static AuthProtocol authOf(OID id) {
        for (AuthProtocol protocol : AuthProtocol.values()) {
            if (idOf(protocol).equals(id)) {
                return protocol;
            }
        }
        throw new IllegalArgumentException("no authentication protocol is " + id);
    }

    private static PrivProtocol privOf(OID id) {
        for (PrivProtocol protocol : PrivProtocol.values()) {
            if (idOf(protocol).equals(id)) {
                return protocol;
            }
        }
        throw new IllegalArgumentException("no privacy protocol is " + id);
    }

    private static OID idOf(AuthProtocol protocol) {
        return switch (protocol) {
            case MD5 -> AuthMD5.ID;
            case SHA_1 -> AuthSHA.ID;
            case SHA_224 -> AuthHMAC128SHA224.ID;
            case SHA_256 -> AuthHMAC192SHA256.ID;
            case SHA_384 -> AuthHMAC256SHA384.ID;
            case SHA_512 -> AuthHMAC384SHA512.ID;
        };
    }

    private static OID idOf(PrivProtocol protocol) {
        return switch (protocol) {
            case DES -> PrivDES.ID;
            case TRIPLE_DES -> Priv3DES.ID;
            case AES_128 -> PrivAES128.ID;
            case AES_192 -> PrivAES192.ID;
            case AES_256 -> PrivAES256.ID;
            case AES_192_C -> PrivAES192With3DESKeyExtension.ID;
            case AES_256_C -> PrivAES256With3DESKeyExtension.ID;
        };
    }

    private static AuthenticationProtocol ofSnmp4j(AuthProtocol protocol) {
        return switch (protocol) {
            case MD5 -> new AuthMD5();
            case SHA_1 -> new AuthSHA();
            case SHA_224 -> new AuthHMAC128SHA224();
            case SHA_256 -> new AuthHMAC192SHA256();
            case SHA_384 -> new AuthHMAC256SHA384();
            case SHA_512 -> new AuthHMAC384SHA512();
        };
    }

    private static PrivacyProtocol ofSnmp4j(PrivProtocol protocol) {
        return switch (protocol) {
            case DES -> new PrivDES();
            case TRIPLE_DES -> new Priv3DES();
            case AES_128 -> new PrivAES128();
            case AES_192 -> new PrivAES192();
            case AES_256 -> new PrivAES256();
            case AES_192_C -> new PrivAES192With3DESKeyExtension();
            case AES_256_C -> new PrivAES256With3DESKeyExtension();
        };
    }
}
