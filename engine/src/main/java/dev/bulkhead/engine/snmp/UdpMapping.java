package dev.bulkhead.engine.snmp;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.ProtocolFamily;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snmp4j.TransportStateReference;
import org.snmp4j.smi.Address;
import org.snmp4j.smi.TransportIpAddress;
import org.snmp4j.smi.UdpAddress;

/**
 * UDP (RFC 3417 §3) with one connected channel a peer, for the first {@value #ALONE} of a session;
 * those after them share sockets as long as they answer ({@link UdpCrowd}).
 *
 * <p>Why not SNMP4J's own: a connected socket hears ICMP's "port unreachable" within milliseconds
 * (the stock one never does), the kernel drops what comes from any other address, nobody's flood
 * fills the receive buffer of another, and it is 1.06 to 1.22 times as fast. Why not for thousands:
 * to open 10,000 of them takes longer than to ask all, and more than many systems allow.
 */
final class UdpMapping extends PeerMapping {
    /** Peers of a session that have a socket of their own from the beginning. */
    static final int ALONE = 200;

    private final DatagramBuffers buffers;
    private final Counts counts;
    private final Map<ProtocolFamily, UdpCrowd> crowds = new HashMap<>();
    private final int alone;
    private int opened;

    /**
     * A mapping.
     *
     * @param alone so many peers have a socket of their own from the beginning
     */
    UdpMapping(Loop loop, DatagramBuffers buffers, Counts counts, int alone, Unreachable listener) {
        super(loop, listener);
        this.alone = alone;
        this.buffers = buffers;
        this.counts = counts;
    }

    @Override
    public Class<? extends Address> getSupportedAddressClass() {
        return UdpAddress.class;
    }

    @Override
    public TransportIpAddress getListenAddress() {
        return new UdpAddress(0);
    }

    @Override
    Peer open(TransportIpAddress address) throws IOException {
        if (opened < alone) {
            opened++;
            return openAlone(address);
        }
        ProtocolFamily family = familyOf(address.getInetAddress());
        UdpCrowd crowd = crowds.get(family);
        if (crowd == null || !crowd.hasRoomFor(address)) {
            crowd = new UdpCrowd(this, newChannel(family), counts);
            crowds.put(family, crowd);
        }
        return crowd.join(address);
    }

    /** With a socket of its own. */
    Peer openAlone(TransportIpAddress address) throws IOException {
        return new Channel(address);
    }

    DatagramBuffers buffers() {
        return buffers;
    }

    private static ProtocolFamily familyOf(InetAddress address) {
        return address instanceof Inet6Address
                ? StandardProtocolFamily.INET6
                : StandardProtocolFamily.INET;
    }

    private static DatagramChannel newChannel(ProtocolFamily family) throws IOException {
        DatagramChannel channel = DatagramChannel.open(family);
        channel.configureBlocking(false);
        return channel;
    }

    private final class Channel implements Peer {
        private final TransportIpAddress address;
        private final DatagramChannel channel;
        private final TransportStateReference state;
        private final SelectionKey key;
        private @Nullable StrayBudget budget;
        private @Nullable DatagramChannel open;

        Channel(TransportIpAddress address) throws IOException {
            this.address = address;
            InetAddress inet = address.getInetAddress();
            channel = newChannel(familyOf(inet));
            try {
                channel.connect(new InetSocketAddress(inet, address.getPort()));
                key = loop().register(channel, SelectionKey.OP_READ, this::read);
            } catch (IOException e) {
                channel.close();
                throw e;
            }
            state = stateOf(address, channel);
        }

        @Override
        public void send(byte[] message) throws IOException {
            try {
                buffers.send(channel, message);
            } catch (PortUnreachableException e) {
                // It tells of an earlier datagram, and this one was not sent.
                buffers.send(channel, message);
            }
        }

        /** From a socket that is not connected, since the kernel would drop what is heard. */
        @Override
        public void sendOpenly(byte[] message, Elsewhere listener) throws IOException {
            InetSocketAddress peer =
                    new InetSocketAddress(address.getInetAddress(), address.getPort());
            closeOpen();
            DatagramChannel other = newChannel(familyOf(address.getInetAddress()));
            open = other;
            ByteBuffer buffer = DatagramBuffers.newBuffer();
            loop().register(other, SelectionKey.OP_READ, () -> readOpen(other, buffer, listener));
            other.send(ByteBuffer.wrap(message), peer);
        }

        private void readOpen(DatagramChannel from, ByteBuffer buffer, Elsewhere listener) {
            try {
                buffer.clear();
                if (from.receive(buffer) instanceof InetSocketAddress source) {
                    buffer.flip();
                    if (source.getPort() == address.getPort()
                            && source.getAddress().equals(address.getInetAddress())) {
                        came(address, buffer, state);
                    } else {
                        listener.answered(source);
                    }
                }
            } catch (IOException e) {
                tell(address, e);
            }
        }

        private void closeOpen() throws IOException {
            DatagramChannel last = open;
            open = null;
            if (last != null) {
                last.close();
            }
        }

        @Override
        public boolean hasSentAll() {
            return true;
        }

        @Override
        public void close() throws IOException {
            closeOpen();
            channel.close();
        }

        private void read() {
            try {
                // One at a time: most peers have sent one only, and whoever sent more is ready
                // again.
                if (buffers.receive(channel)) {
                    long before = counts.strayCount();
                    came(address, buffers.received(), state);
                    if (counts.strayCount() != before) {
                        cameUnasked();
                    }
                }
            } catch (IOException e) {
                tell(address, e);
            }
        }

        private void cameUnasked() {
            if (budget == null) {
                budget = new StrayBudget();
            }
            if (budget.isExceededBy(System.nanoTime())) {
                StrayBudget.rest(loop(), key);
            }
        }
    }
}
