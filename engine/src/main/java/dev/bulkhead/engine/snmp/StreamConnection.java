package dev.bulkhead.engine.snmp;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Queue;
import org.snmp4j.smi.TransportIpAddress;

/**
 * A non-blocking TCP connection: what cannot be written yet waits its turn. On the loop's thread.
 */
final class StreamConnection {
    /** What the connection carries. */
    interface User {
        void connected() throws IOException;

        /** Takes what came; what it leaves comes again with more. */
        void read(ByteBuffer octets) throws IOException;

        /** Nothing works any more; called once, the connection is closed by then. */
        void failed(IOException e);
    }

    private static final int CHUNK = 16 * 1024;

    /** There may be many connections that were accepted. */
    private static final int SMALL_CHUNK = 4 * 1024;

    /** What may wait for a peer that does not read the answers it asked for. */
    private static final long MAX_UNSENT_BY_ACCEPTED = 256 * 1024;

    private final Loop loop;
    private final User user;
    private final SocketChannel channel;
    private final SelectionKey key;
    private final Queue<ByteBuffer> unsent = new ArrayDeque<>();
    private final boolean accepted;
    private long unsentOctets;
    private ByteBuffer received;
    private long heardNanos = System.nanoTime();

    /** Begins to connect; the user hears of it later, never inside this. */
    StreamConnection(Loop loop, TransportIpAddress address, User user) throws IOException {
        this.loop = loop;
        this.user = user;
        accepted = false;
        received = ByteBuffer.allocate(CHUNK);
        channel = SocketChannel.open();
        try {
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.connect(new InetSocketAddress(address.getInetAddress(), address.getPort()));
            key = loop.register(channel, SelectionKey.OP_CONNECT, this::ready);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /**
     * Takes a connection over that was accepted from whoever came: it gets its turn with others, a
     * piece at a time, and is given up if it does not read.
     */
    StreamConnection(Loop loop, SocketChannel channel, User user) throws IOException {
        this.loop = loop;
        this.user = user;
        this.channel = channel;
        accepted = true;
        received = ByteBuffer.allocate(SMALL_CHUNK);
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        key = loop.register(channel, SelectionKey.OP_READ, this::ready);
    }

    boolean isConnected() {
        return channel.isConnected();
    }

    /** When something came last, or the connection was made. */
    long heardNanos() {
        return heardNanos;
    }

    boolean hasSentAll() {
        return unsent.isEmpty();
    }

    /** Sends octets, or keeps them until they can go; the buffer then belongs to this. */
    void send(ByteBuffer octets) throws IOException {
        unsent.add(octets);
        unsentOctets += octets.remaining();
        if (channel.isConnected()) {
            write();
        }
        if (accepted && unsentOctets > MAX_UNSENT_BY_ACCEPTED) {
            throw new IOException("it does not read our answers");
        }
    }

    void close() throws IOException {
        channel.close();
    }

    private void ready() {
        try {
            if (key.isConnectable() && channel.finishConnect()) {
                user.connected();
                write();
            }
            if (key.isValid() && key.isWritable()) {
                write();
            }
            if (key.isValid() && key.isReadable()) {
                read();
            }
        } catch (IOException e) {
            fail(e);
        }
    }

    private void write() throws IOException {
        try {
            writeUnsent();
        } catch (IOException e) {
            unsent.clear();
            unsentOctets = 0;
            loop.execute(() -> failAfterLastWords(e));
        }
    }

    /** What the peer said before it hung up explains more than "broken pipe". */
    private void failAfterLastWords(IOException broken) {
        if (!channel.isOpen()) {
            return;
        }
        try {
            read();
            fail(broken);
        } catch (IOException said) {
            fail(said);
        }
    }

    private void writeUnsent() throws IOException {
        for (ByteBuffer next = unsent.peek(); next != null; next = unsent.peek()) {
            unsentOctets -= channel.write(next);
            if (next.hasRemaining()) {
                key.interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
                return;
            }
            unsent.remove();
        }
        if (key.isValid()) {
            key.interestOps(SelectionKey.OP_READ);
        }
    }

    private void read() throws IOException {
        while (channel.isOpen()) {
            if (!received.hasRemaining()) {
                received = ByteBuffer.allocate(received.capacity() * 2).put(received.flip());
            }
            int got = channel.read(received);
            if (got < 0) {
                throw new EOFException("it closed the connection");
            }
            if (got == 0) {
                return;
            }
            heardNanos = System.nanoTime();
            received.flip();
            user.read(received);
            received.compact();
            if (accepted) {
                return;
            }
        }
    }

    private void fail(IOException e) {
        try {
            channel.close();
        } catch (IOException alsoFailed) {
            e.addSuppressed(alsoFailed);
        }
        user.failed(e);
    }
}
