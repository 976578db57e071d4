package dev.bulkhead.engine.simulator;

import java.util.ArrayList;
import java.util.List;
import org.snmp4j.smi.Counter32;
import org.snmp4j.smi.Gauge32;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.IpAddress;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.TimeTicks;
import org.snmp4j.smi.Variable;

/**
 * Reads the tables and scalars of a model that never change.
 *
 * <p>A line {@code @ENTRY NUMBER=TYPE ...} opens a table and names its columns; each line below is
 * a row {@code INDEX|VALUE|...}, an empty value being a cell that is not there. The types are i
 * (INTEGER), c (Counter32), g (Gauge32), t (TimeTicks), s (text), x (octets in hexadecimal), o
 * (OID) and a (IpAddress). A group of scalars is a table whose entry is the group and whose index
 * is 0.
 */
final class ModelTables {
    private ModelTables() {}

    static void addTo(Layout.Builder layout, String resource) {
        String entry = "";
        List<String> columns = new ArrayList<>();
        for (String line : ModelText.lines(resource)) {
            if (line.startsWith("@")) {
                List<String> words = List.of(line.substring(1).split(" +"));
                entry = words.getFirst();
                columns = words.subList(1, words.size());
            } else {
                addRow(layout, entry, columns, List.of(line.split("\\|", -1)));
            }
        }
    }

    private static void addRow(
            Layout.Builder layout, String entry, List<String> columns, List<String> fields) {
        if (fields.size() != columns.size() + 1) {
            throw new IllegalStateException(
                    entry + " has " + columns.size() + " columns, not as many as " + fields);
        }
        for (int i = 0; i < columns.size(); i++) {
            String text = fields.get(i + 1);
            if (!text.isEmpty()) {
                int equals = columns.get(i).indexOf('=');
                Variable value = value(columns.get(i).charAt(equals + 1), text);
                String column = entry + "." + columns.get(i).substring(0, equals);
                layout.cell(column, fields.getFirst(), device -> value);
            }
        }
    }

    private static Variable value(char type, String text) {
        return switch (type) {
            case 'i' -> new Integer32(Integer.parseInt(text));
            case 'c' -> new Counter32(Long.parseLong(text));
            case 'g' -> new Gauge32(Long.parseLong(text));
            case 't' -> new TimeTicks(Long.parseLong(text));
            case 's' -> DeviceRights.text(text);
            case 'x' -> OctetString.fromHexString(text, ' ');
            case 'o' -> new OID(text);
            case 'a' -> new IpAddress(text);
            default -> throw new IllegalStateException("no type '" + type + "'");
        };
    }
}
