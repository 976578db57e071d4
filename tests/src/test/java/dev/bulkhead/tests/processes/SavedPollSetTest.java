package dev.bulkhead.tests.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bulkhead.app.Main;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.tests.faults.Fleet;
import dev.bulkhead.tests.processes.PollSetFiles.Gap;
import dev.bulkhead.tests.processes.PollSetFiles.Round;
import dev.bulkhead.tests.processes.PollSetFiles.Value;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * A saved poll set that runs without a window while devices restart, fall silent, lose, delay and
 * garble answers, and its workers are killed: each round that was due is in the CSV, the JSON Lines
 * and the SQLite file, or lies in a marked gap; the three agree; and so does what was scraped of
 * {@code /metrics} meanwhile.
 *
 * <p>Small in every build; {@code -Dpollset.minutes=30} is the size of the promise, {@code
 * -Dpollset.seed} repeats a run's choices, {@code -Dpollset.folder} judges the files that a run
 * left in {@code target/pollset}.
 */
class SavedPollSetTest {
    private static final int MINUTES = Integer.getInteger("pollset.minutes", 0);
    private static final Duration LENGTH =
            MINUTES == 0 ? Duration.ofSeconds(24) : Duration.ofMinutes(MINUTES);
    private static final long SEED = Long.getLong("pollset.seed", System.nanoTime());
    private static final Path FOLDER =
            Path.of(System.getProperty("pollset.folder", "target/pollset")).toAbsolutePath();

    private static final int DEVICES = 200;
    private static final int USERS_FROM = 140;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration BETWEEN_SCRAPES = Duration.ofSeconds(3);
    private static final Duration BETWEEN_KILLS = Duration.ofSeconds(45);
    private static final Pattern METRIC =
            Pattern.compile("(\\w+)\\{device=\"([^\"]+)\"(?:,(\\w+)=\"([^\"]*)\")?.*?} (\\S+)");
    private static final Pattern URL = Pattern.compile("Metrics at (http://\\S+)");

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void everyDueRoundIsInTheFilesOrInAMarkedGapAndMetricsAgree() throws Exception {
        assumeTrue(Footprint.isKnown(), "needs signals, /proc and all of 127.0.0.0/8");
        if (System.getProperty("pollset.folder") == null) {
            clear();
            try (Fleet fleet = Fleet.start(DEVICES)) {
                run(fleet);
            }
        }
        PollSetFiles files = PollSetFiles.read(FOLDER);
        StringBuilder report = new StringBuilder();
        check(files, report);
        Files.writeString(FOLDER.resolve("report.txt"), report);
        System.out.println(report);
    }

