package dev.bulkhead.tests.secrets;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Secrets, and keys made of them, in the forms in which they could stand in a file: as they are, in
 * UTF-16 of both orders, in base64 at any place of a longer text, and in hexadecimal, however its
 * digits are spaced and even if only a piece of it is there.
 */
final class Needles {
    /** Octets of a secret that are enough to know it by, when they are written in hexadecimal. */
    private static final int PIECE = 6;

    /** Octets at either end of a secret that are enough when they stand as they are. */
    private static final int END = 10;

    private static final int BASE64_GROUP = 3;
    private static final int BASE64_CHARS = 4;

    private record Needle(String what, String text) {}

    private final List<Needle> needles = new ArrayList<>();
    private final Map<String, String> hexPieces = new HashMap<>();

    /** Adds a community or passphrase. */
    void addText(String what, String secret) {
        for (Charset charset :
                List.of(
                        StandardCharsets.UTF_8,
                        StandardCharsets.UTF_16LE,
                        StandardCharsets.UTF_16BE)) {
            addRaw(what + " in " + charset, secret.getBytes(charset));
        }
        addWritten(what, secret.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds a key. */
    void addOctets(String what, byte[] key) {
        addRaw(what, key);
        addWritten(what, key);
    }

    private void addRaw(String what, byte[] octets) {
        int length = Math.min(END, octets.length);
        needles.add(new Needle(what, latin(Arrays.copyOf(octets, length))));
        needles.add(
                new Needle(
                        what,
                        latin(Arrays.copyOfRange(octets, octets.length - length, octets.length))));
    }

    private void addWritten(String what, byte[] octets) {
        for (int before = 0; before < BASE64_GROUP; before++) {
            byte[] placed = new byte[before + octets.length];
            System.arraycopy(octets, 0, placed, before, octets.length);
            String text = Base64.getEncoder().withoutPadding().encodeToString(placed);
            // Its ends are mixed with what stands beside it.
            String inner = text.substring(BASE64_CHARS, text.length() - BASE64_CHARS);
            needles.add(new Needle(what + " in base64", inner));
            needles.add(new Needle(what + " in base64", inner.replace('+', '-').replace('/', '_')));
        }
        for (int from = 0; from + PIECE <= octets.length; from++) {
            String hex = HexFormat.of().formatHex(octets, from, from + PIECE);
            hexPieces.put(hex, what + " in hexadecimal");
        }
    }

    /** What of it all stands there. */
    Set<String> in(byte[] haystack) {
        Set<String> found = new LinkedHashSet<>();
        String text = latin(haystack);
        for (Needle needle : needles) {
            if (text.contains(needle.text())) {
                found.add(needle.what());
            }
        }
        addHex(text, found);
        return found;
    }

    private void addHex(String text, Set<String> found) {
        String dense = text.replaceAll("[\\s:,-]+", "").toLowerCase(Locale.ROOT);
        int digits = 0;
        for (int i = 0; i < dense.length(); i++) {
            digits = HexFormat.isHexDigit(dense.charAt(i)) ? digits + 1 : 0;
            if (digits >= 2 * PIECE) {
                String what = hexPieces.get(dense.substring(i + 1 - 2 * PIECE, i + 1));
                if (what != null) {
                    found.add(what);
                }
            }
        }
    }

    private static String latin(byte[] octets) {
        return new String(octets, StandardCharsets.ISO_8859_1);
    }
}
