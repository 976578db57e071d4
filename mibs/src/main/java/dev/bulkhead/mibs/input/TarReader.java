package dev.bulkhead.mibs.input;

import dev.bulkhead.mibs.input.ArchiveEntry.Kind;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a tar: the old format, ustar, GNU's long names, and pax records of path and size (POSIX.1
 * pax). Links, devices and pipes are entries without content.
 */
final class TarReader implements ArchiveReader {
    /** Longer names and records are those of an attack. */
    private static final int MAX_META_BYTES = 1 << 16;

    /** So many blocks of names and records may stand before one entry. */
    private static final int MAX_METAS = 16;

    private final InputStream in;
    private BoundedStream content;
    private int padding;

    TarReader(InputStream in) {
        this.in = in;
        this.content = new BoundedStream(in, 0);
    }

    @Override
    public @Nullable ArchiveEntry next() throws IOException {
        String longName = null;
        PaxRecords pax = PaxRecords.NONE;
        for (int metas = 0; metas <= MAX_METAS; metas++) {
            skipRest();
            TarHeader header = header();
            if (header == null) {
                return null;
            }
            switch (header.type()) {
                case 'L' -> longName = longName(header.size());
                case 'x', 'X' -> pax = PaxRecords.of(meta(header.size()));
                case 'K', 'g', 'V' -> content(header.size());
                default -> {
                    return entry(header, longName, pax);
                }
            }
        }
        throw new ZipException("too many headers before a tar entry");
    }

    private void skipRest() throws IOException {
        content.skipToEnd();
        in.skipNBytes(padding);
        padding = 0;
    }

    /** The next header; null at the end, which is a block of NULs. */
    private @Nullable TarHeader header() throws IOException {
        byte[] block = in.readNBytes(TarHeader.BLOCK);
        if (block.length < TarHeader.BLOCK) {
            throw new EOFException("a tar without its end");
        }
        for (byte b : block) {
            if (b != 0) {
                return TarHeader.of(block);
            }
        }
        return null;
    }

    private InputStream content(long size) {
        content = new BoundedStream(in, size);
        padding = (int) ((TarHeader.BLOCK - size % TarHeader.BLOCK) % TarHeader.BLOCK);
        return content;
    }

    private byte[] meta(long size) throws IOException {
        if (size > MAX_META_BYTES) {
            throw new ZipException("a tar's long name or record is too long");
        }
        return content(size).readNBytes((int) size);
    }

    /** GNU ends it with a NUL. */
    private String longName(long size) throws IOException {
        String name = EntryNames.decode(meta(size));
        int end = name.indexOf('\0');
        return end < 0 ? name : name.substring(0, end);
    }

    private ArchiveEntry entry(TarHeader header, @Nullable String longName, PaxRecords pax) {
        String ownName = longName == null ? header.name() : longName;
        String name = pax.path() == null ? ownName : pax.path();
        long size = pax.size() < 0 ? header.size() : pax.size();
        Kind kind = kind(header.type(), name, pax);
        boolean hasContent = kind == Kind.FILE || kind == Kind.UNSUPPORTED;
        return new ArchiveEntry(name, kind, content(hasContent ? size : 0));
    }

    private static Kind kind(char type, String name, PaxRecords pax) {
        if (pax.isSparse()) {
            return Kind.UNSUPPORTED;
        }
        return switch (type) {
            // The old format has no folders but names that end so.
            case '0', '\0', '7' -> name.endsWith("/") ? Kind.FOLDER : Kind.FILE;
            case '1', '2' -> Kind.LINK;
            case '3', '4', '6' -> Kind.SPECIAL;
            case '5', 'D' -> Kind.FOLDER;
            default -> Kind.UNSUPPORTED;
        };
    }

    @Override
    public void close() {}
}
