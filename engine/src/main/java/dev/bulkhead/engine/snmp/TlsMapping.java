package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.sample.Failure.NoSecureSession.Reason;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.snmp4j.smi.Address;
import org.snmp4j.smi.TlsAddress;
import org.snmp4j.smi.TransportIpAddress;

/**
 * TLS over TCP (RFC 6353): a session a peer, opened by the first message and again by the first
 * after its end. In the session messages follow one another as they do in TCP (RFC 6353 §5.1.2).
 */
final class TlsMapping extends PeerMapping {
    private final SecurePeer peer;

    TlsMapping(Loop loop, SecurePeer peer, Unreachable listener) {
        super(loop, listener);
        this.peer = peer;
    }

    @Override
    public Class<? extends Address> getSupportedAddressClass() {
        return TlsAddress.class;
    }

    @Override
    public TransportIpAddress getListenAddress() {
        return new TlsAddress();
    }

    @Override
    Peer open(TransportIpAddress address) throws IOException {
        return new TlsPeer(address);
    }

    private final class TlsPeer implements Peer, StreamConnection.User, SecureChannel.Line {
        private final TransportIpAddress address;
        private final StreamConnection connection;
        private final SecureChannel channel;
        private final MessageStream messages;
        private boolean heard;
        private boolean answered;

        TlsPeer(TransportIpAddress address) throws IOException {
            this.address = address;
            var state = secureStateOf(address, peer.securityName(), this);
            messages = new MessageStream(message -> came(address, message, state));
            channel =
                    new SecureChannel(
                            peer.context().newEngine(peer.host(), address.getPort()),
                            peer.buffers(),
                            this);
            connection = new StreamConnection(loop(), address, this);
        }

        @Override
        public void connected() throws IOException {
            channel.start();
        }

        @Override
        public void send(byte[] message) throws IOException {
            channel.send(message);
        }

        @Override
        public void read(ByteBuffer octets) throws IOException {
            if (!heard && !isRecord(octets.get(octets.position()))) {
                throw new SecureSessionException(
                        Reason.NOT_TLS, "what it sent is not TLS: it may speak plain SNMP there");
            }
            heard = true;
            channel.receive(octets);
        }

        @Override
        public void transmit(ByteBuffer octets) throws IOException {
            connection.send(ByteBuffer.allocate(octets.remaining()).put(octets).flip());
        }

        @Override
        public void received(ByteBuffer plain) throws IOException {
            answered = true;
            messages.take(plain);
        }

        @Override
        public void opened() throws IOException {
            channel.flow();
        }

        @Override
        public void failed(IOException e) {
            lose(this, address, named(e));
        }

        /** ContentType of RFC 8446 §5.1: a handshake or an alert; SNMP begins with 48. */
        private static boolean isRecord(byte type) {
            return type == 22 || type == 21;
        }

        /** Some agents hang up where RFC 8446 §6.2 wants an alert, SNMP4J's among them. */
        private IOException named(IOException e) {
            boolean hungUp = e instanceof EOFException || e instanceof SocketException;
            if (!hungUp || e instanceof ConnectException || answered) {
                return e;
            }
            return heard
                    ? new SecureSessionException(
                            Reason.REFUSED_OURS,
                            "it hung up on our certificate, without a word of TLS why")
                    : new SecureSessionException(
                            Reason.NOT_TLS,
                            "it closed the connection when TLS began: it may not speak it there");
        }

        @Override
        public boolean hasSentAll() {
            return channel.hasSentAll() && connection.hasSentAll();
        }

        @Override
        public Optional<String> opening() {
            return connection.isConnected() && !channel.isOpen()
                    ? Optional.of(
                            heard
                                    ? "the TLS handshake was not finished"
                                    : "nothing answered the TLS handshake")
                    : Optional.empty();
        }

        @Override
        public boolean isSilentSince(long nanoTime) {
            return channel.isOpen() && connection.heardNanos() - nanoTime < 0;
        }

        @Override
        public void close() throws IOException {
            if (connection.isConnected()) {
                channel.close();
            }
            connection.close();
        }
    }
}
