package dev.bulkhead.app.naming;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Octets by a DISPLAY-HINT (RFC 2579 §3.1) in net-snmp's spelling, which the RFC leaves open: hex
 * in small letters and without leading zeros, {@code 0:1b:54:a:b:c}. The window shows {@code
 * 00:1B:54:0A:0B:0C}.
 */
public final class HintText {
    private final String hint;
    private final byte[] octets;
    private final ByteArrayOutputStream text = new ByteArrayOutputStream();
    private int at;
    private int next;

    private HintText(String hint, byte[] octets) {
        this.hint = hint;
        this.octets = octets;
    }

    /** The octets as this legal hint for octet strings says. */
    public static String format(String hint, byte[] octets) {
        HintText run = new HintText(hint, octets);
        int last = 0;
        while (run.next < octets.length) {
            if (run.at >= hint.length()) {
                run.at = last;
            }
            last = run.at;
            run.specification();
        }
        return run.decoded();
    }

    /** Applies one octet-format specification and steps behind it. */
    private void specification() {
        int repeat = 1;
        if (hint.charAt(at) == '*') {
            at++;
            repeat = octets[next++] & 0xFF;
        }
        int width = 0;
        while (isDigit(at)) {
            width = Math.min(width * 10 + (hint.charAt(at++) - '0'), 65_535);
        }
        char code = at < hint.length() ? hint.charAt(at++) : 'x';
        int separator = isLiteral(at) ? hint.charAt(at++) : -1;
        int terminator = separator >= 0 && isLiteral(at) ? hint.charAt(at++) : -1;
        for (; repeat > 0 && next < octets.length; repeat--) {
            piece(code, Math.max(1, width));
            if (separator >= 0 && next < octets.length && (repeat > 1 || terminator < 0)) {
                text.write(separator);
            }
        }
        if (terminator >= 0 && next < octets.length) {
            text.write(terminator);
        }
    }

    private boolean isDigit(int place) {
        return place < hint.length() && hint.charAt(place) >= '0' && hint.charAt(place) <= '9';
    }

    private boolean isLiteral(int place) {
        return place < hint.length() && !isDigit(place) && hint.charAt(place) != '*';
    }

    private void piece(char code, int width) {
        int end = Math.min(octets.length, next + width);
        if (code == 'a' || code == 't') {
            text.write(octets, next, end - next);
        } else {
            long value = 0;
            for (int i = next; i < end; i++) {
                value = (value << 8) | (octets[i] & 0xFF);
            }
            int radix = code == 'd' ? 10 : code == 'o' ? 8 : 16;
            text.writeBytes(Long.toString(value, radix).getBytes(StandardCharsets.US_ASCII));
        }
        next = end;
    }

    /** UTF-8 where it is that; else each octet a Latin-1 character, so that nothing is lost. */
    private String decoded() {
        byte[] bytes = text.toByteArray();
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }
}
