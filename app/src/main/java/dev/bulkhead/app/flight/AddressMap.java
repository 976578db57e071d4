package dev.bulkhead.app.flight;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * IP addresses to others of the same kind. Addresses that share their first octets (IPv6: groups)
 * share those of what they become, so that networks stay together; a private address becomes a
 * private one, and each number one of as many digits, so that texts keep their lengths. Masks,
 * loopback, the unspecified address and well-known multicast groups stay.
 *
 * <p>No address becomes one of the originals as long as its network has others.
 */
final class AddressMap {
    private static final int V4 = 4;
    private static final int GROUPS = 8;

    private final SecretHash hash;
    private final MacMap macs;
    private final Map<List<Integer>, Node> nodes = new HashMap<>();
    private final Map<ByteBuffer, byte[]> known = new HashMap<>();

    /** What stands at one place behind the same beginning. */
    private static final class Node {
        private final Set<Integer> originals = new HashSet<>();
        private final Map<Integer, Integer> chosen = new HashMap<>();
        private final Set<Integer> used = new HashSet<>();
    }

    AddressMap(SecretHash hash, MacMap macs) {
        this.hash = hash;
        this.macs = macs;
    }

    /** Whether an address says nothing about who has it. */
    static boolean isPlain(byte[] address) {
        return address.length == V4 ? isPlain4(address) : isPlain6(address);
    }

    private static boolean isPlain4(byte[] a) {
        int first = a[0] & 0xFF;
        int all = ByteBuffer.wrap(a).getInt();
        boolean mask = all != 0 && (~all & (~all + 1)) == 0;
        boolean wellKnown = first == 224 && a[1] == 0 && a[2] == 0;
        return first == 0 || first == 127 || first >= 240 || mask || wellKnown;
    }

    private static boolean isPlain6(byte[] a) {
        int significant = 0;
        for (int i = 0; i < 15; i++) {
            significant |= a[i];
        }
        boolean wellKnown =
                (a[0] & 0xFF) == 0xFF && ByteBuffer.wrap(a, 2, 8).getLong() == 0 && a[10] == 0;
        return significant == 0 || (wellKnown && a[11] == 0 && a[12] == 0 && a[13] == 0);
    }

    /** Notes an original; to be called for all before the first is mapped. */
    void learn(byte[] address) {
        if (isPlain(address) || (address.length != V4 && address.length != 2 * GROUPS)) {
            return;
        }
        int[] parts = parts(address);
        for (int i = 0; i < parts.length; i++) {
            node(parts, i).originals.add(parts[i]);
        }
        known.put(ByteBuffer.wrap(address.clone()), new byte[0]);
    }

    boolean knows(byte[] address) {
        return known.containsKey(ByteBuffer.wrap(address));
    }

    int size() {
        return known.size();
    }

    /** What an address becomes. */
    byte[] map(byte[] address) {
        if (isPlain(address) || (address.length != V4 && address.length != 2 * GROUPS)) {
            return address.clone();
        }
        byte[] found = known.get(ByteBuffer.wrap(address));
        if (found == null || found.length == 0) {
            found = address.length == V4 ? four(address) : six(address);
            known.put(ByteBuffer.wrap(address.clone()), found);
        }
        return found.clone();
    }

    private static int[] parts(byte[] address) {
        int[] parts = new int[address.length == V4 ? V4 : GROUPS];
        ByteBuffer in = ByteBuffer.wrap(address);
        for (int i = 0; i < parts.length; i++) {
            parts[i] = address.length == V4 ? in.get() & 0xFF : in.getShort() & 0xFFFF;
        }
        return parts;
    }

    private Node node(int[] parts, int place) {
        return nodes.computeIfAbsent(key(parts, place), k -> new Node());
    }

    private static List<Integer> key(int[] parts, int place) {
        Integer[] key = new Integer[place + 1];
        key[0] = parts.length;
        for (int i = 0; i < place; i++) {
            key[i + 1] = parts[i];
        }
        return List.of(key);
    }

    private byte[] four(byte[] address) {
        int[] parts = parts(address);
        int[] becomes = new int[V4];
        byte[] mapped = new byte[V4];
        for (int i = 0; i < V4; i++) {
            becomes[i] = octet(parts, becomes, i);
            mapped[i] = (byte) becomes[i];
        }
        return mapped;
    }

    private int octet(int[] parts, int[] becomes, int place) {
        int own = parts[place];
        boolean lastOfAll = place == V4 - 1;
        if (isFixed4(parts, place) || (lastOfAll && (own == 0 || own == 255))) {
            return own;
        }
        int low = own < 10 ? 0 : own < 100 ? 10 : 100;
        int high = own < 10 ? 9 : own < 100 ? 99 : 255;
        return choose(
                new Place(parts, becomes, place), low, high, o -> isAllowed4(parts, place, o));
    }

    private static boolean isFixed4(int[] parts, int place) {
        int first = parts[0];
        return switch (place) {
            case 0 -> first == 10 || isShared(first) || first >= 224;
            case 1 -> isSpecial(first, parts[1]) && first != 172 && first != 100;
            default -> false;
        };
    }

