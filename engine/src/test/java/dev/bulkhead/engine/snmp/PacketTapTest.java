package dev.bulkhead.engine.snmp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.job.AuthProtocol;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.PrivProtocol;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SecurityLevel;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.engine.job.Transport;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.engine.trace.Packet;
import dev.bulkhead.engine.usm.UserKeys;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue.OctetString;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.snmp4j.smi.UdpAddress;

class PacketTapTest {
    private static final Oid NAME = Oid.parse("1.3.6.1.2.1.1.5.0");
    private static final Question QUESTION = Question.get(List.of(NAME));
    private static final UdpAddress PEER = new UdpAddress(InetAddress.getLoopbackAddress(), 161);
    private static final OctetString KEY = new OctetString(new byte[32]);
    private static final Credential.Usm USER =
            Credential.Usm.of(
                    "ops",
                    SecurityLevel.AUTH_PRIV,
                    Optional.of(new Credential.Auth(AuthProtocol.SHA_256, new Secret(""))),
                    Optional.of(new Credential.Priv(PrivProtocol.AES_128, new Secret(""))));

    private final List<Packet> packets = new ArrayList<>();
    private final PacketTap tap = new PacketTap();
    private final PeerEngine engine =
            new PeerEngine(USER, new UserKeys(KEY, KEY), new UsmProtocols());

    private byte[] encrypted() {
        engine.reportedAs(new byte[0], new byte[] {(byte) 0x80, 0, 0, 0, 5, 9}, 3, 4);
        return new UsmMessages(new PduCodec(), new BerReader()).encode(engine, 7, 8, QUESTION);
    }

    private static byte[] community() {
        Credential.Community community =
                new Credential.Community(SnmpVersion.V2C, new Secret("hush-hush"));
        return new CommunityMessages(new PduCodec(), new BerReader())
                .encode(community, 5, Question.bulk(List.of(NAME), 0, 20));
    }

    @Test
    void aClosedTapTellsNothing() {
        tap.sent(Transport.UDP, PEER, community());
        tap.open(packets::add);
        tap.close();
        tap.sent(Transport.UDP, PEER, community());
        assertThat(packets).isEmpty();
    }

    @Test
    void aCommunityIsNeverTold() {
        tap.open(packets::add);
        byte[] message = community();
        tap.sent(Transport.UDP, PEER, message);
        Packet packet = packets.getFirst();
        assertThat(packet.summary())
                .isEqualTo("v2c GETBULK request-id 5 non-repeaters 0 max-repetitions 20");
        assertThat(packet.varBinds()).extracting(VarBind::name).containsExactly(NAME);
        assertThat(packet.octets()).hasSameSizeAs(message);
        assertThat(packet.toString() + new String(packet.octets(), StandardCharsets.ISO_8859_1))
                .doesNotContain("hush")
                .contains("*********");
    }

    @Test
    void aCommunityIsNotToldWhereTheMessageIsBroken() {
        tap.open(packets::add);
        byte[] tooLong = community();
        tooLong[1] = (byte) (tooLong[1] + 9);
        byte[] ofOtherVersion = community();
        ofOtherVersion[4] = 7;
        byte[] longer = new byte[40 + tooLong.length];
        System.arraycopy(tooLong, 0, longer, 40, tooLong.length);
        tap.received(Transport.UDP, PEER, ByteBuffer.wrap(tooLong));
        tap.received(Transport.UDP, PEER, ByteBuffer.wrap(ofOtherVersion));
        tap.hides(new Credential.Community(SnmpVersion.V2C, new Secret("hush-hush")));
        tap.received(Transport.UDP, PEER, ByteBuffer.wrap(longer));
        assertThat(packets)
                .hasSize(3)
                .noneMatch(
                        p -> new String(p.octets(), StandardCharsets.ISO_8859_1).contains("hush"))
                .noneMatch(p -> p.problem().isEmpty());
    }

    @Test
    void whatIsEncryptedIsOpenedByTheJobsOwnKeys() {
        tap.open(packets::add);
        tap.knows(PEER, engine);
        tap.received(Transport.UDP, PEER, ByteBuffer.wrap(encrypted()));
        Packet packet = packets.getFirst();
        assertThat(packet.sent()).isFalse();
        assertThat(packet.problem()).isEmpty();
        assertThat(packet.summary())
                .contains("authPriv", "user \"ops\"", "boots 3 time 4", "GET request-id 8");
        assertThat(packet.varBinds()).extracting(VarBind::name).containsExactly(NAME);
        assertThat(packet.plain()).isNotEmpty();
    }

    @Test
    void withoutAKeyWhatCanBeReadIsTold() {
        tap.open(packets::add);
        tap.received(Transport.UDP, PEER, ByteBuffer.wrap(encrypted()));
        assertThat(packets.getFirst().summary()).contains("user \"ops\"");
        assertThat(packets.getFirst().problem()).contains("no key");
    }

    @Test
    void garbageIsTold() {
        tap.open(packets::add);
        tap.knows(PEER, engine);
        Random random = new Random(3);
        byte[] good = encrypted();
        for (int i = 0; i < 20_000; i++) {
            byte[] mixed = i % 2 == 0 ? good.clone() : community();
            mixed[random.nextInt(mixed.length)] = (byte) random.nextInt(256);
            tap.received(Transport.UDP, PEER, ByteBuffer.wrap(mixed));
        }
        assertThat(packets).hasSize(20_000).anyMatch(packet -> !packet.problem().isEmpty());
    }
}
