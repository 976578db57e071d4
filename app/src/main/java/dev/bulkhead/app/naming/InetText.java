package dev.bulkhead.app.naming;

import dev.bulkhead.mibs.smi.SmiValue;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * InetAddress (RFC 4001) as text: its octets do not say their type, but their number does for all
 * but names.
 */
public final class InetText {
    private static final int V4 = 4;
    private static final int V6 = 16;
    private static final int ZONE = 4;

    private InetText() {}

    /** {@code 192.0.2.1}, {@code 2001:db8:0:0:0:0:0:1}, with {@code %zone} where there is one. */
    public static Optional<String> of(byte[] octets) {
        return switch (octets.length) {
            case V4 -> Optional.of(dotted(octets));
            case V6 -> Optional.of(groups(octets));
            case V4 + ZONE, V6 + ZONE -> {
                int size = octets.length - ZONE;
                byte[] address = Arrays.copyOf(octets, size);
                long zone = ByteBuffer.wrap(octets, size, ZONE).getInt() & 0xFFFF_FFFFL;
                yield Optional.of((size == V4 ? dotted(address) : groups(address)) + "%" + zone);
            }
            default -> Optional.empty();
        };
    }

    private static String dotted(byte[] octets) {
        StringJoiner text = new StringJoiner(".");
        for (byte octet : octets) {
            text.add(Integer.toString(octet & 0xFF));
        }
        return text.toString();
    }

    private static String groups(byte[] octets) {
        StringJoiner text = new StringJoiner(":");
        for (int i = 0; i < octets.length; i += 2) {
            text.add(Integer.toHexString((octets[i] & 0xFF) << 8 | (octets[i + 1] & 0xFF)));
        }
        return text.toString();
    }

    /** The octets of an address; empty if the text is none. Asks no name server. */
    public static Optional<byte[]> read(String text) {
        int percent = text.indexOf('%');
        if (percent < 0) {
            return address(text);
        }
        try {
            long zone = Long.parseLong(text.substring(percent + 1));
            return zone < 0 || zone > 0xFFFF_FFFFL
                    ? Optional.empty()
                    : address(text.substring(0, percent))
                            .map(octets ->
                                    ByteBuffer.allocate(octets.length + ZONE)
                                            .put(octets)
                                            .putInt((int) zone)
                                            .array());
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> address(String text) {
        if (text.matches("\\d{1,3}(\\.\\d{1,3}){3}")) {
            try {
                return Optional.of(((SmiValue.IpAddress) RawType.IP_ADDRESS.read(text)).bytes());
            } catch (IllegalArgumentException outOfRange) {
                return Optional.empty();
            }
        }
        return text.matches("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*") ? v6(text) : Optional.empty();
    }

    private static Optional<byte[]> v6(String text) {
        try {
            byte[] octets = InetAddress.ofLiteral(text).getAddress();
            return Optional.of(octets.length == V4 ? mapped(octets) : octets);
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    /** Java takes {@code ::ffff:192.0.2.1} for the address inside. */
    private static byte[] mapped(byte[] v4) {
        byte[] octets = new byte[V6];
        octets[10] = (byte) 0xFF;
        octets[11] = (byte) 0xFF;
        System.arraycopy(v4, 0, octets, V6 - V4, V4);
        return octets;
    }
}
