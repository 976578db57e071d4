package dev.bulkhead.app.flight;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * SNMP engine IDs (RFC 3411 §5, SnmpEngineID) to others: the address, MAC address or name inside
 * becomes what it becomes elsewhere, and what is else inside other octets; whose software it is
 * stays.
 */
final class EngineIdMap {
    private static final int HEAD = 5;
    private static final int SHORTEST = 6;
    private static final int LONGEST = 32;

    private final SecretHash hash;
    private final AddressMap addresses;
    private final MacMap macs;
    private final WordMap words;
    private final Map<ByteBuffer, byte[]> known = new HashMap<>();
    private final List<byte[]> originals = new ArrayList<>();

    EngineIdMap(SecretHash hash, AddressMap addresses, MacMap macs, WordMap words) {
        this.hash = hash;
        this.addresses = addresses;
        this.macs = macs;
        this.words = words;
    }

    private static boolean isEngineId(byte[] octets) {
        return octets.length >= SHORTEST && octets.length <= LONGEST;
    }

    private static byte[] inside(byte[] id) {
        return Arrays.copyOfRange(id, HEAD, id.length);
    }

    private static int format(byte[] id) {
        return id[0] < 0 ? id[4] & 0xFF : 0;
    }

    void learn(byte[] id) {
        if (!isEngineId(id)) {
            return;
        }
        if (known.put(ByteBuffer.wrap(id.clone()), new byte[0]) == null) {
            originals.add(id.clone());
        }
        byte[] inside = inside(id);
        switch (format(id)) {
            case 1, 2 -> addresses.learn(inside);
            case 3 -> {
                if (inside.length == MacMap.OCTETS) {
                    macs.learn(inside);
                }
            }
            case 4 -> words.learn(new String(inside, StandardCharsets.US_ASCII));
            default -> {}
        }
    }

    int size() {
        return known.size();
    }

    /** All originals, to look for in other octets. */
    List<byte[]> originals() {
        return originals;
    }

    byte[] map(byte[] id) {
        if (!isEngineId(id)) {
            return hashed(id, 0);
        }
        byte[] found = known.get(ByteBuffer.wrap(id));
        if (found == null || found.length == 0) {
            found = make(id);
            known.put(ByteBuffer.wrap(id.clone()), found);
        }
        return found.clone();
    }

    private byte[] make(byte[] id) {
        byte[] inside = inside(id);
        byte[] other =
                switch (format(id)) {
                    case 1, 2 ->
                            inside.length == 4 || inside.length == 16
                                    ? addresses.map(inside)
                                    : inside;
                    case 3 -> inside.length == MacMap.OCTETS ? macs.map(inside) : inside;
                    case 4 ->
                            words.map(new String(inside, StandardCharsets.ISO_8859_1))
                                    .getBytes(StandardCharsets.ISO_8859_1);
                    default -> inside;
                };
        if (Arrays.equals(other, inside) || other.length != inside.length) {
            return hashed(id, HEAD);
        }
        byte[] made = Arrays.copyOf(id, id.length);
        System.arraycopy(other, 0, made, HEAD, other.length);
        return made;
    }

    private byte[] hashed(byte[] octets, int from) {
        byte[] stream = hash.of("engine", octets, 0);
        byte[] made = octets.clone();
        for (int i = from; i < made.length; i++) {
            made[i] = stream[(i - from) % stream.length];
        }
        return made;
    }
}
