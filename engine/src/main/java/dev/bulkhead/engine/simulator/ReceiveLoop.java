package dev.bulkhead.engine.simulator;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.function.Consumer;

/** One thread that answers for many devices, so that a device costs a socket and not a stack. */
final class ReceiveLoop implements AutoCloseable {
    private final Selector selector;
    private final Thread thread;
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16);

    ReceiveLoop(String name) throws IOException {
        selector = Selector.open();
        thread = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
    }

    /** Adds a socket; before {@link #start} only. */
    void add(DeviceSocket socket) throws IOException {
        socket.channel().register(selector, SelectionKey.OP_READ, socket);
    }

    void start() {
        thread.start();
    }

    private void run() {
        Consumer<SelectionKey> serve = this::serve;
        try {
            while (selector.isOpen()) {
                selector.select(serve);
            }
        } catch (ClosedSelectorException e) {
            // close() was called.
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("the selector failed", e);
        }
    }

    private void serve(SelectionKey key) {
        try {
            ((DeviceSocket) key.attachment()).serve(buffer);
        } catch (IOException e) {
            // A datagram that could not be read or answered is lost, as on any network.
        } catch (CancelledKeyException e) {
            // The socket was closed meanwhile.
        }
    }

    @Override
    public void close() throws IOException {
        selector.close();
        try {
            thread.join(1000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
