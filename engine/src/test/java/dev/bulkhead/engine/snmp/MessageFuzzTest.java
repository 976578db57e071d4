package dev.bulkhead.engine.snmp;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.bulkhead.engine.job.AuthProtocol;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.Endpoint;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.PrivProtocol;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SecurityLevel;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.engine.job.Transport;
import dev.bulkhead.engine.notification.Notification;
import dev.bulkhead.engine.sample.Sample;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.engine.usm.UserKeys;
import dev.bulkhead.engine.wire.FrameReader;
import dev.bulkhead.engine.wire.FrameWriter;
import dev.bulkhead.engine.wire.FromWorker;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import dev.bulkhead.mibs.smi.SmiValue.Marker;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.snmp4j.PDU;
import org.snmp4j.PDUv1;
import org.snmp4j.asn1.BER;
import org.snmp4j.asn1.BEROutputStream;
import org.snmp4j.smi.IpAddress;
import org.snmp4j.smi.OctetString;

/**
 * Any octets through all that reads a message in a worker: nothing throws but what says that a
 * message is malformed, the same octets say the same, in time, and what was read can be told to the
 * parent.
 *
 * <p>In an ordinary build the seeds are run and no more: one message of each kind, and the files of
 * {@code MessageFuzzTestInputs/readsAnyOctets}, where findings end up, too. With the profile {@code
 * fuzz} they are where the fuzzer starts from:
 *
 * <pre>mvn -pl mibs,engine test -Pfuzz -Dfuzz.duration=10m -Dtest=MessageFuzzTest
 *     -Dsurefire.failIfNoSpecifiedTests=false</pre>
 */
class MessageFuzzTest {
    /** What hangs; a busy machine may take seconds. */
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static final int ID = 0x1234_5678;
    private static final byte[] ENGINE_ID = {(byte) 0x80, 0, 0, 0, 5, 7};
    private static final Credential.Community PUBLIC =
            new Credential.Community(SnmpVersion.V2C, new Secret("public"));
    private static final byte[] PUBLIC_OCTETS =
            PUBLIC.community().reveal().getBytes(StandardCharsets.UTF_8);
    private static final Credential.Usm NOBODY =
            Credential.Usm.of(
                    "ops", SecurityLevel.NO_AUTH_NO_PRIV, Optional.empty(), Optional.empty());
    private static final Credential.Usm SOMEBODY =
            Credential.Usm.of(
                    "ops",
                    SecurityLevel.AUTH_PRIV,
                    Optional.of(new Credential.Auth(AuthProtocol.SHA_1, new Secret("auth"))),
                    Optional.of(new Credential.Priv(PrivProtocol.AES_128, new Secret("priv"))));
    private static final List<VarBind> VALUES = values();
    private static final Question ANSWER = new Question(PDU.RESPONSE, VALUES, 0, 0);
    private static final Question ASKED = Question.get(VALUES.stream().map(VarBind::name).toList());

