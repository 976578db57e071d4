package dev.bulkhead.app.naming;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What happens to counters in the field, each several times at other speeds, intervals and loads.
 */
final class RateTraces {
    private static final long TWO_32 = 1L << 32;
    private static final long DAY = 8_640_000;

    /** Megabits and seconds at which a 32-bit counter wraps at most once between two rounds. */
    private static final long[][] KNOWABLE = {
        {10, 1}, {10, 60}, {10, 300}, {100, 1}, {100, 10}, {100, 60}, {1_000, 1}, {1_000, 10}
    };

    /** Any that a 64-bit counter can be polled at. */
    private static final long[][] ANY = {
        {10, 300},
        {100, 60},
        {1_000, 1},
        {1_000, 10},
        {1_000, 300},
        {10_000, 10},
        {40_000, 30},
        {100_000, 1},
        {100_000, 300},
        {400_000, 60}
    };

    private final List<Trace> traces = new ArrayList<>();
    private final Random random = new Random(20260101);

    private RateTraces() {}

    /** All traces, the same each time. */
    static List<Trace> all() {
        RateTraces all = new RateTraces();
        all.healthy();
        all.wraps();
        all.resets();
        all.reboots();
        all.glitches();
        all.identities();
        all.answers();
        all.agentTimes();
        all.clocks();
        all.speeds();
        return all.traces;
    }

    private interface Course {
        void of(Trace trace);
    }

    private void narrow(String kind, Course course) {
        each(kind, false, KNOWABLE, course);
    }

    private void wide(String kind, Course course) {
        each(kind, true, ANY, course);
    }

    private void each(String kind, boolean wide, long[][] lines, Course course) {
        for (long[] line : lines) {
            double load = Math.exp(Math.log(0.6) - 5 * random.nextDouble());
            add(new Trace(kind, random.nextLong(), wide, line[0], line[1], load), course);
        }
    }

    private void add(Trace trace, Course course) {
        course.of(trace);
        traces.add(trace);
    }

    private long small() {
        return random.nextInt(5_000);
    }

    private void healthy() {
        narrow("healthy, 32 bits", t -> t.first().healthy(30));
        wide("healthy, 64 bits", t -> t.first().healthy(30));
        wide("idle, then busy", t -> t.load(0).first().healthy(5).load(0.9).healthy(5));
        wide("unsigned, 64 bits", t -> t.count(Long.MAX_VALUE - 5_000_000).first().healthy(10));
    }

    private void wraps() {
        narrow(
                "wrap, 32 bits",
                t -> t.count(TWO_32 - 1 - random.nextInt(1_000_000)).first().healthy(10));
        narrow("wraps at a high load", t -> t.load(0.6).first().healthy(60));
        wide("wrap, 64 bits", t -> t.count(-1 - random.nextInt(1_000_000)).first().healthy(10));
        long[][] tooSlow = {{1_000, 300}, {10_000, 60}, {10_000, 10}, {100_000, 1}, {400_000, 1}};
        each(
                "several wraps at once",
                false,
                tooSlow,
                t -> {
                    t.first();
                    for (int i = 0; i < 5; i++) {
                        t.cannotBeKnown(tooLong(t));
                    }
                });
        narrow(
                "suspended poller, 32 bits",
                t -> t.first().healthy(5).cannotBeKnown(tooLong(t)).healthy(5));
    }

    /** Seconds in which a full line wraps 32 bits several times. */
    private static double tooLong(Trace trace) {
        return Math.ceil(3 * TWO_32 / trace.octetsPerSecond);
    }

    private void resets() {
        wide(
                "reset without a sign, 64 bits",
                t -> t.first().healthy(5).jumpsTo(small()).healthy(5));
        narrow(
                "reset without a sign, 32 bits",
                t -> t.first().healthy(5).jumpsTo(small()).healthy(5));
        wide("warm reset", t -> t.first().healthy(5).warmReset(small()).healthy(5));
        narrow("warm reset, 32 bits", t -> t.first().healthy(5).warmReset(small()).healthy(5));
        wide("step back by 1 %", t -> t.first().healthy(5).stepsBack(0.01).healthy(5));
        narrow(
                "step back by 1 %, 32 bits",
                t ->
                        t.count(2_000_000_000L)
                                .load(0.01)
                                .first()
                                .healthy(5)
                                .stepsBack(0.01)
                                .healthy(5));
        wide("jump for good", t -> t.first().healthy(5).jumpsTo(1L << 60).healthy(5));
    }

    private void reboots() {
        wide("reboot", t -> t.first().healthy(5).reboot(60, small()).healthy(5));
        narrow("reboot, 32 bits", t -> t.first().healthy(5).reboot(60, small()).healthy(5));
        wide(
                "reboot, counters higher than before",
                t -> t.first().healthy(5).reboot(30, 1L << 52).healthy(5));
        wide(
                "reboot after which the uptime is higher",
                t -> t.upTime(100).first().reboot(600, small()).healthy(5));
        wide(
                "two reboots",
                t -> t.first().healthy(2).reboot(60, 0).healthy(2).reboot(60, 0).healthy(2));
    }

