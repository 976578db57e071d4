package dev.bulkhead.app.flight;

import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.app.naming.UnknownNameException;
import dev.bulkhead.engine.recording.BoundedLines;
import dev.bulkhead.engine.recording.RecordingException;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Walks as net-snmp's {@code snmpwalk} prints them: {@code NAME = TYPE: VALUE}, with names or
 * numbers. Blocks.
 *
 * <p>Reading is tolerant: texts may go over many lines, hexadecimal too; what cannot be used is
 * noted with its line number. Values whose type is not printed ({@code -OQ}) need the module that
 * has their object. What is written is numeric and reads back as it was.
 */
public final class WalkText {
    /** What a file may have. */
    private static final long MAX_OCTETS = 256L << 20;

    private static final int MAX_NOTES = 100;
    private static final int MAX_VALUES = 1_000_000;

    /** A text of 65,535 octets in hexadecimal rows, with room. */
    private static final int MAX_RECORD = 400_000;

    private static final Pattern START =
            Pattern.compile(
                    "(?:\\.?\\d+(?:\\.\\d+)+|\\.?iso(?:[. ]|$).*?|[A-Za-z][\\w-]*::\\S.*?"
                            + "|\\.?[a-z][\\w-]*(?:\\.\\S*?)?)\\s+=(?:\\s.*|$)");
    private static final Pattern HEX_ROW =
            Pattern.compile("\\s*(?:[0-9A-Fa-f]{2}\\s+)*[0-9A-Fa-f]{2}\\s*(?:\\[.*)?");

    private final MibNames names;
    private final Path file;
    private final List<VarBind> values = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private int unusable;

    private WalkText(MibNames names, Path file) {
        this.names = names;
        this.file = file;
    }

    /**
     * What is in a file.
     *
     * @param values sorted, each name once
     * @param notes what was not used and why, as {@code file:line: reason}
     */
    public record Content(List<VarBind> values, List<String> notes) {
        public Content {
            values = List.copyOf(values);
            notes = List.copyOf(notes);
        }
    }

    /**
     * Reads a file.
     *
     * @param names resolve what is not numeric
     * @throws RecordingException if it cannot be read, is too large, or has no value
     */
    public static Content read(Path file, MibNames names) throws RecordingException {
        WalkText reader = new WalkText(names, file);
        try (BoundedLines lines = BoundedLines.open(file, MAX_OCTETS)) {
            reader.readAll(lines);
        }
        return reader.finish();
    }

    private void readAll(BoundedLines lines) throws RecordingException {
        StringBuilder record = new StringBuilder();
        int begun = 0;
        for (String line = lines.next(); line != null; line = lines.next()) {
            boolean goesOn = !record.isEmpty() && (isOpen(record) || !starts(line));
            if (goesOn) {
                if (record.length() + line.length() > MAX_RECORD) {
                    throw new RecordingException(
                            lines.at() + "a value of more than " + MAX_RECORD + " characters");
                }
                record.append('\n').append(line);
                continue;
            }
            take(record, begun);
            record.setLength(0);
            if (starts(line)) {
                record.append(line);
                begun = lines.number();
            } else if (!line.isBlank() && !line.startsWith("#")) {
                note(lines.number(), "not of the form NAME = TYPE: VALUE");
            }
            if (values.size() > MAX_VALUES) {
                throw new RecordingException(lines.at() + "more than " + MAX_VALUES + " values");
            }
        }
        take(record, begun);
    }

    private static boolean starts(String line) {
        int equals = line.indexOf(" =");
        return equals > 0 && equals < 2000 && START.matcher(line).matches();
    }

    /** Whether a quote was opened and not closed. */
    private static boolean isOpen(CharSequence record) {
        String text = record.toString();
        int value = text.indexOf(" = ");
        String rest = value < 0 ? "" : text.substring(value + 3);
        int quote = rest.startsWith("\"") ? 0 : rest.startsWith("STRING: \"") ? 8 : -1;
        if (quote < 0) {
            return false;
        }
        for (int i = quote + 1; i < rest.length(); i++) {
            if (rest.charAt(i) == '\\') {
                i++;
            } else if (rest.charAt(i) == '"') {
                return false;
            }
        }
        return true;
    }

