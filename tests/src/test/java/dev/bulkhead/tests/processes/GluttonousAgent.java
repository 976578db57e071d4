package dev.bulkhead.tests.processes;

import java.io.IOException;
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

/**
 * A v2c agent that has a small value for every name, until it is told to overfeed: then each answer
 * is one name with as many octets as a datagram holds, and a poll of hundreds of names does not fit
 * into a small worker's heap.
 */
final class GluttonousAgent implements AutoCloseable {
    private static final int MUCH = 60_000;

    private final DatagramSocket socket;
    private volatile boolean overfeeds;

    GluttonousAgent() throws IOException {
        socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().name("gluttonous-agent").start(this::serve);
    }

    int port() {
        return socket.getLocalPort();
    }

    void overfeed(boolean much) {
        overfeeds = much;
    }

    private void serve() {
        byte[] buffer = new byte[65_535];
        try {
            while (true) {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                socket.receive(packet);
                byte[] answer = answer(ByteBuffer.wrap(buffer, 0, packet.getLength()));
                socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
            }
        } catch (SocketException e) {
            // Closed.
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] answer(ByteBuffer request) throws IOException {
        BERInputStream in = new BERInputStream(request);
        BER.decodeHeader(in, new BER.MutableByte());
        Integer32 version = new Integer32();
        version.decodeBER(in);
        OctetString community = new OctetString();
        community.decodeBER(in);
        PDU pdu = new PDU();
        pdu.decodeBER(in);
        pdu.setType(PDU.RESPONSE);
        if (overfeeds) {
            while (pdu.size() > 1) {
                pdu.remove(pdu.size() - 1);
            }
            pdu.get(0).setVariable(new OctetString(new byte[MUCH]));
        } else {
            for (VariableBinding each : pdu.getAll()) {
                each.setVariable(new Integer32(1));
            }
        }
        return message(version, community, pdu);
    }

    private static byte[] message(Variable version, Variable community, PDU pdu)
            throws IOException {
        int length = version.getBERLength() + community.getBERLength() + pdu.getBERLength();
        BEROutputStream out = new BEROutputStream(ByteBuffer.allocate(length + 10));
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
