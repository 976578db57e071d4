package dev.bulkhead.engine.simulator;

import java.util.List;
import java.util.function.Function;
import org.snmp4j.smi.Counter32;
import org.snmp4j.smi.Counter64;
import org.snmp4j.smi.Gauge32;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.TimeTicks;
import org.snmp4j.smi.Variable;

/** IF-MIB (RFC 2863): ifTable and ifXTable over a model's ports. */
final class InterfaceObjects {
    private static final String IF = "1.3.6.1.2.1.2.2.1.";
    private static final String IFX = "1.3.6.1.2.1.31.1.1.1.";
    private static final long MAX_GAUGE = 0xFFFF_FFFFL;

    private InterfaceObjects() {}

    static void addTo(Layout.Builder layout, List<PortPlan> plans) {
        layout.scalar("1.3.6.1.2.1.2.1", device -> new Integer32(plans.size()));
        layout.scalar("1.3.6.1.2.1.31.1.5", device -> new TimeTicks(0));
        addFixed(layout, plans);
        addState(layout, plans);
        addCounters(layout, plans);
        addHighCapacity(layout, plans);
    }

    private static void addFixed(Layout.Builder layout, List<PortPlan> plans) {
        fixed(layout, IF + 1, plans, plan -> new Integer32(plan.index()));
        fixed(layout, IF + 2, plans, plan -> new OctetString(plan.descr()));
        fixed(layout, IF + 3, plans, plan -> new Integer32(plan.type()));
        fixed(layout, IF + 4, plans, plan -> new Integer32(plan.type() == 24 ? 65_536 : 1500));
        fixed(
                layout,
                IF + 5,
                plans,
                plan -> new Gauge32(Math.min(MAX_GAUGE, plan.megabits() * 1_000_000)));
        fixed(layout, IFX + 1, plans, plan -> new OctetString(plan.name()));
        fixed(layout, IFX + 15, plans, plan -> new Gauge32(plan.megabits()));
        fixed(layout, IFX + 16, plans, plan -> new Integer32(2));
        fixed(layout, IFX + 17, plans, plan -> new Integer32(plan.isPhysical() ? 1 : 2));
        for (int place = 0; place < plans.size(); place++) {
            PortPlan plan = plans.get(place);
            layout.cell(IF + 6, Integer.toString(plan.index()), device -> mac(device, plan));
        }
    }

    private static void fixed(
            Layout.Builder layout,
            String column,
            List<PortPlan> plans,
            Function<PortPlan, Variable> value) {
        layout.ports(column, plans, (port, tick) -> value.apply(port.plan()));
    }

    /** A locally administered address of the device's own; interfaces without a plug have none. */
    static OctetString mac(DeviceState device, PortPlan plan) {
        return plan.type() == 24 ? new OctetString() : mac(device, plan.index());
    }

    static OctetString mac(DeviceState device, int last) {
        long own = device.within(1L << 32);
        return new OctetString(
                new byte[] {
                    2,
                    (byte) (own >> 24),
                    (byte) (own >> 16),
                    (byte) (own >> 8),
                    (byte) own,
                    (byte) last
                });
    }

    private static void addState(Layout.Builder layout, List<PortPlan> plans) {
        layout.ports(
                IF + 7,
                plans,
                (port, tick) -> new Integer32(port.isEnabled() ? 1 : 2),
                new Layout.PortWriting(
                        new Syntax.Range(1, 2),
                        (device, port, value) -> port.enable(value.toInt() == 1, device.tick())));
        layout.ports(IF + 8, plans, (port, tick) -> new Integer32(port.isUp(tick) ? 1 : 2));
        layout.ports(
                IF + 9, plans, (port, tick) -> new TimeTicks(port.lastChange(tick) & MAX_GAUGE));
        layout.ports(IF + 21, plans, (port, tick) -> new Gauge32(0));
        layout.ports(IF + 22, plans, (port, tick) -> new OID("0.0"));
        layout.keptPorts(
                IFX + 14,
                plans,
                plan -> new Integer32(plan.isPhysical() ? 1 : 2),
                new Syntax.Range(1, 2));
        layout.keptPorts(
                IFX + 18, plans, plan -> new OctetString(plan.alias()), new Syntax.Octets(0, 64));
        layout.ports(
                IFX + 19, plans, (port, tick) -> new TimeTicks(port.discontinuity() & MAX_GAUGE));
    }

    private static void addCounters(Layout.Builder layout, List<PortPlan> plans) {
        count32(layout, IF + 10, plans, PortCounter.IN_OCTETS);
        count32(layout, IF + 11, plans, PortCounter.IN_UNICAST);
        layout.ports(
                IF + 12,
                plans,
                (port, tick) ->
                        sum(port, tick, PortCounter.IN_MULTICAST, PortCounter.IN_BROADCAST));
        count32(layout, IF + 13, plans, PortCounter.IN_DISCARDS);
        count32(layout, IF + 14, plans, PortCounter.IN_ERRORS);
        count32(layout, IF + 15, plans, PortCounter.IN_UNKNOWN_PROTOS);
        count32(layout, IF + 16, plans, PortCounter.OUT_OCTETS);
        count32(layout, IF + 17, plans, PortCounter.OUT_UNICAST);
        layout.ports(
                IF + 18,
                plans,
                (port, tick) ->
                        sum(port, tick, PortCounter.OUT_MULTICAST, PortCounter.OUT_BROADCAST));
        count32(layout, IF + 19, plans, PortCounter.OUT_DISCARDS);
        count32(layout, IF + 20, plans, PortCounter.OUT_ERRORS);
        count32(layout, IFX + 2, plans, PortCounter.IN_MULTICAST);
        count32(layout, IFX + 3, plans, PortCounter.IN_BROADCAST);
        count32(layout, IFX + 4, plans, PortCounter.OUT_MULTICAST);
        count32(layout, IFX + 5, plans, PortCounter.OUT_BROADCAST);
    }

    private static void addHighCapacity(Layout.Builder layout, List<PortPlan> plans) {
        count64(layout, IFX + 6, plans, PortCounter.IN_OCTETS);
        count64(layout, IFX + 7, plans, PortCounter.IN_UNICAST);
        count64(layout, IFX + 8, plans, PortCounter.IN_MULTICAST);
        count64(layout, IFX + 9, plans, PortCounter.IN_BROADCAST);
        count64(layout, IFX + 10, plans, PortCounter.OUT_OCTETS);
        count64(layout, IFX + 11, plans, PortCounter.OUT_UNICAST);
        count64(layout, IFX + 12, plans, PortCounter.OUT_MULTICAST);
        count64(layout, IFX + 13, plans, PortCounter.OUT_BROADCAST);
    }

    private static Counter32 sum(Port port, long tick, PortCounter first, PortCounter second) {
        return new Counter32((port.count(first, tick) + port.count(second, tick)) & MAX_GAUGE);
    }

    private static void count32(
            Layout.Builder layout, String column, List<PortPlan> plans, PortCounter counter) {
        layout.ports(column, plans, (port, tick) -> new Counter32(port.count32(counter, tick)));
    }

    private static void count64(
            Layout.Builder layout, String column, List<PortPlan> plans, PortCounter counter) {
        layout.ports(column, plans, (port, tick) -> new Counter64(port.count(counter, tick)));
    }
}
