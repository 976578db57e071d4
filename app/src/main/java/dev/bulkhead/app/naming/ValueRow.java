package dev.bulkhead.app.naming;

import dev.bulkhead.app.export.Row;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.SmiValue;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.List;

/**
 * A variable binding as named fields: {@code oid}, {@code name}, {@code type}, then {@code value}
 * (a number or text) or {@code exception}, for octets also {@code raw} in hex, and {@code text} as
 * the window shows it.
 */
public final class ValueRow {
    public static final List<String> COLUMNS =
            List.of("oid", "name", "type", "value", "raw", "text", "exception");

    private ValueRow() {}

    /** Adds the fields of a binding to a row. */
    public static Row add(Row row, VarBind varBind, MibNames names) {
        row.put("oid", varBind.name().toString());
        row.put("name", names.qualifiedName(varBind.name()));
        row.put("type", varBind.value().typeName());
        String text = names.value(varBind);
        addValue(row, varBind.value(), text);
        return row.put("text", text);
    }

    private static void addValue(Row row, SmiValue value, String text) {
        switch (value) {
            case SmiValue.Integer32(int number) -> row.put("value", number);
            case SmiValue.Counter32(long number) -> row.put("value", number);
            case SmiValue.Gauge32(long number) -> row.put("value", number);
            case SmiValue.TimeTicks(long number) -> row.put("value", number);
            case SmiValue.Counter64(long number) ->
                    row.put("value", new BigInteger(Long.toUnsignedString(number)));
            case SmiValue.OctetString octets -> {
                row.put("value", text);
                row.put("raw", HexFormat.of().formatHex(octets.bytes()));
            }
            case SmiValue.Opaque opaque -> {
                row.put("value", text);
                row.put("raw", HexFormat.of().formatHex(opaque.bytes()));
            }
            case SmiValue.IpAddress address -> row.put("value", address.toString());
            case SmiValue.ObjectIdentifier(var oid) -> row.put("value", oid.toString());
            case SmiValue.Malformed malformed -> {
                row.put("exception", malformed.typeName());
                row.put("problem", malformed.problem());
                row.put("raw", HexFormat.of().formatHex(malformed.bytes()));
            }
            case SmiValue.Marker marker -> row.put("exception", marker.typeName());
        }
    }
}
