package dev.bulkhead.mibs.input;

/** What a file is, told from its first bytes. */
enum ArchiveFormat {
    ZIP,
    TAR,
    GZIP,
    NONE;

    /** So many bytes tell all formats apart: a tar's header block. */
    static final int HEAD = TarHeader.BLOCK;

    static ArchiveFormat of(byte[] head, int length) {
        if (length >= 2 && (head[0] & 0xFF) == 0x1F && (head[1] & 0xFF) == 0x8B) {
            return GZIP;
        }
        if (length >= 4 && head[0] == 'P' && head[1] == 'K') {
            boolean entry = head[2] == 3 && head[3] == 4;
            boolean empty = head[2] == 5 && head[3] == 6;
            return entry || empty ? ZIP : NONE;
        }
        return length >= HEAD && TarHeader.isHeader(head) ? TAR : NONE;
    }
}
