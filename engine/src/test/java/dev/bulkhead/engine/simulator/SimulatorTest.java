package dev.bulkhead.engine.simulator;

import static dev.bulkhead.engine.simulator.Asker.binding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.bulkhead.engine.job.DemoNetwork;
import dev.bulkhead.engine.job.SimulatedDevice;
import dev.bulkhead.engine.job.SimulatedDevice.Model;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.snmp4j.PDU;
import org.snmp4j.PDUv1;
import org.snmp4j.security.SecurityLevel;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.Null;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.SMIConstants;
import org.snmp4j.smi.VariableBinding;

class SimulatorTest {
    private static final String SYS_NAME = "1.3.6.1.2.1.1.5.0";
    private static final String SYS_UP_TIME = "1.3.6.1.2.1.1.3.0";
    private static final String ENGINE_BOOTS = "1.3.6.1.6.3.10.2.1.2.0";

    private final HandClock clock = new HandClock();
    private Simulator simulator;
    private Asker toSwitch;
    private Asker toServer;

    @BeforeEach
    void open() throws IOException {
        simulator = Simulator.open(DemoNetwork.spec().devices(), clock);
        toSwitch = new Asker(simulator.addresses().getFirst());
        toServer = new Asker(simulator.addresses().getLast());
    }

    @AfterEach
    void close() throws IOException {
        toSwitch.close();
        toServer.close();
        simulator.close();
    }

    @Test
    void everyVersionIsAnswered() throws IOException {
        OID name = new OID(SYS_NAME);
        assertThat(toSwitch.v1(PDU.GET, name).get(0).getVariable()).hasToString("demo-switch");
        assertThat(toServer.value(SYS_NAME)).hasToString("demo-server");
        assertThat(toSwitch.v3(PDU.GET, new VariableBinding(name)).get(0).getVariable())
                .hasToString("demo-switch");
    }

    @Test
    void userBelowItsLevelIsRefused() throws IOException {
        PDU answer =
                toSwitch.v3(
                        SecurityLevel.AUTH_NOPRIV, PDU.GET, new VariableBinding(new OID(SYS_NAME)));
        assertThat(answer.getErrorStatus()).isEqualTo(PDU.authorizationError);
    }

    @Test
    void walksIncreaseStrictly() throws IOException {
        for (Asker manager : List.of(toSwitch, toServer)) {
            List<VariableBinding> all = manager.walk();
            assertThat(all).hasSizeGreaterThan(300);
            assertThat(all).extracting(VariableBinding::getOid).isSorted().doesNotHaveDuplicates();
        }
    }

    @Test
    void bulkAnswersAreThoseOfNext() throws IOException {
        for (Asker manager : List.of(toSwitch, toServer)) {
            List<VariableBinding> byBulk = new ArrayList<>();
            OID at = new OID("0");
            boolean ended = false;
            while (!ended) {
                for (VariableBinding binding : manager.bulk(0, 37, at).getVariableBindings()) {
                    ended = binding.isException();
                    if (!ended) {
                        byBulk.add(binding);
                    }
                }
                at = byBulk.getLast().getOid();
            }
            assertThat(withoutPacketCounts(byBulk)).isEqualTo(withoutPacketCounts(manager.walk()));
        }
    }

    /** All values but those that count the questions themselves. */
    private static List<VariableBinding> withoutPacketCounts(List<VariableBinding> all) {
        return all.stream()
                .filter(binding -> !binding.getOid().startsWith(new OID("1.3.6.1.2.1.11")))
                .toList();
    }

    @Test
    void bulkServesNonRepeatersOnceAndColumnsInRows() throws IOException {
        PDU answer =
                toSwitch.bulk(
                        1,
                        3,
                        new OID("1.3.6.1.2.1.1.3"),
                        new OID("1.3.6.1.2.1.2.2.1.1"),
                        new OID("1.3.6.1.2.1.2.2.1.2"));
        assertThat(answer.getVariableBindings())
                .extracting(binding -> binding.getOid().toDottedString())
                .containsExactly(
                        SYS_UP_TIME,
                        "1.3.6.1.2.1.2.2.1.1.1",
                        "1.3.6.1.2.1.2.2.1.2.1",
                        "1.3.6.1.2.1.2.2.1.1.2",
                        "1.3.6.1.2.1.2.2.1.2.2",
                        "1.3.6.1.2.1.2.2.1.1.3",
                        "1.3.6.1.2.1.2.2.1.2.3");
    }