    /** First octets of which only a part is for anybody. */
    private static boolean isShared(int first) {
        return first == 100 || first == 169 || first == 172 || first == 192;
    }

    private static boolean isSpecial(int first, int second) {
        return switch (first) {
            case 100 -> second >= 64 && second < 128;
            case 169 -> second == 254;
            case 172 -> second >= 16 && second < 32;
            case 192 -> second == 168;
            default -> false;
        };
    }

    private static boolean isAllowed4(int[] parts, int place, int other) {
        return switch (place) {
            case 0 -> other > 0 && other < 224 && other != 10 && other != 127 && !isShared(other);
            case 1 -> isSpecial(parts[0], parts[1]) == isSpecial(parts[0], other);
            case 3 -> other != 0 && other != 255;
            default -> true;
        };
    }

    private byte[] six(byte[] address) {
        int[] parts = parts(address);
        ByteBuffer mapped = ByteBuffer.allocate(2 * GROUPS);
        boolean inFour = isFourInside(address);
        if (inFour) {
            mapped.put(address, 0, 12).put(map(Arrays.copyOfRange(address, 12, 16)));
            return mapped.array();
        }
        int[] becomes = new int[GROUPS];
        for (int i = 0; i < GROUPS; i++) {
            becomes[i] = group(parts, becomes, i);
            mapped.putShort((short) becomes[i]);
        }
        boolean ofMac = address[11] == (byte) 0xFF && address[12] == (byte) 0xFE;
        return ofMac ? withMac(address, mapped.array()) : mapped.array();
    }

    private static boolean isFourInside(byte[] address) {
        for (int i = 0; i < 10; i++) {
            if (address[i] != 0) {
                return false;
            }
        }
        return address[10] == -1 && address[11] == -1;
    }

    /** An interface's part that was made of a MAC address (RFC 4291 §2.5.1). */
    private byte[] withMac(byte[] address, byte[] mapped) {
        byte[] mac = macs.map(macOf(address));
        mapped[8] = (byte) (mac[0] ^ 2);
        mapped[9] = mac[1];
        mapped[10] = mac[2];
        mapped[11] = (byte) 0xFF;
        mapped[12] = (byte) 0xFE;
        System.arraycopy(mac, 3, mapped, 13, 3);
        return mapped;
    }

    static byte[] macOf(byte[] address) {
        return new byte[] {
            (byte) (address[8] ^ 2), address[9], address[10], address[13], address[14], address[15]
        };
    }

    private int group(int[] parts, int[] becomes, int place) {
        Place at = new Place(parts, becomes, place);
        int own = parts[place];
        if (own == 0) {
            return 0;
        }
        if (place > 0) {
            int high = own > 0xFFF ? 0xFFFF : own > 0xFF ? 0xFFF : own > 0xF ? 0xFF : 0xF;
            int low = high == 0xF ? 1 : (high >> 4) + 1;
            return choose(at, low, high, other -> true);
        }
        if (own >= 0xFE80) {
            return own;
        }
        if (own >= 0xFC00) {
            return choose(at, own & 0xFF00, own | 0xFF, other -> true);
        }
        return own >= 0x2000 && own < 0x4000 ? choose(at, 0x2000, 0x3FFF, other -> true) : own;
    }

    private interface Allowed {
        boolean test(int other);
    }

    /**
     * A part of an address.
     *
     * @param becomes what the parts before it become
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Place(int[] parts, int[] becomes, int at) {}

    /** Another number of the range: best none that makes an original, never one twice. */
    private int choose(Place place, int low, int high, Allowed allowed) {
        int own = place.parts()[place.at()];
        Node node = node(place.parts(), place.at());
        Integer before = node.chosen.get(own);
        if (before != null) {
            return before;
        }
        Node there = nodes.get(key(place.becomes(), place.at()));
        Set<Integer> originals = there == null ? Set.of() : there.originals;
        Allowed unused = other -> allowed.test(other) && !node.used.contains(other);
        int start = start(place, high - low + 1);
        int found =
                find(low, high, start, other -> unused.test(other) && !originals.contains(other));
        found = found < 0 ? find(low, high, start, unused) : found;
        int chosen = found < 0 ? own : found;
        node.chosen.put(own, chosen);
        node.used.add(chosen);
        return chosen;
    }

    private int start(Place place, int size) {
        ByteBuffer seed = ByteBuffer.allocate(4 * (place.at() + 1));
        for (int i = 0; i <= place.at(); i++) {
            seed.putInt(place.parts()[i]);
        }
        return hash.below(size, "address" + place.parts().length, seed.array(), place.at());
    }

    private static int find(int low, int high, int start, Allowed allowed) {
        int size = high - low + 1;
        for (int i = 0; i < size; i++) {
            int other = low + (start + i) % size;
            if (allowed.test(other)) {
                return other;
            }
        }
        return -1;
    }
}
