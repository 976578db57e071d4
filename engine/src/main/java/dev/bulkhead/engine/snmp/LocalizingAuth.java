package dev.bulkhead.engine.snmp;

import java.io.Serial;
import java.util.Arrays;
import org.snmp4j.security.AuthHMAC192SHA256;
import org.snmp4j.security.AuthSHA;
import org.snmp4j.security.AuthSHA2;
import org.snmp4j.security.ByteArrayWindow;
import org.snmp4j.security.DecryptParams;
import org.snmp4j.security.PrivAES128;
import org.snmp4j.security.PrivacyProtocol;
import org.snmp4j.security.SecurityProtocols;
import org.snmp4j.security.SecurityProtocols.SecurityProtocolSet;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;

/**
 * An authentication protocol whose "passphrases" are keys Ku already (RFC 3414 A.2): it only
 * localizes them, one hash of a few octets instead of one of a megabyte, and so may do it on the
 * thread that receives.
 */
final class LocalizingAuth extends AuthSHA2 {
    @Serial private static final long serialVersionUID = 1;

    private LocalizingAuth(String algorithm, OID id, int digestLength, int codeLength) {
        super(algorithm, id, digestLength, codeLength, HMAC_BLOCK_SIZE);
    }

    /** RFC 3414 A.2.2 from its second step on: the digest of Ku, engine ID and Ku again. */
    @Override
    public byte[] passwordToKey(OctetString masterKey, byte[] engineId) {
        byte[] key = masterKey.getValue();
        byte[] text = Arrays.copyOf(key, key.length * 2 + engineId.length);
        System.arraycopy(engineId, 0, text, key.length, engineId.length);
        System.arraycopy(key, 0, text, key.length + engineId.length, key.length);
        return hash(text);
    }

    /** Uses digest and cipher once: their classes, and the JDK's providers, are loaded then. */
    static void warmUp() {
        SecurityProtocols protocols = protocols();
        byte[] message = new byte[64];
        byte[] key = new byte[32];
        protocols
                .getAuthenticationProtocol(AuthHMAC192SHA256.ID)
                .authenticate(key, message, 0, 64, new ByteArrayWindow(message, 8, 24));
        PrivacyProtocol aes = protocols.getPrivacyProtocol(PrivAES128.ID);
        aes.encrypt(message, 0, 64, new byte[16], 1, 1, new DecryptParams());
    }

    /**
     * All protocols of this engine. Registered into an empty set: SNMP4J ignores a second protocol
     * of one OID without a word.
     */
    static SecurityProtocols protocols() {
        SecurityProtocols protocols = new SecurityProtocols(SecurityProtocolSet.none);
        protocols.addAuthenticationProtocol(new LocalizingAuth("SHA-1", AuthSHA.ID, 20, 12));
        protocols.addAuthenticationProtocol(
                new LocalizingAuth("SHA-256", AuthHMAC192SHA256.ID, 32, 24));
        protocols.addPrivacyProtocol(new PrivAES128());
        return protocols;
    }
}
