package dev.bulkhead.engine.snmp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.job.AuthProtocol;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.Endpoint;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.ListenCertificates;
import dev.bulkhead.engine.job.PrivProtocol;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SecurityLevel;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.job.Transport;
import dev.bulkhead.engine.notification.ListenCounts;
import dev.bulkhead.engine.notification.Notification;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.engine.usm.PassphraseKeys;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import dev.bulkhead.mibs.smi.SmiValue.OctetString;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** A listener job over one transport on loopback, with senders for it. */
final class Listener implements AutoCloseable {
    static final Oid LINK_DOWN = Oid.parse("1.3.6.1.6.3.1.1.5.3");
    static final VarBind IF_INDEX =
            new VarBind(Oid.parse("1.3.6.1.2.1.2.2.1.1.4"), new SmiValue.Integer32(4));

    private static final OctetString ENGINE =
            new OctetString(new byte[] {(byte) 0x80, 0, 0, 0, 5, 4, 4, 4});

    final JobProbe probe = new JobProbe(new SnmpJobs());
    private final Transport transport;
    private final Counts counts = new Counts();
    private final ListenJob job;

    private Listener(
            Transport transport,
            Optional<ListenCertificates> certificates,
            int maxPerSecond,
            ConnectionLimits limits) {
        this.transport = transport;
        JobSpec.Listen spec =
                new JobSpec.Listen(
                        List.of(new Endpoint(transport, "127.0.0.1", 0)),
                        List.of(user()),
                        certificates,
                        maxPerSecond);
        PassphraseKeys keys = new PassphraseKeys();
        job =
                new ListenJob(
                        spec,
                        new ReceiverEngines(
                                spec,
                                spec.users().stream().map(keys::keysOf).toList(),
                                new org.snmp4j.smi.OctetString(ENGINE.bytes()),
                                new PacketRelay(new Loop(), new PacketTap())),
                        new JobSink(counts, probe),
                        limits);
        job.start();
        assertThat(probe.addresses).as("%s", probe.ends).hasSize(1);
    }

    static Listener tcp() {
        return tcp(10_000, ConnectionLimits.USUAL);
    }

    static Listener tcp(int maxPerSecond, ConnectionLimits limits) {
        return new Listener(Transport.TCP, Optional.empty(), maxPerSecond, limits);
    }

    static Listener secure(Transport transport, ListenCertificates certificates) {
        return secure(transport, certificates, ConnectionLimits.USUAL);
    }

    static Listener secure(
            Transport transport, ListenCertificates certificates, ConnectionLimits limits) {
        return new Listener(transport, Optional.of(certificates), 10_000, limits);
    }

    /** The usual limits but for these. */
    static ConnectionLimits limits(int total, int perSource, Duration most) {
        ConnectionLimits usual = ConnectionLimits.USUAL;
        return new ConnectionLimits(
                total, perSource, usual.perSecond(), usual.halfOpen(), most, most, usual.idle());
    }

    static Credential.Usm user() {
        return Credential.Usm.of(
                "ops",
                SecurityLevel.AUTH_PRIV,
                Optional.of(new Credential.Auth(AuthProtocol.SHA_256, new Secret("passphrase-1"))),
                Optional.of(new Credential.Priv(PrivProtocol.AES_128, new Secret("passphrase-1"))));
    }

    static Credential community(SnmpVersion version) {
        return new Credential.Community(version, new Secret("notes"));
    }

    int port() {
        String address = probe.addresses.getFirst();
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
    }

    /** This listener as a target. */
    Target target(Credential credential) {
        return new Target(transport, "127.0.0.1", port(), credential, Duration.ofSeconds(5), 0);
    }

    /** Sends a notification to its end. */
    JobProbe send(Credential credential, boolean inform) {
        return send(target(credential), inform);
    }

    static JobProbe send(Target to, boolean inform) {
        return JobProbe.run(new JobSpec.Notify(to, inform, 4711, LINK_DOWN, List.of(IF_INDEX)));
    }

    Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(10_000);
        return socket;
    }

    /** The octets of a notification of v2c. */
    static byte[] message(boolean inform) throws IOException {
        return message(inform, IF_INDEX);
    }

    static byte[] message(boolean inform, VarBind varBind) throws IOException {
        try (ServerSocket receiver = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Target target =
                    new Target(
                            Transport.TCP,
                            "127.0.0.1",
                            receiver.getLocalPort(),
                            community(SnmpVersion.V2C),
                            Duration.ofSeconds(5),
                            0);
            JobSpec spec = new JobSpec.Notify(target, inform, 1, LINK_DOWN, List.of(varBind));
            try (JobProbe sender = JobProbe.start(spec);
                    Socket socket = receiver.accept()) {
                byte[] head = socket.getInputStream().readNBytes(10);
                byte[] all = Arrays.copyOf(head, MessageStream.messageLength(head, 0, head.length));
                socket.getInputStream().readNBytes(all, head.length, all.length - head.length);
                sender.jobs.cancel(sender);
                return all;
            }
        }
    }

    List<Notification> await(int notifications) {
        Awaitility.await(notifications + " notifications")
                .until(() -> probe.notifications.size() >= notifications);
        assertThat(probe.notifications).hasSize(notifications);
        return probe.notifications;
    }

    String awaitRefusal() {
        Awaitility.await("a refusal").until(() -> !probe.refusals.isEmpty());
        return probe.refusals.getFirst().source() + " " + probe.refusals.getFirst().reason();
    }

    ListenCounts counts() {
        return counts.listenCounts();
    }

    ListenCounts await(Predicate<ListenCounts> until) {
        Awaitility.await("counts").until(() -> until.test(counts()));
        return counts();
    }

    @Override
    public void close() {
        job.cancel();
        probe.close();
    }
}
