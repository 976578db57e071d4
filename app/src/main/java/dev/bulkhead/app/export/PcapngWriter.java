package dev.bulkhead.app.export;

import dev.bulkhead.engine.trace.Packet;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/**
 * Packets of a job as a pcapng file (draft-ietf-opsawg-pcapng) that packet analysers open.
 *
 * <p>Each message stands in an IP packet with a UDP header, whatever carried it; our own address is
 * the unspecified one, since only the peer's is known. What went through TLS or DTLS is there as it
 * was inside, at port 161. What the job could read of a message, decrypted, is its comment. Each
 * packet is written at once, so that a program that ends keeps what it saw, and one that finds no
 * room knows what to take back. Used by one thread.
 */
public final class PcapngWriter implements Closeable {
    private static final int SECTION = 0x0A0D0D0A;
    private static final int INTERFACE = 1;
    private static final int ENHANCED_PACKET = 6;
    private static final int BYTE_ORDER = 0x1A2B3C4D;

    /** Raw IPv4 or IPv6. */
    private static final short LINK_RAW = 101;

    private static final int OPT_COMMENT = 1;

    /** Of a comment, whose length in UTF-8 has 16 bits. */
    private static final int MOST_CHARS = 21_000;

    /** What an IPv4 packet holds beside its headers; a longer message of TCP is cut. */
    private static final int MOST_PAYLOAD = 65_507;

    private static final int OPT_USERAPPL = 4;
    private static final int OPT_TIME_RESOLUTION = 9;
    private static final int NANOSECONDS = 9;
    private static final int UDP = 17;
    private static final int OUR_PORT = 49_152;
    private static final int SNMP_PORT = 161;
    private static final int IPV4_HEADER = 20;
    private static final int IPV6_HEADER = 40;
    private static final int UDP_HEADER = 8;

    private final OutputStream out;
    private final Form form;

    /** What of a packet is written. */
    public enum Form {
        /** A community is asterisks; what was read, decrypted, is each packet's comment. */
        READ,

        /** The octets as they were sent, with the community, and no comment. */
        AS_SENT
    }

    /** The same in the form {@link Form#READ}. */
    public PcapngWriter(OutputStream out) throws IOException {
        this(out, Form.READ);
    }

    /** Writes to a stream, which is closed with this. */
    public PcapngWriter(OutputStream out, Form form) throws IOException {
        this.out = out;
        this.form = form;
        ByteBuffer section = body(64);
        section.putInt(BYTE_ORDER).putShort((short) 1).putShort((short) 0).putLong(-1);
        option(section, OPT_USERAPPL, "Bulkhead".getBytes(StandardCharsets.UTF_8));
        endOptions(section);
        block(SECTION, section);
        ByteBuffer link = body(32);
        link.putShort(LINK_RAW).putShort((short) 0).putInt(0);
        option(link, OPT_TIME_RESOLUTION, new byte[] {NANOSECONDS});
        endOptions(link);
        block(INTERFACE, link);
    }

    /** Writes one packet. */
    public void write(Packet packet) throws IOException {
        boolean asSent = form == Form.AS_SENT;
        byte[] ip = inIp(packet, asSent ? packet.octetsAsSent() : packet.octets());
        byte[] comment = asSent ? new byte[0] : comment(packet).getBytes(StandardCharsets.UTF_8);
        ByteBuffer body = body(ip.length + comment.length + 64);
        Instant time = packet.time();
        long nanos = time.getEpochSecond() * 1_000_000_000L + time.getNano();
        body.putInt(0).putInt((int) (nanos >>> 32)).putInt((int) nanos);
        body.putInt(ip.length).putInt(ip.length).put(ip);
        pad(body);
        if (comment.length > 0) {
            option(body, OPT_COMMENT, comment);
        }
        endOptions(body);
        block(ENHANCED_PACKET, body);
    }

    private static String comment(Packet packet) {
        StringBuilder text = new StringBuilder(InertText.line(packet.summary()));
        if (packet.transport().isSecure()) {
            text.append(" (inside ").append(packet.transport()).append(')');
        }
        if (!packet.problem().isEmpty()) {
            text.append("\ncannot be read: ").append(InertText.line(packet.problem()));
        }
        packet.varBinds().forEach(varBind -> text.append('\n').append(PacketText.varBind(varBind)));
        return text.length() > MOST_CHARS ? text.substring(0, MOST_CHARS) + "..." : text.toString();
    }

    private static byte[] inIp(Packet packet, byte[] octets) {
        byte[] peer = packet.peer();
        byte[] payload =
                octets.length > MOST_PAYLOAD ? Arrays.copyOf(octets, MOST_PAYLOAD) : octets;
        byte[] us = new byte[peer.length];
        int port = packet.transport().isSecure() ? SNMP_PORT : packet.port();
        int header = peer.length == 4 ? IPV4_HEADER : IPV6_HEADER;
        int udpLength = UDP_HEADER + payload.length;
        ByteBuffer ip = ByteBuffer.allocate(header + udpLength);
        byte[] source = packet.sent() ? us : peer;
        byte[] destination = packet.sent() ? peer : us;
        if (peer.length == 4) {
            ip.put((byte) 0x45).put((byte) 0).putShort((short) (header + udpLength));
            ip.putInt(0).put((byte) 64).put((byte) UDP).putShort((short) 0);
            ip.put(source).put(destination);
            ip.putShort(10, checksum(ip.array(), header));
        } else {
            ip.putInt(0x60000000).putShort((short) udpLength).put((byte) UDP).put((byte) 64);
            ip.put(source).put(destination);
        }
        ip.putShort((short) (packet.sent() ? OUR_PORT : port));
        ip.putShort((short) (packet.sent() ? port : OUR_PORT));
        // No checksum: allowed over IPv4, and analysers do not mind over IPv6.
        ip.putShort((short) udpLength).putShort((short) 0);
        ip.put(payload);
        return ip.array();
    }

    /** The Internet checksum of a header (RFC 1071). */
    private static short checksum(byte[] header, int length) {
        int sum = 0;
        for (int i = 0; i < length; i += 2) {
            sum += (header[i] & 0xFF) << 8 | (header[i + 1] & 0xFF);
        }
        sum = (sum & 0xFFFF) + (sum >>> 16);
        sum = (sum & 0xFFFF) + (sum >>> 16);
        return (short) ~sum;
    }

    private static ByteBuffer body(int octets) {
        return ByteBuffer.allocate(octets + 32).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static void option(ByteBuffer to, int code, byte[] value) {
        to.putShort((short) code).putShort((short) value.length).put(value);
        pad(to);
    }

    private static void endOptions(ByteBuffer to) {
        to.putInt(0);
    }

    private static void pad(ByteBuffer to) {
        while (to.position() % 4 != 0) {
            to.put((byte) 0);
        }
    }

    private void block(int type, ByteBuffer body) throws IOException {
        int length = body.position() + 12;
        ByteBuffer block = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        block.putInt(type).putInt(length).put(body.flip()).putInt(length);
        out.write(block.array());
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
