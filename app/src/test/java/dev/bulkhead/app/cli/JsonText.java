package dev.bulkhead.app.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON (RFC 8259) strictly: objects as maps without a name twice, arrays as lists, numbers as
 * {@link BigDecimal}.
 */
final class JsonText {
    private final String text;
    private int at;

    private JsonText(String text) {
        this.text = text;
    }

    /**
     * The value that is the whole text.
     *
     * @throws IllegalArgumentException if it is no JSON
     */
    static @Nullable Object parse(String text) {
        JsonText run = new JsonText(text);
        Object value = run.value();
        run.space();
        if (run.at != text.length()) {
            throw run.wrong("something follows");
        }
        return value;
    }

    private IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException(what + " at " + at + " of " + text);
    }

    private void space() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private char next() {
        space();
        if (at == text.length()) {
            throw wrong("the end");
        }
        return text.charAt(at);
    }

    private boolean skip(char c) {
        boolean is = next() == c;
        at += is ? 1 : 0;
        return is;
    }

    private void expect(char c) {
        if (!skip(c)) {
            throw wrong("no " + c);
        }
    }

    private @Nullable Object value() {
        return switch (next()) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private @Nullable Object word(String word, @Nullable Object value) {
        if (!text.startsWith(word, at)) {
            throw wrong("no " + word);
        }
        at += word.length();
        return value;
    }

    private Map<String, @Nullable Object> object() {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        expect('{');
        if (skip('}')) {
            return fields;
        }
        do {
            next();
            String name = string();
            expect(':');
            if (fields.put(name, value()) != null) {
                throw wrong(name + " twice");
            }
        } while (skip(','));
        expect('}');
        return fields;
    }

    private List<@Nullable Object> array() {
        List<@Nullable Object> values = new ArrayList<>();
        expect('[');
        if (skip(']')) {
            return values;
        }
        do {
            values.add(value());
        } while (skip(','));
        expect(']');
        return values;
    }

    private String string() {
        expect('"');
        StringBuilder read = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '"') {
            char c = text.charAt(at++);
            if (c < ' ') {
                throw wrong("a control character");
            }
            if (c == '\\') {
                c = text.charAt(at++);
                switch (c) {
                    case '"', '\\', '/' -> read.append(c);
                    case 'b' -> read.append('\b');
                    case 'f' -> read.append('\f');
                    case 'n' -> read.append('\n');
                    case 'r' -> read.append('\r');
                    case 't' -> read.append('\t');
                    case 'u' -> {
                        read.append((char) Integer.parseInt(text.substring(at, at + 4), 16));
                        at += 4;
                    }
                    default -> throw wrong("\\" + c);
                }
            } else {
                read.append(c);
            }
        }
        expect('"');
        return read.toString();
    }

    private BigDecimal number() {
        int begin = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        String number = text.substring(begin, at);
        if (!number.matches("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?")) {
            throw wrong("no value");
        }
        return new BigDecimal(number);
    }
}
