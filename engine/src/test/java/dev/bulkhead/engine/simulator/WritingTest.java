package dev.bulkhead.engine.simulator;

import static dev.bulkhead.engine.simulator.Asker.binding;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.job.DemoNetwork;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.snmp4j.PDU;
import org.snmp4j.smi.Gauge32;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.Null;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.Variable;
import org.snmp4j.smi.VariableBinding;

class WritingTest {
    private static final String TEXT = DemoObjects.VALUES + "1.0";
    private static final String LEVEL = DemoObjects.VALUES + "2.0";
    private static final String NOTE = "1.3.6.1.4.1.32473.1.1.4.1.1.";
    private static final int ACTIVE = 1;
    private static final int NOT_IN_SERVICE = 2;
    private static final int NOT_READY = 3;
    private static final int CREATE_AND_GO = 4;
    private static final int CREATE_AND_WAIT = 5;
    private static final int DESTROY = 6;

    private static Simulator simulator;
    private static Asker manager;

    @BeforeAll
    static void open() throws IOException {
        simulator = Simulator.open(DemoNetwork.spec().devices());
        manager = new Asker(simulator.addresses().getFirst());
    }

    @AfterAll
    static void close() throws IOException {
        manager.close();
        simulator.close();
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(LEVEL, new OctetString("x"), PDU.wrongType),
                Arguments.of(LEVEL, new Gauge32(1), PDU.wrongType),
                Arguments.of(LEVEL, new Integer32(101), PDU.wrongValue),
                Arguments.of(TEXT, new OctetString("x".repeat(65)), PDU.wrongLength),
                Arguments.of(DemoObjects.VALUES + "3.0", new Integer32(4), PDU.wrongValue),
                Arguments.of(DemoObjects.VALUES + "4.0", bits(0x04), PDU.wrongValue),
                Arguments.of(DemoObjects.VALUES + "9.0", new Gauge32(101), PDU.wrongValue),
                Arguments.of("1.3.6.1.2.1.1.1.0", new OctetString("x"), PDU.notWritable),
                Arguments.of("1.3.6.1.2.1.99.1.0", new Integer32(1), PDU.notWritable),
                Arguments.of("1.3.6.1.2.1.2.2.1.10.99", new Integer32(1), PDU.notWritable),
                Arguments.of("1.3.6.1.2.1.2.2.1.7.99", new Integer32(1), PDU.noCreation),
                Arguments.of("1.3.6.1.2.1.2.2.1.7.1", new Integer32(3), PDU.wrongValue),
                Arguments.of(NOTE + "3.120", new Integer32(1), PDU.inconsistentName),
                Arguments.of(NOTE + "5.120", new Integer32(ACTIVE), PDU.inconsistentValue),
                Arguments.of(NOTE + "5.120", new Integer32(7), PDU.wrongValue),
                Arguments.of(NOTE + "5.120", new Integer32(CREATE_AND_GO), PDU.inconsistentValue),
                Arguments.of(NOTE + "9.120", new Integer32(1), PDU.notWritable),
                Arguments.of(NOTE + "2.120", new OctetString(), PDU.wrongLength));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void whatIsWrongIsSaidWithItsIndex(String name, Variable value, int error) throws IOException {
        VariableBinding good = binding(TEXT, new OctetString("never written"));
        PDU answer = manager.set(good, binding(name, value));
        assertThat(answer.getErrorStatus()).isEqualTo(error);
        assertThat(answer.getErrorIndex()).isEqualTo(2);
        assertThat(manager.value(TEXT)).isNotEqualTo(good.getVariable());
    }

    private static OctetString bits(int octet) {
        return new OctetString(new byte[] {(byte) octet});
    }

    @Test
    void readCommunityHasNoAccess() throws IOException {
        PDU answer =
                manager.set(DemoNetwork.READ_COMMUNITY, binding(TEXT, new OctetString("intruder")));
        assertThat(answer.getErrorStatus()).isEqualTo(PDU.noAccess);
        assertThat(answer.getErrorIndex()).isEqualTo(1);
    }

    @Test
    void whatIsWrittenIsRead() throws IOException {
        PDU answer =
                manager.set(
                        binding("1.3.6.1.2.1.31.1.1.1.18.3", new OctetString("new alias")),
                        binding(DemoObjects.VALUES + "4.0", bits(0xF8)),
                        binding(LEVEL, new Integer32(-100)));
        assertThat(answer.getErrorStatus()).isEqualTo(PDU.noError);
        assertThat(manager.value("1.3.6.1.2.1.31.1.1.1.18.3")).hasToString("new alias");
        assertThat(manager.value(DemoObjects.VALUES + "4.0")).isEqualTo(bits(0xF8));
        assertThat(manager.number(LEVEL)).isEqualTo(-100);
    }

    @Test
    void versionThreeUserWrites() throws IOException {
        PDU answer = manager.v3(PDU.SET, binding("1.3.6.1.2.1.1.6.0", new OctetString("attic")));
        assertThat(answer.getErrorStatus()).isEqualTo(PDU.noError);
        assertThat(manager.value("1.3.6.1.2.1.1.6.0")).hasToString("attic");
    }

    @Test
    void rowIsMadeAtOnceWhateverTheOrderAndRemoved() throws IOException {
        String index = ".103.111";
        PDU made =
                manager.set(
                        binding(NOTE + 2 + index, new OctetString("hello")),
                        binding(NOTE + 5 + index, new Integer32(CREATE_AND_GO)));
        assertThat(made.getErrorStatus()).isEqualTo(PDU.noError);
        assertThat(manager.number(NOTE + 5 + index)).isEqualTo(ACTIVE);
        assertThat(manager.number(NOTE + 3 + index)).isEqualTo(2);
        PDU again = manager.set(binding(NOTE + 5 + index, new Integer32(CREATE_AND_GO)));
        assertThat(again.getErrorStatus()).isEqualTo(PDU.inconsistentValue);
        manager.set(binding(NOTE + 5 + index, new Integer32(DESTROY)));
        assertThat(manager.value(NOTE + 5 + index)).isEqualTo(Null.noSuchInstance);
    }

    @Test
    void rowIsMadeStepByStep() throws IOException {
        String index = ".119";
        manager.set(binding(NOTE + 5 + index, new Integer32(CREATE_AND_WAIT)));
        assertThat(manager.number(NOTE + 5 + index)).isEqualTo(NOT_READY);
        assertThat(manager.value(NOTE + 2 + index)).isEqualTo(Null.noSuchInstance);
        assertThat(manager.set(binding(NOTE + 5 + index, new Integer32(ACTIVE))).getErrorStatus())
                .isEqualTo(PDU.inconsistentValue);
        manager.set(binding(NOTE + 2 + index, new OctetString("ready now")));
        assertThat(manager.number(NOTE + 5 + index)).isEqualTo(NOT_IN_SERVICE);
        manager.set(binding(NOTE + 5 + index, new Integer32(ACTIVE)));
        assertThat(manager.number(NOTE + 5 + index)).isEqualTo(ACTIVE);
        manager.set(binding(NOTE + 5 + index, new Integer32(DESTROY)));
    }

    @Test
    void removingWhatIsNotThereIsNoError() throws IOException {
        assertThat(manager.set(binding(NOTE + "5.122", new Integer32(DESTROY))).getErrorStatus())
                .isEqualTo(PDU.noError);
    }
}
