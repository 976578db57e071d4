package dev.bulkhead.engine.simulator;

import dev.bulkhead.engine.job.SimulatedDevice;
import java.util.List;
import org.snmp4j.MessageDispatcher;
import org.snmp4j.smi.UdpAddress;

/** A device that is open: its spec, its state, and its way to the network. */
record DeviceNode(
        SimulatedDevice spec,
        DeviceState state,
        DeviceSocket socket,
        MessageDispatcher dispatcher,
        List<String> notes) {
    /** {@code host:port}, an IPv6 address in brackets. */
    String address() {
        UdpAddress address = socket.getListenAddress();
        String host = address.getInetAddress().getHostAddress();
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort();
    }
}
