package dev.bulkhead.app.flight;

import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.mibs.display.IndexCodec;
import dev.bulkhead.mibs.model.ObjectType;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Addresses and names in instance identifiers (RFC 2578 §7.7): of well-known tables by their OIDs,
 * of others by their modules, and wherever a number of an InetAddressType stands before a length
 * and an address (RFC 4001).
 */
final class IndexAddresses {
    private static final int MAX_OCTET = 255;

    /**
     * Rows by OID, and their indexes: {@code a} IPv4, {@code 6} IPv6, {@code m} MAC, {@code M}
     * length and MAC, {@code E} length and engine ID, {@code S} length and name, {@code T} a name
     * to the end, {@code i} a number.
     */
    private static final Map<String, String> LAYOUTS =
            Map.ofEntries(
                    Map.entry("1.3.6.1.2.1.3.1.1", "iia"), // atEntry
                    Map.entry("1.3.6.1.2.1.4.20.1", "a"), // ipAddrEntry
                    Map.entry("1.3.6.1.2.1.4.21.1", "a"), // ipRouteEntry
                    Map.entry("1.3.6.1.2.1.4.22.1", "ia"), // ipNetToMediaEntry
                    Map.entry("1.3.6.1.2.1.4.24.2.1", "aiia"), // ipForwardEntry
                    Map.entry("1.3.6.1.2.1.4.24.4.1", "aaia"), // ipCidrRouteEntry
                    Map.entry("1.3.6.1.2.1.6.13.1", "aiai"), // tcpConnEntry
                    Map.entry("1.3.6.1.2.1.7.5.1", "ai"), // udpEntry
                    Map.entry("1.3.6.1.2.1.14.2.1", "a"), // ospfAreaEntry
                    Map.entry("1.3.6.1.2.1.14.4.1", "aiaa"), // ospfLsdbEntry
                    Map.entry("1.3.6.1.2.1.14.7.1", "ai"), // ospfIfEntry
                    Map.entry("1.3.6.1.2.1.14.10.1", "ai"), // ospfNbrEntry
                    Map.entry("1.3.6.1.2.1.15.3.1", "a"), // bgpPeerEntry
                    Map.entry("1.3.6.1.2.1.15.5.1", "aa"), // bgpRcvdPathAttrEntry
                    Map.entry("1.3.6.1.2.1.15.6.1", "aia"), // bgp4PathAttrEntry
                    Map.entry("1.3.6.1.2.1.17.4.3.1", "m"), // dot1dTpFdbEntry
                    Map.entry("1.3.6.1.2.1.17.7.1.2.2.1", "im"), // dot1qTpFdbEntry
                    Map.entry("1.3.6.1.2.1.31.1.4.1", "iM"), // ifRcvAddressEntry
                    Map.entry("1.3.6.1.2.1.55.1.8.1", "i6"), // ipv6AddrEntry
                    Map.entry("1.3.6.1.2.1.55.1.12.1", "i6"), // ipv6NetToMediaEntry
                    Map.entry("1.3.6.1.6.3.12.1.2.1", "T"), // snmpTargetAddrEntry
                    Map.entry("1.3.6.1.6.3.15.1.2.2.1", "ES"), // usmUserEntry
                    Map.entry("1.3.6.1.6.3.16.1.2.1", "iS"), // vacmSecurityToGroupEntry
                    Map.entry("1.3.6.1.6.3.18.1.1.1", "T")); // snmpCommunityEntry

    private final MibNames names;
    private final Map<Oid, String> layouts = new HashMap<>();
    private final Map<Oid, Optional<IndexCodec>> codecs = new HashMap<>();