    private static void clear() throws IOException {
        Files.createDirectories(FOLDER.resolve("scrapes"));
        try (Stream<Path> old = Files.walk(FOLDER)) {
            for (Path file : old.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
    }

    private static String set(Fleet fleet) {
        StringBuilder text = new StringBuilder("version: 1\nname: Under faults\ndevices:\n");
        for (int i = 0; i < 50; i++) {
            device(text, "sw" + i, fleet.target(i, false, PATIENCE, 1), "fleet");
        }
        for (int i = 0; i < 20; i++) {
            device(text, "us" + i, fleet.target(USERS_FROM + i, true, PATIENCE, 1), "user");
        }
        String switches =
                IntStream.range(0, 50).mapToObj(i -> "sw" + i).collect(Collectors.joining(", "));
        String users =
                IntStream.range(0, 20).mapToObj(i -> "us" + i).collect(Collectors.joining(", "));
        return text
                + """
                polls:
                  - group: Switches
                    devices: [%s]
                    every: 2s
                    items:
                      - object: IF-MIB::ifHCInOctets
                        instances: [1, 2]
                        alarm: {above: 1, clear: 0}
                      - sysUpTime
                      - formula: ifHCInOctets.1 * 8
                        name: load
                  - group: Users
                    devices: [%s]
                    every: 1s
                    items:
                      - object: ifHCOutOctets
                        instances: [1, 2]
                """
                        .formatted(switches, users);
    }

    private static void device(StringBuilder text, String name, Target target, String credential) {
        text.append(
                "  - {name: %s, address: \"%s\", credential: %s, timeout: 1s}%n"
                        .formatted(name, target.address(), credential));
    }

    /** The fleet's credentials as a file of the command line's. */
    private static String credentials(Fleet fleet) throws IOException {
        Credential.Community community =
                (Credential.Community) fleet.target(0, false, PATIENCE, 1).credential();
        Credential.Usm user =
                (Credential.Usm) fleet.target(USERS_FROM, true, PATIENCE, 1).credential();
        Path auth = FOLDER.resolve("auth.txt");
        Path priv = FOLDER.resolve("priv.txt");
        Files.writeString(auth, user.auth().orElseThrow().passphrase().reveal());
        Files.writeString(priv, user.priv().orElseThrow().passphrase().reveal());
        return "# of the fleet\nfleet = %s\nuser = -v3 -u %s -l authPriv -a SHA -A @%s -x AES -X @%s%n"
                .formatted(community.community().reveal(), user.securityName(), auth, priv);
    }

    private void run(Fleet fleet) throws Exception {
        Path set = FOLDER.resolve("set.yaml");
        Files.writeString(set, set(fleet));
        Path credentials = FOLDER.resolve("credentials.txt");
        Files.writeString(credentials, credentials(fleet));
        Path err = FOLDER.resolve("err.txt");
        ProcessBuilder builder =
                new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx256m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Duser.home=" + FOLDER,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "poll",
                        set.toString(),
                        "--credentials",
                        credentials.toString(),
                        "--csv",
                        FOLDER.resolve("run.csv").toString(),
                        "--jsonl",
                        FOLDER.resolve("run.jsonl").toString(),
                        "--history",
                        FOLDER.resolve("run.db").toString(),
                        "--metrics",
                        "0",
                        "-m",
                        "IF-MIB:SNMPv2-MIB");
        builder.environment().put("HOME", FOLDER.toString());
        builder.environment().put("XDG_CONFIG_HOME", FOLDER.resolve("config").toString());
        Process process = builder.redirectError(err.toFile()).start();
        try {
            Awaitility.await("the metrics' address")
                    .atMost(PATIENCE)
                    .until(() -> URL.matcher(Files.readString(err)).find());
            Matcher url = URL.matcher(Files.readString(err));
            assertThat(url.find()).isTrue();
            live(fleet, URI.create(url.group(1)), process);
            // As an operator or a service manager would.
            process.destroy();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        assertThat(fleet.bugs()).isEmpty();
    }

    private void live(Fleet fleet, URI metrics, Process process) throws Exception {
        FaultSchedule schedule = new FaultSchedule(fleet, USERS_FROM, LENGTH, new Random(SEED));
        Path jsonl = FOLDER.resolve("run.jsonl");
        Awaitility.await("the first values")
                .atMost(PATIENCE)
                .until(() -> Files.exists(jsonl) && Files.size(jsonl) > 10_000);
        long began = System.nanoTime();
        Duration nextKill = MINUTES == 0 ? LENGTH.dividedBy(3) : BETWEEN_KILLS;
        Duration nextScrape = Duration.ZERO;
        int scrapes = 0;
        int kills = 0;
        for (Duration age = Duration.ZERO; age.compareTo(LENGTH) < 0; ) {
            age = Duration.ofNanos(System.nanoTime() - began);
            assertThat(process.isAlive()).isTrue();
            schedule.runUntil(age, List.of());
            if (age.compareTo(nextScrape) >= 0) {
                nextScrape = age.plus(BETWEEN_SCRAPES);
                scrape(metrics, scrapes++);
            }
            if (age.compareTo(nextKill) >= 0) {
                nextKill = age.plus(BETWEEN_KILLS);
                List<ProcessHandle> workers = process.children().toList();
                if (!workers.isEmpty()) {
                    workers.get(kills++ % workers.size()).destroyForcibly();
                }
            }
            TimeUnit.MILLISECONDS.sleep(250);
        }
        Files.writeString(
                FOLDER.resolve("faults.txt"),
                "%s, seed %d: %s; %d workers killed%n".formatted(LENGTH, SEED, schedule, kills));
    }

    private void scrape(URI metrics, int number) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                http.send(
                        HttpRequest.newBuilder(metrics).timeout(PATIENCE).build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        Files.writeString(FOLDER.resolve("scrapes/%06d.txt".formatted(number)), answer.body());
    }

    private static void check(PollSetFiles files, StringBuilder report) throws IOException {
        int values = files.csv().values().stream().mapToInt(List::size).sum();
        int gaps = files.csvGaps().values().stream().mapToInt(Set::size).sum();
        report.append(Files.readString(FOLDER.resolve("faults.txt")));
        say(
                report,
                "%d series, %d values, %d gap rows, events %s",
                files.csv().size(),
                values,
                gaps,
                files.events());
        assertThat(files.csv()).hasSizeGreaterThan(150);
        assertThat(differences(files.json(), files.csv())).as("JSON Lines and CSV").isEmpty();
        assertThat(differences(files.jsonGaps(), files.csvGaps())).as("their gaps").isEmpty();
        Map<String, List<Value>> objects = new TreeMap<>(files.csv());
        objects.keySet().removeIf(series -> series.endsWith(" load"));
        assertThat(differences(numbers(files.sqlite()), numbers(objects)))
                .as("SQLite and CSV")
                .isEmpty();
        say(report, "CSV = JSON Lines = SQLite: all %d values at the same times", values);
        say(report, "%d gap rows lie in gaps of SQLite", gapsInSqlite(files));
        say(report, "%d due rounds of series: in the files or in a marked gap", rounds(files));
        say(report, "%s", metrics(files));
    }

    private static void say(StringBuilder report, String format, Object... arguments) {
        report.append(String.format(Locale.ROOT, format + "%n", arguments));
    }

    /** SQLite has octets as they came, which a garbled answer may bring: only numbers compare. */
    private static Map<String, Set<Value>> numbers(Map<String, List<Value>> values) {
        Map<String, Set<Value>> sets = new TreeMap<>();
        values.forEach((series, all) ->
                sets.put(
                        series,
                        all.stream()
                                .filter(value -> value.value().matches("-?\\d+"))
                                .collect(Collectors.toSet())));
        return sets;
    }

    private static List<String> differences(
            Map<String, ? extends Collection<?>> one, Map<String, ? extends Collection<?>> other) {
        Set<String> all = new TreeSet<>(one.keySet());
        all.addAll(other.keySet());
        List<String> differences = new ArrayList<>();
        for (String series : all) {
            Set<?> here = new HashSet<>(one.containsKey(series) ? one.get(series) : Set.of());
            Set<?> there = new HashSet<>(other.containsKey(series) ? other.get(series) : Set.of());
            Set<?> common = new HashSet<>(here);
            common.retainAll(there);
            here.removeAll(common);
            there.removeAll(common);
            if (!here.isEmpty() || !there.isEmpty()) {
                String text = series + ": only here " + here + ", only there " + there;
                differences.add(text.substring(0, Math.min(500, text.length())));
            }
        }
        return differences.subList(0, Math.min(20, differences.size()));
    }

    private static int gapsInSqlite(PollSetFiles files) {
        int count = 0;
        for (var each : files.csvGaps().entrySet()) {
            if (each.getKey().endsWith(" load")) {
                continue;
            }
            List<Gap> stored = files.sqliteGaps().getOrDefault(each.getKey(), List.of());
            for (Gap gap : each.getValue()) {
                assertThat(stored)
                        .as("%s %s", each.getKey(), gap)
                        .anyMatch(wide -> wide.from() <= gap.from() && wide.to() >= gap.to());
                count++;
            }
        }
        return count;
    }

    /** Each round between the first and the last of a series is there or in a gap. */
    private static int rounds(PollSetFiles files) {
        int due = 0;
        List<String> lost = new ArrayList<>();
        // A round that came late says when it came, not when it was due: the earliest do.
        Map<Long, Long> grids = new HashMap<>();
        files.rounds()
                .forEach((series, all) ->
                        all.forEach(round ->
                                grids.merge(
                                        every(series),
                                        round.time() - round.round() * every(series),
                                        Math::min)));
        for (var each : files.rounds().entrySet()) {
            String series = each.getKey();
            long every = every(series);
            Map<Long, Long> begin = new HashMap<>();
            for (Round round : each.getValue()) {
                begin.put(round.round(), round.time());
            }
            long grid = grids.getOrDefault(every, 0L);
            // Within a round each device has its turn; a gap of all devices speaks of turns.
            long turn =
                    each.getValue().stream()
                                    .mapToLong(round -> round.time() - round.round() * every)
                                    .min()
                                    .orElseThrow()
                            - grid;
            long last = begin.keySet().stream().mapToLong(Long::longValue).max().orElseThrow();
            String device = series.substring(0, series.indexOf(' '));
            Set<Long> failed = files.failures().getOrDefault(device, Set.of());
            Set<Long> failedAt = files.failureTimes().getOrDefault(device, Set.of());
            // A failure's mark speaks of its own round only, which is known by its number.
            List<Gap> gaps =
                    files.csvGaps().getOrDefault(series, Set.of()).stream()
                            .filter(gap -> gap.from() < gap.to() || !failedAt.contains(gap.from()))
                            .toList();
            for (long round = 0; round <= last; round++) {
                due++;
                long at = grid + round * every;
                boolean marked =
                        begin.containsKey(round)
                                || failed.contains(round)
                                || gaps.stream()
                                        .anyMatch(gap ->
                                                isIn(gap, at, every / 2)
                                                        || isIn(gap, at + turn, every / 2));
                if (!marked) {
                    lost.add(series + " round " + round);
                }
            }
        }
        assertThat(lost).hasSizeLessThanOrEqualTo(due / 10_000);
        return due;
    }

    private static boolean isIn(Gap gap, long time, long slack) {
        return gap.from() - slack <= time && time <= gap.to() + slack;
    }

    private static long every(String series) {
        return series.startsWith("sw") ? 2000 : 1000;
    }

    private static String metrics(PollSetFiles files) throws IOException {
        Map<String, Map<Long, String>> values = new HashMap<>();
        files.csv()
                .forEach((series, all) -> {
                    Map<Long, String> byTime = new HashMap<>();
                    all.forEach(value -> byTime.put(value.time(), value.value()));
                    values.put(series, byTime);
                });
        int compared = 0;
        int down = 0;
        int scrapes = 0;
        List<Path> all;
        try (Stream<Path> list = Files.list(FOLDER.resolve("scrapes"))) {
            all = list.sorted().toList();
        }
        for (Path scrape : all) {
            scrapes++;
            Map<String, Long> answered = new HashMap<>();
            Map<String, Integer> found = new HashMap<>();
            Set<String> up = new HashSet<>();
            List<String[]> series = new ArrayList<>();
            for (String line : Files.readAllLines(scrape)) {
                Matcher metric = METRIC.matcher(line);
                if (line.startsWith("#") || !metric.matches()) {
                    continue;
                }
                String device = metric.group(2);
                switch (metric.group(1)) {
                    case "bulkhead_last_answer_timestamp_seconds" ->
                            answered.put(
                                    device, Math.round(Double.parseDouble(metric.group(5)) * 1000));
                    case "bulkhead_up" -> {
                        if (metric.group(5).equals("1")) {
                            up.add(device);
                        } else {
                            down++;
                        }
                    }
                    case "bulkhead_formula" ->
                            series.add(new String[] {device, device + " load", metric.group(5)});
                    case "ifHCInOctets", "ifHCOutOctets", "sysUpTime" -> {
                        boolean column = "ifIndex".equals(metric.group(3));
                        String name = metric.group(1) + (column ? "." + metric.group(4) : ".0");
                        series.add(new String[] {device, device + " " + name, metric.group(5)});
                    }
                    default -> {
                        // counts of the run itself
                    }
                }
            }
            for (String[] each : series) {
                Long time = answered.get(each[0]);
                assertThat(time).as("%s in %s", each[1], scrape).isNotNull();
                String written = values.getOrDefault(each[1], Map.of()).get(time);
                assertThat(written).as("%s at %d in %s", each[1], time, scrape).isNotNull();
                assertThat(Double.parseDouble(each[2])).isEqualTo(Double.parseDouble(written));
                found.merge(each[0], 1, Integer::sum);
                compared++;
            }
            for (String device : answered.keySet()) {
                if (!up.contains(device)) {
                    assertThat(found)
                            .as("%s is down in %s", device, scrape)
                            .doesNotContainKey(device);
                }
            }
        }
        assertThat(compared).isGreaterThan(1000);
        return scrapes
                + " scrapes: "
                + compared
                + " metrics equal their files' values; "
                + down
                + " times a device was down, and none of its series there";
    }
}
