package dev.bulkhead.tests.fuzz;

import static dev.bulkhead.tests.fuzz.Anomaly.octets;
import static dev.bulkhead.tests.fuzz.Anomaly.ofContent;
import static dev.bulkhead.tests.fuzz.Anomaly.ofLength;
import static dev.bulkhead.tests.fuzz.Anomaly.ofTag;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** All ways to spoil an element, by its kind. */
final class Anomalies {
    private static final int OBJECT_IDENTIFIER = 0x06;
    private static final int NULL = 0x05;

    /** INTEGER, Counter32, Gauge32, TimeTicks, Counter64. */
    private static final List<Integer> NUMBER_TAGS = List.of(0x02, 0x41, 0x42, 0x43, 0x46);

    /** Octets that hold many elements, and fit into a datagram. */
    private static final int MUCH = 45_000;

    private static final List<Anomaly> LENGTHS = lengths();
    private static final List<Anomaly> TAGS = tags();
    private static final List<Anomaly> NUMBERS = numbers();
    private static final List<Anomaly> NAMES = names();
    private static final List<Anomaly> STRINGS = strings();
    private static final List<Anomaly> NESTS = nests();
    private static final List<Anomaly> STRUCTURES =
            List.of(
                    new Anomaly("left out", (tag, parts) -> new byte[0]),
                    new Anomaly("twice", (tag, parts) -> repeated(tag, parts, 2)),
                    new Anomaly("50 times", (tag, parts) -> repeated(tag, parts, 50)),
                    ofContent("none", new byte[0]));
    private static final List<Anomaly> ORDERS =
            List.of(
                    new Anomaly("turned round", (tag, parts) -> whole(tag, parts.reversed())),
                    new Anomaly(
                            "300 of each inside",
                            (tag, parts) ->
                                    whole(
                                            tag,
                                            parts.stream().map(part -> times(part, 300)).toList())),
                    new Anomaly(
                            "all but the last inside",
                            (tag, parts) -> whole(tag, parts.subList(0, parts.size() - 1))));

    private Anomalies() {}

    static List<Anomaly> of(Element element) {
        List<Anomaly> all = new ArrayList<>();
        all.addAll(LENGTHS);
        all.addAll(TAGS);
        all.addAll(STRUCTURES);
        if (!element.inside().isEmpty()) {
            all.addAll(ORDERS);
        } else if (NUMBER_TAGS.contains(element.tag())) {
            all.addAll(NUMBERS);
        } else if (element.tag() == OBJECT_IDENTIFIER) {
            all.addAll(NAMES);
        } else if (element.tag() != NULL) {
            all.addAll(STRINGS);
        }
        all.addAll(NESTS);
        return all;
    }

    private static byte[] whole(int tag, List<byte[]> parts) {
        return Anomaly.element(octets(tag), Element.join(parts));
    }

    private static byte[] repeated(int tag, List<byte[]> parts, int count) {
        return times(whole(tag, parts), count);
    }

    private static byte[] times(byte[] part, int count) {
        int fitting = Math.min(count, MUCH / Math.max(1, part.length));
        return Element.join(Collections.nCopies(Math.max(1, fitting), part));
    }

    private static byte[] filled(int count, int value) {
        byte[] octets = new byte[count];
        Arrays.fill(octets, (byte) value);
        return octets;
    }

    /** A first octet, then a number of so many octets, most significant first. */
    private static byte[] lengthOf(int first, int count, long value) {
        byte[] octets = new byte[1 + count];
        octets[0] = (byte) first;
        for (int i = 0; i < Math.min(count, 8); i++) {
            octets[count - i] = (byte) (value >> (8 * i));
        }
        return octets;
    }

