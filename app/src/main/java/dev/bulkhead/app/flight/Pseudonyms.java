package dev.bulkhead.app.flight;

import dev.bulkhead.mibs.smi.Oid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What was learnt of a recording's originals, and what each becomes. One thread. */
final class Pseudonyms {
    private static final int MAX_OCTET = 255;
    private static final int FEW = 4;

    private final MacMap macs;
    private final AddressMap addresses;
    private final WordMap words;
    private final EngineIdMap engineIds;

    Pseudonyms(SecretHash hash) {
        macs = new MacMap(hash);
        addresses = new AddressMap(hash, macs);
        words = new WordMap(hash);
        engineIds = new EngineIdMap(hash, addresses, macs, words);
    }

    MacMap macs() {
        return macs;
    }

    AddressMap addresses() {
        return addresses;
    }

    WordMap words() {
        return words;
    }

    EngineIdMap engineIds() {
        return engineIds;
    }

    void learnAddress(byte[] address) {
        addresses.learn(address);
        if (address.length == 16 && address[11] == (byte) 0xFF && address[12] == (byte) 0xFE) {
            macs.learn(AddressMap.macOf(address));
        }
    }

    /** An InetAddress: its zone stays (RFC 4001). */
    byte[] inetAddress(byte[] octets) {
        int size = octets.length == 8 ? 4 : octets.length == 20 ? 16 : octets.length;
        if (size != 4 && size != 16) {
            return text(octets, false);
        }
        byte[] mapped = Arrays.copyOf(addresses.map(Arrays.copyOf(octets, size)), octets.length);
        System.arraycopy(octets, size, mapped, size, octets.length - size);
        return mapped;
    }

    /**
     * Octets as text with all that is known replaced, or, if they are no text, with what is known
     * of their octets.
     *
     * @param name whether all of it is a name
     */
    byte[] text(byte[] octets, boolean name) {
        TextCoding coding = TextCoding.of(octets);
        if (!coding.readable() && !name) {
            byte[] replaced = octets(octets);
            TextCoding now = TextCoding.of(replaced);
            return now.encode(text(now.text(), false));
        }
        return coding.encode(text(coding.text(), name));
    }

    /** A text with addresses and known names replaced, or, if it is a name, all of its words. */
    String text(String text, boolean name) {
        StringBuilder changed = new StringBuilder(text.length());
        int at = 0;
        for (AddressText.Found found : AddressText.in(text)) {
            if (found.form() == AddressText.Form.BARE_MAC && !macs.knows(found.address())) {
                continue;
            }
            changed.append(named(text.substring(at, found.start()), name));
            changed.append(AddressText.like(found, text, address(found)));
            at = found.end();
        }
        return changed.append(named(text.substring(at), name)).toString();
    }

    private byte[] address(AddressText.Found found) {
        return switch (found.form()) {
            case V4, V6 -> addresses.map(found.address());
            case MAC, DOTTED_MAC, BARE_MAC -> macs.map(found.address());
        };
    }

    private String named(String text, boolean name) {
        if (name) {
            return words.map(text);
        }
        StringBuilder changed = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int length = words.match(text, at);
            if (length == 0) {
                changed.append(text.charAt(at++));
            } else {
                changed.append(words.map(text.substring(at, at + length)));
                at += length;
            }
        }
        return changed.toString();
    }

    /** Octets with the known engine IDs and addresses in them replaced. */
    byte[] octets(byte[] octets) {
        byte[] changed = octets.clone();
        int at = 0;
        while (at < changed.length) {
            int length = knownAt(changed, at);
            if (length == 0) {
                at++;
                continue;
            }
            byte[] part = Arrays.copyOfRange(changed, at, at + length);
            System.arraycopy(known(part), 0, changed, at, length);
            at += length;
        }
        return changed;
    }

    /** The length of the longest original that stands there; 0 for none. */
    private int knownAt(byte[] octets, int at) {
        int left = octets.length - at;
        for (byte[] id : engineIds.originals()) {
            if (id.length <= left && Arrays.equals(octets, at, at + id.length, id, 0, id.length)) {
                return id.length;
            }
        }
        if (left >= 16 && addresses.knows(Arrays.copyOfRange(octets, at, at + 16))) {
            return 16;
        }
        if (left >= MacMap.OCTETS
                && macs.knows(Arrays.copyOfRange(octets, at, at + MacMap.OCTETS))) {
            return MacMap.OCTETS;
        }
        return left >= FEW && addresses.knows(Arrays.copyOfRange(octets, at, at + FEW)) ? FEW : 0;
    }

    private byte[] known(byte[] part) {
        for (byte[] id : engineIds.originals()) {
            if (Arrays.equals(id, part)) {
                return engineIds.map(part);
            }
        }
        return part.length == MacMap.OCTETS ? macs.map(part) : addresses.map(part);
    }

    /**
     * An OID with what is known in its instance replaced: octets as numbers, and texts as numbers.
     *
     * @param start where the instance begins
     */
    Oid oid(Oid oid, int start) {
        List<Long> changed = new ArrayList<>(oid.size());
        boolean other = false;
        int at = 0;
        while (at < oid.size()) {
            int end = at;
            while (at >= start && end < oid.size() && oid.get(end) <= MAX_OCTET) {
                end++;
            }
            if (end - at < 2) {
                changed.add(oid.get(at++));
                continue;
            }
            byte[] octets = new byte[end - at];
            for (int i = at; i < end; i++) {
                octets[i - at] = (byte) oid.get(i);
            }
            byte[] mapped = texts(octets(octets));
            other |= !Arrays.equals(mapped, octets);
            for (byte octet : mapped) {
                changed.add((long) (octet & MAX_OCTET));
            }
            at = end;
        }
        return other ? Oid.of(changed.stream().mapToLong(Long::longValue).toArray()) : oid;
    }

    /** Runs of printable octets as texts; what would change its length stays. */
    private byte[] texts(byte[] octets) {
        byte[] changed = octets.clone();
        int at = 0;
        while (at < octets.length) {
            int end = at;
            while (end < octets.length && isPrintable(octets[end])) {
                end++;
            }
            if (end - at >= 2) {
                byte[] run = Arrays.copyOfRange(octets, at, end);
                byte[] mapped = text(run, false);
                if (mapped.length == run.length) {
                    System.arraycopy(mapped, 0, changed, at, run.length);
                }
            }
            at = end + 1;
        }
        return changed;
    }

    private static boolean isPrintable(byte octet) {
        return octet < 0 || (octet >= ' ' && octet < 0x7F);
    }
}
