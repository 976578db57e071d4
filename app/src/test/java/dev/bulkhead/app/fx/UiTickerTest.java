package dev.bulkhead.app.fx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UiTickerTest {
    private UiTicker ticker;

    @BeforeAll
    static void startFx() {
        FxThread.start();
    }

    @BeforeEach
    void open() {
        ticker = new UiTicker();
    }

    @AfterEach
    void close() {
        ticker.close();
    }

    @Test
    void manyMarksBecomeOnePaint() {
        AtomicInteger paints = new AtomicInteger();
        UiTicker.Painter painter = ticker.register(paints::incrementAndGet);
        FxThread.run(() -> {
            for (int i = 0; i < 1_000; i++) {
                painter.markDirty();
            }
        });
        await().until(() -> paints.get() > 0);
        AtomicInteger laterTicks = new AtomicInteger();
        ticker.registerEvery(Duration.ofMillis(100), laterTicks::incrementAndGet);
        await().until(() -> laterTicks.get() >= 2);
        assertThat(paints).hasValueLessThanOrEqualTo(2);
    }

    @Test
    void paintsOnTheThreadOfJavaFx() {
        AtomicBoolean right = new AtomicBoolean();
        ticker.register(() -> right.set(Platform.isFxApplicationThread())).markDirty();
        await().untilTrue(right);
    }

    @Test
    void whatChangesWithTimeIsPaintedWithoutBeingMarked() {
        AtomicInteger quick = new AtomicInteger();
        AtomicInteger slow = new AtomicInteger();
        ticker.registerEvery(Duration.ofMillis(100), quick::incrementAndGet);
        ticker.registerEvery(Duration.ofMillis(500), slow::incrementAndGet);
        await().until(() -> slow.get() >= 2);
        assertThat(quick.get()).isGreaterThan(slow.get());
    }

    @Test
    void aClosedPainterPaintsNoMore() {
        AtomicInteger paints = new AtomicInteger();
        AtomicInteger others = new AtomicInteger();
        UiTicker.Painter painter =
                ticker.registerEvery(Duration.ofMillis(100), paints::incrementAndGet);
        painter.close();
        ticker.registerEvery(Duration.ofMillis(100), others::incrementAndGet);
        await().until(() -> others.get() >= 3);
        assertThat(paints).hasValueLessThanOrEqualTo(1);
    }
}
