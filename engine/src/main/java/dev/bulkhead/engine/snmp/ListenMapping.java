package dev.bulkhead.engine.snmp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import org.snmp4j.TransportStateReference;
import org.snmp4j.security.SecurityLevel;
import org.snmp4j.smi.Address;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.TransportIpAddress;
import org.snmp4j.smi.UdpAddress;
import org.snmp4j.transport.AbstractTransportMapping;

/** A socket that anybody may send to. {@link #receive} is for one thread, the rest for another. */
final class ListenMapping extends AbstractTransportMapping<TransportIpAddress> {
    /** What is asked for; the kernel gives what it allows. */
    private static final int BUFFER_OCTETS = 8 << 20;

    private static final int MAX_DATAGRAM = 65_535;

    private final DatagramChannel channel;
    private final ByteBuffer received = ByteBuffer.allocateDirect(MAX_DATAGRAM);

    /**
     * Opens the socket.
     *
     * @throws IOException if the address is taken, forbidden or not this machine's
     */
    ListenMapping(InetSocketAddress address) throws IOException {
        channel = DatagramChannel.open();
        try {
            channel.setOption(StandardSocketOptions.SO_RCVBUF, BUFFER_OCTETS);
            channel.bind(address);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    int port() throws IOException {
        return ((InetSocketAddress) channel.getLocalAddress()).getPort();
    }

    /** A datagram: its sender; its octets are in {@link #octets}. Blocks. */
    InetSocketAddress receive() throws IOException {
        received.clear();
        InetSocketAddress source = (InetSocketAddress) channel.receive(received);
        received.flip();
        return source;
    }

    /** A copy of what {@link #receive} read. */
    byte[] octets() {
        byte[] octets = new byte[received.remaining()];
        received.get(octets);
        return octets;
    }

    /** Hands a datagram to SNMP4J. */
    void process(InetSocketAddress source, byte[] octets) {
        UdpAddress address = new UdpAddress(source.getAddress(), source.getPort());
        TransportStateReference state =
                new TransportStateReference(
                        this,
                        address,
                        new OctetString(),
                        SecurityLevel.undefined,
                        SecurityLevel.undefined,
                        false,
                        channel);
        fireProcessMessage(address, ByteBuffer.wrap(octets), state);
    }

    @Override
    public void sendMessage(
            TransportIpAddress to,
            byte[] message,
            TransportStateReference state,
            long timeoutMillis,
            int maxRetries)
            throws IOException {
        channel.send(
                ByteBuffer.wrap(message), new InetSocketAddress(to.getInetAddress(), to.getPort()));
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
    public boolean isListening() {
        return channel.isOpen();
    }

    @Override
    public void listen() {
        // It does from the beginning.
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
