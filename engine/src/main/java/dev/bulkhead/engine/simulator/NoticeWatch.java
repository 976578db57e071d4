package dev.bulkhead.engine.simulator;

import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Looks ten times a second whether a device with a sink has something to tell. */
final class NoticeWatch implements AutoCloseable {
    private static final long EVERY_MILLIS = 100;

    private final @Nullable ScheduledExecutorService ticker;

    private NoticeWatch(@Nullable ScheduledExecutorService ticker) {
        this.ticker = ticker;
    }

    /** Starts watching; without any sink there is no thread. */
    static NoticeWatch start(List<DeviceNode> nodes) throws SimulatorException {
        List<NoticeSender> senders = new ArrayList<>();
        for (DeviceNode node : nodes) {
            String sink = node.spec().notificationSink().orElse("");
            if (!sink.isEmpty()) {
                NoticeSender sender = sender(node, sink);
                node.state().tell(sender);
                senders.add(sender);
            }
        }
        if (senders.isEmpty()) {
            return new NoticeWatch(null);
        }
        ScheduledExecutorService ticker =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("simulator-notices").factory());
        var _ =
                ticker.scheduleAtFixedRate(
                        () -> senders.forEach(NoticeSender::look),
                        EVERY_MILLIS,
                        EVERY_MILLIS,
                        TimeUnit.MILLISECONDS);
        return new NoticeWatch(ticker);
    }

    private static NoticeSender sender(DeviceNode node, String sink) throws SimulatorException {
        try {
            return new NoticeSender(node, sink);
        } catch (UnknownHostException | RuntimeException e) {
            throw new SimulatorException(
                    node.spec().name()
                            + " cannot send notifications to \""
                            + sink
                            + "\": give host:port, such as 127.0.0.1:162",
                    e);
        }
    }

    @Override
    public void close() {
        if (ticker != null) {
            ticker.shutdownNow();
        }
    }
}
