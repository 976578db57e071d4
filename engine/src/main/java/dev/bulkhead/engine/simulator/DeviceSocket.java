package dev.bulkhead.engine.simulator;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.snmp4j.TransportStateReference;
import org.snmp4j.smi.Address;
import org.snmp4j.smi.UdpAddress;
import org.snmp4j.transport.AbstractTransportMapping;

/**
 * A device's UDP socket: non-blocking and without a thread of its own; a {@link ReceiveLoop} serves
 * many of them.
 */
final class DeviceSocket extends AbstractTransportMapping<UdpAddress> {
    /** The most that fits into one UDP datagram over IPv4. */
    private static final int MAX_DATAGRAM = 65_507;

    /** Datagrams read in one go before another device gets its turn. */
    private static final int TURN = 64;

    private final DatagramChannel channel;
    private final BooleanSupplier deaf;

    /** Opens and binds; while {@code deaf} says so, whatever arrives is thrown away. */
    DeviceSocket(InetSocketAddress address, BooleanSupplier deaf) throws IOException {
        this.deaf = deaf;
        maxInboundMessageSize = MAX_DATAGRAM;
        channel = DatagramChannel.open();
        try {
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.SO_RCVBUF, 1 << 20);
            channel.bind(address);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    DatagramChannel channel() {
        return channel;
    }

    /** Answers what has arrived; the buffer must have an array. */
    void serve(ByteBuffer buffer) throws IOException {
        for (int i = 0; i < TURN; i++) {
            buffer.clear();
            InetSocketAddress peer = (InetSocketAddress) channel.receive(buffer);
            if (peer == null) {
                return;
            }
            if (!deaf.getAsBoolean()) {
                buffer.flip();
                UdpAddress from = new UdpAddress(peer.getAddress(), peer.getPort());
                fireProcessMessage(from, buffer, stateOf(from));
            }
        }
    }

    private TransportStateReference stateOf(UdpAddress from) {
        return new TransportStateReference(
                this,
                from,
                null,
                org.snmp4j.security.SecurityLevel.undefined,
                org.snmp4j.security.SecurityLevel.undefined,
                false,
                channel);
    }

    @Override
    public void sendMessage(
            UdpAddress address,
            byte[] message,
            @Nullable TransportStateReference state,
            long timeoutMillis,
            int maxRetries)
            throws IOException {
        // Like a real device: what the socket's buffer cannot take is lost.
        channel.send(
                ByteBuffer.wrap(message),
                new InetSocketAddress(address.getInetAddress(), address.getPort()));
    }

    @Override
    public Class<? extends Address> getSupportedAddressClass() {
        return UdpAddress.class;
    }

    @Override
    public UdpAddress getListenAddress() {
        InetSocketAddress local = (InetSocketAddress) channel.socket().getLocalSocketAddress();
        InetAddress host = local.getAddress();
        return new UdpAddress(host, local.getPort());
    }

    @Override
    public void listen() {
        // A ReceiveLoop listens.
    }

    @Override
    public boolean isListening() {
        return channel.isOpen();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
