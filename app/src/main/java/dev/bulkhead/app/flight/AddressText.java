package dev.bulkhead.app.flight;

import dev.bulkhead.app.naming.InetText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses that stand in a text: IPv4, IPv6, and MAC addresses as several makers write them. */
final class AddressText {
    private static final Pattern V4 =
            Pattern.compile("(?<![\\d.])\\d{1,3}(?:\\.\\d{1,3}){3}(?!\\d)(?!\\.\\d)");
    private static final Pattern V6 =
            Pattern.compile(
                    "(?<![0-9A-Za-z:.])[0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){2,7}"
                            + "(?:(?<=:)\\d{1,3}(?:\\.\\d{1,3}){3})?(?![0-9A-Za-z:])");
    private static final Pattern MAC =
            Pattern.compile(
                    "(?<![0-9A-Za-z:-])[0-9A-Fa-f]{1,2}([:-])[0-9A-Fa-f]{1,2}"
                            + "(?:\\1[0-9A-Fa-f]{1,2}){4}(?![0-9A-Za-z:-])");
    private static final Pattern DOTTED_MAC =
            Pattern.compile(
                    "(?<![0-9A-Za-z.])[0-9A-Fa-f]{4}\\.[0-9A-Fa-f]{4}\\.[0-9A-Fa-f]{4}(?![0-9A-Za-z.])");
    private static final Pattern BARE_MAC =
            Pattern.compile("(?<![0-9A-Za-z])[0-9A-Fa-f]{12}(?![0-9A-Za-z])");

    private AddressText() {}

    /** How an address is written. */
    enum Form {
        V4,
        V6,
        MAC,
        DOTTED_MAC,
        /** Twelve digits, which may be anything else. */
        BARE_MAC
    }

    /** An address in a text. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Found(int start, int end, Form form, byte[] address) {}

    /** All that stand in a text, in order, none over another. */
    static List<Found> in(String text) {
        if (text.indexOf('.') < 0 && text.indexOf(':') < 0 && text.length() < 12) {
            return List.of();
        }
        List<Found> found = new ArrayList<>();
        for (Matcher m = MAC.matcher(text); m.find(); ) {
            found.add(new Found(m.start(), m.end(), Form.MAC, octets(m.group().split("[:-]", -1))));
        }
        for (Matcher m = DOTTED_MAC.matcher(text); m.find(); ) {
            byte[] mac = HexFormat.of().parseHex(m.group().replace(".", ""));
            found.add(new Found(m.start(), m.end(), Form.DOTTED_MAC, mac));
        }
        for (Matcher m = BARE_MAC.matcher(text); m.find(); ) {
            byte[] mac = HexFormat.of().parseHex(m.group());
            found.add(new Found(m.start(), m.end(), Form.BARE_MAC, mac));
        }
        inet(text, V6, Form.V6, found);
        inet(text, V4, Form.V4, found);
        return apart(found);
    }

    private static void inet(String text, Pattern pattern, Form form, List<Found> found) {
        for (Matcher m = pattern.matcher(text); m.find(); ) {
            int start = m.start();
            int end = m.end();
            InetText.read(m.group())
                    .ifPresent(address -> found.add(new Found(start, end, form, address)));
        }
    }

    private static byte[] octets(String... hex) {
        byte[] octets = new byte[hex.length];
        for (int i = 0; i < hex.length; i++) {
            octets[i] = (byte) Integer.parseInt(hex[i], 16);
        }
        return octets;
    }

    private static List<Found> apart(List<Found> found) {
        found.sort(Comparator.comparingInt(Found::start).thenComparingInt(f -> -f.end()));
        List<Found> apart = new ArrayList<>();
        for (Found each : found) {
            if (apart.isEmpty() || apart.getLast().end() <= each.start()) {
                apart.add(each);
            }
        }
        return apart;
    }

    /** Another address written as this one is. */
    static String like(Found found, String text, byte[] other) {
        String written = text.substring(found.start(), found.end());
        boolean upper = !written.equals(written.toLowerCase(Locale.ROOT));
        String made =
                switch (found.form()) {
                    case V4 -> dotted(other, 0);
                    case V6 -> groups(written, other);
                    case MAC -> separated(written, other);
                    case DOTTED_MAC -> {
                        String hex = HexFormat.of().formatHex(other);
                        yield hex.substring(0, 4)
                                + "."
                                + hex.substring(4, 8)
                                + "."
                                + hex.substring(8);
                    }
                    case BARE_MAC -> HexFormat.of().formatHex(other);
                };
        return upper ? made.toUpperCase(Locale.ROOT) : made;
    }

    private static String dotted(byte[] octets, int from) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < from + 4; i++) {
            text.append(i == from ? "" : ".").append(octets[i] & 0xFF);
        }
        return text.toString();
    }

    private static String separated(String written, byte[] mac) {
        char separator = written.indexOf(':') > 0 ? ':' : '-';
        boolean wide = written.length() == 17;
        StringBuilder text = new StringBuilder();
        for (byte octet : mac) {
            text.append(text.isEmpty() ? "" : separator)
                    .append(wide && (octet & 0xF0) == 0 ? "0" : "")
                    .append(Integer.toHexString(octet & 0xFF));
        }
        return text.toString();
    }

    /** Each group where it stood, with as many digits; zeros left out stay left out. */
    private static String groups(String written, byte[] other) {
        int gap = written.indexOf("::");
        String head = gap < 0 ? written : written.substring(0, gap);
        String tail = gap < 0 ? "" : written.substring(gap + 2);
        int after = tail.isEmpty() ? 0 : count(tail);
        return part(head, other, 0) + (gap < 0 ? "" : "::") + part(tail, other, 16 - 2 * after);
    }

    private static int count(String part) {
        String[] groups = part.split(":", -1);
        return groups.length + (groups[groups.length - 1].indexOf('.') >= 0 ? 1 : 0);
    }

    private static String part(String part, byte[] other, int from) {
        if (part.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        int at = from;
        for (String group : part.split(":", -1)) {
            text.append(text.isEmpty() ? "" : ":");
            if (group.indexOf('.') >= 0) {
                text.append(dotted(other, at));
                at += 4;
            } else {
                int number = (other[at] & 0xFF) << 8 | (other[at + 1] & 0xFF);
                String hex = Integer.toHexString(number);
                text.append("0".repeat(Math.max(0, group.length() - hex.length()))).append(hex);
                at += 2;
            }
        }
        return text.toString();
    }
}
