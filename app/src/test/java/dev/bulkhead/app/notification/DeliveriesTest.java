package dev.bulkhead.app.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import dev.bulkhead.app.query.FakeJob;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.engine.notification.Notification;
import java.io.IOException;
import java.io.InputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class DeliveriesTest {
    private static final String TOKEN = "canary-token";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir private Path folder;

    private final FakeJob.Starter jobs = new FakeJob.Starter();
    private final Deliveries deliveries =
            new Deliveries(
                    jobs,
                    name ->
                            name.equals("token")
                                    ? Optional.of(
                                            new Credential.Community(
                                                    SnmpVersion.V2C, new Secret(TOKEN)))
                                    : Optional.empty(),
                    Duration.ofSeconds(1));

    @AfterEach
    void close() {
        deliveries.close();
    }

    private RunningRule deliver(Action action, Notification notification) {
        RunningRule rule = new RunningRule(Some.rule(Match.ALL, action));
        deliveries.deliver(rule, Some.line(notification), Some.TEXTS);
        return rule;
    }

    private static void done(RunningRule rule) {
        await().atMost(PATIENCE).until(() -> rule.done() + rule.failed() > 0);
        assertThat(rule.problem()).isEmpty();
        assertThat(rule.done()).isEqualTo(1);
    }

    private static void failed(RunningRule rule) {
        await().atMost(PATIENCE).until(() -> rule.done() + rule.failed() > 0);
        assertThat(rule.failed()).isEqualTo(1);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aCommandGetsTheTextAsOneArgumentAndNoShellSeesIt() throws Exception {
        Path out = folder.resolve("out");
        Path program =
                script(
                        "for a in \"$@\"; do printf '<%s>\\n' \"$a\" >> " + out + "; done",
                        "cat >> " + out,
                        "env >> " + out);
        String evil = "$(touch " + folder.resolve("evil") + "); \"x\" `id` & | > y";
        done(
                deliver(
                        new Action.Run(
                                List.of(program.toString(), "{name}", "is {ifDescr}", "{ifDescr}")),
                        Some.saying("10.0.0.1", evil)));
        String said = Files.readString(out);
        assertThat(said).contains("<linkDown>\n<is " + evil + ">\n<" + evil + ">");
        assertThat(said).contains("\"source\":\"10.0.0.1:40000\"");
        assertThat(said).doesNotContain(Some.COMMUNITY).doesNotContain("JAVA_HOME=");
        assertThat(folder.resolve("evil")).doesNotExist();
    }

    private Path script(String... lines) throws IOException {
        Path program = folder.resolve("program");
        Files.writeString(program, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        return program;
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aCommandThatFailsOrHangsIsToldAtItsRule() throws Exception {
        RunningRule bad =
                deliver(
                        new Action.Run(
                                List.of(script("echo no such thing >&2", "exit 3").toString())),
                        Some.coldStart("10.0.0.1"));
        failed(bad);
        assertThat(bad.problem()).contains("3").contains("no such thing");
        RunningRule slow =
                deliver(new Action.Run(List.of("sleep", "600")), Some.coldStart("10.0.0.1"));
        failed(slow);
        assertThat(slow.problem()).contains("more than 1 s");
        RunningRule missing =
                deliver(
                        new Action.Run(List.of(folder.resolve("nothing").toString())),
                        Some.coldStart("10.0.0.1"));
        failed(missing);
        assertThat(missing.problem()).contains("nothing");
    }

    @Test
    void batchFilesAndProgramsFromTheNetworkAreRefused() {
        for (String program : List.of("x.bat", "C:\\y.CMD", "{ifDescr}", " ")) {
            assertThatThrownBy(() -> CommandRun.check(List.of(program)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void whatADeviceSentBeginsNoOption() {
        NotificationLine line = Some.line(Some.saying("10.0.0.1", "--output=/etc/passwd"));
        assertThat(Placeholders.fill("{ifDescr}", line, Some.TEXTS))
                .isEqualTo(" --output=/etc/passwd");
        assertThat(Placeholders.fill("-t{name}", line, Some.TEXTS)).isEqualTo("-tlinkDown");
        assertThat(Placeholders.fill("{nothing}", line, Some.TEXTS)).isEmpty();
    }

    @Test
    void syslogGoesInADatagramOrCountedOverTcp() throws Exception {
        Notification hostile = Some.saying("10.0.0.1", "a\nb\u001b[31m] \"q\"");
        InetAddress here = InetAddress.getLoopbackAddress();
        try (DatagramSocket udp = new DatagramSocket(0, here);
                ServerSocket tcp = new ServerSocket(0, 5, here)) {
            udp.setSoTimeout((int) PATIENCE.toMillis());
            tcp.setSoTimeout((int) PATIENCE.toMillis());
            done(deliver(new Action.Syslog("127.0.0.1:" + udp.getLocalPort(), false), hostile));
            DatagramPacket packet = new DatagramPacket(new byte[4096], 4096);
            udp.receive(packet);
            String line =
                    new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
            assertThat(line)
                    .startsWith("<129>1 2026-01-02T03:04:05.678Z ")
                    .contains(" bulkhead - linkDown [bulkhead@32473 source=\"10.0.0.1\"")
                    .doesNotContain("\n")
                    .doesNotContain("\u001b")
                    .doesNotContain(Some.COMMUNITY);
            RunningRule rule =
                    deliver(new Action.Syslog("127.0.0.1:" + tcp.getLocalPort(), true), hostile);
            try (Socket socket = tcp.accept();
                    InputStream in = socket.getInputStream()) {
                String framed = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                assertThat(framed)
                        .isEqualTo(line.getBytes(StandardCharsets.UTF_8).length + " " + line);
            }
            done(rule);
        }
    }

    @Test
    void aWebhookGetsJsonAndItsTokenAndARefusalIsTold() throws Exception {
        BlockingQueue<String> got = new LinkedBlockingQueue<>();
        HttpServer web =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        web.createContext(
                "/",
                exchange -> {
                    got.add(
                            exchange.getRequestHeaders().getFirst("Authorization")
                                    + " "
                                    + new String(
                                            exchange.getRequestBody().readAllBytes(),
                                            StandardCharsets.UTF_8));
                    exchange.sendResponseHeaders(
                            exchange.getRequestURI().getPath().equals("/no") ? 403 : 200, -1);
                    exchange.close();
                });
        web.start();
        try {
            String base = "http://127.0.0.1:" + web.getAddress().getPort();
            done(
                    deliver(
                            new Action.Webhook(URI.create(base + "/yes"), Optional.of("token")),
                            Some.linkDown("10.0.0.1", 4)));
            assertThat(got.poll(30, TimeUnit.SECONDS))
                    .startsWith("Bearer " + TOKEN + " {\"time\":\"2026-01-02T03:04:05.678Z\"")
                    .contains("\"variables\":[{\"oid\":\"1.3.6.1.2.1.2.2.1.1.4\"")
                    .doesNotContain(Some.COMMUNITY);
            RunningRule refused =
                    deliver(
                            new Action.Webhook(URI.create(base + "/no"), Optional.empty()),
                            Some.coldStart("10.0.0.1"));
            failed(refused);
            assertThat(refused.problem()).contains("403");
            RunningRule locked =
                    deliver(
                            new Action.Webhook(URI.create(base), Optional.of("other")),
                            Some.coldStart("10.0.0.1"));
            failed(locked);
            assertThat(locked.problem()).contains("other").contains("vault");
        } finally {
            web.stop(0);
        }
        assertThatThrownBy(() -> WebhookSender.address("http://a:b@c/"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> WebhookSender.address("file:///etc/passwd"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aForwardedNotificationTellsWhoseItWas() {
        RunningRule rule =
                deliver(
                        new Action.Forward("192.0.2.9", Optional.empty(), true),
                        Some.linkDown("10.0.0.1", 4));
        await().atMost(PATIENCE).until(() -> !jobs.all().isEmpty());
        JobSpec.Notify sent = (JobSpec.Notify) jobs.last().spec();
        assertThat(sent.target().address()).isEqualTo("192.0.2.9:162");
        assertThat(sent.inform()).isTrue();
        assertThat(sent.varBinds().getLast().name().toString()).isEqualTo("1.3.6.1.6.3.18.1.3.0");
        assertThat(sent.varBinds().getLast().value().toString()).contains("10.0.0.1");
        jobs.last().finishes();
        done(rule);
    }
}
