package dev.bulkhead.app.opening;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The window that takes files of later starts: double clicks on ten MIB files fill one window and
 * not ten.
 *
 * <p>It listens at a socket in the file system, beside the settings, which only this user may write
 * to; nothing comes from a network. A message is absolute paths, each ended by NUL, in UTF-8; the
 * answer is one byte. Where there is no such socket (its path too long, a file system without
 * sockets), each start has a window of its own, as two windows of one user always could be open.
 *
 * <p>Concurrency: one virtual thread accepts and reads, one connection after the other, each for
 * {@link #PATIENCE} at most. Limits: {@link #MOST_BYTES} a message.
 */
public final class OneWindow implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int MOST_BYTES = 1 << 20;
    private static final byte TAKEN = 1;

    private final Path socket;
    private final ServerSocketChannel server;

    private OneWindow(Path socket, ServerSocketChannel server) {
        this.socket = socket;
        this.server = server;
    }

    /**
     * Gives files to the window that listens here; blocks for a few seconds at most.
     *
     * @return whether one took them
     */
    public static boolean offer(Path socket, List<Path> files) {
        if (!Files.exists(socket)) {
            return false;
        }
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            return within(channel, () -> give(channel, socket, files)).orElse(false);
        } catch (IOException | UnsupportedOperationException nobody) {
            return false;
        }
    }

    private static boolean give(SocketChannel channel, Path socket, List<Path> files)
            throws IOException {
        channel.connect(UnixDomainSocketAddress.of(socket));
        StringBuilder message = new StringBuilder();
        files.forEach(file -> message.append(file.toAbsolutePath()).append('\0'));
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(message.toString());
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.shutdownOutput();
        ByteBuffer answer = ByteBuffer.allocate(1);
        return channel.read(answer) == 1 && answer.get(0) == TAKEN;
    }

    /**
     * Listens, unless a window does already or the system cannot.
     *
     * @param open gets the files, on a thread of ours; it must not block
     */
    public static Optional<OneWindow> listen(Path socket, Consumer<OpenFiles> open) {
        if (offer(socket, List.of())) {
            return Optional.empty();
        }
        try {
            // Nobody answered: it is left from a window that could not clear up.
            Files.deleteIfExists(socket);
            Files.createDirectories(socket.toAbsolutePath().resolveSibling(""));
            ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            OneWindow window = new OneWindow(socket, server);
            try {
                server.bind(UnixDomainSocketAddress.of(socket));
                onlyForThisUser(socket);
            } catch (IOException | IllegalArgumentException cannot) {
                server.close();
                return Optional.empty();
            }
            Thread.ofVirtual().name("open-files").start(() -> window.accept(open));
            return Optional.of(window);
        } catch (IOException | UnsupportedOperationException cannot) {
            return Optional.empty();
        }
    }

    private static void onlyForThisUser(Path socket) throws IOException {
        if (socket.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-------"));
        }
    }

    private void accept(Consumer<OpenFiles> open) {
        while (server.isOpen()) {
            try (SocketChannel channel = server.accept()) {
                within(channel, () -> take(channel, open));
            } catch (IOException ended) {
                // One starter that went away ends nothing; a closed server ends the loop.
            }
        }
    }

    private static boolean take(SocketChannel channel, Consumer<OpenFiles> open)
            throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(MOST_BYTES);
        while (channel.read(bytes) >= 0) {
            if (!bytes.hasRemaining()) {
                return false;
            }
        }
        String message = StandardCharsets.UTF_8.decode(bytes.flip()).toString();
        List<String> files =
                Stream.of(message.split("\0", -1)).filter(file -> !file.isEmpty()).toList();
        if (!files.isEmpty()) {
            open.accept(OpenFiles.of(files));
        }
        channel.write(ByteBuffer.wrap(new byte[] {TAKEN}));
        return true;
    }

    private interface Talk {
        boolean run() throws IOException;
    }

    /** What does not end in time is ended by closing its channel. */
    private static Optional<Boolean> within(SocketChannel channel, Talk talk) throws IOException {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        Thread.ofVirtual()
                .name("open-files-talk")
                .start(() -> {
                    try {
                        done.complete(talk.run());
                    } catch (IOException | IllegalArgumentException nobody) {
                        done.complete(false);
                    }
                });
        Optional<Boolean> outcome =
                Optional.ofNullable(
                        done.completeOnTimeout(false, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                                .join());
        channel.close();
        return outcome;
    }

    /** Ends listening and clears the socket away. */
    @Override
    public void close() {
        try {
            server.close();
            Files.deleteIfExists(socket);
        } catch (IOException left) {
            // The next window finds that nobody answers there.
        }
    }
}
