package dev.bulkhead.app.history;

import dev.bulkhead.mibs.smi.SmiValue;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How values of agents stand in the table {@code sample}: their BER tags, and what SQLite has. */
public final class Kinds {
    static final int COUNTER32 = 65;
    static final int COUNTER64 = 70;

    private Kinds() {}

    /** The tag of a value (RFC 2578 §7.1 and RFC 3416 §3, as in the table's remarks). */
    public static int of(SmiValue value) {
        return switch (value) {
            case SmiValue.Integer32 _ -> 2;
            case SmiValue.OctetString _ -> 4;
            case SmiValue.ObjectIdentifier _ -> 6;
            case SmiValue.IpAddress _ -> 64;
            case SmiValue.Counter32 _ -> COUNTER32;
            case SmiValue.Gauge32 _ -> 66;
            case SmiValue.TimeTicks _ -> 67;
            case SmiValue.Opaque _, SmiValue.Malformed _ -> 68;
            case SmiValue.Counter64 _ -> COUNTER64;
            case SmiValue.Marker marker ->
                    switch (marker) {
                        case UNSPECIFIED -> 5;
                        case NO_SUCH_OBJECT -> 128;
                        case NO_SUCH_INSTANCE -> 129;
                        case END_OF_MIB_VIEW -> 130;
                    };
        };
    }

    /** The words of a tag. */
    public static String words(int kind) {
        return switch (kind) {
            case 2 -> "INTEGER";
            case 4 -> "OCTET STRING";
            case 5 -> "unSpecified";
            case 6 -> "OBJECT IDENTIFIER";
            case 64 -> "IpAddress";
            case COUNTER32 -> "Counter32";
            case 66 -> "Gauge32";
            case 67 -> "TimeTicks";
            case 68 -> "Opaque";
            case COUNTER64 -> "Counter64";
            case 128 -> "noSuchObject";
            case 129 -> "noSuchInstance";
            case 130 -> "endOfMibView";
            default -> "tag " + kind;
        };
    }

    /** What is stored of a value; null for an exception. */
    public static @Nullable Object stored(SmiValue value) {
        return switch (value) {
            case SmiValue.Integer32(int v) -> (long) v;
            case SmiValue.Counter32(long v) -> v;
            case SmiValue.Gauge32(long v) -> v;
            case SmiValue.TimeTicks(long v) -> v;
            case SmiValue.Counter64(long v) -> v;
            case SmiValue.OctetString octets -> octets(octets.bytes());
            case SmiValue.ObjectIdentifier(var oid) -> oid.toString();
            case SmiValue.IpAddress address -> address.toString();
            case SmiValue.Opaque opaque -> opaque.bytes();
            case SmiValue.Malformed malformed -> malformed.bytes();
            case SmiValue.Marker _ -> null;
        };
    }

    private static Object octets(byte[] bytes) {
        return printable(bytes).map(text -> (Object) text).orElse(bytes);
    }

    private static Optional<String> printable(byte[] bytes) {
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.chars().allMatch(c -> c >= ' ' || c == '\n' || c == '\r' || c == '\t')
                    ? Optional.of(text)
                    : Optional.empty();
        } catch (CharacterCodingException binary) {
            return Optional.empty();
        }
    }
}
