package dev.bulkhead.mibs.smi;

import java.util.Arrays;

/**
 * An OBJECT IDENTIFIER (RFC 2578 §3.5): a sequence of sub-identifiers, each 0..2^32-1.
 *
 * <p>Ordered lexicographically, as agents order their variables (RFC 3416 §4.2.2). Immutable. The
 * text form has no leading dot. The limit of 128 sub-identifiers is not enforced here: hostile
 * agents send more, and what they send must be shown.
 */
public final class Oid implements Comparable<Oid> {
    /** The OID without any sub-identifier. */
    public static final Oid EMPTY = new Oid(new int[0]);

    /** {@code 1.3.6.1}, the root of what SNMP names. */
    public static final Oid INTERNET = of(1, 3, 6, 1);

    /** What a sub-identifier may be at most. */
    public static final long MAX_SUB_IDENTIFIER = 0xFFFF_FFFFL;

    private final int[] subIdentifiers;

    private Oid(int[] subIdentifiers) {
        this.subIdentifiers = subIdentifiers;
    }

    /**
     * The OID of these sub-identifiers.
     *
     * @throws IllegalArgumentException if one is not in 0..2^32-1
     */
    public static Oid of(long... subIdentifiers) {
        int[] packed = new int[subIdentifiers.length];
        for (int i = 0; i < packed.length; i++) {
            packed[i] = checked(subIdentifiers[i]);
        }
        return new Oid(packed);
    }

    /** The OID of sub-identifiers given as unsigned 32-bit numbers; the array is copied. */
    public static Oid ofUnsigned(int[] subIdentifiers) {
        return new Oid(subIdentifiers.clone());
    }

    /**
     * Reads dotted decimal text, with or without a leading dot; "" and "." are the empty OID.
     *
     * @throws IllegalArgumentException if the text is not dotted decimal; the message says where
     */
    public static Oid parse(String text) {
        int start = text.startsWith(".") ? 1 : 0;
        if (start == text.length()) {
            return EMPTY;
        }
        int[] packed = new int[16];
        int size = 0;
        long value = -1;
        for (int i = start; i <= text.length(); i++) {
            char c = i == text.length() ? '.' : text.charAt(i);
            if (c >= '0' && c <= '9') {
                value = Math.max(value, 0) * 10 + (c - '0');
                if (value > MAX_SUB_IDENTIFIER) {
                    throw unreadable(text, i, "a sub-identifier over 4294967295");
                }
            } else if (c == '.' && value >= 0) {
                if (size == packed.length) {
                    packed = Arrays.copyOf(packed, size * 2);
                }
                packed[size++] = (int) value;
                value = -1;
            } else {
                throw unreadable(text, i, c == '.' ? "no number before the dot" : "'" + c + "'");
            }
        }
        return new Oid(Arrays.copyOf(packed, size));
    }

    private static IllegalArgumentException unreadable(String text, int at, String found) {
        return new IllegalArgumentException(
                "not a numeric OID: \"" + text + "\" has " + found + " at character " + (at + 1));
    }

    private static int checked(long subIdentifier) {
        if (subIdentifier < 0 || subIdentifier > MAX_SUB_IDENTIFIER) {
            throw new IllegalArgumentException(
                    "sub-identifier " + subIdentifier + " is not in 0..4294967295");
        }
        return (int) subIdentifier;
    }

    /** How many sub-identifiers there are. */
    public int size() {
        return subIdentifiers.length;
    }

    /** The sub-identifier at {@code index}, 0-based, in 0..2^32-1. */
    public long get(int index) {
        return Integer.toUnsignedLong(subIdentifiers[index]);
    }

    /** The last sub-identifier; the OID must not be empty. */
    public long last() {
        return get(size() - 1);
    }

    /** A copy of the sub-identifiers as unsigned 32-bit numbers. */
    public int[] toUnsignedArray() {
        return subIdentifiers.clone();
    }

    /** This OID followed by one more sub-identifier. */
    public Oid append(long subIdentifier) {
        int[] longer = Arrays.copyOf(subIdentifiers, size() + 1);
        longer[size()] = checked(subIdentifier);
        return new Oid(longer);
    }

    /** This OID followed by another. */
    public Oid append(Oid suffix) {
        int[] longer = Arrays.copyOf(subIdentifiers, size() + suffix.size());
        System.arraycopy(suffix.subIdentifiers, 0, longer, size(), suffix.size());
        return new Oid(longer);
    }

    /** The first {@code length} sub-identifiers. */
    public Oid prefix(int length) {
        return new Oid(Arrays.copyOfRange(subIdentifiers, 0, checkedLength(length)));
    }

    /** What is left after the first {@code length} sub-identifiers. */
    public Oid suffix(int length) {
        return new Oid(Arrays.copyOfRange(subIdentifiers, checkedLength(length), size()));
    }

    private int checkedLength(int length) {
        if (length < 0 || length > size()) {
            throw new IndexOutOfBoundsException(length + " of " + size() + " sub-identifiers");
        }
        return length;
    }

    /** All but the last sub-identifier; the OID must not be empty. */
    public Oid parent() {
        return prefix(size() - 1);
    }

    /** Whether this is {@code prefix} or lies below it. */
    public boolean startsWith(Oid prefix) {
        return size() >= prefix.size()
                && Arrays.equals(
                        subIdentifiers, 0, prefix.size(), prefix.subIdentifiers, 0, prefix.size());
    }

    @Override
    public int compareTo(Oid other) {
        int common = Math.min(size(), other.size());
        for (int i = 0; i < common; i++) {
            int order = Integer.compareUnsigned(subIdentifiers[i], other.subIdentifiers[i]);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(size(), other.size());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Oid oid && Arrays.equals(subIdentifiers, oid.subIdentifiers);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(subIdentifiers);
    }

    /** Dotted decimal with no leading dot; "" for the empty OID. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(size() * 4);
        for (int i = 0; i < size(); i++) {
            if (i > 0) {
                text.append('.');
            }
            text.append(get(i));
        }
        return text.toString();
    }

    /** Dotted decimal with a leading dot, as net-snmp's {@code -On}. */
    public String toDottedString() {
        return "." + this;
    }
}
