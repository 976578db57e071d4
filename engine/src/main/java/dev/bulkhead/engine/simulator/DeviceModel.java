package dev.bulkhead.engine.simulator;

import java.util.List;
import java.util.function.Supplier;

/**
 * What all devices of a kind share.
 *
 * @param tables makes a device's own tables with rows that come and go
 */
record DeviceModel(List<PortPlan> ports, Layout layout, Supplier<List<RowTable>> tables) {
    List<RowTable> newTables() {
        return tables.get();
    }

    static DeviceModel ofSwitch() {
        List<PortPlan> ports = PortPlan.read("switch-ports.txt");
        Layout.Builder layout = new Layout.Builder();
        SystemObjects.addTo(
                layout,
                "Bulkhead demo switch, 24 GigabitEthernet and 2 TenGigabitEthernet ports, simulated",
                DemoObjects.PRODUCTS + ".1");
        InterfaceObjects.addTo(layout, ports);
        IpObjects.addTo(layout);
        BridgeObjects.addTo(layout, ports);
        DemoObjects.addTo(layout, ports);
        ModelTables.addTo(layout, "switch-tables.txt");
        return new DeviceModel(
                ports, layout.build(), () -> List.of(DemoObjects.notes(), SettingObjects.tasks()));
    }

    static DeviceModel ofServer() {
        List<PortPlan> ports = PortPlan.read("server-ports.txt");
        Layout.Builder layout = new Layout.Builder();
        SystemObjects.addTo(
                layout,
                "Bulkhead demo server, 4 processors, 16 GiB memory, simulated",
                DemoObjects.PRODUCTS + ".2");
        InterfaceObjects.addTo(layout, ports);
        IpObjects.addTo(layout);
        HostObjects.addTo(layout);
        DemoObjects.addTo(layout, ports);
        ModelTables.addTo(layout, "server-tables.txt");
        return new DeviceModel(
                ports, layout.build(), () -> List.of(DemoObjects.notes(), SettingObjects.tasks()));
    }
}
