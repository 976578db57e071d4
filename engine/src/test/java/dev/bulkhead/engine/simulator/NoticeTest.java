package dev.bulkhead.engine.simulator;

import static dev.bulkhead.engine.simulator.Asker.binding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bulkhead.engine.job.DemoNetwork;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.snmp4j.CommandResponder;
import org.snmp4j.CommandResponderEvent;
import org.snmp4j.PDU;
import org.snmp4j.Snmp;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.smi.Address;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.UdpAddress;
import org.snmp4j.smi.Variable;
import org.snmp4j.transport.DefaultUdpTransportMapping;

class NoticeTest {
    private final HandClock clock = new HandClock();
    private final List<PDU> received = new CopyOnWriteArrayList<>();
    private Snmp receiver;
    private Simulator simulator;
    private Asker manager;

    @BeforeEach
    void open() throws IOException {
        DefaultUdpTransportMapping socket =
                new DefaultUdpTransportMapping(new UdpAddress(InetAddress.getLoopbackAddress(), 0));
        receiver = new Snmp(socket);
        receiver.addCommandResponder(
                new CommandResponder() {
                    @Override
                    public <A extends Address> void processPdu(CommandResponderEvent<A> event) {
                        received.add(event.getPDU());
                    }
                });
        receiver.listen();
        String sink = "127.0.0.1:" + socket.getListenAddress().getPort();
        simulator = Simulator.open(DemoNetwork.spec(sink).devices(), clock);
        manager = new Asker(simulator.addresses().getFirst());
    }

    @AfterEach
    void close() throws IOException {
        manager.close();
        simulator.close();
        receiver.close();
    }

    private List<Variable> kinds() {
        return received.stream().map(pdu -> pdu.get(1).getVariable()).toList();
    }

    @Test
    void flappingLinkTellsDownAndUp() throws IOException {
        // From here on the port is up for 15 s and down for 5.
        manager.set(binding(DemoObjects.CONTROL + "5.0", new Integer32(20)));
        await().until(() -> manager.number("1.3.6.1.2.1.2.2.1.8.7") == 1);
        received.clear();
        clock.advance(Duration.ofSeconds(16));
        await().untilAsserted(() -> assertThat(kinds()).endsWith(SnmpConstants.linkDown));
        PDU down = received.getLast();
        assertThat(down.getType()).isEqualTo(PDU.TRAP);
        assertThat(down.getVariable(new OID("1.3.6.1.2.1.2.2.1.1.7"))).isEqualTo(new Integer32(7));
        assertThat(down.getVariable(new OID("1.3.6.1.2.1.2.2.1.8.7"))).isEqualTo(new Integer32(2));
        assertThat(manager.number("1.3.6.1.2.1.2.2.1.8.7")).isEqualTo(2);
        clock.advance(Duration.ofSeconds(5));
        await().untilAsserted(() -> assertThat(kinds()).endsWith(SnmpConstants.linkUp));
    }

    @Test
    void disablingAPortTellsLinkDown() throws IOException {
        manager.set(binding("1.3.6.1.2.1.2.2.1.7.3", new Integer32(2)));
        await().untilAsserted(() ->
                assertThat(received)
                        .anyMatch(
                                pdu -> pdu.getVariable(new OID("1.3.6.1.2.1.2.2.1.1.3")) != null));
    }

    @Test
    void rebootTellsColdStart() throws IOException {
        manager.set(binding(DemoObjects.CONTROL + "1.0", new Integer32(2)));
        await().untilAsserted(() -> assertThat(kinds()).contains(SnmpConstants.coldStart));
    }

    @Test
    void alarmCarriesItsObjects() throws IOException {
        manager.set(binding(DemoObjects.CONTROL + "6.0", new Integer32(2)));
        await().untilAsserted(() -> assertThat(kinds()).contains(DemoObjects.ALARM));
        PDU alarm =
                received.stream()
                        .filter(pdu -> pdu.get(1).getVariable().equals(DemoObjects.ALARM))
                        .findFirst()
                        .orElseThrow();
        assertThat(alarm.getVariableBindings())
                .extracting(binding -> binding.getOid().toDottedString())
                .containsExactly(
                        "1.3.6.1.2.1.1.3.0",
                        "1.3.6.1.6.3.1.1.4.1.0",
                        DemoObjects.VALUES + "8.0",
                        DemoObjects.VALUES + "5.0",
                        DemoObjects.VALUES + "4.0",
                        DemoObjects.VALUES + "1.0");
    }
}
