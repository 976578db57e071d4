package dev.bulkhead.engine.simulator;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.snmp4j.CommunityTarget;
import org.snmp4j.MessageException;
import org.snmp4j.PDU;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.TimeTicks;
import org.snmp4j.smi.UdpAddress;
import org.snmp4j.smi.VariableBinding;

/** Sends one device's notifications as SNMPv2 traps from its own socket (RFC 3416 §4.2.6). */
final class NoticeSender implements Notices {
    private static final OID IF_INDEX = new OID("1.3.6.1.2.1.2.2.1.1");
    private static final OID IF_ADMIN_STATUS = new OID("1.3.6.1.2.1.2.2.1.7");
    private static final OID IF_OPER_STATUS = new OID("1.3.6.1.2.1.2.2.1.8");

    private final DeviceNode node;
    private final CommunityTarget<UdpAddress> sink;
    private final Map<Port, Long> changesTold = new HashMap<>();

    /**
     * A sender that knows the ports as they are now.
     *
     * @throws UnknownHostException if the sink's host is not known
     */
    NoticeSender(DeviceNode node, String sinkAddress) throws UnknownHostException {
        this.node = node;
        int colon = sinkAddress.lastIndexOf(':');
        String host = sinkAddress.substring(0, colon).replaceAll("^\\[|]$", "");
        int port = Integer.parseInt(sinkAddress.substring(colon + 1));
        sink =
                new CommunityTarget<>(
                        new UdpAddress(InetAddress.getByName(host), port),
                        DeviceRights.text(node.spec().readCommunity().reveal()));
        sink.setVersion(SnmpConstants.version2c);
        for (Port each : node.state().ports()) {
            changesTold.put(each, each.changes(node.state().tick()));
        }
    }

    /** Tells of links that changed since the last call (RFC 2863); of each only how it is now. */
    void look() {
        DeviceState device = node.state();
        synchronized (device) {
            device.clock().advance();
            long tick = device.tick();
            for (Port port : device.ports()) {
                long changes = port.changes(tick);
                Long before = changesTold.put(port, changes);
                if (before != null && before != changes) {
                    link(port, tick);
                }
            }
        }
    }

    private void link(Port port, long tick) {
        int index = port.plan().index();
        boolean up = port.isUp(tick);
        send(
                up ? SnmpConstants.linkUp : SnmpConstants.linkDown,
                List.of(
                        of(IF_INDEX, index, index),
                        of(IF_ADMIN_STATUS, index, port.isEnabled() ? 1 : 2),
                        of(IF_OPER_STATUS, index, up ? 1 : 2)));
    }

    private static VariableBinding of(OID column, int index, int value) {
        return new VariableBinding(new OID(column.getValue(), index), new Integer32(value));
    }

    @Override
    public void rebooted() {
        send(SnmpConstants.coldStart, List.of());
    }

    @Override
    public void alarmAsked() {
        send(DemoObjects.ALARM, DemoObjects.alarm(node.state()));
    }

    private void send(OID notification, List<VariableBinding> objects) {
        PDU pdu = new PDU();
        pdu.setType(PDU.TRAP);
        pdu.add(
                new VariableBinding(
                        SnmpConstants.sysUpTime, new TimeTicks(node.state().clock().timeTicks())));
        pdu.add(new VariableBinding(SnmpConstants.snmpTrapOID, notification));
        for (VariableBinding object : objects) {
            pdu.add(object);
        }
        try {
            node.dispatcher().sendPdu(sink, pdu, false);
        } catch (MessageException e) {
            // A trap that cannot be sent is lost: traps are not confirmed.
        }
    }
}
