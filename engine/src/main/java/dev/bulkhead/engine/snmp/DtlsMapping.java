package dev.bulkhead.engine.snmp;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLEngine;
import org.jspecify.annotations.Nullable;
import org.snmp4j.TransportStateReference;
import org.snmp4j.smi.Address;
import org.snmp4j.smi.DtlsAddress;
import org.snmp4j.smi.TransportIpAddress;

/**
 * DTLS over UDP (RFC 6353, RFC 6347): a session a peer, on a connected channel of its own, opened
 * by the first message and again by the first after its end. Each datagram of the session carries
 * one message.
 *
 * <p><b>Loss:</b> a flight of the handshake that gets no answer is sent again, after a time that
 * doubles (RFC 6347 §4.2.4.1); messages are sent again by whoever waits for their answers. An agent
 * that restarted knows nothing of the session and says nothing, so one over which a whole timeout
 * long nothing came is given up.
 */
final class DtlsMapping extends PeerMapping {
    private static final long LONGEST_FLIGHT_NANOS = TimeUnit.SECONDS.toNanos(60);

    /**
     * Between the handshake and the first message: SNMP4J's DTLS drops what comes while it ends the
     * handshake, and nobody sends a trap again.
     */
    private static final long SETTLING_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    /** A message must fit into one record (RFC 6347 §4.1). */
    private static final int MAX_MESSAGE = 1 << 14;

    private final SecurePeer peer;

    DtlsMapping(Loop loop, SecurePeer peer, Unreachable listener) {
        super(loop, listener);
        this.peer = peer;
        this.maxInboundMessageSize = MAX_MESSAGE;
    }

    @Override
    public Class<? extends Address> getSupportedAddressClass() {
        return DtlsAddress.class;
    }

    @Override
    public TransportIpAddress getListenAddress() {
        return new DtlsAddress();
    }

    @Override
    Peer open(TransportIpAddress address) throws IOException {
        DtlsPeer opened = new DtlsPeer(address);
        opened.start();
        return opened;
    }

    private final class DtlsPeer implements Peer, SecureChannel.Line {
        private final TransportIpAddress address;
        private final TransportStateReference state;
        private final DatagramChannel datagrams;
        private final SSLEngine engine;
        private final SecureChannel channel;
        private boolean heard;
        private long heardNanos = System.nanoTime();
        private long flightNanos = peer.flightNanos();
        private Timers.@Nullable Timer timer;

        DtlsPeer(TransportIpAddress address) throws IOException {
            this.address = address;
            state = secureStateOf(address, peer.securityName(), this);
            engine = peer.context().newEngine(peer.host(), address.getPort());
            channel = new SecureChannel(engine, peer.buffers(), this);
            InetAddress inet = address.getInetAddress();
            datagrams =
                    DatagramChannel.open(
                            inet instanceof Inet6Address
                                    ? StandardProtocolFamily.INET6
                                    : StandardProtocolFamily.INET);
            try {
                datagrams.configureBlocking(false);
                datagrams.connect(new InetSocketAddress(inet, address.getPort()));
                loop().register(datagrams, SelectionKey.OP_READ, this::read);
            } catch (IOException e) {
                datagrams.close();
                throw e;
            }
        }

        void start() throws IOException {
            try {
                channel.start();
                awaitFlight();
            } catch (IOException e) {
                close();
                throw e;
            }
        }

        private void awaitFlight() {
            stopTimer();
            timer = loop().after(flightNanos, this::repeatFlight);
        }

        private void repeatFlight() {
            if (channel.isOpen() || !datagrams.isOpen()) {
                return;
            }
            try {
                flightNanos = Math.min(flightNanos * 2, LONGEST_FLIGHT_NANOS);
                channel.repeatFlight();
                awaitFlight();
            } catch (IOException e) {
                fail(e);
            }
        }

        private void stopTimer() {
            if (timer != null) {
                timer.cancel();
                timer = null;
            }
        }

        private void read() {
            ByteBuffer incoming = peer.buffers().incoming();
            try {
                while (datagrams.isOpen()) {
                    incoming.clear();
                    if (datagrams.read(incoming) <= 0) {
                        return;
                    }
                    incoming.flip();
                    heardNanos = System.nanoTime();
                    heard = true;
                    channel.receive(incoming);
                }
            } catch (IOException e) {
                fail(e);
            }
        }

        private void fail(IOException e) {
            lose(this, address, e);
        }

        @Override
        public void opened() {
            stopTimer();
            // A session can be resumed, but then our flight is the last one, and nobody would ask
            // for it again if it were lost.
            engine.getSession().invalidate();
            TlsContext.allowLongDatagrams(engine);
            timer = loop().after(SETTLING_NANOS, this::flow);
        }

        private void flow() {
            try {
                channel.flow();
            } catch (IOException e) {
                fail(e);
            }
        }

        @Override
        public void transmit(ByteBuffer octets) throws IOException {
            try {
                datagrams.write(octets);
            } catch (PortUnreachableException e) {
                // It tells of an earlier datagram, and this one was not sent.
                datagrams.write(octets);
            }
        }

        @Override
        public void received(ByteBuffer plain) {
            came(address, plain, state);
        }

        @Override
        public void send(byte[] message) throws IOException {
            if (message.length > MAX_MESSAGE) {
                throw new IOException(
                        "a message of %d octets, and DTLS carries %d at most"
                                .formatted(message.length, MAX_MESSAGE));
            }
            channel.send(message);
        }

        @Override
        public boolean hasSentAll() {
            return channel.hasSentAll();
        }

        @Override
        public Optional<String> opening() {
            if (channel.isOpen()) {
                return Optional.empty();
            }
            return Optional.of(
                    heard
                            ? "the DTLS handshake stopped halfway, as it does if our certificate is"
                                    + " refused,"
                            : "nothing answered the DTLS handshake");
        }

        @Override
        public boolean isSilentSince(long nanoTime) {
            return channel.isOpen() && heardNanos - nanoTime < 0;
        }

        @Override
        public void close() throws IOException {
            stopTimer();
            channel.close();
            datagrams.close();
        }
    }
}
