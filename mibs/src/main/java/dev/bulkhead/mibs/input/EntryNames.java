package dev.bulkhead.mibs.input;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Archives do not say in which charset names are: UTF-8 if they can be, else one of 8 bits. */
final class EntryNames {
    private EntryNames() {}

    /** A name of a tar, else in ISO 8859-1. */
    static String decode(byte[] name) {
        return decode(name, StandardCharsets.ISO_8859_1);
    }

    static String decode(byte[] name, Charset otherwise) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(name)).toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(name, otherwise);
        }
    }
}
