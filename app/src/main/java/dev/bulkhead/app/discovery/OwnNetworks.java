package dev.bulkhead.app.discovery;

import java.net.Inet4Address;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/** The IPv4 networks this machine is in. */
final class OwnNetworks {
    /** A network that is larger is proposed as the part around the own address: 1,022 addresses. */
    private static final int LARGEST = 22;

    private static final int PART = 24;
    private static final int BITS = 32;

    private OwnNetworks() {}

    /** As {@code 192.0.2.0/24}; blocks. Empty if there is none, or none that may be looked at. */
    static List<String> find() {
        SequencedSet<String> found = new LinkedHashSet<>();
        try {
            for (NetworkInterface each : NetworkInterface.networkInterfaces().toList()) {
                if (each.isUp() && !each.isLoopback() && !each.isPointToPoint()) {
                    each.getInterfaceAddresses().stream()
                            .filter(at -> at.getAddress() instanceof Inet4Address)
                            .map(OwnNetworks::block)
                            .forEach(found::add);
                }
            }
        } catch (SocketException e) {
            return List.of();
        }
        return List.copyOf(found);
    }

    private static String block(InterfaceAddress at) {
        return block(at.getAddress().getAddress(), at.getNetworkPrefixLength());
    }

    static String block(byte[] address, int prefix) {
        int length = prefix < LARGEST ? PART : prefix;
        int bits = 0;
        for (byte octet : address) {
            bits = (bits << Byte.SIZE) | (octet & 0xFF);
        }
        int net = length == 0 ? 0 : bits & (-1 << (BITS - length));
        return "%d.%d.%d.%d/%d"
                .formatted(
                        net >>> 24 & 0xFF, net >>> 16 & 0xFF, net >>> 8 & 0xFF, net & 0xFF, length);
    }
}
