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

    /** The texts of a listing. */
    static byte[] write(Listing listing) throws IOException {
        return write(listing, FileStamps::checksum);
    }

    /** The texts of a listing that {@link #match} these, with their times of now. */
    byte[] again(Listing listing) throws IOException {
        ByteView view = texts(new ByteView(list, start));
        view.readInt();
        return write(
                listing,
                same -> {
                    view.readText();
                    view.readText();
                    view.readNumber();
                    view.readNumber();
                    return view.readNumber();
                });
    }

    /** Gives a text's checksum. */
    private interface Checksums {
        long of(MibText text) throws IOException;
    }

    private static byte[] write(Listing listing, Checksums checksums) throws IOException {
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
            to.writeNumber(checksums.of(text));
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

    /** A file or folder as it was; folders have no size. */
    private record Stamp(Path path, long size, long modified) {}

    /** Whether every file and folder has the size and time it had, and may be trusted to. */
    boolean isUntouched() {
        ByteView view = new ByteView(list, start);
        if (view.readByte() == 0) {
            return false;
        }
        List<Stamp> stamps = new ArrayList<>();
        for (int i = view.readInt(); i > 0; i--) {
            stamps.add(new Stamp(Path.of(view.readText()), -1, view.readNumber()));
        }
        for (int i = view.readInt(); i > 0; i--) {
            Path path = path(view.readText(), view.readText());
            stamps.add(new Stamp(path, view.readNumber(), view.readNumber()));
            view.readNumber();
        }
        // Thousands of files are most of what opening a cache takes.
        return stamps.parallelStream().allMatch(this::isUntouched);
    }

    private static Path path(String name, String place) {
        return Path.of(place.isEmpty() ? name : place);
    }

    private boolean isUntouched(Stamp stamp) {
        try {
            BasicFileAttributes now = Files.readAttributes(stamp.path(), BasicFileAttributes.class);
            return now.lastModifiedTime().to(TimeUnit.NANOSECONDS) == stamp.modified()
                    && (stamp.size() < 0 || now.size() == stamp.size())
                    && !MibCache.isRacy(stamp.modified(), written);
        } catch (IOException gone) {
            return false;
        }
    }

    /** Goes past what was watched, to the number of texts. */
    private static ByteView texts(ByteView view) {
        view.readByte();
        for (int i = view.readInt(); i > 0; i--) {
            view.readText();
            view.readNumber();
        }
        return view;
    }

    /** The texts as they were. */
    List<MibText> texts() {
        ByteView view = texts(new ByteView(list, start));
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
        ByteView view = texts(new ByteView(list, start));
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
