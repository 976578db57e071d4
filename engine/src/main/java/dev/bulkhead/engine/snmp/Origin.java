package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.job.Endpoint;
import dev.bulkhead.engine.job.Transport;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.snmp4j.smi.DtlsAddress;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.TcpAddress;
import org.snmp4j.smi.TlsAddress;
import org.snmp4j.smi.TransportIpAddress;
import org.snmp4j.smi.UdpAddress;

/**
 * Whom a message came from.
 *
 * @param securityName what the certificate says; empty without one
 * @param answers where answers go
 */
record Origin(
        Transport transport, InetSocketAddress source, OctetString securityName, Answers answers) {
    /** The way back; from any thread. */
    interface Answers {
        void send(byte[] message) throws IOException;
    }

    /** {@code host:port}, the transport before it unless UDP. */
    String name() {
        return new Endpoint(transport, source.getAddress().getHostAddress(), source.getPort())
                .address();
    }

    TransportIpAddress address() {
        InetAddress host = source.getAddress();
        return switch (transport) {
            case UDP -> new UdpAddress(host, source.getPort());
            case TCP -> new TcpAddress(host, source.getPort());
            case TLS -> new TlsAddress(host, source.getPort());
            case DTLS -> new DtlsAddress(host, source.getPort());
        };
    }
}
