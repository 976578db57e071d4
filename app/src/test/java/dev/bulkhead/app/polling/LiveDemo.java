package dev.bulkhead.app.polling;

import dev.bulkhead.engine.WorkerStatus;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.notification.ListenCounts;
import dev.bulkhead.engine.sample.Failure;
import dev.bulkhead.engine.sample.StrayCounts;
import dev.bulkhead.mibs.model.BaseType;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** The polls of the design's pictures: a switch, a router, a late UPS and a silent firewall. */
final class LiveDemo {
    static final Oid IN = Oid.parse("1.3.6.1.2.1.31.1.1.1.6.9");
    static final Oid OUT = Oid.parse("1.3.6.1.2.1.31.1.1.1.10.9");
    static final Oid CPU = Oid.parse("1.3.6.1.4.1.9.9.109.1.1.1.1.3.1");
    static final Oid UP_TIME = Oid.parse("1.3.6.1.2.1.1.3.0");
    static final Oid CHARGE = Oid.parse("1.3.6.1.2.1.33.1.2.4.0");
    static final Oid NAME = Oid.parse("1.3.6.1.2.1.1.5.0");

    final SettableClock clock = new SettableClock();
    final RecordedJobs jobs = new RecordedJobs();
    final PollingViewModel model;
    private final Random random = new Random(42);
    private double in = 57e6;
    private double out = 36e6;
    private long inOctets = 8_000_000_000L;
    private long outOctets = 3_000_000_000L;
    private double cpu = 16;
    private long ticks = 355_000_000;

    LiveDemo() {
        model =
                new PollingViewModel(
                        jobs,
                        new TestNames()
                                .with(
                                        "ifHCInOctets",
                                        "1.3.6.1.2.1.31.1.1.1.6",
                                        BaseType.COUNTER64,
                                        "")
                                .with(
                                        "ifHCOutOctets",
                                        "1.3.6.1.2.1.31.1.1.1.10",
                                        BaseType.COUNTER64,
                                        "")
                                .with(
                                        "cpmCPUTotal5sec",
                                        "1.3.6.1.4.1.9.9.109.1.1.1.1.3",
                                        BaseType.GAUGE32,
                                        "percent")
                                .with("sysUpTime", "1.3.6.1.2.1.1.3", BaseType.TIME_TICKS, "")
                                .with(
                                        "upsEstimatedChargeRemaining",
                                        "1.3.6.1.2.1.33.1.2.4",
                                        BaseType.INTEGER32,
                                        "percent")
                                .with("sysName", "1.3.6.1.2.1.1.5", BaseType.OCTET_STRING, ""),
                        clock);
        add("core-sw-01", 1, IN, OUT);
        add("core-sw-01", 5, CPU);
        add("edge-rt-02", 10, UP_TIME);
        add("ups-dc1", 30, CHARGE);
        add("lab-fw-9", 10, NAME);
    }

    private void add(String host, int seconds, Oid... oids) {
        Target target =
                new Target(
                        host,
                        161,
                        new Credential.Community(SnmpVersion.V2C, new Secret("public")),
                        Duration.ofSeconds(2),
                        1);
        model.add(target, host, List.of(oids), Duration.ofSeconds(seconds));
        jobs.last().started(clock.instant(), 4_200 + jobs.jobs.size(), 0);
        jobs.last().worker =
                Optional.of(
                        new WorkerStatus(
                                4_200 + jobs.jobs.size(),
                                "running",
                                Optional.of(45L << 20),
                                Optional.empty(),
                                Optional.empty(),
                                0,
                                Optional.empty(),
                                0,
                                0,
                                StrayCounts.ZERO,
                                0,
                                0,
                                ListenCounts.ZERO));
    }

    /** Lets seconds pass, all values moving. */
    void run(int seconds) {
        for (int i = 0; i < seconds; i++) {
            clock.advance(Duration.ofSeconds(1));
            ticks += 100;
            traffic();
            Instant now = clock.instant();
            if (i % 5 == 0) {
                cpu = Math.clamp(cpu + random.nextGaussian() * 3, 3, 60);
                jobs.jobs
                        .get(1)
                        .answer(0, now, ticks, Map.of(CPU, new SmiValue.Gauge32((long) cpu)));
            }
            if (i % 10 == 0) {
                jobs.jobs
                        .get(2)
                        .answer(0, now, ticks, Map.of(UP_TIME, new SmiValue.TimeTicks(ticks)));
                jobs.jobs
                        .get(4)
                        .failure(
                                0,
                                now,
                                new Failure.Timeout("lab-fw-9:161", Duration.ofSeconds(2), 1));
            }
            if (i % 30 == 0 && i < seconds - 71) {
                jobs.jobs
                        .get(3)
                        .answer(
                                0,
                                now,
                                ticks,
                                Map.of(CHARGE, new SmiValue.Integer32(97 + random.nextInt(4))));
            }
        }
        clock.advance(Duration.ofMillis(400));
    }

    private void traffic() {
        in = Math.clamp(in + random.nextGaussian() * 2.5e6 + (57e6 - in) * 0.02, 5e6, 95e6);
        out = Math.clamp(out + random.nextGaussian() * 2e6 + (36e6 - out) * 0.02, 2e6, 70e6);
        inOctets += (long) (in / 8);
        outOctets += (long) (out / 8);
        Map<Oid, SmiValue> values = new LinkedHashMap<>();
        values.put(IN, new SmiValue.Counter64(inOctets));
        values.put(OUT, new SmiValue.Counter64(outOctets));
        jobs.jobs.get(0).answer(0, clock.instant(), ticks, values);
    }
}
