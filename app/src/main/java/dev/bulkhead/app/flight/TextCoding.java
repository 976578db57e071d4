package dev.bulkhead.app.flight;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Octets as text and back: UTF-8 where they are that, UTF-16 where every second octet is zero, else
 * a character an octet, so that nothing is ever lost.
 *
 * @param readable whether it looks like text that somebody reads
 */
record TextCoding(String text, Charset charset, boolean readable) {

    static TextCoding of(byte[] octets) {
        Charset wide = wide(octets);
        if (wide != null) {
            return new TextCoding(new String(octets, wide), wide, true);
        }
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
            return new TextCoding(text, StandardCharsets.UTF_8, isReadable(text));
        } catch (CharacterCodingException e) {
            String text = new String(octets, StandardCharsets.ISO_8859_1);
            return new TextCoding(text, StandardCharsets.ISO_8859_1, isReadable(text));
        }
    }

    private static boolean isReadable(String text) {
        long odd =
                text.chars()
                        .filter(c -> c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != 0)
                        .count();
        boolean controls = text.chars().anyMatch(c -> c >= 0x7F && c < 0xA0);
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == 0) {
            end--;
        }
        return (odd == 0 && !controls && text.indexOf(0) < 0)
                || (odd == 0 && !controls && end >= 4 && text.indexOf(0) == end);
    }

    private static @Nullable Charset wide(byte[] octets) {
        if (octets.length < 4 || octets.length % 2 != 0) {
            return null;
        }
        boolean first = true;
        boolean second = true;
        for (int i = 0; i < octets.length; i += 2) {
            first &= octets[i] == 0 && octets[i + 1] != 0;
            second &= octets[i + 1] == 0 && octets[i] != 0;
        }
        return first ? StandardCharsets.UTF_16BE : second ? StandardCharsets.UTF_16LE : null;
    }

    byte[] encode(String changed) {
        return changed.getBytes(charset);
    }
}
