package dev.bulkhead.tests.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bulkhead.app.flight.OpenRecording;
import dev.bulkhead.app.flight.Recorder;
import dev.bulkhead.app.flight.RecordingPlan;
import dev.bulkhead.app.flight.RecordingProgress;
import dev.bulkhead.app.flight.WalkText;
import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineSettings;
import dev.bulkhead.engine.JobEvent;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SimulatedDevice;
import dev.bulkhead.engine.job.SimulatedDevice.Model;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.recording.RecordedPass;
import dev.bulkhead.engine.recording.RecordingIndex;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.index.MibIndex;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import dev.bulkhead.tests.program.Command;
import dev.bulkhead.tests.program.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A device that moves is recorded, replayed and asked again: the same values at the same offsets.
 * {@code -Drecording.seconds=300} does so for five minutes.
 */
class RecordReplayTest {
    private static final Duration LASTS =
            Duration.ofSeconds(Integer.getInteger("recording.seconds", 8));
    private static final Duration EVERY = Duration.ofSeconds(1);

    /** How late an answer may be on a machine that does much else. */
    private static final Duration SLACK = Duration.ofMillis(600);

    private static final MibNames NUMBERS = new MibNames(MibIndex.empty());
    private static final List<Oid> ROOTS =
            List.of(Oid.parse("1.3.6.1.2.1.1"), Oid.parse("1.3.6.1.2.1.2"));

    @TempDir private Path folder;
    private final Engine engine = Engine.open(EngineSettings.ofThisProcess(1));

    @AfterEach
    void close() {
        engine.close();
    }

    private Target simulated(Model model) throws Exception {
        CompletableFuture<String> address = new CompletableFuture<>();
        SimulatedDevice device = SimulatedDevice.of("recorded", model, "127.0.0.1", 0);
        engine.submit(
                new JobSpec.Simulate(List.of(device)),
                event -> {
                    if (event instanceof JobEvent.Listening listening) {
                        address.complete(listening.addresses().getFirst());
                    } else if (event instanceof JobEvent.Failed failed) {
                        address.completeExceptionally(
                                new AssertionError(failed.failure().message()));
                    }
                });
        String text = address.get(60, TimeUnit.SECONDS);
        int port = Integer.parseInt(text.substring(text.lastIndexOf(':') + 1));
        Credential community = new Credential.Community(SnmpVersion.V2C, new Secret("public"));
        return new Target("127.0.0.1", port, community, Duration.ofSeconds(5), 2);
    }

    private OpenRecording recorded(Target target, String name, Duration every, Duration lasts)
            throws Exception {
        Path to = folder.resolve(name);
        RecordingPlan plan = new RecordingPlan(target, name, ROOTS, true, every, lasts);
        RecordingProgress end = new Recorder(plan, to, engine::submit, progress -> {}).run();
        assertThat(end.gaps()).as("%s", end.problem()).isZero();
        return OpenRecording.open(to, NUMBERS);
    }

    @Test
    void replayGivesTheSameValuesAtTheSameOffsets() throws Exception {
        OpenRecording first = recorded(simulated(new Model.Switch()), "first", EVERY, LASTS);
        RecordingIndex index = first.index();
        assertThat(index.passes()).hasSizeGreaterThan((int) LASTS.toSeconds() / 2);
        Target replay = simulated(new Model.Replay(first.path(), 1, false));
        OpenRecording again = recorded(replay, "again", EVERY.dividedBy(2), LASTS);

        Map<Integer, Map<Oid, SmiValue>> read = new HashMap<>();
        for (int i = 0; i < index.passes().size(); i++) {
            Map<Oid, SmiValue> values = new HashMap<>();
            first.read(i).forEach(v -> values.put(v.name(), v.value()));
            read.put(i, values);
        }
        Set<SmiValue> ticks = new HashSet<>();
        int exact = 0;
        for (int i = 0; i < again.index().passes().size(); i++) {
            RecordedPass pass = again.index().passes().get(i);
            Duration from = pass.offset().minus(SLACK);
            int earliest = index.passAt(from.isNegative() ? Duration.ZERO : from);
            int latest = index.passAt(pass.offset().plus(pass.took()).plus(SLACK));
            int due = index.passAt(pass.offset());
            List<VarBind> values = again.read(i);
            assertThat(values).hasSize(read.get(due).size());
            boolean all = true;
            for (VarBind value : values) {
                all &= value.value().equals(read.get(due).get(value.name()));
                Set<SmiValue> possible = new HashSet<>();
                for (int p = earliest; p <= latest; p++) {
                    possible.add(read.get(p).get(value.name()));
                }
                assertThat(possible).as("%s at %s", value, pass).contains(value.value());
            }
            exact += all ? 1 : 0;
            ticks.add(values.get(2).value());
        }
        assertThat(exact).isGreaterThan(again.index().passes().size() / 2);
        assertThat(ticks).as("it moves").hasSizeGreaterThan(index.passes().size() / 2);
    }

    @Test
    void netSnmpReadsFromAReplayWhatWasRecorded() throws Exception {
        assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/snmpwalk")), "net-snmp's tools are missing");
        OpenRecording first =
                recorded(simulated(new Model.Server()), "server", Duration.ZERO, Duration.ZERO);
        Target replay = simulated(new Model.Replay(first.path(), 1, true));
        Path walk = folder.resolve("walk.snmpwalk");
        StringBuilder text = new StringBuilder();
        for (Oid root : ROOTS) {
            Outcome outcome =
                    Command.of(
                                    "snmpwalk",
                                    "-v2c",
                                    "-cpublic",
                                    "-On",
                                    "-Oe",
                                    "-m",
                                    "",
                                    "127.0.0.1:" + replay.port(),
                                    root.toDottedString())
                            .run();
            assertThat(outcome.exitCode()).as(outcome.err()).isZero();
            text.append(outcome.out());
        }
        Files.writeString(walk, text);
        WalkText.Content content = WalkText.read(walk, NUMBERS);
        assertThat(content.notes()).isEmpty();
        assertThat(content.values()).isEqualTo(first.read(0));
    }
}
