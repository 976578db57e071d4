package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import dev.bulkhead.mibs.smi.SmiValue.Marker;
import java.util.Arrays;
import java.util.List;

/**
 * Writes BER (X.690) as SNMP uses it (RFC 3417 §8), from the end to the beginning, so that each
 * length is known when its turn comes. Used again and again by one thread.
 */
final class BerWriter {
    private static final int INTEGER = 0x02;

    private byte[] octets = new byte[2048];
    private int at = octets.length;

    void clear() {
        at = octets.length;
    }

    /** How many octets there are. */
    int size() {
        return octets.length - at;
    }

    byte[] toByteArray() {
        return Arrays.copyOfRange(octets, at, octets.length);
    }

    private void octet(int value) {
        if (at == 0) {
            grow(1);
        }
        octets[--at] = (byte) value;
    }

    private void grow(int more) {
        byte[] bigger = new byte[Math.max(octets.length * 2, octets.length + more)];
        int size = size();
        System.arraycopy(octets, at, bigger, bigger.length - size, size);
        at = bigger.length - size;
        octets = bigger;
    }

    void octets(byte[] value) {
        if (at < value.length) {
            grow(value.length);
        }
        at -= value.length;
        System.arraycopy(value, 0, octets, at, value.length);
    }

    /** Puts tag and length before what was written since {@code sizeBefore}. */
    void wrap(int tag, int sizeBefore) {
        int length = size() - sizeBefore;
        if (length < 0x80) {
            octet(length);
        } else {
            int count = 0;
            for (int rest = length; rest != 0; rest >>>= 8) {
                octet(rest);
                count++;
            }
            octet(0x80 | count);
        }
        octet(tag);
    }

    /** A number in as few octets as two's complement needs (X.690 §8.3). */
    void number(int tag, long value) {
        int before = size();
        long rest = value;
        do {
            octet((int) rest);
            rest >>= 8;
        } while (rest != (octets[at] < 0 ? -1 : 0));
        wrap(tag, before);
    }

    void integer(long value) {
        number(INTEGER, value);
    }

    /** A number of 64 bits without a sign. */
    private void unsigned64(int tag, long value) {
        if (value >= 0) {
            number(tag, value);
            return;
        }
        int before = size();
        for (int i = 0; i < Long.SIZE; i += Byte.SIZE) {
            octet((int) (value >>> i));
        }
        octet(0);
        wrap(tag, before);
    }

    void octetString(int tag, byte[] value) {
        int before = size();
        octets(value);
        wrap(tag, before);
    }

    /** X.690 §8.19; fewer than two sub-identifiers are filled up with zeros. */
    void oid(Oid oid) {
        int before = size();
        for (int i = oid.size() - 1; i >= 2; i--) {
            subIdentifier(oid.get(i));
        }
        long first = oid.size() > 0 ? oid.get(0) : 0;
        subIdentifier(first * 40 + (oid.size() > 1 ? oid.get(1) : 0));
        wrap(0x06, before);
    }

    private void subIdentifier(long value) {
        octet((int) value & 0x7F);
        for (long rest = value >>> 7; rest != 0; rest >>>= 7) {
            octet(((int) rest & 0x7F) | 0x80);
        }
    }

    /** A VarBindList (RFC 3416 §3). */
    void varBinds(List<VarBind> varBinds) {
        int before = size();
        for (int i = varBinds.size() - 1; i >= 0; i--) {
            VarBind varBind = varBinds.get(i);
            int element = size();
            value(varBind.value());
            oid(varBind.name());
            wrap(0x30, element);
        }
        wrap(0x30, before);
    }

    private void value(SmiValue value) {
        switch (value) {
            case SmiValue.Integer32(int number) -> integer(number);
            case SmiValue.Counter32(long number) -> number(0x41, number);
            case SmiValue.Gauge32(long number) -> number(0x42, number);
            case SmiValue.TimeTicks(long number) -> number(0x43, number);
            case SmiValue.Counter64(long number) -> unsigned64(0x46, number);
            case SmiValue.OctetString string -> octetString(0x04, string.bytes());
            case SmiValue.IpAddress address -> octetString(0x40, address.bytes());
            case SmiValue.Opaque opaque -> octetString(0x44, opaque.bytes());
            case SmiValue.ObjectIdentifier(Oid oid) -> oid(oid);
            case SmiValue.Malformed malformed ->
                    throw new IllegalArgumentException("what is malformed is not sent");
            case Marker marker -> {
                octet(0);
                octet(
                        switch (marker) {
                            case UNSPECIFIED -> 0x05;
                            case NO_SUCH_OBJECT -> 0x80;
                            case NO_SUCH_INSTANCE -> 0x81;
                            case END_OF_MIB_VIEW -> 0x82;
                        });
            }
        }
    }
}
