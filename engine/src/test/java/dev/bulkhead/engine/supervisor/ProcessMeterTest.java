package dev.bulkhead.engine.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.supervisor.ProcessReader.Reading;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class ProcessMeterTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long SELF = ProcessHandle.current().pid();

    private static ProcessUsage awaitUsage(ProcessMeter meter, long pid) {
        return Awaitility.await("usage")
                .atMost(PATIENCE)
                .until(() -> meter.usage(pid), usage -> usage.residentBytes().isPresent());
    }

    @Test
    void theSystemTellsOfThisProcess() {
        try (ProcessMeter meter = new ProcessMeter()) {
            assertThat(meter.usage(SELF)).isEqualTo(ProcessUsage.UNKNOWN);
            ProcessUsage usage = awaitUsage(meter, SELF);
            assertThat(usage.residentBytes().orElseThrow()).isBetween(10L << 20, 8L << 30);
            assertThat(usage.cpuTime().orElseThrow()).isPositive();
        }
    }

    @Test
    void theLoadIsTheTimeUsedBetweenTwoLooks() {
        AtomicInteger looks = new AtomicInteger();
        ProcessReader busy =
                pid -> Optional.of(new Reading(1, Duration.ofHours(looks.incrementAndGet())));
        try (ProcessMeter meter = new ProcessMeter(() -> busy)) {
            assertThat(awaitUsage(meter, SELF).cpuLoad()).isEmpty();
            ProcessUsage later =
                    Awaitility.await("a second look")
                            .atMost(PATIENCE)
                            .until(() -> meter.usage(SELF), usage -> usage.cpuLoad().isPresent());
            // An hour of CPU time within about a second.
            assertThat(later.cpuLoad().orElseThrow()).isBetween(100.0, 3601.0);
        }
    }

    @Test
    void nothingIsLoadedBeforeSomebodyLooks() {
        AtomicInteger opened = new AtomicInteger();
        ProcessReader none = pid -> Optional.empty();
        try (ProcessMeter meter =
                new ProcessMeter(() -> {
                    opened.incrementAndGet();
                    return none;
                })) {
            assertThat(opened).hasValue(0);
            meter.usage(SELF);
            // Not on the caller's thread, and not at once.
            assertThat(opened).hasValue(0);
            Awaitility.await().atMost(PATIENCE).until(() -> opened.get() == 1);
        }
    }

    @Test
    void whereItCannotBeLoadedAllIsUnknownAndOneLineSaysSo() {
        List<String> lines = new CopyOnWriteArrayList<>();
        Logger logger = Logger.getLogger("dev.bulkhead.engine");
        Handler handler =
                new Handler() {
                    @Override
                    public void publish(LogRecord line) {
                        lines.add(line.getMessage());
                    }

                    @Override
                    public void flush() {
                        // Nothing is held back.
                    }

                    @Override
                    public void close() {
                        // Nothing is open.
                    }
                };
        logger.setUseParentHandlers(false);
        logger.addHandler(handler);
        try (ProcessMeter meter =
                new ProcessMeter(() -> {
                    throw new UnsatisfiedLinkError("no such library");
                })) {
            meter.usage(SELF);
            Awaitility.await("the line").atMost(PATIENCE).until(() -> !lines.isEmpty());
            assertThat(meter.usage(SELF)).isEqualTo(ProcessUsage.UNKNOWN);
            assertThat(lines).singleElement().asString().contains("no such library");
        } finally {
            logger.removeHandler(handler);
            logger.setUseParentHandlers(true);
        }
    }
}
