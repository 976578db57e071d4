package dev.bulkhead.app.flight;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * MAC addresses to others: those of one maker stay of one maker, though of no real one, and whether
 * it is one device's or a group's stays. Zero, broadcast and the groups of bridges stay.
 */
final class MacMap {
    static final int OCTETS = 6;
    private static final int MAKER = 3;

    /** The bits of the first octet for groups, and for addresses given locally. */
    private static final int KIND = 3;

    private final SecretHash hash;
    private final Map<ByteBuffer, byte[]> known = new HashMap<>();
    private final Set<ByteBuffer> makers = new HashSet<>();
    private final Map<ByteBuffer, byte[]> chosenMakers = new HashMap<>();
    private final Set<ByteBuffer> used = new HashSet<>();

    MacMap(SecretHash hash) {
        this.hash = hash;
    }

    static boolean isPlain(byte[] mac) {
        boolean bridges = mac[0] == 1 && mac[1] == (byte) 0x80 && mac[2] == (byte) 0xC2;
        return bridges
                || Arrays.equals(mac, new byte[OCTETS])
                || (ByteBuffer.wrap(mac).getInt() == -1 && mac[4] == -1 && mac[5] == -1);
    }

    void learn(byte[] mac) {
        if (!isPlain(mac)) {
            known.put(ByteBuffer.wrap(mac.clone()), new byte[0]);
            makers.add(ByteBuffer.wrap(Arrays.copyOf(mac, MAKER)));
        }
    }

    boolean knows(byte[] mac) {
        return known.containsKey(ByteBuffer.wrap(mac));
    }

    int size() {
        return known.size();
    }

    byte[] map(byte[] mac) {
        if (isPlain(mac)) {
            return mac.clone();
        }
        byte[] found = known.get(ByteBuffer.wrap(mac));
        if (found == null || found.length == 0) {
            found = make(mac);
            known.put(ByteBuffer.wrap(mac.clone()), found);
        }
        return found.clone();
    }

    private byte[] make(byte[] mac) {
        byte[] maker = maker(Arrays.copyOf(mac, MAKER));
        for (int salt = 0; ; salt++) {
            byte[] made = Arrays.copyOf(maker, OCTETS);
            System.arraycopy(hash.of("mac", mac, salt), 0, made, MAKER, OCTETS - MAKER);
            if (!isPlain(made) && used.add(ByteBuffer.wrap(made))) {
                return made;
            }
        }
    }

    private byte[] maker(byte[] own) {
        return chosenMakers.computeIfAbsent(
                ByteBuffer.wrap(own),
                key -> {
                    for (int salt = 0; ; salt++) {
                        byte[] made = Arrays.copyOf(hash.of("maker", own, salt), MAKER);
                        made[0] = (byte) ((made[0] & ~KIND) | (own[0] & KIND));
                        boolean bridges = made[0] == 1 && made[1] == (byte) 0x80;
                        if (!bridges && makers.add(ByteBuffer.wrap(made))) {
                            return made;
                        }
                    }
                });
    }
}
