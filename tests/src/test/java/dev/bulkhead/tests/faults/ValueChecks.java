package dev.bulkhead.tests.faults;

import static dev.bulkhead.tests.faults.Scene.IF_DESCR;
import static dev.bulkhead.tests.faults.Scene.SYS_DESCR;
import static dev.bulkhead.tests.faults.Scene.SYS_NAME;
import static dev.bulkhead.tests.faults.Scene.assertSystem;
import static dev.bulkhead.tests.faults.Scene.get;
import static dev.bulkhead.tests.faults.Scene.item;
import static dev.bulkhead.tests.faults.Scene.poll;
import static dev.bulkhead.tests.faults.Scene.text;
import static dev.bulkhead.tests.faults.Scene.walk;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.app.export.CsvWriter;
import dev.bulkhead.app.export.InertText;
import dev.bulkhead.app.export.Row;
import dev.bulkhead.engine.sample.CounterRate;
import dev.bulkhead.engine.sample.Sample;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import dev.bulkhead.mibs.smi.SmiValue.Marker;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/** What a manager must make of {@link ValueFault}s. */
final class ValueChecks {
    private static final int REPETITIONS = 25;
    private static final long RIGHT = 0xF021_2990L;
    private static final Name SERVICES = Device.SYSTEM.child(7, 0);
    private static final Name SPEED = Device.IF_ENTRY.child(5, 1);
    private static final Name CHANGED = Device.IF_ENTRY.child(9, 1);
    private static final Name OCTETS = Device.IF_ENTRY.child(10, 1);
    private static final Name OCTETS_64 = Device.IF_X_ENTRY.child(6, 1);
    private static final Name DISCONTINUITY = Device.IF_X_ENTRY.child(19, 1);

    private ValueChecks() {}

    static void check(ValueFault fault, Scene scene) {
        switch (fault) {
            case C32_WRAP -> wraps(scene, 0);
            case C64_WRAP -> wraps(scene, 1);
            case COUNTER_RESET -> resets(scene);
            case COUNTER_BACK -> stepsBack(scene);
            case NEG_UNSIGNED -> unsigned(scene, true);
            case WIDE_UNSIGNED -> unsigned(scene, false);
            case WIDE_INT -> wideInt(scene);
            case ZERO_LEN_INT -> withoutLength(scene);
            case OPAQUE_BAD -> opaque(scene);
            case OVER_LONG_OID -> longNames(scene);
            case SUBID_MAX -> largestIndexes(scene);
            case SUBID_OVER -> tooLargeIndexes(scene);
            case EMPTY_OID -> emptyOid(scene);
            case UNKNOWN_TAG -> unknownTag(scene);
            case NULL_VALUE -> nullValue(scene);
            case EVIL_TEXT -> evilText(scene);
            case BAD_UTF8 -> assertOctets(scene, Targets.BAD_UTF8);
            case LONG_STRING -> longText(scene);
        }
    }

    /** Samples of the octets of interface 1 in 32 and 64 bits, for 3.5 seconds of the agent's. */
    private static List<Sample> counters(Scene scene) {
        ObservedJob job =
                scene.start(poll(200, item(scene.patient(), OCTETS, OCTETS_64, DISCONTINUITY)));
        job.await("3.5 s", j -> !j.samples().isEmpty() && upTime(j.samples().getLast()) > 350);
        job.cancel();
        assertThat(job.sampleFailures()).isEmpty();
        return job.samples();
    }

    private static long upTime(Sample sample) {
        return sample.upTimeTicks().orElse(0L);
    }

    private static void wraps(Scene scene, int place) {
        List<Sample> samples = counters(scene);
        assertThat(upTime(samples.getFirst())).as("before the wrap").isLessThan(100);
        Rates rates = Rates.of(samples, place);
        assertThat(rates.gaps()).containsExactly(CounterRate.Reason.FIRST);
        assertThat(rates.wraps()).isEqualTo(1);
        assertThat(rates.perSecond()).allSatisfy(rate -> assertThat(rate).isBetween(980.0, 1020.0));
    }

    private static void resets(Scene scene) {
        List<Sample> samples = counters(scene);
        long resets =
                samples.stream()
                                .map(sample -> upTime(sample) / ValueFault.PERIOD_TICKS)
                                .distinct()
                                .count()
                        - 1;
        assertThat(resets).isPositive();
        for (int place : new int[] {0, 1}) {
            Rates rates = Rates.withDiscontinuity(samples, place);
            assertThat(rates.gaps()).hasSize((int) resets + 1);
            assertThat(rates.perSecond())
                    .allSatisfy(rate -> assertThat(rate).isBetween(980.0, 1020.0));
        }
    }

