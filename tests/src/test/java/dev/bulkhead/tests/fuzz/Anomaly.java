package dev.bulkhead.tests.fuzz;

import java.util.HexFormat;
import java.util.List;

/** One way to spoil an element. */
record Anomaly(String label, How how) {
    static final Anomaly NONE = new Anomaly("good", Anomaly::good);

    /** Writes an element. */
    interface How {
        /**
         * The octets of the element, or what is to stand in its place.
         *
         * @param parts the elements inside it, or its content
         */
        byte[] octets(int tag, List<byte[]> parts);
    }

    /** What alters nothing but the octets of the length. */
    interface Length {
        /** The octets in the place of the length of so many. */
        byte[] octets(int length);
    }

    private static byte[] good(int tag, List<byte[]> parts) {
        return element(octets(tag), Element.join(parts));
    }

    static Anomaly ofLength(String label, Length length) {
        return new Anomaly(
                "length " + label,
                (tag, parts) -> {
                    byte[] content = Element.join(parts);
                    return Element.join(
                            List.of(octets(tag), length.octets(content.length), content));
                });
    }

    static Anomaly ofTag(int... instead) {
        return new Anomaly(
                "tag " + HexFormat.of().formatHex(octets(instead)),
                (tag, parts) -> element(octets(instead), Element.join(parts)));
    }

    static Anomaly ofContent(String label, byte[] instead) {
        return new Anomaly("content " + label, (tag, parts) -> element(octets(tag), instead));
    }

    static byte[] octets(int... values) {
        byte[] octets = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            octets[i] = (byte) values[i];
        }
        return octets;
    }

    /** An element with the right length. */
    static byte[] element(byte[] tag, byte[] content) {
        return Element.join(List.of(tag, rightLength(content.length), content));
    }

    private static byte[] rightLength(int length) {
        if (length < 0x80) {
            return octets(length);
        }
        if (length < 0x100) {
            return octets(0x81, length);
        }
        return length < 0x10000
                ? octets(0x82, length >> 8, length)
                : octets(0x83, length >> 16, length >> 8, length);
    }
}
