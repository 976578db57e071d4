package dev.bulkhead.engine.snmp;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.snmp4j.TransportStateReference;
import org.snmp4j.smi.Address;
import org.snmp4j.smi.TcpAddress;
import org.snmp4j.smi.TransportIpAddress;

/**
 * TCP (RFC 3430): a connection a peer, opened by the first message and again by the first after its
 * end.
 */
final class TcpMapping extends PeerMapping {
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
        return new TcpPeer(address);
    }

    private final class TcpPeer implements Peer, StreamConnection.User {
        private final TransportIpAddress address;
        private final StreamConnection connection;
        private final MessageStream messages;

        TcpPeer(TransportIpAddress address) throws IOException {
            this.address = address;
            TransportStateReference state = stateOf(address, this);
            messages = new MessageStream(message -> came(address, message, state));
            connection = new StreamConnection(loop(), address, this);
        }

        @Override
        public void send(byte[] message) throws IOException {
            connection.send(ByteBuffer.wrap(message));
        }

        @Override
        public boolean hasSentAll() {
            return connection.hasSentAll();
        }

        @Override
        public boolean isSilentSince(long nanoTime) {
            return connection.isConnected() && connection.heardNanos() - nanoTime < 0;
        }

        @Override
        public void close() throws IOException {
            connection.close();
        }

        @Override
        public void connected() {
            // What waits is sent by the connection.
        }

        @Override
        public void read(ByteBuffer octets) throws IOException {
            messages.take(octets);
        }

        @Override
        public void failed(IOException e) {
            lose(this, address, e);
        }
    }
}
