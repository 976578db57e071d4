package dev.bulkhead.app.cli;

import dev.bulkhead.app.naming.HintText;
import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.display.DisplayHint;
import dev.bulkhead.mibs.model.BaseType;
import dev.bulkhead.mibs.model.ObjectType;
import dev.bulkhead.mibs.model.Syntax;
import dev.bulkhead.mibs.smi.SmiValue;
import dev.bulkhead.mibs.smi.SmiValue.IpAddress;
import dev.bulkhead.mibs.smi.SmiValue.Marker;
import dev.bulkhead.mibs.smi.SmiValue.ObjectIdentifier;
import dev.bulkhead.mibs.smi.SmiValue.OctetString;
import dev.bulkhead.mibs.smi.SmiValue.TimeTicks;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Values as net-snmp's tools write them: {@code STRING: eth0}, {@code INTEGER: up(1)}, {@code
 * Timeticks: (123) 0:00:01.23}.
 *
 * <p>One thread at a time.
 */
final class ValueWriter {
    private final MibNames names;
    private final TextStyle style;
    private final Map<String, Optional<DisplayHint>> hints = new HashMap<>();

    ValueWriter(MibNames names, TextStyle style) {
        this.names = names;
        this.style = style;
    }

    String write(VarBind varBind) {
        SmiValue value = varBind.value();
        if (value instanceof Marker marker) {
            return marker(marker);
        }
        Optional<ObjectType> object = names.object(varBind.name());
        Optional<Syntax> syntax = object.map(ObjectType::syntax);
        if (syntax.isPresent() && !fits(value, syntax.get().base())) {
            String remark = "Wrong Type (should be " + netSnmpName(syntax.get().base()) + "): ";
            return (style.anyType() ? "" : remark) + plain(value, Optional.empty());
        }
        Optional<String> units = object.flatMap(ObjectType::units).filter(u -> style.units());
        boolean bare =
                value instanceof IpAddress
                        || (value instanceof TimeTicks && style.numericTicks())
                        || isEmptyText(value, syntax);
        return plain(value, syntax) + (bare ? "" : units.map(u -> " " + u).orElse(""));
    }

    private boolean isEmptyText(SmiValue value, Optional<Syntax> syntax) {
        return value instanceof OctetString octets
                && octets.length() == 0
                && hint(syntax).isEmpty();
    }

    private static String marker(Marker marker) {
        return switch (marker) {
            case UNSPECIFIED -> "NULL";
            case NO_SUCH_OBJECT -> "No Such Object available on this agent at this OID";
            case NO_SUCH_INSTANCE -> "No Such Instance currently exists at this OID";
            case END_OF_MIB_VIEW ->
                    "No more variables left in this MIB View (It is past the end of the MIB tree)";
        };
    }

    /** Whether a value of this object may be of this type; what is unknown fits. */
    private static boolean fits(SmiValue value, BaseType base) {
        return switch (base) {
            case INTEGER32 -> value instanceof SmiValue.Integer32;
            case UNSIGNED32, GAUGE32 -> value instanceof SmiValue.Gauge32;
            case COUNTER32 -> value instanceof SmiValue.Counter32;
            case COUNTER64 -> value instanceof SmiValue.Counter64;
            case TIME_TICKS -> value instanceof TimeTicks;
            case OCTET_STRING, BITS -> value instanceof OctetString;
            case OBJECT_IDENTIFIER -> value instanceof ObjectIdentifier;
            case IP_ADDRESS, NETWORK_ADDRESS -> value instanceof IpAddress;
            case OPAQUE -> value instanceof SmiValue.Opaque;
            case SEQUENCE, SEQUENCE_OF, CHOICE, UNKNOWN -> true;
        };
    }

    private static String netSnmpName(BaseType base) {
        return switch (base) {
            case UNSIGNED32, GAUGE32 -> "Gauge32 or Unsigned32";
            case TIME_TICKS -> "Timeticks";
            default -> base.rfcName();
        };
    }

    private String typed(String type, String text) {
        return style.quick() ? text : type + ": " + text;
    }