    private static final Origin SENDER =
            new Origin(
                    Transport.UDP,
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), 1162),
                    new OctetString(),
                    answer -> {});

    private static final JobProbe PROBE = new JobProbe(new SnmpJobs());
    private static final NotificationReceiver RECEIVER =
            new NotificationReceiver(
                    PROBE,
                    new ListenTally(),
                    new ReceiverEngines(
                            new JobSpec.Listen(
                                    List.of(new Endpoint("127.0.0.1", 0)),
                                    List.of(NOBODY, SOMEBODY),
                                    1),
                            List.of(UserKeys.NONE, keys()),
                            new OctetString(ENGINE_ID),
                            new PacketRelay(new Loop(), new PacketTap())));

    private final BerReader reader = new BerReader();
    private final PduCodec pdus = new PduCodec();
    private final CommunityMessages communities = new CommunityMessages(pdus, reader);
    private final UsmMessages users = new UsmMessages(pdus, reader);

    private static List<VarBind> values() {
        Oid column = Oid.parse("1.3.6.1.2.1.1");
        List<SmiValue> values =
                List.of(
                        new SmiValue.TimeTicks(42),
                        new SmiValue.ObjectIdentifier(column),
                        new SmiValue.Integer32(-1),
                        new SmiValue.OctetString(new byte[] {'s', 'w'}),
                        new SmiValue.Counter32(0xFFFF_FFFFL),
                        new SmiValue.Gauge32(1),
                        new SmiValue.Counter64(-1),
                        new SmiValue.IpAddress(new byte[] {127, 0, 0, 1}),
                        new SmiValue.Opaque(new byte[] {(byte) 0x9F, 0x78, 4, 0, 0, 0, 0}),
                        Marker.NO_SUCH_INSTANCE);
        List<VarBind> varBinds = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            varBinds.add(new VarBind(column.append(i + 3).append(0), values.get(i)));
        }
        return varBinds;
    }

    private static UserKeys keys() {
        SmiValue.OctetString key = new SmiValue.OctetString(new byte[20]);
        return new UserKeys(key, key);
    }

    private static PeerEngine engine(Credential.Usm user) {
        PeerEngine engine = new PeerEngine(user, keys(), new UsmProtocols());
        engine.reportedAs(new byte[0], ENGINE_ID, 5, 1_000);
        return engine;
    }

    static Stream<byte[]> messages() throws IOException {
        Question trap =
                new Question(
                        PDU.TRAP,
                        List.of(
                                VALUES.getFirst(),
                                new VarBind(
                                        TrapConversion.SNMP_TRAP_OID,
                                        new SmiValue.ObjectIdentifier(Oid.INTERNET)),
                                VALUES.getLast()),
                        0,
                        0);
        Question report =
                new Question(
                        PDU.REPORT,
                        List.of(
                                new VarBind(
                                        Oid.parse("1.3.6.1.6.3.15.1.1.4.0"),
                                        new SmiValue.Counter32(1))),
                        0,
                        0);
        return Stream.of(
                community(SnmpVersion.V1, ANSWER),
                community(SnmpVersion.V2C, ANSWER),
                community(SnmpVersion.V2C, trap),
                trapOfV1(),
                ofUser(NOBODY, ANSWER),
                ofUser(NOBODY, report),
                ofUser(NOBODY, trap),
                ofUser(SOMEBODY, ANSWER),
                ofUser(SOMEBODY, trap));
    }

    private static byte[] community(SnmpVersion version, Question question) {
        return new CommunityMessages(new PduCodec(), new BerReader())
                .encode(new Credential.Community(version, new Secret("public")), ID, question);
    }

    private static byte[] ofUser(Credential.Usm user, Question question) {
        return new UsmMessages(new PduCodec(), new BerReader())
                .encode(engine(user), ID, ID, question);
    }

    private static byte[] trapOfV1() throws IOException {
        PDUv1 pdu = new PDUv1();
        pdu.setType(PDU.V1TRAP);
        pdu.setEnterprise(Values.toOid(Oid.INTERNET));
        pdu.setAgentAddress(new IpAddress("127.0.0.1"));
        // v1 has no Counter64 and no exceptions.
        VALUES.subList(0, 6).forEach(varBind -> pdu.add(Values.toVarBind(varBind)));
        ByteArrayOutputStream inside = new ByteArrayOutputStream();
        BER.encodeInteger(inside, BER.INTEGER, 0);
        BER.encodeString(inside, BER.OCTETSTRING, "public".getBytes(StandardCharsets.UTF_8));
        BEROutputStream encoded = new BEROutputStream(ByteBuffer.allocate(pdu.getBERLength()));
        pdu.encodeBER(encoded);
        inside.write(encoded.getBuffer().array());
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        BER.encodeHeader(message, BER.SEQUENCE, inside.size());
        inside.writeTo(message);
        return message.toByteArray();
    }

    @MethodSource("messages")
    @FuzzTest(maxDuration = "60s")
    void readsAnyOctets(byte[] octets) throws IOException {
        long start = System.nanoTime();
        List<Object> first = readAll(octets);
        receive(octets);
        cut(octets);
        var _ = SweepAnswer.of(ByteBuffer.wrap(octets));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LIMIT);
        assertThat(readAll(octets)).isEqualTo(first);
    }

    /** What is read by code of ours. */
    private List<Object> readAll(byte[] octets) throws IOException {
        List<Object> all = new ArrayList<>();
        for (Credential.Usm user : List.of(NOBODY, SOMEBODY)) {
            all.addAll(answered(octets, user));
            PeerEngine keys = engine(user);
            PacketReader.Content content =
                    new PacketReader()
                            .read(octets, (engineId, name) -> keys, List.of(PUBLIC_OCTETS));
            assertThat(content.masked()).hasSameSizeAs(octets);
            all.add(content.summary() + content.problem());
            all.addAll(content.varBinds());
            tell(content.varBinds());
        }
        return all;
    }

    /** What a job reads of it. */
    private List<Object> answered(byte[] octets, Credential.Usm user) throws IOException {
        try {
            reader.reset(octets, 0, octets.length);
            int end = reader.enter(BerReader.SEQUENCE, "a message");
            reader.reset(octets, reader.position(), end);
            int version = reader.integer("the version");
            PduCodec.Header header;
            if (version == UsmMessages.VERSION) {
                PeerEngine engine = engine(user);
                int id = users.decodeHeader(octets, 0, end);
                UsmMessages.Verdict verdict = users.open(engine);
                if (verdict != UsmMessages.Verdict.READABLE) {
                    return List.of(id, verdict);
                }
                var _ = users.isAsAsked(engine);
                header = pdus.readHeader(reader);
            } else {
                header = communities.decodeHeader(version);
                var _ = communities.isFrom(PUBLIC, octets);
                assertThat(communities.differenceFrom(PUBLIC)).isNotBlank();
            }
            List<VarBind> varBinds = pdus.readVarBinds(reader, ASKED);
            tell(varBinds);
            return List.of(header, varBinds, pdus.loss());
        } catch (MalformedMessageException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }

    /** The worker's parent hears of it what the worker read. */
    private static void tell(List<VarBind> varBinds) throws IOException {
        Sample sample =
                new Sample(
                        0,
                        0,
                        Instant.EPOCH,
                        Duration.ZERO,
                        Optional.empty(),
                        varBinds,
                        Optional.empty());
        assertArrives(new FromWorker.Samples(List.of(sample)));
        varBinds.forEach(varBind -> assertThat(varBind.value().toString()).isNotNull());
    }

    private static void assertArrives(FromWorker message) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new FrameWriter(out).write(message);
        assertThat(new FrameReader(new ByteArrayInputStream(out.toByteArray())).readFromWorker())
                .contains(message);
    }

    /** What a listener makes of it. */
    private static void receive(byte[] octets) throws IOException {
        PROBE.notifications.clear();
        RECEIVER.process(new Arrivals.Arrival(SENDER, Instant.EPOCH, octets));
        List<Notification> some = List.copyOf(PROBE.notifications);
        assertThat(some).hasSizeLessThanOrEqualTo(1);
        assertArrives(new FromWorker.Notifications(some));
    }

    /** What a stream makes of it. */
    private static void cut(byte[] octets) throws IOException {
        List<Integer> lengths = new ArrayList<>();
        MessageStream stream = new MessageStream(message -> lengths.add(message.remaining()));
        try {
            for (int from = 0; from < octets.length; from += 7) {
                stream.take(ByteBuffer.wrap(octets, from, Math.min(7, octets.length - from)));
            }
        } catch (ProtocolException e) {
            // It is no stream of messages.
        }
        int all = lengths.stream().mapToInt(Integer::intValue).sum();
        assertThat(all).isLessThanOrEqualTo(octets.length);
    }
}
