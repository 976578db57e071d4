package dev.bulkhead.app.fx;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;

/**
 * Repaints what is dirty: one timer, one hop to JavaFX's thread, at most ten times a second and
 * only when there is something to do.
 *
 * <p>Concurrency: {@link Painter#markDirty} may be called from any thread, as often as values
 * arrive; the paint action runs on JavaFX's thread. While a hop is under way no second one is
 * queued, so a slow window never builds up a backlog.
 */
public final class UiTicker implements AutoCloseable {
    private static final long PERIOD_MILLIS = 100;

    private final List<Painter> painters = new CopyOnWriteArrayList<>();
    private final AtomicBoolean hopUnderWay = new AtomicBoolean();
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("ui-ticker").factory());

    /** Counted by the timer's thread alone. */
    private long ticks;

    public UiTicker() {
        var _ =
                timer.scheduleAtFixedRate(
                        this::tick, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    /**
     * Registers an action that repaints something.
     *
     * @param paint runs on JavaFX's thread, at most once a tick, after {@link Painter#markDirty}
     */
    public Painter register(Runnable paint) {
        return add(new Painter(paint, 0));
    }

    /**
     * Registers an action that repaints something that changes with time alone, such as an age.
     *
     * @param period rounded down to whole ticks, at least one
     * @param paint runs on JavaFX's thread once a period, and after {@link Painter#markDirty}
     */
    public Painter registerEvery(Duration period, Runnable paint) {
        return add(new Painter(paint, Math.max(1, period.toMillis() / PERIOD_MILLIS)));
    }

    private Painter add(Painter painter) {
        painters.add(painter);
        return painter;
    }

    private void tick() {
        ticks++;
        for (Painter painter : painters) {
            if (painter.everyTicks > 0 && ticks % painter.everyTicks == 0) {
                painter.markDirty();
            }
        }
        if (painters.stream().anyMatch(painter -> painter.dirty.get())
                && hopUnderWay.compareAndSet(false, true)) {
            Platform.runLater(this::paintDirty);
        }
    }

    private void paintDirty() {
        hopUnderWay.set(false);
        for (Painter painter : painters) {
            if (painter.dirty.getAndSet(false)) {
                painter.paint.run();
            }
        }
    }

    /** Stops the timer; what is dirty stays unpainted. */
    @Override
    public void close() {
        timer.shutdownNow();
        painters.clear();
    }

    /** One registered action. */
    public final class Painter implements AutoCloseable {
        private final Runnable paint;

        /** Dirty by itself each so many ticks; 0 for never. */
        private final long everyTicks;

        private final AtomicBoolean dirty = new AtomicBoolean();

        private Painter(Runnable paint, long everyTicks) {
            this.paint = paint;
            this.everyTicks = everyTicks;
        }

        /** Asks for a repaint at the next tick. Any thread. */
        public void markDirty() {
            dirty.set(true);
        }

        /** No more repaints. */
        @Override
        public void close() {
            painters.remove(this);
        }
    }
}
