package dev.bulkhead.app.export;

import java.util.List;
import java.util.Map;

/**
 * Rows as JSON (RFC 8259): an array of objects, or an object a line (JSON Lines).
 *
 * <p>What would do something on a terminal, control and bidirectional characters, is written as
 * {@code \}{@code u} escapes, which any reader turns back.
 */
public final class JsonWriter implements RowWriter {
    private static final String HEX = "0123456789abcdef";

    private final boolean lines;
    private boolean first = true;

    private JsonWriter(boolean lines) {
        this.lines = lines;
    }

    public static JsonWriter array() {
        return new JsonWriter(false);
    }

    public static JsonWriter lines() {
        return new JsonWriter(true);
    }

    @Override
    public String next(Row row) {
        StringBuilder text = new StringBuilder(160);
        if (!lines) {
            text.append(first ? "[\n" : ",\n");
        }
        first = false;
        append(text, row);
        return lines ? text.append('\n').toString() : text.toString();
    }

    @Override
    public String end() {
        if (lines) {
            return "";
        }
        return first ? "[]\n" : "\n]\n";
    }

    /** One row as one object, without a line end. */
    public static String object(Row row) {
        StringBuilder text = new StringBuilder();
        append(text, row);
        return text.toString();
    }

    private static void append(StringBuilder text, Object value) {
        switch (value) {
            case Row row -> {
                String before = "{";
                for (Map.Entry<String, Object> field : row.fields().entrySet()) {
                    quote(text.append(before), field.getKey());
                    append(text.append(':'), field.getValue());
                    before = ",";
                }
                text.append(row.fields().isEmpty() ? "{}" : "}");
            }
            case List<?> list -> {
                text.append('[');
                for (int i = 0; i < list.size(); i++) {
                    append(text.append(i > 0 ? "," : ""), list.get(i));
                }
                text.append(']');
            }
            case CharSequence string -> quote(text, string);
            default -> text.append(value);
        }
    }

    private static void quote(StringBuilder text, CharSequence string) {
        text.append('"');
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c == '\n') {
                text.append("\\n");
            } else if (c == '\r') {
                text.append("\\r");
            } else if (c == '\t') {
                text.append("\\t");
            } else if (InertText.isActive(string, i)) {
                text.append("\\u")
                        .append(HEX.charAt(c >> 12))
                        .append(HEX.charAt(c >> 8 & 15))
                        .append(HEX.charAt(c >> 4 & 15))
                        .append(HEX.charAt(c & 15));
            } else {
                text.append(c);
            }
        }
        text.append('"');
    }
}
