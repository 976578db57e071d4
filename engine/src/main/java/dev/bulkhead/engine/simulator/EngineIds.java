package dev.bulkhead.engine.simulator;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The snmpEngineIDs of simulated devices (RFC 3411 §5): the same for the same name, else unique.
 */
final class EngineIds {
    /**
     * The enterprise number kept for documentation (RFC 5612), with the bit of RFC 3411's format.
     */
    private static final int ENTERPRISE = 0x8000_0000 | 32_473;

    private static final byte FORMAT_OCTETS = 5;
    private static final int NAME_OCTETS = 8;

    private EngineIds() {}

    static byte[] of(String deviceName) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(deviceName.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.allocate(Integer.BYTES + 1 + NAME_OCTETS)
                    .putInt(ENTERPRISE)
                    .put(FORMAT_OCTETS)
                    .put(digest, 0, NAME_OCTETS)
                    .array();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
