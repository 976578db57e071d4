package dev.bulkhead.mibs;

import dev.bulkhead.mibs.ParsedFile.Origin;
import dev.bulkhead.mibs.index.ByteSink;
import dev.bulkhead.mibs.index.ByteView;
import dev.bulkhead.mibs.input.FoundFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32C;

/**
 * What a cached compilation was made of: name, place, size, time and checksum of each text on disk,
 * and the folders and archives they were found in.
 *
 * <p>Two questions can be asked. Whether nothing was touched since, which takes one look at each
 * file's size and time and lists nothing; and else, after a listing, whether the texts are still
 * the same ones, for which those of another time are read and compared.
 */
final class FileStamps {
    private final ByteBuffer list;
    private final int start;
    private final long written;

    /**
     * @param start where the stamps begin in the list
     * @param written when the list was, in nanoseconds since 1970
     */
    FileStamps(ByteBuffer list, int start, long written) {
        this.list = list;
        this.start = start;
        this.written = written;
    }

    static byte[] write(Listing listing) throws IOException {
        ByteSink to = new ByteSink(1 << 16);
        to.writeByte(listing.isComplete() ? 1 : 0);
        to.writeNumber(listing.watched().size());
        for (FoundFile watched : listing.watched()) {
            to.writeText(watched.path().toString());
            to.writeNumber(watched.modifiedNanos());
        }
        List<MibText> files = listing.files();
        to.writeNumber(files.size());
        for (MibText text : files) {
            to.writeText(text.name());
            to.writeText(placeOf(text));
            to.writeNumber(text.size());
            to.writeNumber(text.modifiedNanos());
            to.writeNumber(checksum(text));
        }
        return to.toArray();
    }

    /** "" where the name is the path. */
    private static String placeOf(MibText text) {
        String path = String.valueOf(text.path());
        return path.equals(text.name()) ? "" : path;
    }

    private static long checksum(MibText text) throws IOException {
        if (text.size() > TextParser.MAX_FILE_BYTES) {
            return 0;
        }
        CRC32C crc = new CRC32C();
        crc.update(text.content().read());
        return crc.getValue();
    }

    /** Whether every file and folder has the size and time it had, and may be trusted to. */
    boolean isUntouched() {
        ByteView view = new ByteView(list, start);
        if (view.readByte() == 0) {
            return false;
        }
        for (int i = view.readInt(); i > 0; i--) {
            if (!isUntouched(Path.of(view.readText()), -1, view.readNumber())) {
                return false;
            }
        }
        for (int i = view.readInt(); i > 0; i--) {
            Path path = path(view.readText(), view.readText());
            long size = view.readNumber();
            long modified = view.readNumber();
            view.readNumber();
            if (!isUntouched(path, size, modified)) {
                return false;
            }
        }
        return true;
    }

    private static Path path(String name, String place) {
        return Path.of(place.isEmpty() ? name : place);
    }

    private boolean isUntouched(Path path, long size, long modified) {
        try {
            BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
            return now.lastModifiedTime().to(TimeUnit.NANOSECONDS) == modified
                    && (size < 0 || now.size() == size)
                    && !MibCache.isRacy(modified, written);
        } catch (IOException gone) {
            return false;
        }
    }

    /** The texts as they were. */
    List<MibText> texts() {
        ByteView view = new ByteView(list, start);
        view.readByte();
        for (int i = view.readInt(); i > 0; i--) {
            view.readText();
            view.readNumber();
        }
        int count = view.readInt();
        List<MibText> texts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            String name = view.readText();
            Path path = path(name, view.readText());
            FoundFile file = new FoundFile(path, view.readNumber(), view.readNumber());
            view.readNumber();
            texts.add(MibText.ofFile(Origin.USER, name, file));
        }
        return texts;
    }

    /** Whether the texts of a listing are what the list says. */
    boolean match(List<MibText> files) throws IOException {
        ByteView view = new ByteView(list, start);
        view.readByte();
        for (int i = view.readInt(); i > 0; i--) {
            view.readText();
            view.readNumber();
        }
        if (view.readInt() != files.size()) {
            return false;
        }
        for (MibText text : files) {
            String name = view.readText();
            view.readText();
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
