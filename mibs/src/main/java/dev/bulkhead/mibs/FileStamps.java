package dev.bulkhead.mibs;

import dev.bulkhead.mibs.index.ByteSink;
import dev.bulkhead.mibs.index.ByteView;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.zip.CRC32C;

/** The texts a cached compilation was made of: name, size, time and checksum of each. */
final class FileStamps {
    private final long written;

    /**
     * @param written when the list was, in nanoseconds since 1970
     */
    FileStamps(long written) {
        this.written = written;
    }

    static void write(List<MibText> texts, ByteSink to) throws IOException {
        List<MibText> files = files(texts);
        to.writeNumber(files.size());
        for (MibText text : files) {
            to.writeText(text.name());
            to.writeNumber(text.size());
            to.writeNumber(text.modifiedNanos());
            to.writeNumber(checksum(text));
        }
    }

    private static List<MibText> files(List<MibText> texts) {
        return texts.stream().filter(text -> !text.isBuiltIn()).toList();
    }

    private static long checksum(MibText text) throws IOException {
        if (text.size() > TextParser.MAX_FILE_BYTES) {
            return 0;
        }
        CRC32C crc = new CRC32C();
        crc.update(text.content().read());
        return crc.getValue();
    }

    /** Whether the texts are still what the list says. */
    boolean match(ByteBuffer list, int at, List<MibText> texts) throws IOException {
        List<MibText> files = files(texts);
        ByteView view = new ByteView(list, at);
        if (view.readInt() != files.size()) {
            return false;
        }
        for (MibText text : files) {
            String name = view.readText();
            long size = view.readNumber();
            long modified = view.readNumber();
            long checksum = view.readNumber();
            if (!name.equals(text.name()) || size != text.size()) {
                return false;
            }
            boolean sameTime =
                    modified == text.modifiedNanos() && !MibCache.isRacy(modified, written);
            if (!sameTime && checksum(text) != checksum) {
                return false;
            }
        }
        return true;
    }
}
