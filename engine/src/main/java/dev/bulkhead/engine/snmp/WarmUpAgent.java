package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/**
 * Somebody to ask in a warm-up: gives each request of v2c back as its own answer, tells who asks
 * for an engine of v3 that there is one, and gives whoever asks that engine his request back, which
 * is no answer, but authentic.
 */
final class WarmUpAgent implements AutoCloseable {
    private static final byte RESPONSE_TAG = (byte) 0xA2;
    private static final int REPORT_TAG = 0xA8;
    private static final byte[] NOTHING = {};
    private static final byte[] ENGINE_ID = {(byte) 0x80, 0, 0, 0, 5, 1};

    private static final VarBind UNKNOWN_ENGINE_IDS =
            new VarBind(Oid.parse("1.3.6.1.6.3.15.1.1.4.0"), new SmiValue.Counter32(1));

    private final DatagramSocket socket;

    WarmUpAgent() throws IOException {
        socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().name("mirror").start(this::run);
    }

    /** Of its v3 side. */
    static byte[] engineId() {
        return ENGINE_ID.clone();
    }

    int port() {
        return socket.getLocalPort();
    }

    private void run() {
        try {
            byte[] buffer = new byte[512];
            while (true) {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                socket.receive(packet);
                byte[] answer = answerTo(buffer, packet.getLength());
                socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
            }
        } catch (IOException e) {
            // It is closed when the warm-up is over.
        } catch (MalformedMessageException e) {
            throw new IllegalStateException("the warm-up asked what cannot be read", e);
        }
    }

    private static byte[] answerTo(byte[] request, int length) throws MalformedMessageException {
        BerReader reader = new BerReader();
        reader.reset(request, 0, length);
        int end = reader.enter(BerReader.SEQUENCE, "a message");
        byte[] answer = Arrays.copyOf(request, end);
        if (reader.integer("the version") != UsmMessages.VERSION) {
            reader.skipTo(reader.enter(BerReader.OCTET_STRING, "the community"));
            answer[reader.position()] = RESPONSE_TAG;
            return answer;
        }
        int headerEnd = reader.enter(BerReader.SEQUENCE, "the header");
        int messageId = reader.integer("the message ID");
        reader.skipTo(headerEnd);
        reader.enter(BerReader.OCTET_STRING, "the security parameters");
        reader.enter(BerReader.SEQUENCE, "the security parameters");
        int engineEnd = reader.enter(BerReader.OCTET_STRING, "the engine ID");
        return reader.position() == engineEnd ? report(messageId) : answer;
    }

    /** RFC 3414 §4. */
    private static byte[] report(int messageId) {
        BerWriter writer = new BerWriter();
        writer.varBinds(List.of(UNKNOWN_ENGINE_IDS));
        writer.integer(0);
        writer.integer(0);
        writer.integer(0);
        writer.wrap(REPORT_TAG, 0);
        writer.octetString(BerReader.OCTET_STRING, NOTHING);
        writer.octetString(BerReader.OCTET_STRING, ENGINE_ID);
        writer.wrap(BerReader.SEQUENCE, 0);
        int security = writer.size();
        writer.octetString(BerReader.OCTET_STRING, NOTHING);
        writer.octetString(BerReader.OCTET_STRING, NOTHING);
        writer.octetString(BerReader.OCTET_STRING, NOTHING);
        writer.integer(1);
        writer.integer(1);
        writer.octetString(BerReader.OCTET_STRING, ENGINE_ID);
        writer.wrap(BerReader.SEQUENCE, security);
        writer.wrap(BerReader.OCTET_STRING, security);
        int header = writer.size();
        writer.integer(3);
        writer.octetString(BerReader.OCTET_STRING, new byte[] {0});
        writer.integer(65_507);
        writer.integer(messageId);
        writer.wrap(BerReader.SEQUENCE, header);
        writer.integer(UsmMessages.VERSION);
        writer.wrap(BerReader.SEQUENCE, 0);
        return writer.toByteArray();
    }

    @Override
    public void close() {
        socket.close();
    }
}
