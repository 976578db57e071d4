package dev.bulkhead.mibs.source;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Bytes to text: UTF-8 if they are, else Windows-1252, in which every byte means something. A byte
 * order mark, NUL, Ctrl-Z and form feeds become spaces, so that offsets stay.
 */
final class SourceDecoder {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private SourceDecoder() {}

    static String decode(byte[] bytes) {
        return withoutJunk(isAscii(bytes) ? ascii(bytes) : utf8OrWindows(bytes));
    }

    private static boolean isAscii(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }

    private static String ascii(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static String utf8OrWindows(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, WINDOWS_1252);
        }
    }

    private static String withoutJunk(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isJunk(text.charAt(i))) {
                StringBuilder clean = new StringBuilder(text);
                for (int j = i; j < clean.length(); j++) {
                    if (isJunk(clean.charAt(j))) {
                        clean.setCharAt(j, ' ');
                    }
                }
                return clean.toString();
            }
        }
        return text;
    }

    private static boolean isJunk(char c) {
        return (c < ' ' && c != '\n' && c != '\r' && c != '\t') || c == '\uFEFF' || c == '\u00A0';
    }
}
