package dev.bulkhead.mibs.display;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A DISPLAY-HINT, parsed (RFC 2579 §3.1). Immutable. */
public final class DisplayHint {
    /** How octets are written in hexadecimal. */
    public enum HexStyle {
        /** {@code 00:1B:54}: two upper-case digits an octet. */
        PADDED_UPPER,
        /** {@code 0:1b:54}: as few lower-case digits as do, as net-snmp prints. */
        PLAIN_LOWER
    }

    private final char numeric;
    private final int decimals;
    private final List<OctetSpec> specs;

    private DisplayHint(char numeric, int decimals, List<OctetSpec> specs) {
        this.numeric = numeric;
        this.decimals = decimals;
        this.specs = List.copyOf(specs);
    }

    /**
     * One octet-format specification.
     *
     * @param repeat whether the value's next octet says how often it applies
     * @param separator 0 if none
     * @param terminator 0 if none
     */
    private record OctetSpec(
            boolean repeat, int length, char format, char separator, char terminator) {}

    /** Parses the hint's text; empty if the text is not a legal hint. */
    public static Optional<DisplayHint> parse(String text) {
        if (text.matches("[xob]|d(-\\d{1,2})?")) {
            int decimals = text.length() > 2 ? Integer.parseInt(text.substring(2)) : 0;
            return Optional.of(new DisplayHint(text.charAt(0), decimals, List.of()));
        }
        List<OctetSpec> specs = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int end = parseSpec(text, at, specs);
            if (end < 0) {
                return Optional.empty();
            }
            at = end;
        }
        return specs.isEmpty() ? Optional.empty() : Optional.of(new DisplayHint(' ', 0, specs));
    }

    /**
     * Reads one specification and returns where the next begins, or -1 if there is none to read.
     */
    private static int parseSpec(String text, int start, List<OctetSpec> specs) {
        int at = start;
        boolean repeat = text.charAt(at) == '*';
        at += repeat ? 1 : 0;
        int digits = at;
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
        if (at == digits || at - digits > 4 || at == text.length()) {
            return -1;
        }
        int length = Integer.parseInt(text.substring(digits, at));
        char format = text.charAt(at++);
        if ("dxoat".indexOf(format) < 0) {
            return -1;
        }
        char separator = 0;
        char terminator = 0;
        if (at < text.length() && isPunctuation(text.charAt(at))) {
            separator = text.charAt(at++);
            if (repeat && at < text.length() && isPunctuation(text.charAt(at))) {
                terminator = text.charAt(at++);
            }
        }
        specs.add(new OctetSpec(repeat, length, format, separator, terminator));
        return at;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isPunctuation(char c) {
        return !isDigit(c) && c != '*';
    }

    /**
     * Whether this is an integer hint ({@code d}, {@code d-2}, {@code x}, {@code o}, {@code b}).
     */
    public boolean isNumeric() {
        return specs.isEmpty();
    }

    /** Whether octets are characters of a text, all of them ({@code 255a}, {@code 255t}). */
    public boolean isText() {
        return !specs.isEmpty()
                && specs.stream().allMatch(spec -> spec.format() == 'a' || spec.format() == 't');
    }

    /** An octet string as the hint says; only for hints that are not numeric. */
    public String format(byte[] octets) {
        return format(octets, HexStyle.PADDED_UPPER);
    }

    /** An octet string as the hint says, with a choice of hexadecimal digits. */
    public String format(byte[] octets, HexStyle style) {
        StringBuilder text = new StringBuilder();
        int at = 0;
        int spec = 0;
        while (at < octets.length) {
            OctetSpec current = specs.get(Math.min(spec++, specs.size() - 1));
            int times = 1;
            if (current.repeat()) {
                times = octets[at++] & 0xFF;
            }
            for (int i = 0; i < times && at < octets.length; i++) {
                int end = Math.min(octets.length, at + current.length());
                append(text, Arrays.copyOfRange(octets, at, end), current, style);
                boolean lastOfGroup = i == times - 1 && current.terminator() != 0;
                if (end < octets.length && current.separator() != 0 && !lastOfGroup) {
                    text.append(current.separator());
                }
                at = end;
            }
            if (current.terminator() != 0 && at < octets.length) {
                text.append(current.terminator());
            }
            if (current.length() == 0 && !current.repeat() && spec > specs.size()) {
                break; // a last specification of length 0 would never come to an end
            }
        }
        return text.toString();
    }

    private static void append(StringBuilder text, byte[] part, OctetSpec spec, HexStyle style) {
        switch (spec.format()) {
            case 'a' -> text.append(new String(part, StandardCharsets.ISO_8859_1));
            case 't' -> text.append(new String(part, StandardCharsets.UTF_8));
            case 'd' -> text.append(part.length == 0 ? "" : new BigInteger(1, part).toString());
            case 'o' -> text.append(part.length == 0 ? "" : new BigInteger(1, part).toString(8));
            default -> text.append(part.length == 0 ? "" : hex(part, style));
        }
    }

    private static String hex(byte[] part, HexStyle style) {
        String digits = new BigInteger(1, part).toString(16);
        return switch (style) {
            case PLAIN_LOWER -> digits;
            case PADDED_UPPER ->
                    "0".repeat(part.length * 2 - digits.length()) + digits.toUpperCase(Locale.ROOT);
        };
    }

    /** A number as the hint says; only for numeric hints. */
    public String format(long number) {
        return switch (numeric) {
            case 'x' -> Long.toHexString(number);
            case 'o' -> Long.toOctalString(number);
            case 'b' -> Long.toBinaryString(number);
            default ->
                    decimals == 0
                            ? Long.toString(number)
                            : BigDecimal.valueOf(number, decimals).toPlainString();
        };
    }

    /**
     * Text back to octets; empty if it does not fit the hint. Only for hints that are not numeric.
     */
    public Optional<byte[]> parseOctets(String text) {
        if (specs.stream().anyMatch(spec -> spec.repeat() || spec.length() == 0)) {
            return Optional.empty();
        }
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        int at = 0;
        int index = 0;
        while (at < text.length()) {
            OctetSpec spec = specs.get(Math.min(index++, specs.size() - 1));
            int end = partEnd(text, at, spec);
            Optional<byte[]> part = octets(text.substring(at, end), spec);
            if (part.isEmpty()) {
                return Optional.empty();
            }
            octets.writeBytes(part.get());
            at = end;
            if (at < text.length() && spec.separator() != 0) {
                if (text.charAt(at) != spec.separator()) {
                    return Optional.empty();
                }
                at++;
            }
        }
        return Optional.of(octets.toByteArray());
    }

    private static int partEnd(String text, int start, OctetSpec spec) {
        if (spec.format() == 'a' || spec.format() == 't') {
            return Math.min(text.length(), start + spec.length());
        }
        int radix = radix(spec);
        int most = spec.separator() == 0 && spec.format() == 'x' ? spec.length() * 2 : 64;
        int end = start;
        while (end < text.length()
                && end - start < most
                && Character.digit(text.charAt(end), radix) >= 0) {
            end++;
        }
        return end;
    }

    private static int radix(OctetSpec spec) {
        return switch (spec.format()) {
            case 'x' -> 16;
            case 'o' -> 8;
            default -> 10;
        };
    }

    private static Optional<byte[]> octets(String part, OctetSpec spec) {
        if (spec.format() == 't') {
            return Optional.of(part.getBytes(StandardCharsets.UTF_8));
        }
        if (spec.format() == 'a') {
            return part.chars().allMatch(c -> c <= 0xFF)
                    ? Optional.of(part.getBytes(StandardCharsets.ISO_8859_1))
                    : Optional.empty();
        }
        if (part.isEmpty()) {
            return Optional.empty();
        }
        byte[] number = new BigInteger(part, radix(spec)).toByteArray();
        byte[] octets = new byte[spec.length()];
        for (int i = 0; i < number.length; i++) {
            int to = octets.length - number.length + i;
            if (to >= 0) {
                octets[to] = number[i];
            } else if (number[i] != 0) {
                return Optional.empty();
            }
        }
        return Optional.of(octets);
    }

    /** Text back to a number; empty if it does not fit the hint. Only for numeric hints. */
    public Optional<Long> parseNumber(String text) {
        try {
            return Optional.of(
                    switch (numeric) {
                        case 'x' -> Long.parseUnsignedLong(text, 16);
                        case 'o' -> Long.parseUnsignedLong(text, 8);
                        case 'b' -> Long.parseUnsignedLong(text, 2);
                        default -> new BigDecimal(text).movePointRight(decimals).longValueExact();
                    });
        } catch (ArithmeticException | NumberFormatException doesNotFit) {
            return Optional.empty();
        }
    }
}
