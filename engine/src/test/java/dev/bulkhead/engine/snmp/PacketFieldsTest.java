package dev.bulkhead.engine.snmp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.job.AuthProtocol;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.PrivProtocol;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SecurityLevel;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.engine.job.Transport;
import dev.bulkhead.engine.trace.Packet;
import dev.bulkhead.engine.trace.PacketField;
import dev.bulkhead.engine.trace.PacketField.Kind;
import dev.bulkhead.engine.usm.UserKeys;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue.OctetString;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.snmp4j.smi.UdpAddress;

/** Messages field by field, against octets that are known. */
class PacketFieldsTest {
    private static final UdpAddress PEER = new UdpAddress(InetAddress.getLoopbackAddress(), 161);
    private static final OctetString KEY = new OctetString(new byte[32]);

    /** sysUpTime.0 of v1, asked with the community public. */
    private static final String GET_V1 =
            "3026 020100 0406 7075626C6963 A019 020100020100020100 300E 300C 0608 2B06010201010300 0500";

    private static final String ERROR_V2C =
            "3026 020101 0406 7075626C6963 A219 020105 020106 020101 300E 300C 0608"
                    + " 2B06010201010300 0500";

    private static final String BULK_V2C =
            "3026 020101 0406 7075626C6963 A519 020105 020102 02010A 300E 300C 0608"
                    + " 2B06010201010300 0500";

    private static final String TRAP_V1 =
            "302B 020100 0406 7075626C6963 A41E 0606 2B06010401 09 4004 C0000201 020102 020107"
                    + " 4302 0102 3009 3007 0602 2B06 020109";

    /** snmpEngineID discovery's answer: usmStatsUnknownEngineIDs.0 = 4. */
    private static final String REPORT_V3 =
            "3052 020103 300E 020107 020300FFE3 040100 020103"
                    + " 0415 3013 0405 8000000001 020103 020200C8 0400 0400 0400"
                    + " 3026 0405 8000000001 0400 A81B 020107 020100 020100 3010 300E 0609"
                    + " 2B060106030F010104 410104";

    private final List<Packet> packets = new ArrayList<>();
    private final PacketTap tap = new PacketTap();

    private Packet read(byte[] message) {
        tap.open(packets::add);
        tap.received(Transport.UDP, PEER, ByteBuffer.wrap(message));
        return packets.getLast();
    }

    private Packet read(String hex) {
        return read(octets(hex));
    }

    private static byte[] octets(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }

    /** Kind, place and text of each field, a line each, indented. */
    private static List<String> lines(Packet packet) {
        return packet.fields().list().stream()
                .map(field ->
                        "%s%s %d+%d%s %s"
                                .formatted(
                                        " ".repeat(field.depth()),
                                        field.kind(),
                                        field.from(),
                                        field.length(),
                                        field.opened() ? "!" : "",
                                        field.text())
                                .stripTrailing())
                .toList();
    }

    @Test
    void aGetOfVersion1() {
        assertThat(lines(read(GET_V1)))
                .containsExactly(
                        "MESSAGE 0+40",
                        " VERSION 2+3 v1 (0)",
                        " COMMUNITY 5+8",
                        " PDU 13+27 GET",
                        "  REQUEST_ID 15+3 0",
                        "  ERROR_STATUS 18+3 noError (0)",
                        "  ERROR_INDEX 21+3 0",
                        "  VAR_BINDS 24+16",
                        "   VAR_BIND 26+14",
                        "    NAME 28+10",
                        "    VALUE 38+2");
    }

    @Test
    void theCommunityIsApartAndMasked() {
        Packet packet = read(GET_V1);
        assertThat(new String(packet.octets(), StandardCharsets.ISO_8859_1))
                .contains("******")
                .doesNotContain("public");
        assertThat(packet.toString()).doesNotContain("public");
        assertThat(packet.octetsAsSent()).isEqualTo(octets(GET_V1));
    }

    @Test
    void anErrorOfVersion2IsToldInWords() {
        assertThat(lines(read(ERROR_V2C)))
                .contains(
                        " VERSION 2+3 v2c (1)",
                        " PDU 13+27 RESPONSE",
                        "  ERROR_STATUS 18+3 noAccess (6)",
                        "  ERROR_INDEX 21+3 1");
    }

    @Test
    void aBulkRequestHasNoError() {
        assertThat(lines(read(BULK_V2C)))
                .contains("  NON_REPEATERS 18+3 2", "  MAX_REPETITIONS 21+3 10")
                .noneMatch(line -> line.contains("ERROR"));
    }

    @Test
    void aTrapOfVersion1() {
        assertThat(lines(read(TRAP_V1)))
                .containsExactly(
                        "MESSAGE 0+45",
                        " VERSION 2+3 v1 (0)",
                        " COMMUNITY 5+8",
                        " PDU 13+32 V1TRAP",
                        "  ENTERPRISE 15+8 .1.3.6.1.4.1.9",
                        "  AGENT_ADDRESS 23+6 192.0.2.1",
                        "  GENERIC_TRAP 29+3 linkDown (2)",
                        "  SPECIFIC_TRAP 32+3 7",
                        "  TIME_STAMP 35+4 258",
                        "  VAR_BINDS 39+11",
                        "   VAR_BIND 41+9",
                        "    NAME 43+4",
                        "    VALUE 47+3");
    }

