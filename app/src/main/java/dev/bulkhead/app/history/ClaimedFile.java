package dev.bulkhead.app.history;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file that this process alone writes, as it holds the lock of {@code FILE.lock} beside it. The
 * system lets go of the lock when the process ends, however it ends.
 */
final class ClaimedFile implements AutoCloseable {
    private static final int MOST = 20;
    private static final String[] PARTS = {"", "-wal", "-shm"};

    private final Path file;
    private final boolean first;
    private final FileChannel channel;

    private ClaimedFile(Path file, boolean first, FileChannel channel) {
        this.file = file;
        this.first = first;
        this.channel = channel;
    }

    /**
     * Claims a file, or the first of {@code NAME-2.db}, {@code NAME-3.db}... that nobody writes.
     *
     * @param from 1 to begin with the file itself
     * @throws IOException if the folder cannot be written, or all are claimed
     */
    static ClaimedFile of(Path wanted, int from) throws IOException {
        Path whole = wanted.toAbsolutePath();
        Path folder = whole.getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            Files.createDirectories(folder);
        }
        for (int i = from; i <= MOST; i++) {
            Path file = numbered(whole, i);
            FileChannel channel =
                    FileChannel.open(
                            file.resolveSibling(file.getFileName() + ".lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            if (holds(channel)) {
                return new ClaimedFile(file, i == 1, channel);
            }
            channel.close();
        }
        throw new IOException(MOST + " programs write there already");
    }

    private static boolean holds(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException ours) {
            return false;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** {@code history.db}, {@code history-2.db}... */
    static Path numbered(Path file, int number) {
        if (number == 1) {
            return file;
        }
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        String end = dot > 0 ? name.substring(dot) : "";
        return file.resolveSibling(stem + "-" + number + end);
    }

    Path file() {
        return file;
    }

    /** Whether it is the file that was wanted, not one beside it. */
    boolean isFirst() {
        return first;
    }

    /**
     * Moves a damaged file and its log aside; nothing is ever deleted.
     *
     * @return its new place
     */
    Path moveAside() throws IOException {
        Path aside = file;
        for (int i = 1; Files.exists(aside); i++) {
            aside = file.resolveSibling(file.getFileName() + ".damaged-" + i);
        }
        for (String part : PARTS) {
            Path from = file.resolveSibling(file.getFileName() + part);
            if (Files.exists(from)) {
                Files.move(from, aside.resolveSibling(aside.getFileName() + part));
            }
        }
        return aside;
    }

    /** The bytes of a file and its log on disk. */
    static long size(Path file) {
        long bytes = 0;
        for (String part : PARTS) {
            bytes += sizeOf(file.resolveSibling(file.getFileName() + part));
        }
        return bytes;
    }

    private static long sizeOf(Path part) {
        try {
            return Files.size(part);
        } catch (IOException none) {
            return 0;
        }
    }

    /** Lets another process claim it. */
    @Override
    public void close() throws IOException {
        channel.close();
    }
}
