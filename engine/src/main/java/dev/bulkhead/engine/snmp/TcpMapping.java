package dev.bulkhead.engine.snmp;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import org.snmp4j.TransportStateReference;
import org.snmp4j.smi.Address;
import org.snmp4j.smi.TcpAddress;
import org.snmp4j.smi.TransportIpAddress;

/**
 * TCP (RFC 3430): a connection a peer, opened by the first message and again by the first after its
 * end. Messages follow one another; each tells its own length (X.690 §8.1.3).
 *
 * <p>Limits: a message of {@value #MAX_MESSAGE} octets, 16 times what fits into a datagram; one
 * that claims more, or does not begin like an SNMP message, ends the connection, for nobody knows
 * where the next begins.
 */
final class TcpMapping extends PeerMapping {
    private static final int MAX_MESSAGE = 1 << 20;
    private static final int SEQUENCE = 0x30;
    private static final int CHUNK = 16 * 1024;

    TcpMapping(Loop loop, Unreachable listener) {
        super(loop, listener);
    }

    @Override
    public Class<? extends Address> getSupportedAddressClass() {
        return TcpAddress.class;
    }

    @Override
    public TransportIpAddress getListenAddress() {
        return new TcpAddress(0);
    }

    @Override
    Peer open(TransportIpAddress address) throws IOException {
        return new Connection(address);
    }

    /**
     * The length of the message that {@code octets} begin with, header included; 0 if too little is
     * there to tell.
     *
     * @throws ProtocolException if it is no SNMP message or too long
     */
    static int messageLength(byte[] octets, int count) throws ProtocolException {
        if (count == 0) {
            return 0;
        }
        if (octets[0] != SEQUENCE) {
            throw new ProtocolException("what it sent is no SNMP message");
        }
        if (count == 1) {
            return 0;
        }
        int first = octets[1] & 0xFF;
        if (first < 0x80) {
            return 2 + first;
        }
        int lengthOctets = first & 0x7F;
        if (lengthOctets == 0 || lengthOctets > 4) {
            throw new ProtocolException("the length of its message cannot be read");
        }
        if (count < 2 + lengthOctets) {
            return 0;
        }
        long length = 0;
        for (int i = 0; i < lengthOctets; i++) {
            length = (length << 8) | (octets[2 + i] & 0xFF);
        }
        if (length > MAX_MESSAGE) {
            throw new ProtocolException("its message claims to be " + length + " octets long");
        }
        return (int) length + 2 + lengthOctets;
    }

    private final class Connection implements Peer {
        private final TransportIpAddress address;
        private final SocketChannel channel;
        private final SelectionKey key;
        private final TransportStateReference state;
        private final Queue<ByteBuffer> unsent = new ArrayDeque<>();
        private byte[] received = new byte[CHUNK];
        private int count;

        Connection(TransportIpAddress address) throws IOException {
            this.address = address;
            channel = SocketChannel.open();
            try {
                channel.configureBlocking(false);
                channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
                boolean connected =
                        channel.connect(
                                new InetSocketAddress(address.getInetAddress(), address.getPort()));
                int wanted = connected ? SelectionKey.OP_READ : SelectionKey.OP_CONNECT;
                key = loop().register(channel, wanted, this::ready);
            } catch (IOException e) {
                channel.close();
                throw e;
            }
            state = stateOf(address, channel);
        }

        @Override
        public void send(byte[] message) throws IOException {
            unsent.add(ByteBuffer.wrap(message));
            if (channel.isConnected()) {
                write();
            }
        }

        @Override
        public boolean hasSentAll() {
            return unsent.isEmpty();
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }

        private void ready() {
            try {
                if (key.isConnectable() && channel.finishConnect()) {
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
            for (ByteBuffer next = unsent.peek(); next != null; next = unsent.peek()) {
                channel.write(next);
                if (next.hasRemaining()) {
                    key.interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
                    return;
                }
                unsent.remove();
            }
            key.interestOps(SelectionKey.OP_READ);
        }

        private void read() throws IOException {
            while (channel.isOpen()) {
                if (count == received.length) {
                    received = Arrays.copyOf(received, received.length * 2);
                }
                int got = channel.read(ByteBuffer.wrap(received, count, received.length - count));
                if (got < 0) {
                    throw new EOFException("it closed the connection");
                }
                count += got;
                process();
                if (got == 0) {
                    return;
                }
            }
        }

        private void process() throws IOException {
            int length = messageLength(received, count);
            while (length > 0 && length <= count) {
                byte[] message = Arrays.copyOf(received, length);
                count -= length;
                System.arraycopy(received, length, received, 0, count);
                fireProcessMessage(address, ByteBuffer.wrap(message), state);
                length = messageLength(received, count);
            }
        }

        private void fail(IOException e) {
            try {
                drop(address);
            } catch (IOException alsoFailed) {
                e.addSuppressed(alsoFailed);
            }
            tell(address, e);
        }
    }
}
