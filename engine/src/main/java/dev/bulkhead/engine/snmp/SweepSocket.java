package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.job.Transport;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.net.ProtocolFamily;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.util.HashMap;
import java.util.Map;
import org.snmp4j.smi.UdpAddress;

/**
 * The sockets of a sweep: one for IPv4 and one for IPv6, not connected, opened when first needed.
 * On the loop's thread.
 *
 * <p>Why not one connected socket for each address, as {@link UdpMapping} has them for targets: a
 * sweep would hold as many as its pace sends while the slowest answer may come, thousands at the
 * higher rates, against a limit of 1,024 on many systems, and open and close a descriptor for each
 * of the many addresses where nobody is. The price: that a host has no agent (ICMP's port
 * unreachable) is not heard, so it is waited for as any silent one.
 */
final class SweepSocket {
    /** Takes what came. */
    interface Receiver {
        void received(InetSocketAddress from, ByteBuffer datagram);
    }

    /** What is asked for; the kernel gives what it allows. */
    private static final int BUFFER_OCTETS = 1 << 20;

    private final Loop loop;
    private final PacketTap tap;
    private final Receiver receiver;
    private final ByteBuffer received = DatagramBuffers.newBuffer();
    private final Map<ProtocolFamily, DatagramChannel> channels = new HashMap<>();

    SweepSocket(Loop loop, PacketTap tap, Receiver receiver) {
        this.loop = loop;
        this.tap = tap;
        this.receiver = receiver;
    }

    /**
     * Sends a datagram, the whole of an array.
     *
     * @return false if the socket's buffer is full
     * @throws IOException if it cannot be sent there
     */
    boolean send(InetSocketAddress to, byte[] datagram) throws IOException {
        ProtocolFamily family =
                to.getAddress() instanceof Inet6Address
                        ? StandardProtocolFamily.INET6
                        : StandardProtocolFamily.INET;
        DatagramChannel channel = channels.get(family);
        if (channel == null) {
            channel = open(family);
            channels.put(family, channel);
        }
        boolean sent = channel.send(ByteBuffer.wrap(datagram), to) > 0;
        if (sent && tap.isOn()) {
            tap.sent(Transport.UDP, peer(to), datagram);
        }
        return sent;
    }

    private static UdpAddress peer(InetSocketAddress address) {
        return new UdpAddress(address.getAddress(), address.getPort());
    }

    private DatagramChannel open(ProtocolFamily family) throws IOException {
        DatagramChannel channel;
        try {
            channel = DatagramChannel.open(family);
        } catch (UnsupportedOperationException e) {
            throw new IOException("this system has no " + family.name(), e);
        }
        try {
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.SO_RCVBUF, BUFFER_OCTETS);
            loop.register(channel, SelectionKey.OP_READ, () -> read(channel));
            return channel;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private void read(DatagramChannel channel) {
        try {
            while (channel.isOpen()) {
                received.clear();
                if (!(channel.receive(received) instanceof InetSocketAddress from)) {
                    return;
                }
                received.flip();
                if (tap.isOn()) {
                    tap.received(Transport.UDP, peer(from), received);
                }
                receiver.received(from, received);
            }
        } catch (IOException e) {
            // It tells of an earlier datagram; who does not answer is silent.
        }
    }

    void close() throws IOException {
        for (DatagramChannel channel : channels.values()) {
            channel.close();
        }
        channels.clear();
    }
}
