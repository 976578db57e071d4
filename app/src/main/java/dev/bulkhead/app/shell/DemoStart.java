package dev.bulkhead.app.shell;

import dev.bulkhead.app.agent.Device;
import dev.bulkhead.app.agent.TargetViewModel;
import dev.bulkhead.app.fx.Background;
import dev.bulkhead.app.i18n.Words;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Starts the demo network and puts its devices into the address list. */
record DemoStart(
        Supplier<CompletableFuture<List<Device>>> demo,
        TargetViewModel target,
        StatusViewModel status) {
    /**
     * Starts it, or says why that failed.
     *
     * @param ready told of its devices, on JavaFX's thread
     */
    void start(Consumer<List<Device>> ready) {
        status.say(Words.text("status.demo-starting"));
        var _ =
                demo.get()
                        .whenComplete((devices, problem) ->
                                Background.handOver(() -> started(devices, problem, ready)));
    }

    private void started(
            List<Device> devices, @Nullable Throwable problem, Consumer<List<Device>> ready) {
        if (problem != null) {
            status.fail(Words.text("status.demo-failed", String.valueOf(problem.getMessage())));
            return;
        }
        target.offer(devices);
        target.addressProperty().set(devices.getFirst().label());
        status.done(Words.text("status.demo-ready", devices.size()));
        ready.accept(devices);
    }
}