    private static List<Anomaly> lengths() {
        return List.of(
                ofLength("zero", n -> octets(0)),
                ofLength("one less", n -> lengthOf(0x82, 2, Math.max(0, n - 1))),
                ofLength("one more", n -> lengthOf(0x82, 2, n + 1)),
                ofLength("a hundred more", n -> lengthOf(0x82, 2, n + 100)),
                ofLength("half", n -> lengthOf(0x82, 2, n / 2)),
                ofLength("indefinite", n -> octets(0x80)),
                ofLength("the longest short form", n -> octets(0x7F)),
                ofLength("reserved", n -> octets(0xFF)),
                ofLength("in one octet too many", n -> lengthOf(0x81, 1, n)),
                ofLength("in 4 octets", n -> lengthOf(0x84, 4, n)),
                ofLength("in 5 octets", n -> lengthOf(0x85, 5, n)),
                ofLength("in 8 octets", n -> lengthOf(0x88, 8, n)),
                ofLength("in 9 octets", n -> lengthOf(0x89, 9, n)),
                ofLength("in 126 octets", n -> lengthOf(0xFE, 126, n)),
                ofLength("65535", n -> lengthOf(0x82, 2, 0xFFFF)),
                ofLength("2^24-1", n -> lengthOf(0x83, 3, 0xFFFFFF)),
                ofLength("2^31-1", n -> lengthOf(0x84, 4, 0x7FFFFFFF)),
                ofLength("2^31", n -> lengthOf(0x84, 4, 0x80000000L)),
                ofLength("2^32-1", n -> lengthOf(0x84, 4, -1)),
                ofLength("2^32 and the right one", n -> lengthOf(0x85, 5, (1L << 32) + n)),
                ofLength("2^63-1", n -> lengthOf(0x88, 8, Long.MAX_VALUE)),
                ofLength("-1 in 8 octets", n -> lengthOf(0x88, 8, -1)),
                ofLength("below zero by the right one", n -> lengthOf(0x88, 8, -n)),
                ofLength("cut off", n -> octets(0x84, 1)),
                ofLength("left out", n -> new byte[0]));
    }

    private static List<Anomaly> tags() {
        List<Anomaly> all = new ArrayList<>();
        for (int tag :
                new int[] {
                    0x00, 0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x09, 0x0A, 0x1F, 0x22, 0x24, 0x30,
                    0x31, 0x40, 0x41, 0x42, 0x43, 0x44, 0x45, 0x46, 0x47, 0x5F, 0x7F, 0x80, 0x81,
                    0x82, 0x83, 0xA0, 0xA1, 0xA2, 0xA3, 0xA4, 0xA5, 0xA6, 0xA7, 0xA8, 0xBF, 0xFF
                }) {
            all.add(ofTag(tag));
        }
        all.add(ofTag(0x1F, 0x81, 0x02));
        all.add(ofTag(0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01));
        all.add(ofTag());
        return all;
    }

    private static List<Anomaly> numbers() {
        List<Anomaly> all = new ArrayList<>();
        for (long value :
                new long[] {
                    0, 1, 2, 3, 4, 5, 6, 7, 16, 18, 19, 99, 127, 128, 255, 483, 65_536, -1, -128
                }) {
            all.add(ofContent("" + value, BigInteger.valueOf(value).toByteArray()));
        }
        for (int bits : new int[] {31, 32, 33, 63, 64, 71, 128}) {
            BigInteger power = BigInteger.ONE.shiftLeft(bits);
            all.add(ofContent("2^" + bits + "-1", power.subtract(BigInteger.ONE).toByteArray()));
            all.add(ofContent("2^" + bits, power.toByteArray()));
            all.add(ofContent("-2^" + bits, power.negate().toByteArray()));
        }
        all.add(ofContent("2^32-1 in 4 octets", filled(4, 0xFF)));
        all.add(ofContent("-1 in 9 octets", filled(9, 0xFF)));
        all.add(ofContent("1 in 100 octets", lengthOf(0, 99, 1)));
        all.add(ofContent("-1 in 1000 octets", filled(1_000, 0xFF)));
        all.add(ofContent("of 30000 octets", filled(30_000, 0x55)));
        return all;
    }