    private String plain(SmiValue value, Optional<Syntax> syntax) {
        return switch (value) {
            case SmiValue.Integer32(int number) -> typed("INTEGER", integer(number, syntax));
            case SmiValue.Gauge32(long number) -> typed("Gauge32", hinted(number, syntax));
            case SmiValue.Counter32(long number) -> typed("Counter32", Long.toString(number));
            case SmiValue.Counter64(long number) ->
                    typed("Counter64", Long.toUnsignedString(number));
            case TimeTicks(long ticks) -> ticks(ticks);
            case OctetString octets -> octets(octets.bytes(), syntax);
            case IpAddress address -> address(address, syntax);
            case ObjectIdentifier(var oid) -> typed("OID", names.name(oid, style.oids()));
            case SmiValue.Opaque opaque -> OpaqueText.write(opaque.bytes(), style);
            case SmiValue.Malformed malformed -> malformed.toString();
            case Marker marker -> marker(marker);
        };
    }

    private String integer(int number, Optional<Syntax> syntax) {
        Optional<String> label =
                style.numericLabels() ? Optional.empty() : syntax.flatMap(s -> s.label(number));
        if (label.isEmpty()) {
            return hinted(number, syntax);
        }
        return style.quick() ? label.get() : label.get() + "(" + number + ")";
    }

    private String hinted(long number, Optional<Syntax> syntax) {
        return hint(syntax)
                .filter(DisplayHint::isNumeric)
                .map(hint -> hint.format(number))
                .orElse(Long.toString(number));
    }

    private Optional<DisplayHint> hint(Optional<Syntax> syntax) {
        return syntax.flatMap(Syntax::displayHint)
                .flatMap(text -> hints.computeIfAbsent(text, DisplayHint::parse));
    }

    private String ticks(long ticks) {
        if (style.numericTicks()) {
            return Long.toString(ticks);
        }
        long seconds = ticks / 100;
        long days = seconds / 86_400;
        String day = days == 0 ? "" : days == 1 ? "1 day, " : days + " days, ";
        String clock =
                seconds / 3600 % 24
                        + ":"
                        + two(seconds / 60 % 60)
                        + ":"
                        + two(seconds % 60)
                        + "."
                        + two(ticks % 100);
        return style.quick() ? days + ":" + clock : "Timeticks: (" + ticks + ") " + day + clock;
    }

    private static String two(long number) {
        return number < 10 ? "0" + number : Long.toString(number);
    }

    private String octets(byte[] octets, Optional<Syntax> syntax) {
        if (syntax.filter(s -> s.base() == BaseType.BITS).isPresent()) {
            return bits(octets, syntax.get());
        }
        Optional<DisplayHint> hint = hint(syntax).filter(h -> !h.isNumeric());
        if (hint.isPresent()) {
            String text = syntax.flatMap(Syntax::displayHint).orElse("");
            return typed("STRING", HintText.format(text, octets));
        }
        if (octets.length == 0) {
            return "\"\"";
        }
        boolean text = style.allText() || (!style.allHex() && OctetText.isText(octets));
        if (text) {
            return typed("STRING", '"' + OctetText.ascii(octets) + '"');
        }
        String hex = hex(octets);
        return style.quick() ? '"' + hex + '"' : "Hex-STRING: " + hex;
    }

    private String hex(byte[] octets) {
        String rows = OctetText.hex(octets, style.textBesideHex());
        return style.isOnOneLine() ? rows.replace("\n", "") : rows;
    }

    private String bits(byte[] octets, Syntax syntax) {
        String hex = hex(octets);
        if (style.quick()) {
            return '"' + hex + '"';
        }
        StringBuilder text = new StringBuilder("BITS: ").append(hex);
        for (int bit = 0; bit < octets.length * 8; bit++) {
            if ((octets[bit / 8] & 0x80 >> bit % 8) != 0) {
                Optional<String> label =
                        style.numericLabels() ? Optional.empty() : syntax.label(bit);
                text.append(label.map(l -> l + "(").orElse(""));
                text.append(bit).append(label.isPresent() ? ") " : " ");
            }
        }
        return text.toString();
    }

    private String address(IpAddress address, Optional<Syntax> syntax) {
        if (syntax.filter(s -> s.base() == BaseType.NETWORK_ADDRESS).isPresent()) {
            String colons = OctetText.hex(address.bytes(), false).strip().replace(' ', ':');
            return typed("Network Address", colons);
        }
        return typed("IpAddress", address.toString());
    }
}
