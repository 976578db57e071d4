package dev.bulkhead.tests.change;

import dev.bulkhead.app.change.Place;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.JobEvent;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.DemoNetwork;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.tests.agreement.Snmpd;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Those who are written to. */
final class Agents implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(3);
    private static final Duration IMPATIENT = Duration.ofMillis(500);
    private static final String LOOPBACK = "127.0.0.1";

    /** One who is asked in some way. */
    enum Who {
        DEMO_WRITER,
        DEMO_READER,
        DEMO_V1,
        DEMO_V3,
        DEMO_LOSING_ANSWERS,
        SNMPD_WRITER,
        SNMPD_READER,
        SNMPD_V1,
        SILENT,
        CLOSED;

        boolean isSnmpd() {
            return name().startsWith("SNMPD");
        }

        boolean isDemo() {
            return name().startsWith("DEMO");
        }
    }

    private final Path folder;
    private final int demoPort;
    private final DatagramSocket silent;
    private final LossyRelay relay;
    private Snmpd snmpd;

    Agents(Engine engine, Path folder) throws Exception {
        this.folder = folder;
        CompletableFuture<List<String>> addresses = new CompletableFuture<>();
        engine.submit(
                DemoNetwork.spec(),
                event -> {
                    if (event instanceof JobEvent.Listening listening) {
                        addresses.complete(listening.addresses());
                    }
                });
        String address = addresses.get(60, TimeUnit.SECONDS).getFirst();
        demoPort = Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
        silent = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        relay = LossyRelay.before(demoPort);
    }

    LossyRelay relay() {
        return relay;
    }

    /** The place; an snmpd is started when it is first asked for, or the test is skipped. */
    Place place(Who who) throws IOException {
        if (who.isSnmpd() && snmpd == null) {
            Snmpd.require();
            snmpd = Snmpd.start(folder);
        }
        return new Place(
                switch (who) {
                    case DEMO_WRITER -> community(demoPort, SnmpVersion.V2C, "private");
                    case DEMO_READER -> community(demoPort, SnmpVersion.V2C, "public");
                    case DEMO_V1 -> community(demoPort, SnmpVersion.V1, "private");
                    case DEMO_V3 -> new Target(LOOPBACK, demoPort, DemoNetwork.user(), TIMEOUT, 1);
                    case DEMO_LOSING_ANSWERS -> impatient(relay.port());
                    case SNMPD_WRITER -> community(snmpd.port(), SnmpVersion.V2C, "private");
                    case SNMPD_READER -> community(snmpd.port(), SnmpVersion.V2C, "public");
                    case SNMPD_V1 -> community(snmpd.port(), SnmpVersion.V1, "private");
                    case SILENT -> impatient(silent.getLocalPort());
                    case CLOSED -> impatient(freePort());
                },
                who.name());
    }

    private static Target community(int port, SnmpVersion version, String community) {
        return new Target(
                LOOPBACK,
                port,
                new Credential.Community(version, new Secret(community)),
                TIMEOUT,
                1);
    }

    private static Target impatient(int port) {
        return new Target(
                LOOPBACK,
                port,
                new Credential.Community(SnmpVersion.V2C, new Secret("private")),
                IMPATIENT,
                1);
    }

    private static int freePort() throws IOException {
        try (DatagramSocket socket =
                new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        relay.close();
        silent.close();
        if (snmpd != null) {
            snmpd.close();
        }
    }
}
