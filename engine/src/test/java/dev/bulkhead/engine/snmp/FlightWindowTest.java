package dev.bulkhead.engine.snmp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.sample.ErrorStatus;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FlightWindowTest {
    private final FlightWindow window = new FlightWindow();

    private void answered(long millis, boolean retried) {
        window.answered(
                new Reply.Answer(
                        ErrorStatus.NO_ERROR,
                        0,
                        List.of(),
                        TimeUnit.MILLISECONDS.toNanos(millis),
                        100,
                        retried,
                        Optional.empty()));
    }

    @Test
    void quickPathNeedsOneRequestAtATime() {
        for (int i = 0; i < 10; i++) {
            answered(1, false);
        }
        assertThat(window.size()).isEqualTo(1);
    }

    @Test
    void slowPathGetsAFew() {
        for (int i = 0; i < 10; i++) {
            answered(20, false);
        }
        assertThat(window.size()).isEqualTo(4);
    }

    @Test
    void agentThatNeedsTheTimeItselfIsNotPressed() {
        answered(20, false);
        assertThat(window.size()).isEqualTo(2);
        for (int i = 0; i < 10; i++) {
            answered(40, false); // two at once take twice as long
        }
        assertThat(window.size()).isEqualTo(2);
        answered(90, false);
        assertThat(window.size()).isEqualTo(1);
    }

    @Test
    void retryBringsItBackToOneForGood() {
        for (int i = 0; i < 4; i++) {
            answered(20, false);
        }
        answered(20, true);
        assertThat(window.size()).isEqualTo(1);
        answered(20, false);
        assertThat(window.size()).isEqualTo(1);
    }

    @Test
    void silenceIsExcusedOnceIfThereWereSeveral() {
        assertThat(window.takesSilence()).isFalse();
        FlightWindow grown = new FlightWindow();
        grown.answered(
                new Reply.Answer(
                        ErrorStatus.NO_ERROR,
                        0,
                        List.of(),
                        TimeUnit.MILLISECONDS.toNanos(20),
                        100,
                        false,
                        Optional.empty()));
        assertThat(grown.takesSilence()).isTrue();
        assertThat(grown.takesSilence()).isFalse();
    }
}
