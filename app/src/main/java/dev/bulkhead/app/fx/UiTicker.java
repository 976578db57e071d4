package dev.bulkhead.app.fx;

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
        Painter painter = new Painter(paint);
        painters.add(painter);
        return painter;
    }

    private void tick() {
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
        private final AtomicBoolean dirty = new AtomicBoolean();

        private Painter(Runnable paint) {
            this.paint = paint;
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
