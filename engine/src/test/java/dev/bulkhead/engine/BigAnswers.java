package dev.bulkhead.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.nio.ByteBuffer;
import org.snmp4j.PDU;
import org.snmp4j.asn1.BER;
import org.snmp4j.asn1.BERInputStream;
import org.snmp4j.asn1.BEROutputStream;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.Variable;
import org.snmp4j.smi.VariableBinding;

/** An agent that answers each name with as many octets as a datagram holds, one name at a time. */
final class BigAnswers implements AutoCloseable {
    private final DatagramSocket socket;

    BigAnswers() {
        try {
            socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofPlatform().daemon().name("big-answers").start(this::serve);
    }

    int port() {
        return socket.getLocalPort();
    }

    private void serve() {
        byte[] buffer = new byte[65_535];
        try {
            while (true) {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                socket.receive(packet);
                BERInputStream in =
                        new BERInputStream(ByteBuffer.wrap(buffer, 0, packet.getLength()));
                BER.decodeHeader(in, new BER.MutableByte());
                Integer32 version = new Integer32();
                version.decodeBER(in);
                OctetString community = new OctetString();
                community.decodeBER(in);
                PDU pdu = new PDU();
                pdu.decodeBER(in);
                VariableBinding first = pdu.get(0);
                first.setVariable(new OctetString(new byte[60_000]));
                pdu.setType(PDU.RESPONSE);
                while (pdu.size() > 1) {
                    pdu.remove(pdu.size() - 1);
                }
                byte[] answer = message(version, community, pdu);
                socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
            }
        } catch (SocketException e) {
            // Closed.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] message(Variable version, Variable community, PDU pdu)
            throws IOException {
        int length = version.getBERLength() + community.getBERLength() + pdu.getBERLength();
        ByteBuffer buffer = ByteBuffer.allocate(length + 10);
        BEROutputStream out = new BEROutputStream(buffer);
        BER.encodeHeader(out, BER.SEQUENCE, length);
        version.encodeBER(out);
        community.encodeBER(out);
        pdu.encodeBER(out);
        byte[] octets = new byte[out.getBuffer().position()];
        out.getBuffer().flip().get(octets);
        return octets;
    }

    @Override
    public void close() {
        socket.close();
    }
}
