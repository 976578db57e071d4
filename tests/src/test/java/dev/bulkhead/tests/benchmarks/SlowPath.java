package dev.bulkhead.tests.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * Puts an agent some milliseconds away: each datagram is handed on, in both directions, half the
 * round trip after it came. As many as come may be under way.
 */
final class SlowPath implements AutoCloseable {
    private final long halfNanos;
    private final InetSocketAddress agent;
    private final DatagramChannel front = DatagramChannel.open();
    private final Map<InetSocketAddress, DatagramChannel> backs = new HashMap<>();
    private volatile boolean closed;

    @SuppressWarnings("ArrayRecordComponent") // seen by nobody else
    private record Packet(long dueNanos, byte[] octets, DatagramChannel by, InetSocketAddress to) {}

    private SlowPath(InetSocketAddress agent, Duration roundTrip) throws IOException {
        this.agent = agent;
        this.halfNanos = roundTrip.toNanos() / 2;
    }

    static SlowPath open(int agentPort, Duration roundTrip) throws IOException {
        SlowPath path =
                new SlowPath(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), agentPort),
                        roundTrip);
        path.front.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        BlockingQueue<Packet> there = path.startSender();
        path.start(() -> path.readFront(there));
        return path;
    }

    int port() throws IOException {
        return ((InetSocketAddress) front.getLocalAddress()).getPort();
    }

    private void start(Runnable task) {
        Thread.ofPlatform().daemon().name("slow path").start(task);
    }

    private BlockingQueue<Packet> startSender() {
        BlockingQueue<Packet> queue = new LinkedBlockingQueue<>();
        start(() -> sendFrom(queue));
        return queue;
    }

    private void sendFrom(BlockingQueue<Packet> queue) {
        try {
            while (!closed) {
                Packet next = queue.take();
                for (long left = next.dueNanos - System.nanoTime();
                        left > 0;
                        left = next.dueNanos - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                next.by.send(ByteBuffer.wrap(next.octets), next.to);
            }
        } catch (IOException | InterruptedException e) {
            // Closed.
        }
    }

    private void readFront(BlockingQueue<Packet> there) {
        ByteBuffer buffer = ByteBuffer.allocate(65_536);
        try {
            while (!closed) {
                buffer.clear();
                InetSocketAddress from = (InetSocketAddress) front.receive(buffer);
                DatagramChannel back = backs.get(from);
                if (back == null) {
                    back = openBack(from);
                    backs.put(from, back);
                }
                there.add(packet(buffer, back, agent));
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    private DatagramChannel openBack(InetSocketAddress client) throws IOException {
        DatagramChannel back = DatagramChannel.open();
        back.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        BlockingQueue<Packet> here = startSender();
        start(() -> {
            ByteBuffer buffer = ByteBuffer.allocate(65_536);
            try {
                while (!closed) {
                    buffer.clear();
                    back.receive(buffer);
                    here.add(packet(buffer, front, client));
                }
            } catch (IOException e) {
                // Closed.
            }
        });
        return back;
    }

    private Packet packet(ByteBuffer buffer, DatagramChannel by, InetSocketAddress to) {
        buffer.flip();
        byte[] octets = new byte[buffer.remaining()];
        buffer.get(octets);
        return new Packet(System.nanoTime() + halfNanos, octets, by, to);
    }

    @Override
    public void close() throws IOException {
        closed = true;
        front.close();
        for (DatagramChannel back : backs.values()) {
            back.close();
        }
    }
}