    private static void stepsBack(Scene scene) {
        List<Sample> samples = counters(scene);
        Rates narrow = Rates.of(samples, 0);
        Rates wide = Rates.of(samples, 1);
        assertThat(narrow.wraps() + wide.wraps()).isZero();
        assertThat(narrow.gaps()).contains(CounterRate.Reason.RESET);
        assertThat(wide.gaps()).contains(CounterRate.Reason.RESET);
        // Forward by a hundredth may be true of the small one, as far as its speed goes.
        assertThat(narrow.perSecond())
                .allSatisfy(rate -> assertThat(rate).isBetween(0.0, Rates.MOST_PER_SECOND));
        assertThat(wide.perSecond()).allSatisfy(rate -> assertThat(rate).isBetween(980.0, 1020.0));
    }

    private static void unsigned(Scene scene, boolean mustBeRight) {
        ObservedJob job = scene.run(get(scene.patient(), SYS_NAME, SPEED, CHANGED, OCTETS));
        assertThat(job.value(SYS_NAME)).contains(text("hostile"));
        if (mustBeRight) {
            assertThat(job.value(SPEED)).contains(new SmiValue.Gauge32(RIGHT));
            assertThat(job.value(CHANGED)).contains(new SmiValue.TimeTicks(RIGHT));
            assertThat(job.value(OCTETS)).contains(new SmiValue.Counter32(RIGHT));
        } else {
            assertNotInvented(job, SPEED, RIGHT);
            assertNotInvented(job, CHANGED, RIGHT);
            assertNotInvented(job, OCTETS, RIGHT);
        }
    }

    /** A bad value is not there, is marked, or is one of some numbers. */
    private static void assertNotInvented(ObservedJob job, Name name, Long... right) {
        job.value(name)
                .ifPresent(value -> {
                    switch (value) {
                        case SmiValue.Integer32(int number) ->
                                assertThat(right).as(job.toString()).contains((long) number);
                        case SmiValue.Counter32(long number) -> assertThat(right).contains(number);
                        case SmiValue.Gauge32(long number) -> assertThat(right).contains(number);
                        case SmiValue.TimeTicks(long number) -> assertThat(right).contains(number);
                        case SmiValue.Counter64(long number) -> assertThat(right).contains(number);
                        default -> {
                            // Marked.
                        }
                    }
                });
    }

    private static void wideInt(Scene scene) {
        ObservedJob job = scene.run(get(scene.patient(), SYS_NAME, SERVICES, SPEED));
        assertThat(job.value(SYS_NAME)).contains(text("hostile"));
        assertThat(job.value(SPEED)).contains(new SmiValue.Gauge32(1_000_000_000));
        assertNotInvented(job, SERVICES, -1000L, 4_294_966_296L);
    }

    private static void withoutLength(Scene scene) {
        ObservedJob job =
                scene.run(get(scene.patient(), SYS_NAME, SERVICES, SPEED, OCTETS, OCTETS_64));
        assertThat(job.value(SYS_NAME)).contains(text("hostile"));
        for (Name bad : List.of(SERVICES, SPEED, OCTETS, OCTETS_64)) {
            assertNotInvented(job, bad);
        }
    }

    private static void opaque(Scene scene) {
        Name[] names = new Name[Targets.OPAQUES.size()];
        Arrays.setAll(names, i -> IF_DESCR.child(1 + i));
        ObservedJob job = scene.run(get(scene.patient(), names));
        assertThat(job.failure()).isEmpty();
        for (int i = 0; i < names.length; i++) {
            assertThat(job.value(names[i])).contains(new SmiValue.Opaque(Targets.OPAQUES.get(i)));
        }
    }

    private static void longNames(Scene scene) {
        ObservedJob job = scene.run(walk(scene.patient(), REPETITIONS, IF_DESCR));
        assertThat(job.textsBelow(IF_DESCR)).startsWith(Scene.descrs());
        List<Oid> more = job.names().subList(Device.INTERFACES, job.names().size());
        assertThat(more).allMatch(name -> name.size() == 200);
        if (job.failure().isEmpty()) {
            assertThat(more).hasSize(5);
        }
    }

