package dev.bulkhead.engine.simulator;

import java.util.List;
import org.snmp4j.smi.Gauge32;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.TimeTicks;

/** The moving parts of HOST-RESOURCES-MIB (RFC 2790); what stands still is in a file. */
final class HostObjects {
    private static final String HOST = "1.3.6.1.2.1.25.";
    private static final String STORAGE_USED = HOST + "2.3.1.6";
    private static final String PROCESSOR = HOST + "3.3.1.";
    private static final String RUN_PERF = HOST + "5.1.1.";
    private static final int PROCESSORS = 4;
    private static final int FIRST_PROCESSOR = 768;

    private HostObjects() {}

    static void addTo(Layout.Builder layout) {
        layout.scalar(HOST + "1.1", device -> new TimeTicks(device.clock().timeTicks()));
        layout.scalar(HOST + "1.2", device -> DemoObjects.clock(device));
        layout.scalar(HOST + "1.5", device -> new Gauge32(wave(device, 1, 5, 90_000)));
        layout.scalar(HOST + "1.6", device -> new Gauge32(wave(device, 148, 171, 14_000)));
        for (int i = 0; i < PROCESSORS; i++) {
            long period = 3_000 + 1_700L * i;
            String index = Integer.toString(FIRST_PROCESSOR + i);
            layout.cell(PROCESSOR + 1, index, device -> new OID("0.0"));
            layout.cell(
                    PROCESSOR + 2,
                    index,
                    device -> new Integer32((int) wave(device, 3, 92, period)));
        }
        for (String line : ModelText.lines("server-storage.txt")) {
            List<String> f = List.of(line.split("\\|"));
            long low = Long.parseLong(f.get(1));
            long high = Long.parseLong(f.get(2));
            long period = Long.parseLong(f.get(3));
            layout.cell(
                    STORAGE_USED,
                    f.getFirst(),
                    device -> new Integer32((int) wave(device, low, high, period)));
        }
        for (String line : ModelText.lines("server-processes.txt")) {
            process(layout, List.of(line.split("\\|", -1)));
        }
    }

    private static long wave(DeviceState device, long low, long high, long periodTicks) {
        return Swing.between(low, high, periodTicks, device.tick() + device.within(periodTicks));
    }

    /** PID, name, path, parameters, type, status, per mille of a processor, kilobytes. */
    private static void process(Layout.Builder layout, List<String> f) {
        String run = HOST + "4.2.1.";
        String pid = f.getFirst();
        long perMille = Long.parseLong(f.get(6));
        long kilobytes = Long.parseLong(f.get(7));
        Swing busy = new Swing(perMille, 6_000);
        layout.cell(run + 1, pid, device -> new Integer32(Integer.parseInt(pid)));
        layout.cell(run + 2, pid, device -> DeviceRights.text(f.get(1)));
        layout.cell(run + 3, pid, device -> new OID("0.0"));
        layout.cell(run + 4, pid, device -> DeviceRights.text(f.get(2)));
        layout.cell(run + 5, pid, device -> DeviceRights.text(f.get(3)));
        layout.cell(run + 6, pid, device -> new Integer32(Integer.parseInt(f.get(4))));
        layout.cell(run + 7, pid, device -> new Integer32(Integer.parseInt(f.get(5))));
        // hrSWRunPerfCPU counts centiseconds, which ticks are.
        layout.cell(
                RUN_PERF + 1,
                pid,
                device -> new Integer32((int) (busy.total(device.tick()) / 1000 & 0x7FFF_FFFF)));
        layout.cell(
                RUN_PERF + 2,
                pid,
                device ->
                        new Integer32(
                                (int) wave(device, kilobytes, kilobytes + kilobytes / 8, 20_000)));
    }
}
