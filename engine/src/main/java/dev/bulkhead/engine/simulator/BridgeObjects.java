package dev.bulkhead.engine.simulator;

import java.util.List;
import org.snmp4j.smi.Counter32;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;

/** BRIDGE-MIB (RFC 4188): base, its ports, and the table of learned addresses. */
final class BridgeObjects {
    private static final String BRIDGE = "1.3.6.1.2.1.17.";
    private static final String BASE_PORT = BRIDGE + "1.4.1.";
    private static final String FDB = BRIDGE + "4.3.1.";
    private static final int LEARNED = 3;
    private static final int SELF = 4;

    private BridgeObjects() {}

    static void addTo(Layout.Builder layout, List<PortPlan> all) {
        List<PortPlan> plans = all.stream().filter(PortPlan::isPhysical).toList();
        layout.scalar(BRIDGE + "1.1", device -> InterfaceObjects.mac(device, 0));
        layout.scalar(BRIDGE + "1.2", device -> new Integer32(plans.size()));
        layout.scalar(BRIDGE + "1.3", device -> new Integer32(2));
        layout.ports(BASE_PORT + 1, plans, (port, tick) -> new Integer32(port.plan().index()));
        layout.ports(BASE_PORT + 2, plans, (port, tick) -> new Integer32(port.plan().index()));
        layout.ports(BASE_PORT + 3, plans, (port, tick) -> new OID("0.0"));
        layout.ports(BASE_PORT + 4, plans, (port, tick) -> new Counter32(0));
        layout.ports(BASE_PORT + 5, plans, (port, tick) -> new Counter32(0));
        layout.scalar(BRIDGE + "4.1", device -> new Counter32(0));
        layout.kept(BRIDGE + "4.2", new Integer32(300), new Syntax.Range(10, 1_000_000));
        addLearned(layout, plans);
    }

    /** One to four stations behind each port that is in use, of the range for documentation. */
    private static void addLearned(Layout.Builder layout, List<PortPlan> plans) {
        int station = 1;
        for (PortPlan plan : plans) {
            boolean used =
                    plan.start() == PortPlan.Start.UP || plan.start() == PortPlan.Start.FLAPPING;
            for (int i = 0; used && i <= plan.index() % 4; i++) {
                entry(layout, new byte[] {0, 0, 0x5E, 0, 0x53, (byte) station++}, plan.index());
            }
        }
    }

    private static void entry(Layout.Builder layout, byte[] mac, int port) {
        OctetString address = new OctetString(mac);
        String index = address.toSubIndex(true).toDottedString();
        layout.cell(FDB + 1, index, device -> address);
        layout.cell(FDB + 2, index, device -> new Integer32(port));
        layout.cell(FDB + 3, index, device -> new Integer32(port == 0 ? SELF : LEARNED));
    }
}
