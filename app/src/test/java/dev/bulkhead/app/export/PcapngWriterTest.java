package dev.bulkhead.app.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.job.Transport;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.engine.trace.Packet;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PcapngWriterTest {
    private static final byte[] MESSAGE = {0x30, 3, 2, 1, 1};
    private static final Instant TIME = Instant.parse("2026-01-02T03:04:05.000000006Z");

    @SuppressWarnings("ArrayRecordComponent") // read by this test only
    private record Block(int type, byte[] body) {}

    private static Packet packet(boolean sent, Transport transport, byte[] peer) {
        return new Packet(
                TIME,
                sent,
                transport,
                peer,
                10_161,
                MESSAGE,
                "v2c GET request-id 5",
                List.of(new VarBind(Oid.of(1, 3), new SmiValue.Integer32(9))),
                new byte[0],
                "",
                0);
    }

    /** Every block with its length before and behind it. */
    private static List<Block> blocks(Packet... packets) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (PcapngWriter writer = new PcapngWriter(file)) {
            for (Packet packet : packets) {
                writer.write(packet);
            }
        }
        ByteBuffer in = ByteBuffer.wrap(file.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
        List<Block> blocks = new ArrayList<>();
        while (in.hasRemaining()) {
            int type = in.getInt();
            int length = in.getInt();
            assertThat(length % 4).isZero();
            byte[] body = new byte[length - 12];
            in.get(body);
            assertThat(in.getInt()).isEqualTo(length);
            blocks.add(new Block(type, body));
        }
        return blocks;
    }

    @Test
    void aFileHasASectionALinkAndEachPacketWithItsTime() throws IOException {
        List<Block> blocks = blocks(packet(true, Transport.UDP, new byte[] {(byte) 192, 0, 2, 1}));
        assertThat(blocks).extracting(Block::type).containsExactly(0x0A0D0D0A, 1, 6);
        ByteBuffer body = ByteBuffer.wrap(blocks.get(2).body()).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(body.getInt()).isZero();
        long nanos = (long) body.getInt() << 32 | Integer.toUnsignedLong(body.getInt());
        assertThat(nanos).isEqualTo(TIME.getEpochSecond() * 1_000_000_000L + 6);
        int length = body.getInt();
        assertThat(body.getInt()).isEqualTo(length).isEqualTo(20 + 8 + MESSAGE.length);
        byte[] ip = new byte[length];
        body.get(ip);
        assertThat(ip).startsWith(0x45, 0, 0, length).endsWith(MESSAGE);
        assertThat(ip[9]).isEqualTo((byte) 17);
        assertThat(ones(ip)).isEqualTo(0xFFFF);
        assertThat(new String(blocks.get(2).body(), StandardCharsets.UTF_8))
                .contains("v2c GET request-id 5\n.1.3 = INTEGER: 9");
    }

    /** RFC 1071: the sum over a header with its checksum is all ones. */
    private static int ones(byte[] header) {
        int sum = 0;
        for (int i = 0; i < 20; i += 2) {
            sum += (header[i] & 0xFF) << 8 | (header[i + 1] & 0xFF);
        }
        return (sum & 0xFFFF) + (sum >>> 16);
    }

    @Test
    void whatCameOverDtlsIsPlainSnmpOverIpv6() throws IOException {
        byte[] peer = new byte[16];
        peer[15] = 1;
        Block packet = blocks(packet(false, Transport.DTLS, peer)).get(2);
        ByteBuffer ip = ByteBuffer.wrap(packet.body(), 20, 48).slice();
        assertThat(ip.get(0)).isEqualTo((byte) 0x60);
        assertThat(ip.get(6)).isEqualTo((byte) 17);
        assertThat(ip.get(23)).isEqualTo((byte) 1);
        assertThat(ip.getShort(40)).isEqualTo((short) 161);
        assertThat(new String(packet.body(), StandardCharsets.UTF_8)).contains("inside DTLS");
    }
}
