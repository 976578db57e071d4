package dev.bulkhead.tests.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineSettings;
import dev.bulkhead.engine.JobEvent;
import dev.bulkhead.engine.JobHandle;
import dev.bulkhead.engine.job.AuthProtocol;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.Endpoint;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.PrivProtocol;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SecurityLevel;
import dev.bulkhead.engine.job.Transport;
import dev.bulkhead.engine.notification.Notification;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import dev.bulkhead.tests.program.Command;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Net-snmp's {@code snmptrap} and {@code snmpinform} send over UDP and TCP, a listener job in its
 * worker receives.
 */
class NotificationAgreementTest {
    private static final String AUTH = "auth-passphrase-1";
    private static final String PRIV = "priv-passphrase-1";
    private static final String TRAP = "1.3.6.1.4.1.32473.7.0.9";

    @TempDir Path folder;
    private final BlockingQueue<Notification> received = new LinkedBlockingQueue<>();

    @BeforeEach
    void needsNetSnmp() {
        Snmpd.require();
    }

    private static Credential.Usm user() {
        return Credential.Usm.of(
                "ops",
                SecurityLevel.AUTH_PRIV,
                Optional.of(new Credential.Auth(AuthProtocol.SHA_512, new Secret(AUTH))),
                Optional.of(new Credential.Priv(PrivProtocol.AES_256, new Secret(PRIV))));
    }

    private static List<String> v3() {
        return List.of(
                "-v3",
                "-u",
                "ops",
                "-l",
                "authPriv",
                "-a",
                "SHA-512",
                "-A",
                AUTH,
                "-x",
                "AES-256",
                "-X",
                PRIV);
    }

    static Stream<Arguments> senders() {
        return Stream.of(Transport.UDP, Transport.TCP)
                .flatMap(transport ->
                        Stream.of(List.of("-v2c", "-cnotes"), v3())
                                .map(flags -> Arguments.of(transport, flags)));
    }

    private String listen(Engine engine, Transport transport) throws Exception {
        CompletableFuture<String> address = new CompletableFuture<>();
        JobHandle job =
                engine.submit(
                        new JobSpec.Listen(
                                List.of(new Endpoint(transport, "127.0.0.1", 0)),
                                List.of(user()),
                                10_000),
                        event -> {
                            switch (event) {
                                case JobEvent.Listening ready ->
                                        address.complete(ready.addresses().getFirst());
                                case JobEvent.Notifications some ->
                                        received.addAll(some.notifications());
                                default -> {
                                    // the rest of its life
                                }
                            }
                        });
        assertThat(job.isDone()).isFalse();
        return address.get(30, TimeUnit.SECONDS);
    }

    private int send(String program, List<String> flags, String... rest) throws Exception {
        List<String> command = new ArrayList<>(List.of(program));
        command.addAll(flags);
        command.addAll(List.of("-r1", "-t2"));
        command.addAll(List.of(rest));
        return Command.of(command.toArray(String[]::new))
                .with(
                        Map.of(
                                "SNMP_PERSISTENT_DIR", folder.toString(),
                                "SNMPCONFPATH", folder.toString(),
                                "MIBS", ""))
                .run()
                .exitCode();
    }

    private Notification next() throws InterruptedException {
        Notification next = received.poll(10, TimeUnit.SECONDS);
        assertThat(next).as("a notification").isNotNull();
        return next;
    }

    @ParameterizedTest
    @MethodSource("senders")
    void trapsAndInformsComeWhole(Transport transport, List<String> flags) throws Exception {
        try (Engine engine = Engine.open(EngineSettings.ofThisProcess(1))) {
            String at = listen(engine, transport);

            for (String program : List.of("snmptrap", "snmpinform")) {
                assertThat(
                                send(
                                        program,
                                        flags,
                                        at,
                                        "4711",
                                        TRAP,
                                        "1.3.6.1.2.1.2.2.1.1.4",
                                        "i",
                                        "4"))
                        .as("%s is content", program)
                        .isZero();
                Notification got = next();
                assertThat(got.inform()).isEqualTo(program.equals("snmpinform"));
                assertThat(got.trapOid()).isEqualTo(Oid.parse(TRAP));
                assertThat(got.upTimeTicks()).isEqualTo(4711);
                assertThat(got.varBinds())
                        .singleElement()
                        .satisfies(one ->
                                assertThat(one.value()).isEqualTo(new SmiValue.Integer32(4)));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"UDP", "TCP"})
    void aTrapPduOfV1KeepsItsFields(Transport transport) throws Exception {
        try (Engine engine = Engine.open(EngineSettings.ofThisProcess(1))) {
            String at = listen(engine, transport);

            send(
                    "snmptrap",
                    List.of("-v1", "-cnotes"),
                    at,
                    "1.3.6.1.4.1.32473.7",
                    "192.0.2.9",
                    "6",
                    "9",
                    "55");

            Notification got = next();
            assertThat(got.trapOid()).isEqualTo(Oid.parse(TRAP));
            assertThat(got.upTimeTicks()).isEqualTo(55);
            assertThat(got.v1())
                    .contains(
                            new Notification.V1(
                                    Oid.parse("1.3.6.1.4.1.32473.7"), "192.0.2.9", 6, 9));
        }
    }

    @Test
    void anInformOfAnUnknownUserIsNotAnswered() throws Exception {
        try (Engine engine = Engine.open(EngineSettings.ofThisProcess(1))) {
            String at = listen(engine, Transport.UDP);

            int status =
                    send(
                            "snmpinform",
                            List.of("-v3", "-u", "nobody", "-l", "noAuthNoPriv", "-r0"),
                            at,
                            "1",
                            TRAP);

            assertThat(status).isNotZero();
            assertThat(received).isEmpty();
        }
    }
}
