package dev.bulkhead.mibs.input;

import java.io.InputStream;

/**
 * One entry of an archive.
 *
 * @param content a file's bytes, to be read before the next entry is asked for; need not be closed
 */
record ArchiveEntry(String name, Kind kind, InputStream content) {
    enum Kind {
        FILE,
        FOLDER,
        LINK,
        SPECIAL,
        ENCRYPTED,
        UNSUPPORTED,
        /** A zip tells in its directory, behind all files, that one of them was a link. */
        WAS_LINK
    }

    static ArchiveEntry empty(String name, Kind kind) {
        return new ArchiveEntry(name, kind, InputStream.nullInputStream());
    }
}
