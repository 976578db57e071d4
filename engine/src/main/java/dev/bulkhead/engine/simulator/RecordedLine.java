package dev.bulkhead.engine.simulator;

import dev.bulkhead.mibs.smi.Oid;
import java.util.Arrays;

/** One line of a recording, packed; ordered by its OID. */
final class RecordedLine implements Comparable<RecordedLine> {
    private final int[] name;
    private final byte type;
    private final byte[] value;

    /** Takes the arrays over; {@code value} is as {@link RecordedValue#pack} made it. */
    RecordedLine(int[] name, int type, byte[] value) {
        this.name = name;
        this.type = (byte) type;
        this.value = value;
    }

    int nameLength() {
        return name.length;
    }

    int valueLength() {
        return value.length;
    }

    byte type() {
        return type;
    }

    /** Copies OID and value to where they belong in a recording's arrays. */
    void copyTo(int[] names, int nameStart, byte[] values, int valueStart) {
        System.arraycopy(name, 0, names, nameStart, name.length);
        System.arraycopy(value, 0, values, valueStart, value.length);
    }

    @Override
    public int compareTo(RecordedLine other) {
        return Arrays.compareUnsigned(name, other.name);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RecordedLine line && Arrays.equals(name, line.name);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(name);
    }

    /** The OID in dotted form. */
    @Override
    public String toString() {
        return Oid.ofUnsigned(name).toString();
    }
}