    private static List<Anomaly> names() {
        List<Anomaly> all = new ArrayList<>();
        for (int bits : new int[] {28, 31, 32, 35, 63, 64, 200}) {
            all.add(ofContent("with 2^" + bits, subIdentifier(BigInteger.ONE.shiftLeft(bits))));
        }
        all.add(
                ofContent(
                        "with 2^32-1",
                        subIdentifier(BigInteger.ONE.shiftLeft(32).subtract(BigInteger.ONE))));
        for (int count : new int[] {1, 2, 127, 128, 129, 500, 5_000, 30_000}) {
            all.add(ofContent("of " + count + " octets", filled(count, 1)));
        }
        all.add(ofContent("that does not end", octets(0x2B, 6, 1, 0x82)));
        all.add(ofContent("of nothing but beginnings", filled(1_000, 0xFF)));
        all.add(ofContent("with leading zeros", octets(0x2B, 0x80, 0x80, 0x06, 1)));
        all.add(ofContent("below 2.40", octets(0x78, 1)));
        all.add(ofContent("below 2.999", octets(0x88, 0x37, 1)));
        all.add(ofContent("0.0.0", octets(0, 0)));
        return all;
    }

    /** 1.3 and one more. */
    private static byte[] subIdentifier(BigInteger value) {
        int groups = Math.max(1, (value.bitLength() + 6) / 7);
        byte[] octets = new byte[1 + groups];
        octets[0] = 0x2B;
        for (int i = 0; i < groups; i++) {
            int seven = value.shiftRight(7 * (groups - 1 - i)).intValue() & 0x7F;
            octets[1 + i] = (byte) (i < groups - 1 ? seven | 0x80 : seven);
        }
        return octets;
    }

    private static List<Anomaly> strings() {
        List<Anomaly> all = new ArrayList<>();
        for (int count : new int[] {1, 2, 3, 5, 127, 128, 255, 256, 1_024, 8_192, 32_768, 60_000}) {
            all.add(ofContent("of " + count + " octets", filled(count, 'A')));
        }
        for (int value : new int[] {0, 1, 2, 3, 4, 7, 0xFF}) {
            all.add(ofContent("octet " + value, octets(value)));
        }
        for (String text :
                List.of(
                        "nul\0inside",
                        "%s%n%x%d",
                        "line\r\nFORGED: line",
                        "\u001b[2J\u001b]0;title\u0007",
                        "<b>bold</b>",
                        "=1+1",
                        "\u202e\u2066")) {
            all.add(ofContent("text", text.getBytes(StandardCharsets.UTF_8)));
        }
        all.add(ofContent("of bad UTF-8", octets(0xFF, 0xFE, 0xC3, 0x28, 0xED, 0xA0, 0x80)));
        return all;
    }

    private static List<Anomaly> nests() {
        List<Anomaly> all = new ArrayList<>();
        for (int depth : new int[] {10, 100, 1_000, 12_000}) {
            all.add(ofContent("nested " + depth + " deep", nested(depth)));
        }
        byte[] indefinite = times(octets(0x30, 0x80), 20_000);
        all.add(ofContent("nested without lengths", indefinite));
        all.add(ofContent("of pieces", octets(0x24, 0x80, 0x04, 1, 'A', 0, 0)));
        all.add(ofContent("of many that are empty", times(octets(0x30, 0), 5_000)));
        all.add(ofContent("of many NULLs", times(octets(0x05, 0), 5_000)));
        return all;
    }

    private static byte[] nested(int depth) {
        List<byte[]> heads = new ArrayList<>();
        int length = 0;
        for (int i = 0; i < depth && length < MUCH; i++) {
            byte[] head = Anomaly.element(octets(0x30), new byte[length]);
            heads.add(Arrays.copyOf(head, head.length - length));
            length = head.length;
        }
        return Element.join(heads.reversed());
    }
}
