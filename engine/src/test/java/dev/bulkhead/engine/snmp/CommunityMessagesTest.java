package dev.bulkhead.engine.snmp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import dev.bulkhead.mibs.smi.SmiValue.Marker;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snmp4j.PDU;
import org.snmp4j.asn1.BER;
import org.snmp4j.asn1.BERInputStream;
import org.snmp4j.asn1.BEROutputStream;
import org.snmp4j.smi.OctetString;

/** SNMP4J's codec is the other party: what one writes, the other reads. */
class CommunityMessagesTest {
    private static final Credential.Community PUBLIC =
            new Credential.Community(SnmpVersion.V2C, new Secret("public"));
    private static final Oid NAME = Oid.parse("1.3.6.1.2.1.1.3.0");
    private static final int REQUEST_ID = 0x1234_5678;

    private final BerReader reader = new BerReader();
    private final PduCodec pdus = new PduCodec();
    private final CommunityMessages messages = new CommunityMessages(pdus, reader);

    private PduCodec.Header decodeHeader(byte[] octets, int length)
            throws MalformedMessageException {
        reader.reset(octets, 0, length);
        reader.enter(BerReader.SEQUENCE, "a message");
        return messages.decodeHeader(reader.integer("the version"));
    }

    @Test
    void requestHasTheOctetsOfTheRfc() {
        byte[] octets = messages.encode(PUBLIC, 1, Question.get(List.of(NAME)));
        assertThat(HexFormat.of().formatHex(octets))
                .isEqualTo(
                        "3026020101" // SEQUENCE, version 1
                                + "04067075626c6963" // "public"
                                + "a019020101020100020100" // GetRequest-PDU, 1, 0, 0
                                + "300e300c06082b06010201010300" // sysUpTime.0
                                + "0500");
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "-1", "127", "128", "-128", "-129", "255", "256", "2147483647"})
    void numbersAreAsShortAsSnmp4jWritesThem(int number) throws IOException {
        BerWriter writer = new BerWriter();
        writer.integer(number);
        ByteArrayOutputStream expected = new ByteArrayOutputStream();
        BER.encodeInteger(expected, BER.INTEGER, number);
        assertThat(writer.toByteArray()).isEqualTo(expected.toByteArray());
    }

    @Test
    void snmp4jReadsWhatIsWritten() throws IOException {
        Random random = new Random(1);
        for (int round = 0; round < 500; round++) {
            List<VarBind> varBinds = randomVarBinds(random);
            byte[] octets = messages.encode(PUBLIC, REQUEST_ID, Question.set(varBinds));
            PDU pdu = read(octets);
            assertThat(pdu.getType()).isEqualTo(PDU.SET);
            assertThat(pdu.getRequestID().getValue()).isEqualTo(REQUEST_ID);
            assertThat(pdu.getVariableBindings().stream().map(Values::fromVarBind))
                    .containsExactlyElementsOf(varBinds);
        }
    }

    private static PDU read(byte[] octets) throws IOException {
        BERInputStream in = new BERInputStream(ByteBuffer.wrap(octets));
        BER.decodeHeader(in, new BER.MutableByte());
        BER.decodeInteger(in, new BER.MutableByte());
        BER.decodeString(in, new BER.MutableByte());
        PDU pdu = new PDU();
        pdu.decodeBER(in);
        return pdu;
    }

    @Test
    void readsWhatSnmp4jWrites() throws Exception {
        Random random = new Random(2);
        for (int round = 0; round < 500; round++) {
            List<VarBind> varBinds = randomVarBinds(random);
            byte[] octets = response(varBinds, random.nextInt(19), random.nextInt(5));
            PduCodec.Header header = decodeHeader(octets, octets.length);
            assertThat(header.requestId()).isEqualTo(REQUEST_ID);
            assertThat(header.type()).isEqualTo(PDU.RESPONSE);
            assertThat(messages.isFrom(PUBLIC, octets)).isTrue();
            assertThat(pdus.readVarBinds(reader, Question.get(List.of(NAME))))
                    .containsExactlyElementsOf(varBinds);
        }
    }

    private static byte[] response(List<VarBind> varBinds, int status, int index)
            throws IOException {
        PDU pdu = new PDU();
        pdu.setType(PDU.RESPONSE);
        pdu.setRequestID(new org.snmp4j.smi.Integer32(REQUEST_ID));
        pdu.setErrorStatus(status);
        pdu.setErrorIndex(index);
        varBinds.forEach(varBind -> pdu.add(Values.toVarBind(varBind)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BER.encodeInteger(out, BER.INTEGER, 1);
        BER.encodeString(out, BER.OCTETSTRING, new OctetString("public").getValue());
        BEROutputStream body = new BEROutputStream(ByteBuffer.allocate(pdu.getBERLength()));
        pdu.encodeBER(body);
        out.write(body.getBuffer().array());
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        BER.encodeHeader(message, BER.SEQUENCE, out.size());
        out.writeTo(message);
        return message.toByteArray();
    }

    private static List<VarBind> randomVarBinds(Random random) {
        List<VarBind> varBinds = new ArrayList<>();
        for (int i = random.nextInt(12); i >= 0; i--) {
            varBinds.add(new VarBind(randomOid(random), randomValue(random)));
        }
        return varBinds;
    }

    private static Oid randomOid(Random random) {
        Oid oid = Oid.of(random.nextInt(3), random.nextInt(40));
        for (int i = random.nextInt(20); i > 0; i--) {
            oid = oid.append(Integer.toUnsignedLong(random.nextInt() >>> random.nextInt(32)));
        }
        return oid;
    }

    private static SmiValue randomValue(Random random) {
        long unsigned = Integer.toUnsignedLong(random.nextInt() >>> random.nextInt(32));
        byte[] octets = new byte[random.nextInt(300)];
        random.nextBytes(octets);
        return switch (random.nextInt(11)) {
            case 0 -> new SmiValue.Integer32(random.nextInt() >> random.nextInt(32));
            case 1 -> new SmiValue.Counter32(unsigned);
            case 2 -> new SmiValue.Gauge32(unsigned);
            case 3 -> new SmiValue.TimeTicks(unsigned);
            case 4 -> new SmiValue.Counter64(random.nextLong() >>> random.nextInt(64));
            case 5 -> new SmiValue.OctetString(octets);
            case 6 -> new SmiValue.Opaque(octets);
            case 7 -> new SmiValue.IpAddress(new byte[] {10, 0, (byte) 200, 1});
            case 8 -> new SmiValue.ObjectIdentifier(randomOid(random));
            case 9 -> Marker.UNSPECIFIED;
            default -> Marker.END_OF_MIB_VIEW;
        };
    }

    @Test
    void namesThatComeBackAreThoseThatWereAskedFor() throws Exception {
        Question question = Question.get(List.of(NAME, Oid.parse("1.3.6.1.2.1.1.5.0")));
        byte[] octets =
                response(
                        List.of(
                                new VarBind(Oid.parse("1.3.6.1.2.1.1.3.0"), Marker.NO_SUCH_OBJECT),
                                new VarBind(Oid.parse("1.3.6.1.2.1.1.6.0"), Marker.UNSPECIFIED)),
                        0,
                        0);
        decodeHeader(octets, octets.length);
        List<VarBind> varBinds = pdus.readVarBinds(reader, question);
        assertThat(varBinds.get(0).name()).isSameAs(NAME);
        assertThat(varBinds.get(1).name()).isEqualTo(Oid.parse("1.3.6.1.2.1.1.6.0"));
    }

    @Test
    void otherCommunityIsToldApart() throws Exception {
        byte[] octets = response(List.of(), 0, 0);
        decodeHeader(octets, octets.length);
        for (String other : List.of("publi", "publid", "publicc", "")) {
            assertThat(
                            messages.isFrom(
                                    new Credential.Community(SnmpVersion.V2C, new Secret(other)),
                                    octets))
                    .isFalse();
        }
        assertThat(
                        messages.isFrom(
                                new Credential.Community(SnmpVersion.V1, new Secret("public")),
                                octets))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "4105 00FFFFFFFF, Counter32[value=4294967295]",
        "4104 FFFFFFFF, Counter32[value=4294967295]",
        "4201 80, Gauge32[value=4294967168]",
        "4609 00FFFFFFFFFFFFFFFF, Counter64[value=18446744073709551615]",
        "0204 00000005, Integer32[value=5]",
        "0281 0105, Integer32[value=5]",
        "0601 00, 'ObjectIdentifier[oid=0.0]'",
        "0600, 'ObjectIdentifier[oid=]'"
    })
    void whatAgentsSendAgainstTheRuleIsRead(String hex, String value) throws Exception {
        byte[] octets = HexFormat.of().parseHex(hex.replace(" ", ""));
        BerReader reader = new BerReader();
        reader.reset(octets, 0, octets.length);
        assertThat(reader.value(octets.length)).hasToString(value);
    }

    @ParameterizedTest
    @CsvSource({
        "0200, a number of 0 octets",
        "0205 0100000000, has 32 bits",
        "4106 010000000001, a 32-bit number of 6 octets",
        "0603 2B8F80, ends too early",
        "0607 2BFFFFFFFFFF7F, a sub-identifier of more than 32 bits",
        "0480, a length that cannot be read",
        "0484 7FFFFFFF, octets are left",
        "5500, SNMP has not"
    })
    void brokenValueIsNamed(String hex, String what) {
        byte[] octets = HexFormat.of().parseHex(hex.replace(" ", ""));
        BerReader reader = new BerReader();
        reader.reset(octets, 0, octets.length);
        assertThat(reader.value(octets.length))
                .isInstanceOfSatisfying(
                        SmiValue.Malformed.class,
                        malformed -> {
                            assertThat(malformed.problem()).contains(what);
                            assertThat(malformed.bytes()).isEqualTo(octets);
                        });
        assertThat(reader.isAtEnd()).isTrue();
    }

    @Test
    void changedOctetsAreReadOrRefusedAndNothingElse() throws Exception {
        Random random = new Random(3);
        int refused = 0;
        for (int round = 0; round < 20_000; round++) {
            byte[] octets = response(randomVarBinds(random), 0, 0);
            for (int i = random.nextInt(3); i >= 0; i--) {
                octets[random.nextInt(octets.length)] = (byte) random.nextInt();
            }
            int length = random.nextInt(10) == 0 ? random.nextInt(octets.length) : octets.length;
            try {
                decodeHeader(octets, length);
                pdus.readVarBinds(reader, Question.get(List.of(NAME)));
            } catch (MalformedMessageException e) {
                refused++;
            }
        }
        assertThat(refused).isBetween(1_000, 19_000);
    }
}
