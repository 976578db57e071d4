package dev.bulkhead.app.pollrun;

import dev.bulkhead.app.export.Row;
import dev.bulkhead.mibs.display.ValueText;
import dev.bulkhead.mibs.smi.SmiValue;
import java.math.BigInteger;
import java.util.Optional;

/** Agents' values as files and metrics have them: numbers as they came, other values as text. */
final class Values {
    private Values() {}

    static Row put(Row row, String key, SmiValue value) {
        Optional<Number> number = number(value);
        return number.isPresent() ? row.put(key, number.get()) : row.put(key, text(value));
    }

    /** The raw number of counters, gauges, integers and ticks; empty of others. */
    static Optional<Number> number(SmiValue value) {
        return switch (value) {
            case SmiValue.Integer32(int v) -> Optional.of(v);
            case SmiValue.Counter32(long v) -> Optional.of(v);
            case SmiValue.Gauge32(long v) -> Optional.of(v);
            case SmiValue.TimeTicks(long v) -> Optional.of(v);
            case SmiValue.Counter64(long v) ->
                    Optional.of(v >= 0 ? v : new BigInteger(Long.toUnsignedString(v)));
            case SmiValue.OctetString _,
                    SmiValue.ObjectIdentifier _,
                    SmiValue.IpAddress _,
                    SmiValue.Opaque _,
                    SmiValue.Malformed _,
                    SmiValue.Marker _ ->
                    Optional.empty();
        };
    }

    static String text(SmiValue value) {
        return switch (value) {
            case SmiValue.ObjectIdentifier(var oid) -> oid.toString();
            case SmiValue.Marker marker -> marker.typeName();
            default -> ValueText.format(value, Optional.empty());
        };
    }
}
