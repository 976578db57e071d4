package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.job.Transport;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/** Puts TCP before an agent that speaks UDP, and hands its answers on as told. */
final class StreamRelay implements AutoCloseable {
    /** How an answer goes into the stream. */
    interface Delivery {
        void deliver(byte[] answer, OutputStream to) throws IOException;
    }

    final AtomicInteger connections = new AtomicInteger();
    private final ServerSocket server;
    private final Target agent;
    private final Delivery delivery;

    StreamRelay(Target agent, Delivery delivery) throws IOException {
        this.agent = agent;
        this.delivery = delivery;
        this.server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().name("relay").start(this::accept);
    }

    Target target() {
        return new Target(
                Transport.TCP,
                "127.0.0.1",
                server.getLocalPort(),
                agent.credential(),
                agent.timeout(),
                agent.retries());
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                connections.incrementAndGet();
                Thread.ofPlatform().daemon().name("relay-connection").start(() -> relay(socket));
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    private void relay(Socket socket) {
        try (socket;
                DatagramSocket behind = new DatagramSocket()) {
            socket.setTcpNoDelay(true);
            behind.connect(new InetSocketAddress(agent.host(), agent.port()));
            InputStream in = socket.getInputStream();
            byte[] buffer = new byte[65_535];
            int count = 0;
            while (true) {
                int got = in.read(buffer, count, buffer.length - count);
                if (got < 0) {
                    return;
                }
                count += got;
                int length = MessageStream.messageLength(buffer, 0, count);
                if (length > 0 && length <= count) {
                    behind.send(new DatagramPacket(buffer, length));
                    System.arraycopy(buffer, length, buffer, 0, count - length);
                    count -= length;
                    DatagramPacket answer = new DatagramPacket(new byte[65_535], 65_535);
                    behind.receive(answer);
                    delivery.deliver(
                            Arrays.copyOf(answer.getData(), answer.getLength()),
                            socket.getOutputStream());
                }
            }
        } catch (IOException e) {
            // The other side has gone.
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
