package dev.bulkhead.tests.agreement;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.snmp4j.asn1.BER;
import org.snmp4j.asn1.BERInputStream;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;

/**
 * An SNMPv3 engine with a clock of any kind, which {@code snmpd} does not have: it can be found,
 * and refuses everything else as out of its time window (RFC 3414 §3.2 7a). Its reports are not
 * signed.
 */
final class ClockAgent implements AutoCloseable {
    private static final byte[] ENGINE_ID = {(byte) 0x80, 0, 0x13, 0x70, 5, 9, 9, 9};

    /** What the engine says of itself. */
    record Clock(int boots, int seconds) {}

    private final DatagramSocket socket =
            new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    private final IntFunction<Clock> clock;
    private final Duration delay;
    private int answers;

    /**
     * Listens at any port of loopback.
     *
     * @param clock by how many answers were given before
     * @param delay of each answer
     */
    ClockAgent(IntFunction<Clock> clock, Duration delay) throws IOException {
        this.clock = clock;
        this.delay = delay;
        Thread.ofPlatform().daemon().name("clock-agent").start(this::answerAll);
    }

    int port() {
        return socket.getLocalPort();
    }

    private void answerAll() {
        byte[] buffer = new byte[65_535];
        try {
            while (true) {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                socket.receive(packet);
                answer(ByteBuffer.wrap(buffer, 0, packet.getLength()), packet.getSocketAddress());
            }
        } catch (IOException e) {
            // It was closed.
        }
    }

    private void answer(ByteBuffer message, java.net.SocketAddress from) throws IOException {
        BERInputStream in = new BERInputStream(message);
        enter(in);
        if (number(in) != SnmpConstants.version3) {
            return;
        }
        enter(in);
        int id = number(in);
        number(in);
        octets(in);
        number(in);
        BERInputStream security = new BERInputStream(ByteBuffer.wrap(octets(in)));
        enter(security);
        boolean discovery = octets(security).length == 0;
        byte[] report =
                report(
                        id,
                        discovery
                                ? SnmpConstants.usmStatsUnknownEngineIDs
                                : SnmpConstants.usmStatsNotInTimeWindows,
                        clock.apply(answers++));
        CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> send(report, from));
    }

    private void send(byte[] report, java.net.SocketAddress to) {
        try {
            socket.send(new DatagramPacket(report, report.length, to));
        } catch (IOException e) {
            // It was closed.
        }
    }

    private static void enter(BERInputStream in) throws IOException {
        BER.decodeHeader(in, new BER.MutableByte());
    }

    private static int number(BERInputStream in) throws IOException {
        Integer32 value = new Integer32();
        value.decodeBER(in);
        return value.getValue();
    }

    private static byte[] octets(BERInputStream in) throws IOException {
        OctetString value = new OctetString();
        value.decodeBER(in);
        return value.getValue();
    }

    private static byte[] report(int id, OID counter, Clock now) throws IOException {
        byte[] none = element(4);
        byte[] security =
                element(
                        0x30,
                        element(4, ENGINE_ID),
                        number(now.boots()),
                        number(now.seconds()),
                        none,
                        none,
                        none);
        ByteArrayOutputStream name = new ByteArrayOutputStream();
        counter.encodeBER(name);
        byte[] varBind = element(0x30, name.toByteArray(), element(0x41, new byte[] {1}));
        byte[] pdu = element(0xA8, number(0), number(0), number(0), element(0x30, varBind));
        return element(
                0x30,
                number(3),
                element(0x30, number(id), number(65_507), element(4, new byte[] {0}), number(3)),
                element(4, security),
                element(0x30, element(4, ENGINE_ID), none, pdu));
    }

    private static byte[] number(int value) {
        return element(2, BigInteger.valueOf(value).toByteArray());
    }

    /** Shorter than 128 octets, or with a length of two more. */
    private static byte[] element(int tag, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        if (content.size() < 128) {
            out.write(content.size());
        } else {
            out.write(0x82);
            out.write(content.size() >> 8);
            out.write(content.size());
        }
        out.writeBytes(content.toByteArray());
        return out.toByteArray();
    }

    @Override
    public void close() {
        socket.close();
    }
}
