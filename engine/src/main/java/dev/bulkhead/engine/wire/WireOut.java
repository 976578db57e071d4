package dev.bulkhead.engine.wire;

import dev.bulkhead.mibs.smi.Oid;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** A growing array that fields of a frame are appended to. One thread. */
final class WireOut {
    private byte[] octets = new byte[512];
    private int size;

    int size() {
        return size;
    }

    byte[] octets() {
        return octets;
    }

    void clear() {
        size = 0;
        if (octets.length > 1 << 20) {
            octets = new byte[512];
        }
    }

    private void ensure(int more) {
        if (octets.length - size < more) {
            octets = Arrays.copyOf(octets, Math.max(octets.length * 2, size + more));
        }
    }

    void octet(int value) {
        ensure(1);
        octets[size++] = (byte) value;
    }

    void bool(boolean value) {
        octet(value ? 1 : 0);
    }

    /** Four octets, most significant first, at a place written before. */
    void putInt(int at, int value) {
        octets[at] = (byte) (value >>> 24);
        octets[at + 1] = (byte) (value >>> 16);
        octets[at + 2] = (byte) (value >>> 8);
        octets[at + 3] = (byte) value;
    }

    /** An unsigned 64-bit number, seven bits an octet, least significant first. */
    void unsigned(long value) {
        ensure(10);
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            octets[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        octets[size++] = (byte) rest;
    }

    /** A signed number: small ones of either sign are short. */
    void signed(long value) {
        unsigned((value << 1) ^ (value >> 63));
    }

    void bytes(byte[] value) {
        unsigned(value.length);
        ensure(value.length);
        System.arraycopy(value, 0, octets, size, value.length);
        size += value.length;
    }

    void text(String value) {
        bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    /** A constant by its place: adding or moving one raises {@link WireProtocol#VERSION}. */
    @SuppressWarnings("EnumOrdinal") // both ends are of one build, as the greeting makes sure
    void constant(Enum<?> value) {
        unsigned(value.ordinal());
    }

    void oid(Oid oid) {
        int length = oid.size();
        unsigned(length);
        for (int i = 0; i < length; i++) {
            unsigned(oid.get(i));
        }
    }

    void duration(Duration duration) {
        signed(duration.getSeconds());
        unsigned(duration.getNano());
    }

    void instant(Instant instant) {
        signed(instant.getEpochSecond());
        unsigned(instant.getNano());
    }

    <T> void list(List<T> list, BiConsumer<WireOut, T> element) {
        unsigned(list.size());
        for (T value : list) {
            element.accept(this, value);
        }
    }

    <T> void optional(Optional<T> value, BiConsumer<WireOut, T> content) {
        bool(value.isPresent());
        value.ifPresent(present -> content.accept(this, present));
    }
}