    @Test
    void aReportOfVersion3() {
        Packet packet = read(REPORT_V3);
        assertThat(packet.problem()).isEmpty();
        assertThat(lines(packet))
                .containsExactly(
                        "MESSAGE 0+84",
                        " VERSION 2+3 v3 (3)",
                        " HEADER 5+16",
                        "  MESSAGE_ID 7+3 7",
                        "  MAX_SIZE 10+5 65507",
                        "  FLAGS 15+3 noAuthNoPriv",
                        "  SECURITY_MODEL 18+3 USM (3)",
                        " SECURITY_PARAMETERS 21+23",
                        "  ENGINE_ID 25+7 0x8000000001",
                        "  ENGINE_BOOTS 32+3 3",
                        "  ENGINE_TIME 35+4 200",
                        "  USER_NAME 39+2",
                        "  AUTHENTICATION_PARAMETERS 41+2",
                        "  PRIVACY_PARAMETERS 43+2",
                        " SCOPED_PDU 45+40",
                        "  CONTEXT_ENGINE_ID 47+7 0x8000000001",
                        "  CONTEXT_NAME 54+2",
                        "  PDU 56+29 REPORT",
                        "   REQUEST_ID 58+3 7",
                        "   ERROR_STATUS 61+3 noError (0)",
                        "   ERROR_INDEX 64+3 0",
                        "   VAR_BINDS 67+18",
                        "    VAR_BIND 69+16",
                        "     NAME 71+11",
                        "     VALUE 82+3");
    }

    @Test
    void whatWasEncryptedStandsInTheDecryptedOctets() {
        Credential.Usm user =
                Credential.Usm.of(
                        "ops",
                        SecurityLevel.AUTH_PRIV,
                        Optional.of(new Credential.Auth(AuthProtocol.SHA_256, new Secret(""))),
                        Optional.of(new Credential.Priv(PrivProtocol.AES_128, new Secret(""))));
        PeerEngine engine = new PeerEngine(user, new UserKeys(KEY, KEY), new UsmProtocols());
        engine.reportedAs(new byte[0], new byte[] {(byte) 0x80, 0, 0, 0, 5, 9}, 3, 4);
        byte[] message =
                new UsmMessages(new PduCodec(), new BerReader())
                        .encode(
                                engine,
                                7,
                                8,
                                Question.get(List.of(Oid.parse("1.3.6.1.2.1.1.5.0"))));
        tap.open(packets::add);
        tap.knows(PEER, engine);
        Packet packet = read(message);
        PacketField pdu = packet.fields().first(Kind.PDU).orElseThrow();
        assertThat(pdu.opened()).isTrue();
        assertThat(packet.plain()[pdu.from()]).isEqualTo((byte) 0xA0);
        PacketField sealed = packet.fields().first(Kind.ENCRYPTED_PDU).orElseThrow();
        assertThat(sealed.opened()).isFalse();
        assertThat(sealed.from() + sealed.length()).isEqualTo(message.length);
        assertThat(packet.fields().first(Kind.FLAGS).orElseThrow().text())
                .isEqualTo("authPriv, reportable");
        assertThat(packet.fields().first(Kind.USER_NAME).orElseThrow().text()).isEqualTo("ops");
    }

    @Test
    void whatCannotBeReadIsAFieldWithTheReason() {
        byte[] cut = Arrays.copyOf(octets(ERROR_V2C), 30);
        cut[1] = 28;
        Packet packet = read(cut);
        assertThat(lines(packet).getFirst()).isEqualTo("MESSAGE 0+30");
        assertThat(packet.fields().list().getLast().kind()).isEqualTo(Kind.UNREADABLE);
        assertThat(packet.fields().list().getLast().text()).isEqualTo(packet.problem());
        assertThat(packet.problem()).contains("a length of");
    }

    @Test
    void aBrokenVariableDoesNotHideTheOthers() {
        Packet packet =
                read(
                        "3024 020101 0406 7075626C6963 A217 020105 020100 020100 300C"
                                + " 3004 0500 0500 3004 0601 2B 05 00");
        assertThat(packet.varBinds()).hasSizeLessThanOrEqualTo(1);
        assertThat(lines(packet)).anyMatch(line -> line.contains("UNREADABLE"));
        assertThat(packet.problem()).isNotEmpty();
    }

    /** The n-th variable's field holds the n-th variable, every field lies in its octets. */
    @Test
    void garbageIsReadAsFarAsItGoes() {
        Random random = new Random(11);
        List<byte[]> good =
                List.of(
                        octets(GET_V1),
                        octets(ERROR_V2C),
                        octets(BULK_V2C),
                        octets(TRAP_V1),
                        octets(REPORT_V3));
        for (int i = 0; i < 50_000; i++) {
            byte[] mixed = good.get(i % good.size()).clone();
            for (int change = random.nextInt(3); change >= 0; change--) {
                mixed[random.nextInt(mixed.length)] = (byte) random.nextInt(256);
            }
            byte[] cut = Arrays.copyOf(mixed, 1 + random.nextInt(mixed.length));
            Packet packet = read(random.nextBoolean() ? mixed : cut);
            assertThat(packet.fields().list())
                    .isNotEmpty()
                    .allMatch(field ->
                            field.from() + field.length()
                                    <= (field.opened() ? packet.plain() : packet.octets()).length);
            assertThat(packet.fields().list())
                    .filteredOn(field -> field.kind() == Kind.VAR_BIND)
                    .hasSameSizeAs(packet.varBinds());
            packets.clear();
        }
    }

    @Test
    void fieldsAreBounded() {
        int many = 3_000;
        byte[] message =
                new CommunityMessages(new PduCodec(), new BerReader())
                        .encode(
                                new Credential.Community(SnmpVersion.V2C, new Secret("public")),
                                5,
                                Question.get(Collections.nCopies(many, Oid.of(1, 3, 6))));
        Packet packet = read(message);
        assertThat(packet.varBinds()).hasSize(many);
        assertThat(packet.fields().list()).hasSize(PacketField.MOST + 1);
        assertThat(packet.fields().list().getLast().kind()).isEqualTo(Kind.MORE);
    }
}
