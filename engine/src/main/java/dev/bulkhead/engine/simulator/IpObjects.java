package dev.bulkhead.engine.simulator;

import org.snmp4j.smi.Counter32;
import org.snmp4j.smi.Gauge32;

/** The counting scalars of the ip, icmp, tcp and udp groups (RFC 4293, RFC 4022, RFC 4113). */
final class IpObjects {
    private static final String IP = "1.3.6.1.2.1.4.";
    private static final String TCP = "1.3.6.1.2.1.6.";
    private static final String UDP = "1.3.6.1.2.1.7.";
    private static final Swing BURSTS = new Swing(6, 9_000);

    private IpObjects() {}

    static void addTo(Layout.Builder layout) {
        counter(layout, IP + 3, 9, 1);
        counter(layout, IP + 4, 0, 90_000);
        counter(layout, IP + 5, 0, 41_000);
        counter(layout, IP + 6, 0, 1_700);
        counter(layout, IP + 7, 0, 230_000);
        counter(layout, IP + 8, 0, 12_000);
        counter(layout, IP + 9, 8, 1);
        counter(layout, IP + 10, 7, 1);
        counter(layout, IP + 11, 0, 77_000);
        counter(layout, IP + 12, 0, 61_000);
        counter(layout, TCP + 5, 0, 330);
        counter(layout, TCP + 6, 0, 140);
        counter(layout, TCP + 7, 0, 9_000);
        counter(layout, TCP + 8, 0, 15_000);
        layout.scalar(TCP + 9, device -> new Gauge32(Swing.between(4, 40, 12_000, device.tick())));
        counter(layout, TCP + 10, 5, 1);
        counter(layout, TCP + 11, 4, 1);
        counter(layout, TCP + 12, 0, 800);
        counter(layout, TCP + 14, 0, 66_000);
        counter(layout, TCP + 15, 0, 21_000);
        counter(layout, UDP + 1, 3, 1);
        counter(layout, UDP + 2, 0, 4_000);
        counter(layout, UDP + 3, 0, 53_000);
        counter(layout, UDP + 4, 3, 1);
    }

    /** Counts {@code perTick} steadily, and bursts of which one in {@code share} counts. */
    private static void counter(Layout.Builder layout, String object, long perTick, long share) {
        layout.scalar(
                object,
                device -> {
                    long tick = device.tick();
                    return new Counter32(
                            (perTick * tick + BURSTS.total(tick) / share) & 0xFFFF_FFFFL);
                });
    }
}
