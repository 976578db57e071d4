package dev.bulkhead.tests.benchmarks;

import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineSettings;
import dev.bulkhead.engine.JobEvent;
import dev.bulkhead.engine.JobHandle;
import dev.bulkhead.engine.job.AuthProtocol;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.PrivProtocol;
import dev.bulkhead.engine.job.Schedule;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SecurityLevel;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.job.WalkOptions;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.tests.agreement.Snmpd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * The speed of the engine's jobs, frames included, beside net-snmp's tools and its C API, in turn.
 * Needs {@code gcc libc6-dev libssl-dev libsnmp-dev snmp snmpd}.
 *
 * <p>{@code -Drounds} of each (5); {@code -Dsymbol} only the parts whose name contains it; {@code
 * -Dimage} an image of {@code mvn verify -Pinstaller} whose workers, with their AOT cache, are to
 * be measured instead of this build's.
 */
public final class SnmpSpeedBenchmark {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Oid UP_TIME = Oid.parse("1.3.6.1.2.1.1.3.0");
    private static final Oid IF_IN_OCTETS = Oid.parse("1.3.6.1.2.1.2.2.1.10");
    private static final Oid BIG_TABLE = Oid.parse("1.3.6.1.4.1.99999");
    private static final Oid ENTRY = Oid.parse("1.3.6.1.4.1.99999.1.1.1");
    private static final WalkOptions WALK = WalkOptions.DEFAULT;
    private static final int PER_SECOND_WINDOW = 100;

    private final int rounds = Settings.number("rounds", 5);
    private final String wanted = Settings.value("symbol", "");
    private final NativePrograms programs;
    private final int port;
    private final SpeedTable table;

    private SnmpSpeedBenchmark(NativePrograms programs) throws Exception {
        this.programs = programs;
        this.port = programs.startAgent(5_000, 20, 100);
        this.table = new SpeedTable(rounds);
    }

    public static void main(String[] args) throws Exception {
        try (NativePrograms programs = NativePrograms.compile()) {
            SnmpSpeedBenchmark benchmark = new SnmpSpeedBenchmark(programs);
            benchmark.run("get", benchmark::gets);
            benchmark.run("bulkwalk", benchmark::bulkWalks);
            benchmark.run("concurrent", benchmark::concurrentWalks);
            benchmark.run("sweep", benchmark::sweep);
            benchmark.run("storm", benchmark::storm);
            benchmark.run("v3", benchmark::v3);
            benchmark.run("table", benchmark::slowTable);
        }
    }

    private interface Part {
        void run() throws Exception;
    }

    private void run(String name, Part part) throws Exception {
        if (name.contains(wanted)) {
            part.run();
        }
    }

    private static Engine engine(int spares) throws IOException {
        if (!Settings.isSet("image")) {
            return Engine.open(EngineSettings.ofThisProcess(spares).keeping(0));
        }
        Path image = Path.of(Settings.value("image", "")).toAbsolutePath();
        return Engine.open(
                new EngineSettings(
                        image.resolve("lib/runtime/bin/java"),
                        PlainWorker.jarsIn(image.resolve("lib/app")),
                        spares,
                        0));
    }

    private static Credential community() {
        return new Credential.Community(SnmpVersion.V2C, new Secret("public"));
    }