    private static void largestIndexes(Scene scene) {
        for (int repetitions : new int[] {0, REPETITIONS}) {
            ObservedJob job = scene.run(walk(scene.patient(), repetitions, Targets.IF_ALIAS));
            assertThat(job.failure()).isEmpty();
            assertThat(job.names().stream().map(Oid::last).toList())
                    .isEqualTo(
                            LongStream.concat(
                                            LongStream.rangeClosed(1, Device.INTERFACES),
                                            LongStream.range((1L << 32) - 5, 1L << 32))
                                    .boxed()
                                    .toList());
        }
    }

    private static void tooLargeIndexes(Scene scene) {
        for (int repetitions : new int[] {0, REPETITIONS}) {
            ObservedJob job = scene.run(walk(scene.patient(), repetitions, Targets.IF_ALIAS));
            assertThat(job.below(Targets.IF_ALIAS).stream().limit(Device.INTERFACES))
                    .extracting(each -> each.name().last())
                    .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
            assertThat(job.values().subList(Device.INTERFACES, job.values().size()))
                    .as("no value under a name that was cut")
                    .doesNotContain(text("more"));
            assertThat(job.failure().isPresent() || job.values().size() > Device.INTERFACES)
                    .as("reported")
                    .isTrue();
        }
    }

    private static void emptyOid(Scene scene) {
        Name specific = Device.IF_ENTRY.child(22);
        ObservedJob job = scene.run(Scene.table(scene.patient(), IF_DESCR, specific));
        assertThat(job.failure()).isEmpty();
        assertThat(job.textsBelow(IF_DESCR)).containsExactly(Scene.descrs());
        assertThat(job.below(specific)).hasSize(Device.INTERFACES);
        assertThat(job.below(specific))
                .allMatch(each ->
                        each.value() instanceof SmiValue.ObjectIdentifier(Oid oid)
                                && (oid.equals(Oid.EMPTY) || oid.equals(Oid.of(0, 0))));
    }

    private static void unknownTag(Scene scene) {
        Name[] names = new Name[6];
        Arrays.setAll(names, i -> i % 2 == 0 ? IF_DESCR.child(1 + i) : SERVICES);
        names[3] = SPEED;
        names[5] = OCTETS;
        ObservedJob job = scene.run(get(scene.patient(), names));
        for (int i = 0; i < names.length; i += 2) {
            assertThat(job.value(names[i])).contains(text(Device.descr(1 + i)));
            assertNotInvented(job, names[i + 1]);
        }
    }

    private static void nullValue(Scene scene) {
        ObservedJob job = scene.run(get(scene.patient(), SERVICES, OCTETS));
        assertThat(job.values()).allMatch(value -> value == Marker.UNSPECIFIED);
        assertThat(job.failure().isPresent() || job.values().size() == 2).isTrue();
    }

    private static void assertOctets(Scene scene, List<byte[]> texts) {
        ObservedJob job = scene.run(Scene.table(scene.patient(), IF_DESCR));
        List<SmiValue> expected = new ArrayList<>();
        texts.forEach(octets -> expected.add(new SmiValue.OctetString(octets)));
        assertThat(job.values()).isEqualTo(expected);
    }

    private static void evilText(Scene scene) {
        assertOctets(scene, Targets.EVIL_TEXTS);
        ObservedJob job = scene.run(Scene.table(scene.patient(), IF_DESCR));
        for (String shown : job.textsBelow(IF_DESCR)) {
            assertThat(InertText.of(shown))
                    .doesNotContainPattern("[\\u0000-\\u0008\\u001b\\u202e]");
            String csv = new CsvWriter(List.of("value")).next(new Row().put("value", shown));
            String cell = csv.substring(csv.indexOf("\r\n") + 2).stripTrailing();
            assertThat(cell).doesNotMatch("(?s)^\"?[=+@-].*");
            assertThat(cell.contains("\n") && !cell.startsWith("\""))
                    .as("unquoted lines")
                    .isFalse();
        }
        assertThat(job.handle().stderrTail()).noneMatch(line -> line.contains("FAKE LOG LINE"));
    }

    private static void longText(Scene scene) {
        ObservedJob job = scene.run(get(scene.patient(), SYS_DESCR));
        assertThat(job.values()).containsExactly(text("x".repeat(Targets.LONG)));
        assertSystem(scene.run(get(scene.patient(), Scene.system())));
    }
}
