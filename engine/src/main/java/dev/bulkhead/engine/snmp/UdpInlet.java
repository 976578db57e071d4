package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.job.Transport;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import org.snmp4j.smi.OctetString;

/**
 * A socket that anybody may send to. A thread of its own does nothing but empty it, for the stock
 * buffer of the kernel holds some 200 datagrams, 40 ms of 5,000 a second.
 */
final class UdpInlet implements Inlet {
    /** What is asked for; the kernel gives what it allows. */
    private static final int BUFFER_OCTETS = 8 << 20;

    private static final int MAX_DATAGRAM = 65_535;
    private static final OctetString NOBODY = new OctetString();

    private final DatagramChannel channel;
    private final int port;
    private final Intake intake;

    /**
     * Opens the socket.
     *
     * @throws IOException if the address is taken, forbidden or not this machine's
     */
    UdpInlet(InetSocketAddress address, Intake intake) throws IOException {
        this.intake = intake;
        channel = open(address);
        port = ((InetSocketAddress) channel.getLocalAddress()).getPort();
    }

    /** A socket with a large buffer. */
    static DatagramChannel open(InetSocketAddress address) throws IOException {
        DatagramChannel channel = DatagramChannel.open();
        try {
            channel.setOption(StandardSocketOptions.SO_RCVBUF, BUFFER_OCTETS);
            channel.bind(address);
            return channel;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public void begin() {
        Thread.ofPlatform().daemon().name("receive").start(this::receive);
    }

    private void receive() {
        ByteBuffer received = ByteBuffer.allocateDirect(MAX_DATAGRAM);
        try {
            while (true) {
                received.clear();
                InetSocketAddress source = (InetSocketAddress) channel.receive(received);
                received.flip();
                byte[] octets = new byte[received.remaining()];
                received.get(octets);
                intake.take(
                        new Origin(
                                Transport.UDP,
                                source,
                                NOBODY,
                                answer -> channel.send(ByteBuffer.wrap(answer), source)),
                        octets);
            }
        } catch (IOException e) {
            // It is closed when the job ends.
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // It receives nothing more either way.
        }
    }
}
