package dev.bulkhead.engine.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SilencesTest {
    private static Silences of(Duration every, List<Integer> passes, Integer... gaps) {
        return Silences.of(
                new RecordingIndex(
                        new RecordingHead("", "", Instant.EPOCH, every, List.of()),
                        passes.stream()
                                .map(at ->
                                        new RecordedPass(
                                                at + ".snmprec",
                                                Duration.ofSeconds(at),
                                                Duration.ZERO,
                                                1))
                                .toList(),
                        Arrays.stream(gaps)
                                .map(at -> new RecordedGap(Duration.ofSeconds(at), "no answer"))
                                .toList()));
    }

    private static void assertSilent(Silences silences, double from, double to) {
        assertThat(silences.at(seconds(from))).isTrue();
        assertThat(silences.at(seconds(to).minusMillis(1))).isTrue();
        assertThat(silences.at(seconds(to))).isFalse();
        if (from > 0) {
            assertThat(silences.at(seconds(from).minusMillis(1))).isFalse();
        }
    }

    private static Duration seconds(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1_000));
    }

    @Test
    void aReadingIsMissedWholeThoughItsFailureWasNotedLate() {
        assertSilent(of(Duration.ofSeconds(10), List.of(0, 10, 30), 25), 17.5, 30);
    }

    @Test
    void severalFailuresAreOneSilence() {
        assertSilent(of(Duration.ofSeconds(10), List.of(0, 40), 12, 22, 32), 7.5, 40);
    }

    @Test
    void aFailureBeforeTheFirstReadingIsSilenceFromTheStart() {
        assertSilent(of(Duration.ofSeconds(10), List.of(20), 5), 0, 20);
    }

    @Test
    void aFailureAfterTheLastReadingIsSilenceToTheEnd() {
        assertSilent(of(Duration.ofSeconds(10), List.of(0, 10), 22), 17.5, 32);
    }

    @Test
    void withoutAPeriodSilenceBeginsWithTheGap() {
        assertSilent(of(Duration.ZERO, List.of(0, 10), 6), 6, 10);
    }

    @Test
    void whatWasReadWithoutGapsIsNeverSilent() {
        assertThat(of(Duration.ofSeconds(1), List.of(0, 1, 2)).at(seconds(1))).isFalse();
    }
}
