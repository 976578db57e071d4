package dev.bulkhead.mibs.smi;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * What can stand as the value of a variable binding: the base types of RFC 2578 §7.1, and the
 * markers of RFC 3416 §3 ({@code unSpecified} and the three exceptions).
 *
 * <p>Values are raw: names for numbers, hints and units belong to whoever has the MIB. Unsigned 32
 * lives in {@code long}. All are immutable; byte arrays are copied in and out.
 */
public sealed interface SmiValue {

    /**
     * The type's name in the words of the RFCs, such as {@code Counter32} or {@code OCTET STRING}.
     */
    String typeName();

    /** INTEGER and Integer32 (RFC 2578 §7.1.1). */
    record Integer32(int value) implements SmiValue {
        @Override
        public String typeName() {
            return "INTEGER";
        }
    }

    /** A 32-bit counter (RFC 2578 §7.1.6), 0..2^32-1. */
    record Counter32(long value) implements SmiValue {
        public Counter32 {
            requireUnsigned32(value);
        }

        @Override
        public String typeName() {
            return "Counter32";
        }
    }

    /** Gauge32 and Unsigned32 (RFC 2578 §7.1.7, §7.1.11: the same tag), 0..2^32-1. */
    record Gauge32(long value) implements SmiValue {
        public Gauge32 {
            requireUnsigned32(value);
        }

        @Override
        public String typeName() {
            return "Gauge32";
        }
    }

    /** Hundredths of a second since an epoch (RFC 2578 §7.1.8), 0..2^32-1. */
    record TimeTicks(long value) implements SmiValue {
        public TimeTicks {
            requireUnsigned32(value);
        }

        @Override
        public String typeName() {
            return "TimeTicks";
        }
    }

    /** A 64-bit counter (RFC 2578 §7.1.10); {@code value} is to be read as unsigned. */
    record Counter64(long value) implements SmiValue {
        @Override
        public String typeName() {
            return "Counter64";
        }

        @Override
        public String toString() {
            return "Counter64[value=" + Long.toUnsignedString(value) + "]";
        }
    }

    /** OCTET STRING and BITS (RFC 2578 §7.1.2, §7.1.4: the same tag). */
    @SuppressWarnings("ArrayRecordComponent") // copied in and out, compared by content
    record OctetString(byte[] bytes) implements SmiValue {
        public OctetString {
            bytes = bytes.clone();
        }

        @Override
        public byte[] bytes() {
            return bytes.clone();
        }

        /** How many octets there are. */
        public int length() {
            return bytes.length;
        }

        @Override
        public String typeName() {
            return "OCTET STRING";
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof OctetString that && Arrays.equals(bytes, that.bytes);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bytes);
        }

        @Override
        public String toString() {
            return "OctetString[" + HexFormat.of().formatHex(bytes) + "]";
        }
    }

    /** An IPv4 address (RFC 2578 §7.1.5). Agents send other lengths too, which are kept as sent. */
    @SuppressWarnings("ArrayRecordComponent") // copied in and out, compared by content
    record IpAddress(byte[] bytes) implements SmiValue {
        public IpAddress {
            bytes = bytes.clone();
        }

        @Override
        public byte[] bytes() {
            return bytes.clone();
        }

        @Override
        public String typeName() {
            return "IpAddress";
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof IpAddress that && Arrays.equals(bytes, that.bytes);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bytes);
        }

        /** Dotted decimal, such as {@code 192.0.2.1}. */
        @Override
        public String toString() {
            StringBuilder text = new StringBuilder();
            for (byte b : bytes) {
                text.append(text.isEmpty() ? "" : ".").append(b & 0xFF);
            }
            return text.toString();
        }
    }

    /**
     * Opaque (RFC 2578 §7.1.9): the octets inside, tag and length of the wrapped value included.
     */
    @SuppressWarnings("ArrayRecordComponent") // copied in and out, compared by content
    record Opaque(byte[] bytes) implements SmiValue {
        public Opaque {
            bytes = bytes.clone();
        }

        @Override
        public byte[] bytes() {
            return bytes.clone();
        }

        @Override
        public String typeName() {
            return "Opaque";
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Opaque that && Arrays.equals(bytes, that.bytes);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bytes);
        }

        @Override
        public String toString() {
            return "Opaque[" + HexFormat.of().formatHex(bytes) + "]";
        }
    }

    /** OBJECT IDENTIFIER (RFC 2578 §7.1.3). */
    record ObjectIdentifier(Oid oid) implements SmiValue {
        @Override
        public String typeName() {
            return "OBJECT IDENTIFIER";
        }
    }

    /**
     * What an agent sent in a value's place and BER does not let anyone read: no value.
     *
     * @param problem what is wrong with it, in words
     * @param bytes as sent, with tag and length
     */
    @SuppressWarnings("ArrayRecordComponent") // copied in and out, compared by content
    record Malformed(String problem, byte[] bytes) implements SmiValue {
        public Malformed {
            bytes = bytes.clone();
        }

        @Override
        public byte[] bytes() {
            return bytes.clone();
        }

        @Override
        public String typeName() {
            return "malformed";
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Malformed that
                    && problem.equals(that.problem)
                    && Arrays.equals(bytes, that.bytes);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bytes);
        }

        /** Such as {@code malformed (a number of 0 octets): 02 00}. */
        @Override
        public String toString() {
            int shown = Math.min(bytes.length, SHOWN_OCTETS);
            return "malformed (%s): %s%s"
                    .formatted(
                            problem,
                            HexFormat.ofDelimiter(" ").formatHex(bytes, 0, shown),
                            shown < bytes.length ? " ... (" + bytes.length + " octets)" : "");
        }

        private static final int SHOWN_OCTETS = 64;
    }

    /** No value, or the exceptions of RFC 3416 §3 that stand in a value's place. */
    enum Marker implements SmiValue {
        /** {@code NULL}, as in requests. */
        UNSPECIFIED("unSpecified"),
        /** The agent has no such object. */
        NO_SUCH_OBJECT("noSuchObject"),
        /** The agent has the object but not this instance. */
        NO_SUCH_INSTANCE("noSuchInstance"),
        /** Nothing comes after the name that was asked. */
        END_OF_MIB_VIEW("endOfMibView");

        private final String rfcName;

        Marker(String rfcName) {
            this.rfcName = rfcName;
        }

        @Override
        public String typeName() {
            return rfcName;
        }
    }

    private static void requireUnsigned32(long value) {
        if (value < 0 || value > 0xFFFF_FFFFL) {
            throw new IllegalArgumentException(value + " is not in 0..4294967295");
        }
    }
}
