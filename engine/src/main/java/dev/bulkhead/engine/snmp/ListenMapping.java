package dev.bulkhead.engine.snmp;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.snmp4j.TransportStateReference;
import org.snmp4j.security.SecurityLevel;
import org.snmp4j.smi.Address;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.TransportIpAddress;
import org.snmp4j.smi.UdpAddress;
import org.snmp4j.transport.AbstractTransportMapping;

/**
 * What SNMP4J takes for a transport: messages that were received elsewhere, and answers back to
 * where the message came from that is being processed. One thread.
 */
final class ListenMapping extends AbstractTransportMapping<TransportIpAddress> {
    private final PacketRelay packets;
    private @Nullable Origin origin;

    ListenMapping(PacketRelay packets) {
        this.packets = packets;
    }

    /** Hands a message to SNMP4J. */
    void process(Origin from, byte[] octets) {
        TransportIpAddress address = from.address();
        boolean secure = from.transport().isSecure();
        SecurityLevel level = secure ? SecurityLevel.authPriv : SecurityLevel.undefined;
        OctetString securityName = from.securityName();
        packets.received(from.transport(), address, octets);
        origin = from;
        fireProcessMessage(
                address,
                ByteBuffer.wrap(octets),
                new TransportStateReference(
                        this, address, securityName, level, level, secure, from));
        origin = null;
    }

    @Override
    public void sendMessage(
            TransportIpAddress to,
            byte[] message,
            TransportStateReference state,
            long timeoutMillis,
            int maxRetries)
            throws IOException {
        Origin asker = origin;
        if (asker != null) {
            asker.answers().send(message);
            packets.sent(asker.transport(), asker.address(), message);
        }
    }

    @Override
    public Class<? extends Address> getSupportedAddressClass() {
        return TransportIpAddress.class;
    }

    @Override
    public TransportIpAddress getListenAddress() {
        return new UdpAddress(0);
    }

    @Override
    public boolean isListening() {
        return true;
    }

    @Override
    public void listen() {
        // Others do.
    }

    @Override
    public void close() {
        // It has nothing open.
    }
}