    private void glitches() {
        wide("glitch to 0", t -> t.first().healthy(5).glitch(0).healthy(5));
        wide("glitch to all ones", t -> t.first().healthy(5).glitch(-1).healthy(5));
        wide(
                "glitch anywhere",
                t ->
                        t.first()
                                .healthy(5)
                                .glitch((1L << 58) + random.nextLong(1L << 58))
                                .healthy(5));
        wide("glitch in the second round", t -> t.first().glitch(1L << 61).healthy(5));
        narrow(
                "glitch to 0, 32 bits",
                t -> t.count(2_000_000_000L).load(0.01).first().healthy(5).glitch(0).healthy(5));
        wide(
                "two glitches in a row",
                t -> t.first().healthy(5).glitch(0).glitch(1L << 62).healthy(5));
    }

    private void identities() {
        wide("re-indexed", t -> t.first().healthy(3).becomes("Gi2/0/1", 1L << 45).healthy(5));
        narrow(
                "re-indexed, 32 bits",
                t -> t.first().healthy(3).becomes("Gi2/0/1", small()).healthy(5));
        narrow("64 bits from now on", t -> t.first().healthy(3).widens().healthy(3));
    }

    private void answers() {
        wide("missing for some rounds", t -> t.first().healthy(3).missing(3).healthy(3));
        wide("a duplicate", t -> t.first().healthy(3).duplicate().healthy(3));
        wide("out of order", t -> t.first().healthy(3).outOfOrder().healthy(3));
        wide("an answer out of a cache", t -> t.first().healthy(3).staleAnswer().healthy(3));
        long[][] busy = {{100, 1}, {1_000, 1}, {10_000, 1}, {1_000, 2}};
        each(
                "counters looked at every 5th round",
                true,
                busy,
                t -> t.load(0.7).jitter(0.1).first().healthy(2).cached(25, 5));
    }

    private void agentTimes() {
        wide("uptime wraps after 497 days", t -> t.upTime(TWO_32 - 3_000).first().healthy(40));
        wide(
                "uptime wraps while the poller sleeps",
                t -> t.upTime(TWO_32 - 3 * DAY / 24).first().suspended(6 * 3600).healthy(5));
        wide("suspended poller", t -> t.first().healthy(5).suspended(3600).healthy(5));
        wide("suspended over a weekend", t -> t.first().healthy(5).suspended(200_000).healthy(5));
        wide("no sysUpTime for some rounds", t -> t.first().healthy(3).withoutUpTime(3).healthy(3));
        wide("sysUpTime stands still", t -> t.first().healthy(3).frozenUpTime(3).healthy(3));
    }

    private void clocks() {
        wide("device's clock 20 times too fast", t -> t.clockSpeed(20).first().doesNotKeepTime(10));
        long[][] slowPolls = {{1_000, 10}, {1_000, 60}, {10_000, 300}, {100, 30}};
        each(
                "device's clock 10 times too slow",
                true,
                slowPolls,
                t -> t.clockSpeed(0.1).first().doesNotKeepTime(10));
        wide("device's clock 5 % off", t -> t.clockSpeed(1.05).first().healthy(30));
        wide(
                "uptime jumps by a year",
                t -> t.upTime(DAY).first().healthy(3).upTimeJumps(365 * DAY).healthy(5));
        wide(
                "our clock is set an hour on",
                t -> t.first().healthy(3).ourClockJumps(3600).healthy(5));
        wide(
                "another processor takes over",
                t ->
                        t.upTime(300 * DAY)
                                .first()
                                .healthy(3)
                                .switchover(100 * DAY, 5L << 50)
                                .healthy(5));
    }

    private void speeds() {
        wide("the device tells no speed", t -> t.tells(0).first().healthy(10));
        narrow("no speed, 32 bits", t -> t.tells(0).first().healthy(30));
        wide("no speed, reset", t -> t.tells(0).first().healthy(5).jumpsTo(small()).healthy(5));
        wide("no speed, glitch", t -> t.tells(0).first().healthy(5).glitch(-1).healthy(5));
        narrow(
                "no speed, reset, 32 bits",
                t -> t.tells(0).first().healthy(5).jumpsTo(small()).healthy(5));
        narrow("bursts, 32 bits", t -> t.load(0.5).jitter(1).first().healthy(30));
        narrow(
                "rare bursts, 32 bits",
                t -> {
                    t.jitter(1).first();
                    for (int i = 0; i < 5; i++) {
                        t.load(0.01).healthy(3).load(0.9).healthy(2);
                    }
                });
        wide(
                "the device tells a tenth of its speed",
                t -> t.load(0.8).jitter(0.1).tells(1).first().above(2).healthy(5));
        wide(
                "renegotiated to full speed",
                t ->
                        t.load(0.01)
                                .tells(Math.round(t.octetsPerSecond * 8e-7))
                                .first()
                                .healthy(3)
                                .tells(Math.round(t.octetsPerSecond * 8e-6))
                                .load(0.9)
                                .healthy(5));
    }
}
