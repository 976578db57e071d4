package dev.bulkhead.app.query;

import dev.bulkhead.mibs.smi.SmiValue;
import java.util.Arrays;
import java.util.Comparator;

/** Values in the order a reader expects: numbers by size, then addresses, texts and OIDs. */
final class ValueOrder {
    static final Comparator<SmiValue> NATURAL = ValueOrder::compare;

    private ValueOrder() {}

    private static int compare(SmiValue one, SmiValue other) {
        int kinds = Integer.compare(kind(one), kind(other));
        if (kinds != 0) {
            return kinds;
        }
        return switch (one) {
            case SmiValue.OctetString octets when other instanceof SmiValue.OctetString o ->
                    Arrays.compareUnsigned(octets.bytes(), o.bytes());
            case SmiValue.IpAddress address when other instanceof SmiValue.IpAddress o ->
                    Arrays.compareUnsigned(address.bytes(), o.bytes());
            case SmiValue.ObjectIdentifier(var oid)
                    when other instanceof SmiValue.ObjectIdentifier(var o) ->
                    oid.compareTo(o);
            default ->
                    isNumber(one)
                            ? compareNumbers(one, other)
                            : one.toString().compareTo(other.toString());
        };
    }

    private static int kind(SmiValue value) {
        return switch (value) {
            case SmiValue.IpAddress _ -> 1;
            case SmiValue.OctetString _ -> 2;
            case SmiValue.ObjectIdentifier _ -> 3;
            case SmiValue.Opaque _, SmiValue.Malformed _ -> 4;
            case SmiValue.Marker _ -> 5;
            default -> 0;
        };
    }

    private static boolean isNumber(SmiValue value) {
        return kind(value) == 0;
    }

    private static int compareNumbers(SmiValue one, SmiValue other) {
        boolean negative = isNegative(one);
        if (negative != isNegative(other)) {
            return negative ? -1 : 1;
        }
        return negative
                ? Long.compare(bits(one), bits(other))
                : Long.compareUnsigned(bits(one), bits(other));
    }

    private static boolean isNegative(SmiValue value) {
        return value instanceof SmiValue.Integer32(int number) && number < 0;
    }

    private static long bits(SmiValue value) {
        return switch (value) {
            case SmiValue.Integer32(int number) -> number;
            case SmiValue.Counter32(long number) -> number;
            case SmiValue.Gauge32(long number) -> number;
            case SmiValue.TimeTicks(long number) -> number;
            case SmiValue.Counter64(long number) -> number;
            default -> 0;
        };
    }
}
