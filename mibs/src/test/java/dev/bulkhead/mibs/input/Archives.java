package dev.bulkhead.mibs.input;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Archives for tests, made byte by byte, so that they may break any rule. */
final class Archives {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** How a zip's entry is written. */
    enum Zip {
        STORED,
        DEFLATED,
        /** Sizes stand behind the data. */
        STORED_UNSIZED,
        DEFLATED_UNSIZED,
        ENCRYPTED,
        /** By a method that nobody knows. */
        ODD_METHOD,
        /** The header's sizes are far too small. */
        LYING_SIZES,
        WRONG_CRC,
        /** The deflated data begins with an impossible block. */
        BROKEN_DATA
    }

    static String module(String name) {
        return name + " DEFINITIONS ::= BEGIN\nEND\n";
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    Archives zip(String name, String text) {
        return zip(name, ascii(text), Zip.DEFLATED);
    }

    Archives zip(String name, byte[] content, Zip how) {
        byte[] data =
                switch (how) {
                    case DEFLATED, DEFLATED_UNSIZED, LYING_SIZES, WRONG_CRC -> deflate(content);
                    case BROKEN_DATA -> broken(deflate(content));
                    case STORED, STORED_UNSIZED, ENCRYPTED, ODD_METHOD -> content;
                };
        boolean unsized = how == Zip.DEFLATED_UNSIZED || how == Zip.STORED_UNSIZED;
        int flags = (unsized ? 8 : 0) | (how == Zip.ENCRYPTED ? 1 : 0);
        int method =
                switch (how) {
                    case DEFLATED, DEFLATED_UNSIZED, LYING_SIZES, WRONG_CRC, BROKEN_DATA -> 8;
                    case STORED, STORED_UNSIZED, ENCRYPTED -> 0;
                    case ODD_METHOD -> 99;
                };
        long crc = how == Zip.WRONG_CRC ? 0x12345678 : crc(content);
        int told = how == Zip.LYING_SIZES ? 1 : data.length;
        byte[] nameBytes = name.getBytes(StandardCharsets.UTF_8);
        ByteBuffer header = little(30);
        header.putInt(0x04034B50).putShort((short) 20).putShort((short) flags);
        header.putShort((short) method).putInt(0);
        header.putInt(unsized ? 0 : (int) crc).putInt(unsized ? 0 : told);
        header.putInt(unsized ? 0 : how == Zip.LYING_SIZES ? 1 : content.length);
        header.putShort((short) nameBytes.length).putShort((short) 0);
        raw(header).raw(nameBytes).raw(data);
        if (unsized) {
            ByteBuffer descriptor = little(16).putInt(0x08074B50).putInt((int) crc);
            raw(descriptor.putInt(data.length).putInt(content.length));
        }
        return this;
    }

    /** A zip's directory entry; readers that go front to back need it only for its mode. */
    Archives directory(String name, int unixMode) {
        ByteBuffer entry = little(46);
        entry.putInt(0, 0x02014B50)
                .putShort(4, (short) (3 << 8))
                .putShort(28, (short) name.length());
        entry.putInt(38, unixMode << 16);
        return raw(entry).raw(ascii(name));
    }

    byte[] endZip() {
        return raw(little(22).putInt(0x06054B50)).bytes();
    }

    Archives tar(String name, String content) {
        byte[] bytes = ascii(content);
        return raw(tarHeader(ascii(name), '0', bytes.length)).padded(bytes);
    }

    /** An entry that has no content. */
    Archives tarSpecial(String name, char type, String linkTo) {
        byte[] header = tarHeader(ascii(name), type, 0);
        System.arraycopy(ascii(linkTo), 0, header, 157, linkTo.length());
        return raw(checked(header));
    }

    Archives tarGnuLongName(String name) {
        byte[] bytes = ascii(name + "\0");
        return raw(tarHeader(ascii("././@LongLink"), 'L', bytes.length)).padded(bytes);
    }

    Archives tarPax(String... records) {
        StringBuilder all = new StringBuilder();
        for (String record : records) {
            int length = record.length() + 3;
            length += String.valueOf(length).length() > 1 ? String.valueOf(length).length() - 1 : 0;
            all.append(length).append(' ').append(record).append('\n');
        }
        byte[] bytes = ascii(all.toString());
        return raw(tarHeader(ascii("PaxHeaders/x"), 'x', bytes.length)).padded(bytes);
    }

    byte[] endTar() {
        return raw(new byte[1024]).bytes();
    }

    static byte[] tarHeader(byte[] name, char type, long size) {
        byte[] header = new byte[512];
        System.arraycopy(name, 0, header, 0, Math.min(name.length, 100));
        put(header, 100, "0000644\0000000000\0000000000\000");
        put(header, 124, String.format("%011o\0%011o\0", size, 0));
        header[156] = (byte) type;
        put(header, 257, "ustar\00000");
        return checked(header);
    }

    static byte[] checked(byte[] header) {
        Arrays.fill(header, 148, 156, (byte) ' ');
        int sum = 0;
        for (byte b : header) {
            sum += b & 0xFF;
        }
        put(header, 148, String.format("%06o\0 ", sum));
        return header;
    }

    private static void put(byte[] header, int at, String text) {
        System.arraycopy(ascii(text), 0, header, at, text.length());
    }

    Archives padded(byte[] content) {
        return raw(content).raw(new byte[(512 - content.length % 512) % 512]);
    }

    Archives raw(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    private Archives raw(ByteBuffer whole) {
        byte[] bytes = new byte[whole.capacity()];
        whole.get(0, bytes);
        return raw(bytes);
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    static byte[] gzip(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] deflate(byte[] content) {
        Deflater deflater = new Deflater(9, true);
        deflater.setInput(content);
        deflater.finish();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[4096];
        while (!deflater.finished()) {
            bytes.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return bytes.toByteArray();
    }

    private static byte[] broken(byte[] data) {
        data[0] = 7; // block type 3
        return data;
    }

    private static long crc(byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(content);
        return crc.getValue();
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