    private void take(StringBuilder record, int line) {
        if (record.isEmpty()) {
            return;
        }
        try {
            int equals = record.indexOf(" =");
            String name = record.substring(0, equals).strip();
            String text = record.substring(Math.min(equals + 3, record.length()));
            Oid oid = names.resolve(name);
            if (oid.size() < 2 || oid.size() > 128) {
                throw new IllegalArgumentException("an OID of " + oid.size() + " numbers");
            }
            WalkValue.read(text, oid, names)
                    .ifPresent(value -> values.add(new VarBind(oid, value)));
        } catch (IllegalArgumentException | UnknownNameException e) {
            note(line, String.valueOf(e.getMessage()));
        }
    }

    private void note(int line, String reason) {
        unusable++;
        if (notes.size() < MAX_NOTES) {
            notes.add(file + ":" + line + ": " + reason);
        }
    }

    private Content finish() throws RecordingException {
        if (values.isEmpty()) {
            throw new RecordingException(
                    "no line of "
                            + file
                            + " can be used"
                            + (notes.isEmpty() ? "" : " (" + notes.getFirst() + ")")
                            + ": give the output of snmpwalk, best with -On");
        }
        if (unusable > notes.size()) {
            notes.add(file + ": and " + (unusable - notes.size()) + " more lines not used");
        }
        values.sort(Comparator.comparing(VarBind::name));
        List<VarBind> once = new ArrayList<>(values.size());
        for (VarBind value : values) {
            if (once.isEmpty() || !once.getLast().name().equals(value.name())) {
                once.add(value);
            }
        }
        return new Content(once, notes);
    }

    /** Whether these characters are rows of hexadecimal octets. */
    static boolean isHex(String text) {
        return text.lines().allMatch(row -> HEX_ROW.matcher(row).matches());
    }

    /**
     * Writes values as {@code snmpwalk -On -Oe} would, but for long hexadecimal, which stays on its
     * line.
     *
     * @throws IOException if it cannot be written
     */
    public static void write(Path file, List<VarBind> values) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.US_ASCII)) {
            for (VarBind value : values) {
                String text = line(value);
                if (text != null) {
                    out.write(text);
                    out.write('\n');
                }
            }
        }
    }

    /** A variable as one line; null for what is no value. */
    static @Nullable String line(VarBind varBind) {
        return value(varBind.value())
                .map(text -> varBind.name().toDottedString() + " = " + text)
                .orElse(null);
    }

    private static Optional<String> value(SmiValue value) {
        return Optional.ofNullable(
                switch (value) {
                    case SmiValue.Integer32(int number) -> "INTEGER: " + number;
                    case SmiValue.Counter32(long number) -> "Counter32: " + number;
                    case SmiValue.Gauge32(long number) -> "Gauge32: " + number;
                    case SmiValue.TimeTicks(long ticks) ->
                            "Timeticks: (" + ticks + ") " + clock(ticks);
                    case SmiValue.Counter64(long number) ->
                            "Counter64: " + Long.toUnsignedString(number);
                    case SmiValue.OctetString octets -> octets(octets.bytes());
                    case SmiValue.IpAddress address -> "IpAddress: " + address;
                    case SmiValue.ObjectIdentifier(Oid oid) -> "OID: " + oid.toDottedString();
                    case SmiValue.Opaque opaque -> "OPAQUE: " + hex(opaque.bytes());
                    case SmiValue.Malformed malformed -> null;
                    case SmiValue.Marker marker -> null;
                });
    }

    private static String octets(byte[] octets) {
        if (octets.length == 0) {
            return "\"\"";
        }
        StringBuilder text = new StringBuilder("STRING: \"");
        for (byte octet : octets) {
            if (octet < ' ' || octet > '~') {
                return "Hex-STRING: " + hex(octets);
            }
            if (octet == '"' || octet == '\\') {
                text.append('\\');
            }
            text.append((char) octet);
        }
        return text.append('"').toString();
    }

    private static String hex(byte[] octets) {
        return HexFormat.ofDelimiter(" ").withUpperCase().formatHex(octets);
    }

    private static String clock(long ticks) {
        long seconds = ticks / 100;
        long days = seconds / 86_400;
        String day = days == 0 ? "" : days == 1 ? "1 day, " : days + " days, ";
        return day
                + String.format(
                        Locale.ROOT,
                        "%d:%02d:%02d.%02d",
                        seconds / 3600 % 24,
                        seconds / 60 % 60,
                        seconds % 60,
                        ticks % 100);
    }
}