    /** What was found. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Found(SensitiveObjects.Kind kind, byte[] octets) {}

    IndexAddresses(MibNames names) {
        this.names = names;
        LAYOUTS.forEach((row, layout) -> layouts.put(Oid.parse(row), layout));
    }

    List<Found> in(Oid name) {
        List<Found> found = new ArrayList<>();
        for (int length = Math.min(name.size() - 1, 11); length > 8; length--) {
            String layout = layouts.get(name.prefix(length));
            if (layout != null) {
                follow(name, length + 1, layout, found);
            }
        }
        byModule(name, found);
        typed(name, found);
        return found;
    }

    private static void follow(Oid name, int start, String layout, List<Found> found) {
        int at = start;
        for (int i = 0; i < layout.length(); i++) {
            char part = layout.charAt(i);
            int length =
                    switch (part) {
                        case 'a' -> 4;
                        case '6' -> 16;
                        case 'm' -> MacMap.OCTETS;
                        case 'T' -> name.size() - at;
                        case 'i' -> 1;
                        default -> at < name.size() ? (int) Math.min(64, name.get(at++)) : 0;
                    };
            Optional<byte[]> octets = octets(name, at, length);
            if (octets.isEmpty()) {
                return;
            }
            at += length;
            SensitiveObjects.Kind kind =
                    switch (part) {
                        case 'a', '6' -> SensitiveObjects.Kind.ADDRESS;
                        case 'm', 'M' -> SensitiveObjects.Kind.MAC;
                        case 'E' -> SensitiveObjects.Kind.ENGINE_ID;
                        case 'S', 'T' -> SensitiveObjects.Kind.NAME;
                        default -> SensitiveObjects.Kind.NOTHING;
                    };
            if (part != 'i') {
                found.add(new Found(kind, octets.get()));
            }
        }
    }

    /** So many numbers as octets; a single one may be any. */
    private static Optional<byte[]> octets(Oid name, int from, int length) {
        if (from + length > name.size() || length < 1) {
            return Optional.empty();
        }
        byte[] octets = new byte[length];
        for (int i = 0; i < length; i++) {
            long number = name.get(from + i);
            if (number > MAX_OCTET && length > 1) {
                return Optional.empty();
            }
            octets[i] = (byte) number;
        }
        return Optional.of(octets);
    }

    private void byModule(Oid name, List<Found> found) {
        Optional<ObjectType> object = names.object(name);
        if (object.isEmpty()) {
            return;
        }
        Oid column = object.get().oid();
        Optional<IndexCodec> codec =
                codecs.computeIfAbsent(column, oid -> names.index().rowOf(oid).map(IndexCodec::of));
        if (codec.isEmpty() || name.size() <= column.size()) {
            return;
        }
        codec.get()
                .decode(name.suffix(column.size()))
                .ifPresent(key -> {
                    for (int i = 0; i < key.size(); i++) {
                        SensitiveObjects.Kind kind =
                                SensitiveObjects.kind(codec.get().parts().get(i).syntax());
                        add(kind, key.get(i), found);
                    }
                });
    }

    private static void add(SensitiveObjects.Kind kind, SmiValue value, List<Found> found) {
        if (value instanceof SmiValue.IpAddress address) {
            found.add(new Found(SensitiveObjects.Kind.ADDRESS, address.bytes()));
        } else if (value instanceof SmiValue.OctetString octets) {
            found.add(new Found(kind, octets.bytes()));
        }
    }

    /** {@code 1.4.} and an IPv4 address, {@code 2.16.} and an IPv6 one. */
    private static void typed(Oid name, List<Found> found) {
        for (int i = 8; i + 6 <= name.size(); i++) {
            boolean four = name.get(i) == 1 && name.get(i + 1) == 4;
            boolean six = name.get(i) == 2 && name.get(i + 1) == 16;
            if (four || six) {
                octets(name, i + 2, four ? 4 : 16)
                        .ifPresent(o -> found.add(new Found(SensitiveObjects.Kind.ADDRESS, o)));
            }
        }
    }

    /** Octets as a name. */
    static String text(byte[] octets) {
        return new String(octets, StandardCharsets.ISO_8859_1);
    }
}
