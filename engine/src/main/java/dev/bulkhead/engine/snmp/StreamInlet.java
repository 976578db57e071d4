package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.job.Transport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A port that accepts connections, one a turn. On the loop's thread but for its beginning. */
final class StreamInlet implements Inlet {
    /** Makes a guest of a connection. */
    interface Welcome {
        Admission.Guest guest(SocketChannel channel, InetSocketAddress source) throws IOException;
    }

    /** Connections that wait in the kernel. */
    private static final int BACKLOG = 128;

    /** How long to accept none when the system has no more descriptors. */
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final ConnectionRoom room;
    private final Transport transport;
    private final Welcome welcome;
    private final ServerSocketChannel server;
    private final int port;
    private @Nullable SelectionKey key;

    /**
     * Opens the port.
     *
     * @throws IOException if the address is taken, forbidden or not this machine's
     */
    StreamInlet(
            ConnectionRoom room, Transport transport, InetSocketAddress address, Welcome welcome)
            throws IOException {
        this.room = room;
        this.transport = transport;
        this.welcome = welcome;
        server = ServerSocketChannel.open();
        try {
            server.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            server.bind(address, BACKLOG);
            server.configureBlocking(false);
            port = ((InetSocketAddress) server.getLocalAddress()).getPort();
        } catch (IOException e) {
            server.close();
            throw e;
        }
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public void begin() {
        try {
            key = room.loop().register(server, SelectionKey.OP_ACCEPT, this::accept);
        } catch (IOException e) {
            throw new UncheckedIOException("an open port cannot be watched", e);
        }
    }

    private void accept() {
        SocketChannel channel;
        try {
            channel = server.accept();
        } catch (IOException e) {
            pause();
            return;
        }
        if (channel != null) {
            take(channel);
        }
    }

    private void take(SocketChannel channel) {
        try {
            InetSocketAddress source = (InetSocketAddress) channel.getRemoteAddress();
            if (room.admission().admits(transport, source.getAddress())) {
                room.admission().add(welcome.guest(channel, source));
                return;
            }
        } catch (IOException e) {
            // It went before it was in.
        }
        try {
            channel.close();
        } catch (IOException e) {
            // It is gone either way.
        }
    }

    private void pause() {
        watchFor(0);
        room.loop().after(PAUSE_NANOS, () -> watchFor(SelectionKey.OP_ACCEPT));
    }

    private void watchFor(int operations) {
        if (key != null && key.isValid()) {
            key.interestOps(operations);
        }
    }

    @Override
    public void close() {
        room.loop()
                .execute(() -> {
                    try {
                        server.close();
                    } catch (IOException e) {
                        // It accepts nothing more either way.
                    }
                });
    }
}