    @Test
    void bulkEndsAtTheEndOfTheView() throws IOException {
        PDU answer = toSwitch.bulk(0, 10, new OID("1.3.6.1.6.3.15.1.1.5"));
        assertThat(answer.size()).isEqualTo(3);
        assertThat(answer.get(2).getVariable()).isEqualTo(Null.endOfMibView);
    }

    @Test
    void bulkIsCutToTheLargestMessage() throws IOException {
        PDU answer = toSwitch.bulk(0, 30_000, new OID("1.3.6.1.2.1.2.2.1.2"), new OID("1.3"));
        assertThat(answer.getErrorStatus()).isEqualTo(PDU.noError);
        assertThat(answer.getBERLength()).isBetween(60_000, 65_507);
    }

    @Test
    void answerThatDoesNotFitIsTooBig() throws IOException {
        String[] names = new String[1000];
        java.util.Arrays.fill(names, "1.3.6.1.2.1.1.1.0");
        PDU answer = toSwitch.get(names);
        assertThat(answer.getErrorStatus()).isEqualTo(PDU.tooBig);
    }

    @Test
    void missingInstancesAreTold() throws IOException {
        assertThat(toSwitch.value("1.3.6.1.2.1.1.5.1")).isEqualTo(Null.noSuchInstance);
        assertThat(toSwitch.value("1.3.6.1.2.1.2.2.1.10.99")).isEqualTo(Null.noSuchInstance);
        assertThat(toSwitch.value("1.3.6.1.2.1.1.77.0")).isEqualTo(Null.noSuchObject);
        assertThat(toSwitch.value("1.3.6.1.2.1.2.2.1.99.1")).isEqualTo(Null.noSuchObject);
        assertThat(toSwitch.next(new OID("1.3.6.1.6.3.15.1.1.6.0")).getVariable())
                .isEqualTo(Null.endOfMibView);
    }

    @Test
    void version1SaysNoSuchNameWithTheIndex() throws IOException {
        PDU answer = toSwitch.v1(PDU.GET, new OID(SYS_NAME), new OID("1.3.6.1.2.1.31.1.1.1.6.1"));
        assertThat(answer.getErrorStatus()).isEqualTo(PDU.noSuchName);
        assertThat(answer.getErrorIndex()).isEqualTo(2);
        assertThat(toSwitch.v1(PDU.GETNEXT, new OID("1.3.6.1.6.3.15.1.1.6.0")).getErrorStatus())
                .isEqualTo(PDU.noSuchName);
    }

    @Test
    void version1WalkLeavesOutCounter64() throws IOException {
        OID at = new OID("1.3.6.1.2.1.31.1.1.1.5");
        PDU answer = toSwitch.v1(PDU.GETNEXT, at);
        while (answer.getErrorStatus() == PDU.noError) {
            assertThat(answer.get(0).getSyntax()).isNotEqualTo(SMIConstants.SYNTAX_COUNTER64);
            at = answer.get(0).getOid();
            answer = toSwitch.v1(PDU.GETNEXT, at);
        }
        assertThat(answer.getErrorStatus()).isEqualTo(PDU.noSuchName);
        assertThat(at).hasToString("1.3.6.1.6.3.15.1.1.6.0");
    }

