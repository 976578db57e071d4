package dev.bulkhead.engine.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.engine.diagnosis.Cause;
import dev.bulkhead.engine.diagnosis.Diagnosis;
import dev.bulkhead.engine.diagnosis.Probe;
import dev.bulkhead.engine.diagnosis.Step;
import dev.bulkhead.engine.discovery.Discovery;
import dev.bulkhead.engine.discovery.SweepProgress;
import dev.bulkhead.engine.job.AcceptedSender;
import dev.bulkhead.engine.job.AddressBlock;
import dev.bulkhead.engine.job.AuthProtocol;
import dev.bulkhead.engine.job.CertificateIdentity;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.Endpoint;
import dev.bulkhead.engine.job.Fingerprint;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.ListenCertificates;
import dev.bulkhead.engine.job.PeerTrust;
import dev.bulkhead.engine.job.PrivProtocol;
import dev.bulkhead.engine.job.Schedule;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SecretOctets;
import dev.bulkhead.engine.job.SecurityLevel;
import dev.bulkhead.engine.job.SimulatedDevice;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.engine.job.StartPoint;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.job.Transport;
import dev.bulkhead.engine.job.WalkOptions;
import dev.bulkhead.engine.notification.ListenCounts;
import dev.bulkhead.engine.notification.Notification;
import dev.bulkhead.engine.notification.Refusal;
import dev.bulkhead.engine.notification.RefusedMessages;
import dev.bulkhead.engine.sample.ErrorStatus;
import dev.bulkhead.engine.sample.Failure;
import dev.bulkhead.engine.sample.MissedRounds;
import dev.bulkhead.engine.sample.Sample;
import dev.bulkhead.engine.sample.StrayCounts;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.engine.trace.Packet;
import dev.bulkhead.engine.trace.PacketField;
import dev.bulkhead.engine.trace.PacketField.Kind;
import dev.bulkhead.engine.trace.PacketFields;
import dev.bulkhead.engine.usm.UserKeys;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import dev.bulkhead.mibs.smi.SmiValue.Marker;
import dev.bulkhead.mibs.smi.SmiValue.OctetString;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FramesTest {
    private static final Oid SYS_DESCR = Oid.of(1, 3, 6, 1, 2, 1, 1, 1, 0);
    private static final OctetString OCTETS = new OctetString(new byte[] {0, (byte) 0xFF, 7});

    private static byte[] written(FromWorker message) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new FrameWriter(out).write(message);
        return out.toByteArray();
    }

    private static byte[] written(ToWorker message) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new FrameWriter(out).write(message);
        return out.toByteArray();
    }

    private static Optional<FromWorker> fromWorker(byte[] octets) throws IOException {
        return new FrameReader(new ByteArrayInputStream(octets)).readFromWorker();
    }

    private static Optional<ToWorker> toWorker(byte[] octets) throws IOException {
        return new FrameReader(new ByteArrayInputStream(octets)).readToWorker();
    }

    private static Target v2c(String host) {
        return new Target(
                host,
                1161,
                new Credential.Community(SnmpVersion.V2C, new Secret("públic")),
                Duration.ofMillis(1500),
                3);
    }

    private static Credential.Usm user(Secret secret) {
        return new Credential.Usm(
                "jürgen",
                SecurityLevel.AUTH_PRIV,
                Optional.of(new Credential.Auth(AuthProtocol.SHA_256, secret)),
                Optional.of(new Credential.Priv(PrivProtocol.AES_128, secret)),
                "context",
                Optional.of(OCTETS),
                Optional.of(OCTETS),
                Optional.of(new Credential.BootsTime(Integer.MAX_VALUE, 1)));
    }

    private static Target v3(Secret secret) {
        return new Target("fe80::1%eth0", 161, user(secret), Duration.ofSeconds(2), 0);
    }

    private static Target certified() {
        SmiValue.OctetString other = new SmiValue.OctetString(new byte[] {1});
        Fingerprint fingerprint = Fingerprint.of(Fingerprint.Hash.SHA_224, new byte[0]);
        return new Target(
                Transport.DTLS,
                "sw1.example",
                10_161,
                new Credential.Tsm(
                        new CertificateIdentity(List.of(OCTETS, other), new SecretOctets(other)),
                        new PeerTrust(
                                List.of(other, OCTETS),
                                Optional.of(fingerprint),
                                Optional.of("sw2.example")),
                        "context",
                        Optional.of(OCTETS)),
                Duration.ofSeconds(2),
                0);
    }

    private static List<VarBind> everyType() {
        return List.of(
                new VarBind(SYS_DESCR, OCTETS),
                new VarBind(Oid.EMPTY, new SmiValue.Integer32(Integer.MIN_VALUE)),
                new VarBind(Oid.of(2, Oid.MAX_SUB_IDENTIFIER), new SmiValue.Integer32(-1)),
                new VarBind(SYS_DESCR, new SmiValue.Counter32(0xFFFF_FFFFL)),
                new VarBind(SYS_DESCR, new SmiValue.Gauge32(0)),
                new VarBind(SYS_DESCR, new SmiValue.TimeTicks(1)),
                new VarBind(SYS_DESCR, new SmiValue.Counter64(-1)),
                new VarBind(SYS_DESCR, new SmiValue.IpAddress(new byte[] {127, 0, 0, 1})),
                new VarBind(SYS_DESCR, new SmiValue.Opaque(new byte[] {(byte) 0x9F, 0x78, 0})),
                new VarBind(SYS_DESCR, new SmiValue.ObjectIdentifier(SYS_DESCR)),
                new VarBind(SYS_DESCR, new SmiValue.Malformed("short", new byte[] {2, 0})),
                new VarBind(SYS_DESCR, Marker.UNSPECIFIED),
                new VarBind(SYS_DESCR, Marker.NO_SUCH_OBJECT),
                new VarBind(SYS_DESCR, Marker.NO_SUCH_INSTANCE),
                new VarBind(SYS_DESCR, Marker.END_OF_MIB_VIEW));
    }

    private static Sample sample(List<VarBind> varBinds, Failure failure) {
        return new Sample(
                3,
                1L << 40,
                Instant.parse("2026-11-23T21:00:00.123456789Z"),
                Duration.ofNanos(123),
                Optional.of(0xFFFF_FFFFL),
                Optional.of((long) Integer.MAX_VALUE),
                varBinds,
                Optional.ofNullable(failure));
    }

    static Stream<Failure> failures() {
        return Stream.of(
                new Failure.Timeout("a:161", Duration.ofSeconds(2), 1),
                new Failure.ErrorResponse(
                        "a:161", ErrorStatus.INCONSISTENT_NAME, -3, Optional.of(SYS_DESCR)),
                new Failure.ErrorResponse("a:161", ErrorStatus.TOO_BIG, 0, Optional.empty()),
                new Failure.Report("a:161", "usmStatsWrongDigests", "wrong"),
                new Failure.UnknownHost("nowhere"),
                new Failure.Unreachable("a:161", "no program"),
                new Failure.NotIncreasing("a:161", SYS_DESCR, Oid.EMPTY),
                new Failure.LimitReached("10 values"),
                new Failure.BadAnswer("a:161", "empty"),
                new Failure.LocalProblem("no", "yes"),
                new Failure.WorkerLost("often"),
                new Failure.NoSecureSession(
                        "tls:a:10161", Failure.NoSecureSession.Reason.EXPIRED, "in 1999"));
    }

    static Stream<FromWorker> answers() {
        return Stream.concat(
                Stream.of(
                        new FromWorker.Hello(1, "build", List.of("a", "b")),
                        new FromWorker.Ready(),
                        new FromWorker.Beat(
                                new Figures(
                                        1,
                                        2,
                                        3,
                                        Long.MAX_VALUE,
                                        new ListenCounts(
                                                5,
                                                RefusedMessages.of(
                                                                RefusedMessages.Reason.OUT_OF_TIME,
                                                                6)
                                                        .plus(
                                                                RefusedMessages.of(
                                                                        RefusedMessages.Reason
                                                                                .MALFORMED,
                                                                        1L << 40)),
                                                7,
                                                8,
                                                9,
                                                Long.MAX_VALUE),
                                        new StrayCounts(9, 10, 11, Long.MAX_VALUE),
                                        12,
                                        1L << 40)),
                        new FromWorker.Notifications(notifications()),
                        new FromWorker.Samples(List.of(sample(everyType(), null))),
                        new FromWorker.Samples(List.of()),
                        new FromWorker.Gap(Instant.EPOCH, Instant.MAX, "backpressure"),
                        new FromWorker.Packets(
                                List.of(
                                        new Packet(
                                                Instant.EPOCH,
                                                true,
                                                Transport.DTLS,
                                                new byte[16],
                                                65_535,
                                                new byte[] {0x30, 0},
                                                "v3",
                                                everyType(),
                                                new byte[] {1},
                                                "none",
                                                3,
                                                new PacketFields(
                                                        List.of(
                                                                new PacketField(
                                                                        Kind.COMMUNITY,
                                                                        1,
                                                                        false,
                                                                        0,
                                                                        2,
                                                                        "text"),
                                                                new PacketField(
                                                                        Kind.MORE, 100, true,
                                                                        1 << 20, 0, "")),
                                                        Optional.of(
                                                                new SecretOctets(
                                                                        new OctetString(
                                                                                new byte[] {
                                                                                    5
                                                                                }))))))),
                        new FromWorker.Missed(
                                List.of(
                                        new MissedRounds(
                                                9_999, Instant.EPOCH, Instant.MAX, "slow"))),
                        new FromWorker.RootsDone(7),
                        new FromWorker.Listening(List.of("127.0.0.1:1161")),
                        new FromWorker.Refused(new Refusal("tls:192.0.2.1", "unknown")),
                        new FromWorker.Discoveries(discoveries()),
                        new FromWorker.Swept(
                                1L << 20, new SweepProgress(5, 4, 3, 2, Long.MAX_VALUE)),
                        probed(new Probe.Outcome.Answered(Duration.ofNanos(1), "up")),
                        probed(new Probe.Outcome.Skipped("not allowed")),
                        new FromWorker.Diagnosed(
                                new Diagnosis(Cause.UNKNOWN, "It is so.", "Do so.", 8)),
                        new FromWorker.Done(Optional.empty())),
                failures()
                        .flatMap(failure ->
                                Stream.of(
                                        new FromWorker.Done(Optional.of(failure)),
                                        probed(new Probe.Outcome.Failed(failure)),
                                        new FromWorker.Samples(
                                                List.of(sample(List.of(), failure))))));
    }

    private static List<Notification> notifications() {
        Oid trap = Oid.parse("1.3.6.1.6.3.1.1.5.3");
        return List.of(
                new Notification(
                        Instant.EPOCH,
                        "[::1]:162",
                        true,
                        new Notification.Sender.User(
                                "ops",
                                SecurityLevel.AUTH_PRIV,
                                new SmiValue.OctetString(new byte[] {1, 2, 3, 4, 5}),
                                "context"),
                        0xFFFF_FFFFL,
                        trap,
                        Optional.empty(),
                        everyType(),
                        ""),
                new Notification(
                        Instant.EPOCH,
                        "127.0.0.1:1",
                        false,
                        new Notification.Sender.Community(SnmpVersion.V1, new Secret("public")),
                        0,
                        trap,
                        Optional.of(new Notification.V1(trap, "192.0.2.1", 6, Integer.MIN_VALUE)),
                        List.of(),
                        "a name that ends too early"));
    }

    private static FromWorker probed(Probe.Outcome outcome) {
        return new FromWorker.Probed(new Probe(Step.OTHER_CREDENTIAL, "GET", outcome));
    }

    private static List<Discovery> discoveries() {
        return List.of(
                new Discovery.Answered(
                        1L << 19,
                        Instant.EPOCH,
                        "sw1",
                        65_535,
                        "fe80::1%2",
                        3,
                        Duration.ofNanos(1),
                        Optional.of(OCTETS),
                        everyType()),
                new Discovery.Refused(
                        0,
                        Instant.EPOCH,
                        "127.0.0.1",
                        1,
                        "127.0.0.1",
                        Optional.empty(),
                        failures().toList()),
                new Discovery.Unresolved(7, Instant.MAX, "sw2", 161));
    }

    static Stream<JobSpec> specs() {
        Target target = v3(TargetCodec.LEFT_OUT);
        WalkOptions options = new WalkOptions(17, false, 99, Duration.ofSeconds(5));
        List<Oid> oids = List.of(SYS_DESCR, Oid.INTERNET);
        return Stream.of(
                new JobSpec.Get(v2c("::1"), new JobSpec.Get.Mode.Exact(), oids),
                new JobSpec.Get(target, new JobSpec.Get.Mode.Next(), oids),
                new JobSpec.Get(target, new JobSpec.Get.Mode.Bulk(-1, 70_000), oids),
                new JobSpec.Walk(target, oids, options),
                new JobSpec.Walk(certified(), oids, options),
                new JobSpec.Table(target, oids, WalkOptions.DEFAULT),
                new JobSpec.Table(target, oids, options, true),
                new JobSpec.Set(target, everyType()),
                new JobSpec.Poll(
                        List.of(
                                new JobSpec.Poll.Item(v2c("a"), oids),
                                new JobSpec.Poll.Item(target, List.of(SYS_DESCR))),
                        new Schedule(Duration.ofMillis(10), 0)),
                new JobSpec.Poll(
                        List.of(new JobSpec.Poll.Item(v2c("a"), oids)),
                        new Schedule(Duration.ofMillis(10), 7).atOnce()),
                new JobSpec.Listen(
                        List.of(new Endpoint("::", 162), new Endpoint("127.0.0.1", 0)),
                        List.of(user(TargetCodec.LEFT_OUT)),
                        10_000),
                new JobSpec.Listen(
                        List.of(
                                new Endpoint(Transport.TLS, "0.0.0.0", 10_162),
                                new Endpoint(Transport.TCP, "::1", 0)),
                        List.of(),
                        Optional.of(
                                new ListenCertificates(
                                        new CertificateIdentity(
                                                List.of(OCTETS), new SecretOctets(OCTETS)),
                                        List.of(
                                                new AcceptedSender.Pinned(
                                                        Fingerprint.of(
                                                                Fingerprint.Hash.SHA_1,
                                                                new byte[1]),
                                                        Optional.of("core")),
                                                new AcceptedSender.VouchedFor(
                                                        OCTETS, Optional.empty())))),
                        1),
                new JobSpec.Discover(
                        Stream.of("192.0.2.0/24", "192.0.2.10-20", "2001:db8::1-ff", "fe80::1", "a")
                                .map(AddressBlock::parse)
                                .toList(),
                        List.of(161, 65_535),
                        List.of(v2c("a").credential(), user(TargetCodec.LEFT_OUT)),
                        Duration.ofMillis(1500),
                        20,
                        JobSpec.Discover.MAX_PER_SECOND,
                        oids),
                new JobSpec.Doctor(
                        target, true, List.of(v2c("a").credential()), Duration.ofSeconds(10)),
                new JobSpec.Notify(target, true, 0xFFFF_FFFFL, SYS_DESCR, everyType()),
                new JobSpec.Notify(v2c("a"), false, 0, SYS_DESCR, List.of()),
                new JobSpec.Simulate(
                        List.of(
                                SimulatedDevice.of(
                                        "switch",
                                        new SimulatedDevice.Model.Switch(),
                                        "127.0.0.1",
                                        0),
                                new SimulatedDevice(
                                        "s",
                                        new SimulatedDevice.Model.Server(),
                                        "::1",
                                        65_535,
                                        new Secret("r"),
                                        new Secret("w"),
                                        List.of(user(new Secret("kept passphrase"))),
                                        Optional.of("127.0.0.1:162")),
                                SimulatedDevice.of(
                                        "recorded",
                                        new SimulatedDevice.Model.Recording(Path.of("a b.snmprec")),
                                        "127.0.0.1",
                                        1),
                                SimulatedDevice.of(
                                        "replayed",
                                        new SimulatedDevice.Model.Replay(
                                                Path.of("a folder"), 0.25, true),
                                        "127.0.0.1",
                                        2))));
    }

    private static ToWorker.Run run(JobSpec spec) {
        return new ToWorker.Run(
                spec,
                List.of(new UserKeys(OCTETS, OCTETS), UserKeys.NONE),
                OCTETS,
                new StartPoint(5, -7, 2, Optional.of(SYS_DESCR), 1000),
                Instant.ofEpochSecond(1, 2),
                false);
    }

    @ParameterizedTest
    @MethodSource("answers")
    void whatAWorkerSaysArrivesAsItWas(FromWorker message) throws IOException {
        assertThat(fromWorker(written(message))).contains(message);
    }

    @ParameterizedTest
    @MethodSource("specs")
    void jobsArriveAsTheyWere(JobSpec spec) throws IOException {
        assertThat(toWorker(written(run(spec)))).contains(run(spec));
        assertThat(toWorker(written(new ToWorker.Cancel()))).contains(new ToWorker.Cancel());
        assertThat(toWorker(written(new ToWorker.Wake()))).contains(new ToWorker.Wake());
        assertThat(toWorker(written(new ToWorker.Trace(true)))).contains(new ToWorker.Trace(true));
    }

    @Test
    void aTargetsPassphrasesStayHere() throws IOException {
        JobSpec spec =
                new JobSpec.Get(
                        v3(new Secret("canary-passphrase")),
                        new JobSpec.Get.Mode.Exact(),
                        List.of(SYS_DESCR));
        String octets = HexFormat.of().formatHex(written(run(spec)));
        assertThat(octets)
                .contains(HexFormat.of().formatHex("context".getBytes(StandardCharsets.UTF_8)))
                .doesNotContain(
                        HexFormat.of().formatHex("canary".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void theOctetsOfASampleArePinned() throws IOException {
        Sample sample =
                new Sample(
                        1,
                        300,
                        Instant.ofEpochSecond(1),
                        Duration.ofMillis(2),
                        Optional.of(100L),
                        List.of(new VarBind(Oid.of(1, 3, 6, 200), new SmiValue.Integer32(-2))),
                        Optional.empty());
        assertThat(HexFormat.of().formatHex(written(new FromWorker.Samples(List.of(sample)))))
                .isEqualTo(
                        "00000019" // length
                                + "04" // Samples
                                + "01" // one
                                + "01" // target
                                + "ac02" // round
                                + "0200" // time
                                + "00"
                                + "80897a" // round trip
                                + "0164" // sysUpTime
                                + "00" // no boots of an SNMPv3 engine
                                + "01" // one variable
                                + "01" // its name has nothing in common with the one before
                                + "04"
                                + "01"
                                + "03"
                                + "06"
                                + "c801" // 1.3.6.200
                                + "02"
                                + "03" // INTEGER -2
                                + "00"); // no failure
    }

    @Test
    void namesOfTheSampleBeforeAreSharedByTheReader() throws IOException {
        Oid name = Oid.parse("1.3.6.1.2.1.2.2.1.10.1");
        Oid other = Oid.parse("1.3.6.1.2.1.2.2.1.10.70000");
        List<Sample> samples =
                List.of(sample(0, name), sample(1, name), sample(2, other), sample(3, name));
        FromWorker read = fromWorker(written(new FromWorker.Samples(samples))).orElseThrow();
        assertThat(read).isEqualTo(new FromWorker.Samples(samples));
        List<Sample> got = ((FromWorker.Samples) read).samples();
        assertThat(nameOf(got.get(1))).isSameAs(nameOf(got.get(0)));
        assertThat(written(new FromWorker.Samples(samples.subList(0, 2))).length)
                .isLessThan(written(new FromWorker.Samples(samples.subList(0, 1))).length + 20);
    }

    private static Sample sample(int target, Oid name) {
        return new Sample(
                target,
                1,
                Instant.EPOCH,
                Duration.ZERO,
                Optional.empty(),
                List.of(new VarBind(name, new SmiValue.Integer32(1))),
                Optional.empty());
    }

    private static Oid nameOf(Sample sample) {
        return sample.varBinds().getFirst().name();
    }

    @Test
    void nameThatClaimsMoreInCommonThanThereIsIsAnError() {
        // Samples, one, target, round, time, round trip, no sysUpTime, no boots, one variable: 5 in
        // common
        byte[] frame =
                HexFormat.of().parseHex("0000000e" + "040100000000000000" + "0001" + "060000");
        assertThatThrownBy(() -> fromWorker(frame))
                .isInstanceOf(MalformedFrameException.class)
                .hasMessageContaining("in common");
    }

    @Test
    void theOctetsOfTheGreetingArePinned() throws IOException {
        assertThat(HexFormat.of().formatHex(written(new FromWorker.Hello(1, "b", List.of()))))
                .isEqualTo("00000005" + "01" + "01" + "0162" + "00");
    }

    @Test
    void theEndOfTheStreamBetweenFramesIsNoError() throws IOException {
        assertThat(fromWorker(new byte[0])).isEmpty();
        assertThat(toWorker(new byte[0])).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("answers")
    void aCutFrameIsAnError(FromWorker message) throws IOException {
        byte[] octets = written(message);
        for (int length = 1; length < octets.length; length++) {
            byte[] cut = Arrays.copyOf(octets, length);
            assertThatThrownBy(() -> fromWorker(cut)).isInstanceOf(EOFException.class);
        }
    }

    @ParameterizedTest
    @MethodSource("answers")
    void aFrameThatEndsInsideAFieldIsMalformed(FromWorker message) throws IOException {
        byte[] octets = written(message);
        for (int length = 4; length < octets.length; length++) {
            byte[] cut = Arrays.copyOf(octets, length);
            setLength(cut);
            assertThatThrownBy(() -> fromWorker(cut)).isInstanceOf(MalformedFrameException.class);
        }
    }

    private static void setLength(byte[] frame) {
        int length = frame.length - 4;
        frame[0] = 0;
        frame[1] = 0;
        frame[2] = (byte) (length >> 8);
        frame[3] = (byte) length;
    }

    @Test
    void octetsAfterAMessageAreMalformed() throws IOException {
        byte[] longer = Arrays.copyOf(written(new FromWorker.Ready()), 6);
        setLength(longer);
        assertThatThrownBy(() -> fromWorker(longer))
                .isInstanceOf(MalformedFrameException.class)
                .hasMessage("1 octets too many in a frame");
    }

    @Test
    void anOversizedLengthIsRefusedBeforeAnythingIsRead() {
        for (String length : List.of("01000001", "7fffffff", "ffffffff")) {
            assertThatThrownBy(() -> fromWorker(HexFormat.of().parseHex(length)))
                    .isInstanceOf(MalformedFrameException.class);
        }
    }

    @Test
    void aLyingLengthCostsNoMemory() {
        long before = usedMemory();
        byte[] lie = HexFormat.of().parseHex("01000000" + "04");
        List<FrameReader> readers =
                IntStream.range(0, 50)
                        .mapToObj(i -> new FrameReader(new ByteArrayInputStream(lie)))
                        .toList();
        for (FrameReader reader : readers) {
            assertThatThrownBy(reader::readFromWorker).isInstanceOf(EOFException.class);
        }
        assertThat(usedMemory() - before).isLessThan(100L << 20);
        assertThat(readers).hasSize(50);
    }

    private static long usedMemory() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    @Test
    void aLyingCountIsRefused() {
        // Samples, 2^31 of them, in a frame of 7 octets.
        assertThatThrownBy(() ->
                        fromWorker(
                                HexFormat.of().parseHex("00000007" + "04" + "8080808008" + "00")))
                .isInstanceOf(MalformedFrameException.class);
    }

    @Test
    void randomOctetsNeitherHangNorBreakTheReader() {
        Random random = new Random(42);
        for (int i = 0; i < 40_000; i++) {
            byte[] frame = new byte[4 + random.nextInt(40)];
            random.nextBytes(frame);
            setLength(frame);
            if (frame.length > 4) {
                frame[4] = (byte) (1 + random.nextInt(9));
            }
            readAnything(frame);
        }
    }

    @Test
    void changedOctetsNeitherHangNorBreakTheReader() {
        Random random = new Random(43);
        List<byte[]> frames = frames().toList();
        for (int i = 0; i < 40_000; i++) {
            byte[] frame = frames.get(random.nextInt(frames.size())).clone();
            for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
                frame[4 + random.nextInt(frame.length - 4)] = (byte) random.nextInt(256);
            }
            readAnything(frame);
        }
    }

    /** Every kind of message, with its length. */
    static Stream<byte[]> frames() {
        return Stream.concat(
                answers().map(FramesTest::unchecked), specs().map(spec -> unchecked(run(spec))));
    }

    private static byte[] unchecked(Object message) {
        try {
            return switch (message) {
                case FromWorker from -> written(from);
                case ToWorker to -> written(to);
                default -> throw new IllegalArgumentException(message.toString());
            };
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Anything but these two outcomes fails the test. */
    private static void readAnything(byte[] frame) {
        try {
            assertThat(fromWorker(frame)).isPresent();
        } catch (IOException e) {
            assertThat(e).isInstanceOfAny(MalformedFrameException.class, EOFException.class);
        }
        try {
            assertThat(toWorker(frame)).isPresent();
        } catch (IOException e) {
            assertThat(e).isInstanceOfAny(MalformedFrameException.class, EOFException.class);
        }
    }

    @Test
    void aMessageTooBigForAFrameIsRefusedWhereItIsMade() {
        byte[] much = new byte[WireProtocol.MAX_FRAME];
        List<VarBind> varBinds = List.of(new VarBind(SYS_DESCR, new OctetString(much)));
        assertThatThrownBy(() -> written(new FromWorker.Samples(List.of(sample(varBinds, null)))))
                .isInstanceOf(MalformedFrameException.class);
    }
}
