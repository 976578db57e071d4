package dev.bulkhead.engine.snmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.job.Transport;
import dev.bulkhead.engine.job.WalkOptions;
import dev.bulkhead.engine.sample.Failure;
import dev.bulkhead.mibs.smi.Oid;
import java.io.IOException;
import java.net.ProtocolException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Jobs over TCP (RFC 3430), with the ways in which a stream can come. */
class TcpJobTest {
    private static final Oid TABLE = Oid.parse("1.3.6.1.4.1.1.1");
    private static final Oid ONE = TABLE.append(1).append(1);

    private static JobSpec walk(Target target) {
        return new JobSpec.Walk(target, List.of(TABLE), WalkOptions.DEFAULT);
    }

    private static JobSpec get(Target target) {
        return new JobSpec.Get(target, new JobSpec.Get.Mode.Exact(), List.of(ONE));
    }

    @Test
    void aWalkNeedsOneConnection() throws IOException {
        try (FakeAgent agent = FakeAgent.table(SnmpVersion.V2C, 3, 100);
                StreamRelay relay = new StreamRelay(agent.target(), (m, to) -> to.write(m))) {
            JobProbe walk = JobProbe.run(walk(relay.target()));

            walk.assertFinished();
            assertThat(walk.varBinds()).hasSize(300);
            assertThat(relay.connections).hasValue(1);
        }
    }

    @Test
    void answersComeInPieces() throws IOException {
        StreamRelay.Delivery octets =
                (message, to) -> {
                    for (byte octet : message) {
                        to.write(octet);
                        to.flush();
                    }
                };
        try (FakeAgent agent = FakeAgent.table(SnmpVersion.V2C, 1, 60);
                StreamRelay relay = new StreamRelay(agent.target(), octets)) {
            JobProbe walk = JobProbe.run(walk(relay.target()));

            walk.assertFinished();
            assertThat(walk.varBinds()).hasSize(60);
        }
    }

    @Test
    void anAnswerSentTwiceAtOnceCountsOnce() throws IOException {
        StreamRelay.Delivery twice =
                (message, to) -> {
                    byte[] both = new byte[message.length * 2];
                    System.arraycopy(message, 0, both, 0, message.length);
                    System.arraycopy(message, 0, both, message.length, message.length);
                    to.write(both);
                };
        try (FakeAgent agent = FakeAgent.table(SnmpVersion.V2C, 1, 60);
                StreamRelay relay = new StreamRelay(agent.target(), twice)) {
            JobProbe walk = JobProbe.run(walk(relay.target()));

            walk.assertFinished();
            assertThat(walk.varBinds()).hasSize(60);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET / HTTP/1.1, what it sent is no SNMP message",
        "0\u0084\u007f\u007f\u007f\u007f, claims to be",
        "0\u0089aaaaaaaaa, cannot be read"
    })
    void whatIsNoMessageEndsTheConnectionAndIsTold(String sent, String told) throws IOException {
        StreamRelay.Delivery junk =
                (message, to) -> to.write(sent.getBytes(StandardCharsets.ISO_8859_1));
        try (FakeAgent agent = FakeAgent.table(SnmpVersion.V2C, 1, 1);
                StreamRelay relay = new StreamRelay(agent.target(), junk)) {
            Failure failure = JobProbe.run(get(relay.target())).failure();

            assertThat(failure).isInstanceOf(Failure.Unreachable.class);
            assertThat(failure.toString()).contains(told).contains("tcp:127.0.0.1:");
        }
    }

    @Test
    void anAgentThatHangsUpIsTold() throws IOException {
        try (FakeAgent agent = FakeAgent.table(SnmpVersion.V2C, 1, 1);
                StreamRelay relay = new StreamRelay(agent.target(), (m, to) -> to.close())) {
            assertThat(JobProbe.run(get(relay.target())).failure().toString())
                    .contains("it closed the connection");
        }
    }

    @Test
    void aPortWhereNobodyListensIsToldAtOnce() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0)) {
            port = closed.getLocalPort();
        }
        try (FakeAgent agent = FakeAgent.table(SnmpVersion.V2C, 1, 1)) {
            Target target =
                    new Target(
                            Transport.TCP,
                            "127.0.0.1",
                            port,
                            agent.target().credential(),
                            Duration.ofSeconds(5),
                            0);
            assertThat(JobProbe.run(get(target)).failure().toString())
                    .contains("no program listens at this port");
        }
    }

    /** What is reliable is not sent again: the agent would do the work twice. */
    @Test
    void silenceIsWaitedForWithoutAskingAgain() throws IOException {
        try (FakeAgent agent = FakeAgent.table(SnmpVersion.V2C, 1, 1);
                StreamRelay relay =
                        new StreamRelay(agent.target(Duration.ofMillis(100), 2), (m, to) -> {})) {
            JobProbe get = JobProbe.run(get(relay.target()));

            assertThat(get.failure()).isInstanceOf(Failure.Timeout.class);
            assertThat(agent.requests).hasSize(1);
        }
    }

    private static JobSpec trap(int port) {
        Target target =
                new Target(
                        Transport.TCP,
                        "127.0.0.1",
                        port,
                        new Credential.Community(SnmpVersion.V2C, new Secret("public")),
                        Duration.ofSeconds(5),
                        0);
        return new JobSpec.Notify(target, false, 1, ONE, List.of());
    }

    @Test
    void aTrapHasArrivedWhenItsJobEnds() throws IOException {
        try (ServerSocket receiver = new ServerSocket(0)) {
            JobProbe.run(trap(receiver.getLocalPort())).assertFinished();

            try (Socket socket = receiver.accept()) {
                socket.setSoTimeout(5_000);
                byte[] got = socket.getInputStream().readNBytes(2);
                assertThat(got[0]).isEqualTo((byte) 0x30);
            }
        }
    }

    @Test
    void aTrapToNobodyFails() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0)) {
            port = closed.getLocalPort();
        }
        assertThat(JobProbe.run(trap(port)).failure()).isInstanceOf(Failure.Unreachable.class);
    }

    @ParameterizedTest
    @CsvSource({"30, 0", "3003020101, 5", "30820100, 260", "3081, 0", "308180, 131", "'', 0"})
    void aMessageTellsItsLength(String octets, int length) throws ProtocolException {
        byte[] begun = HexFormat.of().parseHex(octets);
        assertThat(MessageStream.messageLength(begun, 0, begun.length)).isEqualTo(length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"47", "3080", "308500", "3084ffffffff"})
    void whatCannotBeAMessageIsRefused(String octets) {
        byte[] begun = HexFormat.of().parseHex(octets);
        assertThatThrownBy(() -> MessageStream.messageLength(begun, 0, begun.length))
                .isInstanceOf(ProtocolException.class);
    }
}