    private static Credential user() {
        return new Credential.Usm(
                "bench",
                SecurityLevel.AUTH_PRIV,
                Optional.of(
                        new Credential.Auth(AuthProtocol.SHA_256, new Secret("bench_auth_pass"))),
                Optional.of(
                        new Credential.Priv(PrivProtocol.AES_128, new Secret("bench_priv_pass"))),
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private Target target(int net, int number, Credential credential) {
        String host = "127." + net + "." + number / 250 + "." + (number % 250 + 1);
        return new Target(host, port, credential, SECOND, 1);
    }

    private List<JobSpec.Poll.Item> items(int net, int count, Credential credential, int oids) {
        List<Oid> names = new ArrayList<>(List.of(UP_TIME));
        IntStream.range(1, oids).forEach(i -> names.add(IF_IN_OCTETS.append(Oid.of(i))));
        return IntStream.range(0, count)
                .mapToObj(i -> new JobSpec.Poll.Item(target(net, i, credential), names))
                .toList();
    }

    /**
     * Seconds a GET takes when as many are under way as can be: devices are asked again as soon as
     * they have answered, so rounds overlap and only the whole can be timed.
     */
    private double perGet(Engine engine, Credential credential) throws InterruptedException {
        int devices = 1_000;
        TimedJob job =
                TimedJob.run(
                        engine,
                        new JobSpec.Poll(
                                items(1, devices, credential, 1),
                                new Schedule(Duration.ofMillis(10), 800).atOnce()));
        List<TimedJob.Round> warm =
                job.rounds().entrySet().stream()
                        .filter(entry -> entry.getKey() > 400)
                        .map(Map.Entry::getValue)
                        .toList();
        return TimedJob.Round.seconds(warm) / warm.stream().mapToInt(TimedJob.Round::answers).sum();
    }

    private double perGetOfApi(String... v3) throws Exception {
        List<Object> arguments = new ArrayList<>(List.of("gets", port, 100_000, PER_SECOND_WINDOW));
        arguments.addAll(List.of(v3));
        NativePrograms.Round round = programs.yardstick(arguments.toArray()).getFirst();
        return round.seconds() / round.answered();
    }

    private void gets() throws Exception {
        try (Engine engine = engine(0)) {
            table.measure(
                    new SpeedTable.Line(
                            "GET of one value, asynchronous", "warm worker", "C API", 1 / 0.9),
                    () -> perGet(engine, community()),
                    this::perGetOfApi);
        }
    }

    private double walk(Engine engine) throws InterruptedException {
        TimedJob job =
                TimedJob.run(
                        engine,
                        new JobSpec.Walk(target(1, 0, community()), List.of(BIG_TABLE), WALK));
        if (job.varBinds() != 100_000) {
            throw new IllegalStateException(job.varBinds() + " values instead of 100,000");
        }
        return job.seconds();
    }

    private double netSnmpWalk(int repetitions) throws Exception {
        return seconds(
                List.of(
                        "snmpbulkwalk",
                        "-v2c",
                        "-cpublic",
                        "-On",
                        "-Cr" + repetitions,
                        "127.1.0.1:" + port,
                        BIG_TABLE.toDottedString()));
    }

    private static double seconds(List<String> command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("MIBS", "");
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
        long began = System.nanoTime();
        int status = builder.start().waitFor();
        if (status != 0) {
            throw new IllegalStateException(command + " ended with " + status);
        }
        return (System.nanoTime() - began) / 1e9;
    }

    private void bulkWalks() throws Exception {
        try (Engine engine = engine(1)) {
            for (int i = 0; i < 5; i++) {
                walk(engine);
            }
            table.measure(
                    new SpeedTable.Line(
                            "bulkwalk of 100,000 values",
                            "warm worker",
                            "snmpbulkwalk -Cr50",
                            1 / 1.5),
                    () -> walk(engine),
                    () -> netSnmpWalk(50));
        }
        table.measure(
                new SpeedTable.Line(
                        "bulkwalk of 100,000 values", "new spare", "snmpbulkwalk -Cr50", 1 / 1.5),
                () -> {
                    try (Engine fresh = engine(1)) {
                        pause(1);
                        return walk(fresh);
                    }
                },
                () -> netSnmpWalk(50));
        table.measure(
                new SpeedTable.Line(
                        "bulkwalk of 100,000 values",
                        "cold, JVM start included",
                        "snmpbulkwalk -Cr50",
                        2),
                () -> {
                    try (Engine fresh = engine(0)) {
                        return walk(fresh);
                    }
                },
                () -> netSnmpWalk(50));
    }

    private static void pause(int seconds) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private void concurrentWalks() throws Exception {
        Path folder = Files.createTempDirectory("bulkhead-benchmark");
        try (Snmpd snmpd = Snmpd.start(folder, "")) {
            Target target = new Target("127.0.0.1", snmpd.port(), community(), SECOND, 5);
            JobSpec walk = new JobSpec.Walk(target, List.of(Oid.parse("1.3.6.1")), WALK);
            List<String> command =
                    List.of(
                            "snmpbulkwalk",
                            "-v2c",
                            "-cpublic",
                            "-On",
                            "-r5",
                            snmpd.address(),
                            "1.3.6.1");
            table.measure(
                    new SpeedTable.Line(
                            "20 bulkwalks of snmpd at once", "spares", "20 snmpbulkwalk", 1.3),
                    () -> {
                        try (Engine engine = engine(20)) {
                            pause(8);
                            return together(engine, walk);
                        }
                    },
                    () -> together(command));
            table.measure(
                    new SpeedTable.Line(
                            "20 bulkwalks of snmpd at once", "cold", "20 snmpbulkwalk", 1.8),
                    () -> {
                        try (Engine engine = engine(0)) {
                            return together(engine, walk);
                        }
                    },
                    () -> together(command));
        }
    }

    private static double together(Engine engine, JobSpec walk) throws InterruptedException {
        long began = System.nanoTime();
        List<String> failures = new CopyOnWriteArrayList<>();
        List<JobHandle> jobs =
                IntStream.range(0, 20)
                        .mapToObj(i ->
                                engine.submit(
                                        walk,
                                        event -> {
                                            if (event instanceof JobEvent.Failed failed) {
                                                failures.add(failed.failure().message());
                                            }
                                        }))
                        .toList();
        for (JobHandle job : jobs) {
            job.await(Duration.ofMinutes(2));
        }
        if (!failures.isEmpty()) {
            throw new IllegalStateException(failures.toString());
        }
        return (System.nanoTime() - began) / 1e9;
    }

    private static double together(List<String> command) throws Exception {
        long began = System.nanoTime();
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            ProcessBuilder builder = new ProcessBuilder(command);
            builder.environment().put("MIBS", "");
            processes.add(builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start());
        }
        for (Process process : processes) {
            if (process.waitFor() != 0) {
                throw new IllegalStateException(command + " failed");
            }
        }
        return (System.nanoTime() - began) / 1e9;
    }

    private void sweep() throws Exception {
        int devices = 10_000;
        try (Engine engine = engine(0)) {
            JobSpec poll =
                    new JobSpec.Poll(
                            items(1, devices, community(), 10),
                            new Schedule(Duration.ofSeconds(3), rounds + 3L).atOnce());
            TimedJob job = TimedJob.run(engine, poll);
            List<NativePrograms.Round> api =
                    programs.yardstick("sweep", port, devices, 10, 200, rounds + 1);
            Map<Long, TimedJob.Round> each = job.rounds();
            int lost = each.values().stream().mapToInt(r -> devices - r.answers()).sum();
            table.print(
                    new SpeedTable.Line("first sweep of 10,000 x 10", "cold", "C API", 1.4),
                    each.get(0L).seconds(),
                    api.getFirst().seconds());
            table.print(
                    new SpeedTable.Line("later sweep of 10,000 x 10", "warm", "C API", 1.4),
                    SpeedTable.median(
                            each.values().stream().skip(3).map(TimedJob.Round::seconds).toList()),
                    SpeedTable.median(
                            api.stream().skip(1).map(NativePrograms.Round::seconds).toList()));
            System.out.printf(
                    Locale.ROOT,
                    "lost %d of %d; the worker had %.0f MB resident (goal: none, 100)%n",
                    lost,
                    devices * each.size(),
                    job.residentBytes() / 1e6);
        }
    }

    private void storm() throws Exception {
        List<JobSpec.Poll.Item> live = items(1, 1_000, community(), 1);
        List<JobSpec.Poll.Item> dead = items(9, 1_000, community(), 1);
        List<JobSpec.Poll.Item> mixed = new ArrayList<>();
        for (int i = 0; i < live.size(); i++) {
            mixed.add(dead.get(i));
            mixed.add(live.get(i));
        }
        List<Double> total = new ArrayList<>();
        List<Double> lastLive = new ArrayList<>();
        List<Double> withoutDead = new ArrayList<>();
        List<Double> api = new ArrayList<>();
        List<Double> apiLast = new ArrayList<>();
        try (Engine engine = engine(0)) {
            for (int i = 0; i < rounds; i++) {
                TimedJob.Round storm = warmRound(engine, mixed);
                total.add(storm.seconds());
                lastLive.add(storm.lastAnswerSeconds());
                withoutDead.add(warmRound(engine, live).seconds());
                NativePrograms.Round yard =
                        programs.yardstick("storm", port, 1_000, 1_000, 1_000, 1).getFirst();
                api.add(yard.seconds());
                apiLast.add(yard.lastAnswerSeconds());
            }
        }
        table.print(
                new SpeedTable.Line("1,000 live and 1,000 dead", "warm", "timeout x 2", 1.05),
                SpeedTable.median(total),
                2.0);
        table.print(
                new SpeedTable.Line("its last live answer", "warm", "no dead ones", 2),
                SpeedTable.median(lastLive),
                SpeedTable.median(withoutDead));
        System.out.printf(
                Locale.ROOT,
                "C API: %.3f s, last live answer after %.3f s%n",
                SpeedTable.median(api),
                SpeedTable.median(apiLast));
    }

    /** The last of four rounds of a poll. */
    private static TimedJob.Round warmRound(Engine engine, List<JobSpec.Poll.Item> items)
            throws InterruptedException {
        TimedJob job =
                TimedJob.run(
                        engine,
                        new JobSpec.Poll(items, new Schedule(SECOND.multipliedBy(3), 4).atOnce()));
        return job.rounds().get(3L);
    }

    private void v3() throws Exception {
        try (Engine engine = engine(0)) {
            table.measure(
                    new SpeedTable.Line(
                            "v3 authPriv GET, asynchronous", "warm worker", "own v2c", 1 / 0.45),
                    () -> perGet(engine, user()),
                    () -> perGet(engine, community()));
            table.measure(
                    new SpeedTable.Line(
                            "v3 authPriv GET, asynchronous", "warm worker", "C API, v3", 1),
                    () -> perGet(engine, user()),
                    () -> perGetOfApi("v3"));
            table.measure(
                    new SpeedTable.Line(
                            "first sweep of 1,000 v3 devices",
                            "cold, JVM start included",
                            "untuned SNMP4J in a running JVM",
                            0.15),
                    () ->
                            TimedJob.run(
                                            engine,
                                            new JobSpec.Poll(
                                                    items(1, 1_000, user(), 1),
                                                    new Schedule(SECOND, 1).atOnce()))
                                    .seconds(),
                    () -> UntunedSnmp4j.sweep(port, 1_000));
        }
    }

    private void slowTable() throws Exception {
        int tableAgent = programs.startAgent(200, 40, 0);
        try (SlowPath path = SlowPath.open(tableAgent, Duration.ofMillis(20));
                Engine engine = engine(1)) {
            Target target = new Target("127.0.0.1", path.port(), community(), SECOND, 1);
            List<Oid> columns =
                    IntStream.rangeClosed(1, 40).mapToObj(c -> ENTRY.append(Oid.of(c))).toList();
            JobSpec job = new JobSpec.Table(target, columns, WALK);
            table.measure(
                    new SpeedTable.Line(
                            "table of 40 x 200, 20 ms away", "spare", "snmpbulkwalk -Cr25", 0.2),
                    () -> {
                        TimedJob timed = TimedJob.run(engine, job);
                        if (timed.varBinds() != 8_000) {
                            throw new IllegalStateException(timed.varBinds() + " values");
                        }
                        return timed.seconds();
                    },
                    () ->
                            seconds(
                                    List.of(
                                            "snmpbulkwalk",
                                            "-v2c",
                                            "-cpublic",
                                            "-On",
                                            "-Cr25",
                                            "127.0.0.1:" + path.port(),
                                            ENTRY.toDottedString())));
        }
    }
}
