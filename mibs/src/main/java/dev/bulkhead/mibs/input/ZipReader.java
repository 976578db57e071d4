package dev.bulkhead.mibs.input;

import dev.bulkhead.mibs.input.ArchiveEntry.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.Inflater;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a zip from front to end by its local headers (APPNOTE.TXT 6.3 §4.3), and only then its
 * directory, for the entries that it calls links.
 *
 * <p>The JDK's readers do not fit: {@code ZipFile} wants a whole directory, and all of it in
 * memory; {@code ZipInputStream} gives up the rest at the first odd entry. Here a damaged,
 * encrypted or oddly packed entry costs itself. A size in a header serves only to skip what will
 * not be read; where it lies, the next header is not found and the archive ends there.
 */
final class ZipReader implements ArchiveReader {
    static final long LOCAL_HEADER = 0x04034B50L;
    static final long DIRECTORY_ENTRY = 0x02014B50L;

    private static final int UNIX = 3;
    private static final int MACOS = 19;
    private static final long FILE_TYPE = 0xF000;
    private static final long SYMBOLIC_LINK = 0xA000;

    private final ZipInput in;
    private final Budget budget;
    private final Inflater inflater = new Inflater(true);
    private @Nullable ZipContent current;

    ZipReader(InputStream in, Budget budget) {
        this.in = new ZipInput(in);
        this.budget = budget;
    }

    @Override
    public @Nullable ArchiveEntry next() throws IOException {
        if (current != null) {
            ZipContent last = current;
            current = null;
            last.skipToEnd();
        }
        long signature = in.u32();
        if (signature == LOCAL_HEADER) {
            return entry(ZipHeader.read(in));
        }
        while (signature == DIRECTORY_ENTRY) {
            budget.check();
            ArchiveEntry link = linkInDirectory();
            if (link != null) {
                return link;
            }
            signature = in.u32();
        }
        if ((signature & 0xFFFF) != 0x4B50) {
            throw new ZipException("no zip header where one should be");
        }
        return null;
    }

    private ArchiveEntry entry(ZipHeader header) {
        ZipContent content = content(header);
        current = content;
        return new ArchiveEntry(
                header.name(),
                kind(header),
                header.method() == ZipHeader.DEFLATED
                        ? new InflatedStream(content, budget, content::compressedBytes)
                        : content);
    }

    private ZipContent content(ZipHeader header) {
        if (header.method() == ZipHeader.DEFLATED && !header.isEncrypted()) {
            inflater.reset();
            return new ZipDeflated(in, header, inflater, budget);
        }
        return header.compressedSize() >= 0
                ? new ZipStored(in, header)
                : new ZipStoredUnsized(in, header, budget);
    }

    private static Kind kind(ZipHeader header) {
        if (header.isFolder()) {
            return Kind.FOLDER;
        }
        if (header.isEncrypted()) {
            return Kind.ENCRYPTED;
        }
        boolean known =
                header.method() == ZipHeader.DEFLATED || header.method() == ZipHeader.STORED;
        return known ? Kind.FILE : Kind.UNSUPPORTED;
    }

    /** A directory's entry (§4.3.12) behind its signature, if it is a link's. */
    private @Nullable ArchiveEntry linkInDirectory() throws IOException {
        int system = in.u16() >> 8;
        in.skipNBytes(22); // version, flags, method, time, checksum, sizes
        int nameLength = in.u16();
        int extraLength = in.u16();
        int commentLength = in.u16();
        in.skipNBytes(4); // disk, internal attributes
        long mode = in.u32() >> 16;
        in.skipNBytes(4); // offset
        String name = ZipHeader.name(in.bytes(nameLength));
        in.skipNBytes(extraLength + (long) commentLength);
        boolean link = (system == UNIX || system == MACOS) && (mode & FILE_TYPE) == SYMBOLIC_LINK;
        return link ? ArchiveEntry.empty(name, Kind.WAS_LINK) : null;
    }

    @Override
    public void close() {
        inflater.end();
    }
}
