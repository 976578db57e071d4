package dev.bulkhead.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bulkhead.engine.discovery.Discovery;
import dev.bulkhead.engine.discovery.SweepProgress;
import dev.bulkhead.engine.job.AddressBlock;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SimulatedDevice;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.engine.simulator.Simulator;
import dev.bulkhead.engine.simulator.SimulatorException;
import java.io.IOException;
import java.net.DatagramSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Sweeps at the engine's face, through worker processes. */
class DiscoverTest {
    /** Every second address of 127.5.0.1 to 127.5.0.80. */
    private static final int DEVICES = 40;

    private static Engine engine;
    private static Simulator simulator;
    private static int port;

    @BeforeAll
    static void open() throws IOException, SimulatorException {
        assumeTrue(Files.isDirectory(Path.of("/proc/self")), "needs Linux's 127.0.0.0/8");
        try (DatagramSocket all = new DatagramSocket(0)) {
            port = all.getLocalPort();
        }
        simulator =
                Simulator.open(
                        IntStream.range(0, DEVICES)
                                .mapToObj(i ->
                                        SimulatedDevice.of(
                                                "device",
                                                new SimulatedDevice.Model.Server(),
                                                "127.5.0." + (2 * i + 2),
                                                port))
                                .toList());
        engine = Engine.open(EngineSettings.ofThisProcess(1));
    }

    @AfterAll
    static void close() {
        if (engine != null) {
            engine.close();
        }
        if (simulator != null) {
            simulator.close();
        }
    }

    private static JobSpec sweep(String block, int perSecond, Duration timeout) {
        return new JobSpec.Discover(
                List.of(AddressBlock.parse(block)),
                List.of(port),
                List.of(new Credential.Community(SnmpVersion.V2C, new Secret("public"))),
                timeout,
                0,
                perSecond,
                JobSpec.Discover.DEFAULT_OIDS);
    }

    private static List<Discovery> found(EventLog log) {
        return log.all(JobEvent.Discovered.class).stream()
                .flatMap(event -> event.discoveries().stream())
                .toList();
    }

    @Test
    void aWorkerKilledMidwayIsFollowedByOneThatTellsNoDeviceTwice() {
        EventLog sweep = EventLog.submit(engine, sweep("127.5.0.1-80", 80, Duration.ofMillis(300)));
        Awaitility.await("a quarter of the devices")
                .pollInterval(Duration.ofMillis(5))
                .atMost(Duration.ofSeconds(20))
                .until(() -> found(sweep).size() >= DEVICES / 4);

        sweep.handle().killWorker();
        sweep.awaitEnd();

        assertThat(sweep.all(JobEvent.Restarting.class)).hasSize(1);
        assertThat(found(sweep)).extracting(Discovery::host).doesNotHaveDuplicates();
        assertThat(found(sweep)).hasSize(DEVICES);
        assertThat(sweep.all(JobEvent.Swept.class).getLast().progress())
                .isEqualTo(new SweepProgress(80, 80, DEVICES, 0, 0));
        assertThat(sweep.finished().totals().varBinds()).isEqualTo(DEVICES * 6L);
    }

    @Test
    void progressComesWhileItRunsAndCancelEndsIt() {
        EventLog sweep = EventLog.submit(engine, sweep("127.6.0.0/16", 200, Duration.ofMillis(50)));
        Awaitility.await("some progress")
                .atMost(Duration.ofSeconds(20))
                .until(() ->
                        sweep.all(JobEvent.Swept.class).stream()
                                .anyMatch(event -> event.progress().done() > 20));

        sweep.handle().cancel();
        sweep.awaitEnd();

        assertThat(sweep.finished().cancelled()).isTrue();
        assertThat(found(sweep)).isEmpty();
        assertThat(sweep.all(JobEvent.Swept.class).getLast().progress())
                .returns(65_534L, SweepProgress::total)
                .satisfies(end -> assertThat(end.fraction()).isBetween(0.0003, 0.2));
    }
}
