package dev.bulkhead.app.fx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BackgroundTest {
    @BeforeAll
    static void startFx() {
        FxThread.start();
    }

    @Test
    void handsTheResultOverOnJavaFxsThread() {
        AtomicReference<String> result = new AtomicReference<>("");
        AtomicBoolean virtual = new AtomicBoolean();
        var _ =
                Background.run(
                        "test",
                        () -> {
                            virtual.set(Thread.currentThread().isVirtual());
                            return "done";
                        },
                        done -> result.set(done + Platform.isFxApplicationThread()),
                        problem -> result.set(problem.toString()));
        await().until(() -> result.get().equals("donetrue"));
        assertThat(virtual).isTrue();
    }

    @Test
    void handsAFailureOver() {
        AtomicReference<Exception> failure = new AtomicReference<>();
        var _ =
                Background.run(
                        "test",
                        () -> {
                            throw new IOException("disk full");
                        },
                        _ -> {},
                        failure::set);
        await().until(() -> failure.get() instanceof IOException);
    }

    @Test
    void cancelledWorkHandsNothingOver() throws InterruptedException {
        CountDownLatch working = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        AtomicBoolean handedOver = new AtomicBoolean();
        Future<?> task =
                Background.run(
                        "test",
                        () -> {
                            working.countDown();
                            try {
                                new CountDownLatch(1).await();
                                return "never";
                            } finally {
                                ended.countDown();
                            }
                        },
                        _ -> handedOver.set(true),
                        _ -> handedOver.set(true));
        working.await();
        task.cancel(true);
        ended.await();
        FxThread.run(() -> {});
        assertThat(handedOver).isFalse();
    }

    @Test
    void workThatIsCancelledBetweenItsEndAndTheHandOverHandsNothingOver() {
        AtomicBoolean handedOver = new AtomicBoolean();
        FxThread.run(() -> {
            Future<?> task =
                    Background.run(
                            "test",
                            () -> {
                                throw new IOException("as a read says that is interrupted");
                            },
                            _ -> handedOver.set(true),
                            _ -> handedOver.set(true));
            while (!task.isDone()) {
                Thread.onSpinWait();
            }
            task.cancel(true);
        });
        FxThread.run(() -> {});
        assertThat(handedOver).isFalse();
    }
}
