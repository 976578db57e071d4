package dev.bulkhead.mibs.source;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What the bytes of a MIB file mean: ASCII in nearly all, UTF-8 if they are that, else
 * Windows-1252, in which every byte means something. UTF-16 with a byte order mark becomes UTF-8
 * first, so that all that reads a text can go by bytes.
 */
final class SourceBytes {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private SourceBytes() {}

    /** The same bytes, or those of UTF-16 as UTF-8. */
    static byte[] normalized(byte[] bytes) {
        if (bytes.length < 2) {
            return bytes;
        }
        int mark = ((bytes[0] & 0xFF) << 8) | (bytes[1] & 0xFF);
        return switch (mark) {
            case 0xFEFF -> recoded(bytes, StandardCharsets.UTF_16BE);
            case 0xFFFE -> recoded(bytes, StandardCharsets.UTF_16LE);
            default -> bytes;
        };
    }

    private static byte[] recoded(byte[] bytes, Charset charset) {
        return new String(Arrays.copyOfRange(bytes, 2, bytes.length), charset)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The charset of a whole file's bytes. */
    static Charset charset(byte[] bytes) {
        int at = 0;
        while (at < bytes.length && bytes[at] >= 0) {
            at++;
        }
        if (at == bytes.length) {
            return StandardCharsets.ISO_8859_1; // ASCII, and the fastest way to make a String of it
        }
        try {
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, at, bytes.length - at));
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException notUtf8) {
            return WINDOWS_1252;
        }
    }
}