    @Test
    void allValuesOfAnAnswerAreOfOneInstant() throws IOException {
        clock.advance(Duration.ofMillis(12_345));
        PDU answer =
                toSwitch.get(
                        "1.3.6.1.2.1.2.2.1.10.15",
                        "1.3.6.1.2.1.31.1.1.1.6.15",
                        SYS_UP_TIME,
                        "1.3.6.1.2.1.2.2.1.10.15");
        assertThat(answer.get(0)).isEqualTo(answer.get(3));
        assertThat(answer.get(0).getVariable().toLong())
                .isEqualTo(answer.get(1).getVariable().toLong() & 0xFFFF_FFFFL);
    }

    @Test
    void strangerIsNotAnsweredButCounted() throws IOException {
        PDU request = new PDU();
        request.add(new VariableBinding(new OID(SYS_NAME)));
        var stranger = toSwitch.v2c("stranger");
        stranger.setTimeout(50);
        assertThat(toSwitch.number("1.3.6.1.2.1.11.4.0")).isZero();
        assertThat(toSwitch.sendOnce(stranger, request)).isNull();
        assertThat(toSwitch.number("1.3.6.1.2.1.11.4.0")).isEqualTo(1);
    }

    @Test
    void rebootStartsUpTimeAndCountersAnew() throws IOException {
        String counter = "1.3.6.1.2.1.31.1.1.1.6.15";
        long boots = toSwitch.number(ENGINE_BOOTS);
        assertThat(toSwitch.number(SYS_UP_TIME)).isGreaterThan(90_000_000);
        long total = toSwitch.number(DemoObjects.PORT_ENTRY + "3.15");
        PDU answer = toSwitch.set(binding(DemoObjects.CONTROL + "1.0", new Integer32(2)));
        assertThat(answer.getErrorStatus()).isEqualTo(PDU.noError);
        clock.advance(Duration.ofSeconds(2));
        assertThat(toSwitch.number(SYS_UP_TIME)).isEqualTo(200);
        assertThat(toSwitch.number(ENGINE_BOOTS)).isEqualTo(boots + 1);
        assertThat(toSwitch.number(counter)).isPositive();
        assertThat(toSwitch.number(DemoObjects.PORT_ENTRY + "3.15"))
                .isEqualTo(total + toSwitch.number(counter));
    }

    @Test
    void rebootIsSurvivedByAVersion3Manager() throws IOException {
        VariableBinding upTime = new VariableBinding(new OID(SYS_UP_TIME));
        toSwitch.v3(PDU.GET, upTime);
        PDU answer = toSwitch.v3(PDU.SET, binding(DemoObjects.CONTROL + "1.0", new Integer32(2)));
        assertThat(answer.getErrorStatus()).isEqualTo(PDU.noError);
        clock.advance(Duration.ofSeconds(1));
        assertThat(toSwitch.v3(PDU.GET, upTime).get(0).getVariable().toLong()).isEqualTo(100);
    }

    @Test
    void deviceIsSilentWhileItReboots() throws IOException {
        toSwitch.set(
                binding(DemoObjects.CONTROL + "2.0", new Integer32(30)),
                binding(DemoObjects.CONTROL + "1.0", new Integer32(2)));
        PDU request = new PDU();
        request.add(new VariableBinding(new OID(SYS_NAME)));
        var target = toSwitch.v2c(DemoNetwork.READ_COMMUNITY);
        target.setTimeout(50);
        assertThat(toSwitch.sendOnce(target, request)).isNull();
        clock.advance(Duration.ofSeconds(31));
        assertThat(toSwitch.value(SYS_NAME)).hasToString("demo-switch");
    }

    @Test
    void resetIsMarkedAsDiscontinuity() throws IOException {
        toSwitch.set(binding(DemoObjects.CONTROL + "4.0", new Integer32(2)));
        assertThat(toSwitch.number("1.3.6.1.2.1.31.1.1.1.6.15")).isZero();
        assertThat(toSwitch.number("1.3.6.1.2.1.31.1.1.1.19.15"))
                .isEqualTo(toSwitch.number(SYS_UP_TIME));
    }

