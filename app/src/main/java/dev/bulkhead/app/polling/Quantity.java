package dev.bulkhead.app.polling;

import dev.bulkhead.mibs.model.ObjectType;
import dev.bulkhead.mibs.smi.SmiValue;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How an object's raw values become numbers that can be drawn.
 *
 * @param isCounter whether the rate counts, not the value
 * @param factor what a raw value or rate is multiplied by
 * @param unit {@code b/s}, {@code /s}, {@code %}; "" for plain numbers
 * @param isMeasure whether an average means something: not of clocks and enumerations
 */
public record Quantity(boolean isCounter, double factor, String unit, boolean isMeasure) {
    private static final double BITS_PER_OCTET = 8;
    private static final Map<String, String> SHORT_UNITS =
            Map.ofEntries(
                    Map.entry("percent", "%"),
                    Map.entry("seconds", "s"),
                    Map.entry("milliseconds", "ms"),
                    Map.entry("milli-seconds", "ms"),
                    Map.entry("microseconds", "µs"),
                    Map.entry("minutes", "min"),
                    Map.entry("bytes", "B"),
                    Map.entry("octets", "B"),
                    Map.entry("kbytes", "KB"),
                    Map.entry("kilobytes", "KB"),
                    Map.entry("bits per second", "b/s"),
                    Map.entry("degrees celsius", "°C"),
                    Map.entry("degrees c", "°C"),
                    Map.entry("hertz", "Hz"));

    /**
     * The quantity of an object by what its agent sends and what its MIB says; empty for texts,
     * names and addresses. Octets are counted in bits, as links are.
     */
    public static Optional<Quantity> of(SmiValue value, Optional<ObjectType> object) {
        return switch (value) {
            case SmiValue.Counter32 _, SmiValue.Counter64 _ -> Optional.of(ofCounter(object));
            case SmiValue.TimeTicks _ -> Optional.of(new Quantity(false, 0.01, "s", false));
            case SmiValue.Integer32 _, SmiValue.Gauge32 _ ->
                    Optional.of(
                            new Quantity(
                                    false,
                                    decimals(object),
                                    shortUnit(object),
                                    object.map(o -> o.syntax().namedNumbers().isEmpty())
                                            .orElse(true)));
            case SmiValue.OctetString _,
                    SmiValue.IpAddress _,
                    SmiValue.Opaque _,
                    SmiValue.ObjectIdentifier _,
                    SmiValue.Malformed _,
                    SmiValue.Marker _ ->
                    Optional.empty();
        };
    }

    private static Quantity ofCounter(Optional<ObjectType> object) {
        String units = units(object);
        String name = object.map(o -> o.head().name()).orElse("");
        boolean octets =
                units.startsWith("octet")
                        || units.startsWith("byte")
                        || name.toLowerCase(Locale.ROOT).contains("octets");
        return octets
                ? new Quantity(true, BITS_PER_OCTET, "b/s", true)
                : new Quantity(true, 1, "/s", true);
    }

    private static String units(Optional<ObjectType> object) {
        return object.flatMap(ObjectType::units).orElse("").strip().toLowerCase(Locale.ROOT);
    }

    /** The MIB's UNITS, in short where it is a word everybody shortens. */
    public static String shortUnit(Optional<ObjectType> object) {
        String written = object.flatMap(ObjectType::units).orElse("").strip();
        return SHORT_UNITS.getOrDefault(written.toLowerCase(Locale.ROOT), written);
    }

    /** What a counter counts: {@code B} where its rate is in bits; else "". */
    String totalUnit() {
        return factor == BITS_PER_OCTET ? "B" : "";
    }

    /** DISPLAY-HINT {@code d-2} puts a point before the last two digits (RFC 2579 §3.1). */
    private static double decimals(Optional<ObjectType> object) {
        String hint = object.flatMap(o -> o.syntax().displayHint()).orElse("");
        return hint.matches("d-\\d") ? Math.pow(10, -Integer.parseInt(hint.substring(2))) : 1;
    }

    /** The number a raw value stands for; for counters, use their rate. */
    public double number(SmiValue value) {
        return switch (value) {
            case SmiValue.Integer32(int v) -> v * factor;
            case SmiValue.Gauge32(long v) -> v * factor;
            case SmiValue.TimeTicks(long v) -> v * factor;
            default -> Double.NaN;
        };
    }

    /** A raw value's own number, to sort by; NaN if it has none. */
    public static double raw(SmiValue value) {
        return switch (value) {
            case SmiValue.Integer32(int v) -> v;
            case SmiValue.Gauge32(long v) -> (double) v;
            case SmiValue.Counter32(long v) -> (double) v;
            case SmiValue.TimeTicks(long v) -> (double) v;
            case SmiValue.Counter64(long v) -> v >= 0 ? (double) v : (double) v + 0x1p64;
            default -> Double.NaN;
        };
    }
}