    @Test
    void wrapOf32BitsFollowsWithinSeconds() throws IOException {
        toSwitch.set(binding(DemoObjects.CONTROL + "3.0", new Integer32(2)));
        PDU before = toSwitch.get("1.3.6.1.2.1.2.2.1.10.15", "1.3.6.1.2.1.31.1.1.1.6.15");
        clock.advance(Duration.ofSeconds(Port.SECONDS_TO_WRAP + 3));
        PDU after = toSwitch.get("1.3.6.1.2.1.2.2.1.10.15", "1.3.6.1.2.1.31.1.1.1.6.15");
        long grown32 = after.get(0).getVariable().toLong() - before.get(0).getVariable().toLong();
        long grown64 = after.get(1).getVariable().toLong() - before.get(1).getVariable().toLong();
        assertThat(grown32).isNegative();
        assertThat(grown32 + (1L << 32)).isEqualTo(grown64);
    }

    @Test
    void disablingAPortStopsItsCounters() throws IOException {
        String counter = "1.3.6.1.2.1.31.1.1.1.6.15";
        toSwitch.set(binding("1.3.6.1.2.1.2.2.1.7.15", new Integer32(2)));
        long stopped = toSwitch.number(counter);
        clock.advance(Duration.ofSeconds(5));
        assertThat(toSwitch.number(counter)).isEqualTo(stopped);
        assertThat(toSwitch.number("1.3.6.1.2.1.2.2.1.8.15")).isEqualTo(2);
        assertThat(toSwitch.number("1.3.6.1.2.1.2.2.1.9.15"))
                .isEqualTo(toSwitch.number(SYS_UP_TIME) - 500);
    }

    @Test
    void portThatIsTakenIsNamedWithWhatToDo() {
        String taken = simulator.addresses().getFirst();
        int port = Integer.parseInt(taken.substring(taken.indexOf(':') + 1));
        SimulatedDevice late = SimulatedDevice.of("late", new Model.Server(), "127.0.0.1", port);
        assertThatExceptionOfType(SimulatorException.class)
                .isThrownBy(() -> Simulator.open(List.of(late)))
                .withMessageContaining("late")
                .withMessageContaining("127.0.0.1 port " + port)
                .withMessageContaining("choose another, or 0");
    }

    @Test
    void recordingThatIsMissingIsNamed() {
        Path missing = Path.of("/nowhere/device.snmprec");
        SimulatedDevice device =
                SimulatedDevice.of("replay", new Model.Recording(missing), "127.0.0.1", 0);
        assertThatExceptionOfType(SimulatorException.class)
                .isThrownBy(() -> Simulator.open(List.of(device)))
                .withMessageContaining(missing.toString());
    }

    @Test
    void manyDevicesShareFewThreads() throws IOException {
        List<SimulatedDevice> many = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            many.add(SimulatedDevice.of("node-" + i, new Model.Switch(), "127.0.0.1", 0));
        }
        int before = Thread.activeCount();
        try (Simulator crowd = Simulator.open(many);
                Asker last = new Asker(crowd.addresses().getLast())) {
            assertThat(Thread.activeCount() - before)
                    .isLessThanOrEqualTo(Runtime.getRuntime().availableProcessors() + 2);
            assertThat(crowd.addresses()).hasSize(300).doesNotHaveDuplicates();
            assertThat(last.value(SYS_NAME)).hasToString("node-299");
        }
    }

    @Test
    void engineIdsAreStableAndUnlike() {
        assertThat(EngineIds.of("a")).isEqualTo(EngineIds.of("a")).isNotEqualTo(EngineIds.of("b"));
        assertThat(new OctetString(EngineIds.of("a")).toHexString()).startsWith("80:00:7e:d9:05:");
    }

    @Test
    void version1GetOfTooManyIsTooBig() throws IOException {
        PDUv1 request = new PDUv1();
        request.setType(PDU.GET);
        for (int i = 0; i < 1000; i++) {
            request.add(new VariableBinding(new OID("1.3.6.1.2.1.1.1.0")));
        }
        assertThat(toSwitch.send(toSwitch.v1(), request).getErrorStatus()).isEqualTo(PDU.tooBig);
    }
}
