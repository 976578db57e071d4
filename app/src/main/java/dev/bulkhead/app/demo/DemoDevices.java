package dev.bulkhead.app.demo;

import dev.bulkhead.app.agent.Device;
import dev.bulkhead.app.polling.JobStarter;
import dev.bulkhead.engine.JobEvent;
import dev.bulkhead.engine.JobHandle;
import dev.bulkhead.engine.job.DemoNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Starts the demo network, in a child JVM like every job, and keeps it until the program ends. */
public final class DemoDevices {
    private static final List<String> NAMES = List.of(DemoNetwork.SWITCH, DemoNetwork.SERVER);

    private final JobStarter jobs;
    private @Nullable JobHandle job;
    private CompletableFuture<List<Device>> ready = new CompletableFuture<>();

    public DemoDevices(JobStarter jobs) {
        this.jobs = jobs;
    }

    /**
     * Starts the network unless it runs already.
     *
     * @return the devices once they answer, or an {@link IllegalStateException} that says why they
     *     do not; completed on an engine thread
     */
    public synchronized CompletableFuture<List<Device>> start() {
        if (job == null || job.isDone()) {
            CompletableFuture<List<Device>> promise = new CompletableFuture<>();
            ready = promise;
            job = jobs.submit(DemoNetwork.spec(), event -> on(event, promise));
        }
        return ready;
    }

    private static void on(JobEvent event, CompletableFuture<List<Device>> promise) {
        switch (event) {
            case JobEvent.Listening listening -> promise.complete(devices(listening.addresses()));
            case JobEvent.Failed failed ->
                    promise.completeExceptionally(
                            new IllegalStateException(failed.failure().message()));
            default -> {}
        }
    }

    private static List<Device> devices(List<String> addresses) {
        List<Device> devices = new ArrayList<>();
        for (int i = 0; i < Math.min(addresses.size(), NAMES.size()); i++) {
            Device at = Device.parse(addresses.get(i));
            devices.add(new Device(NAMES.get(i), at.host(), at.port()));
        }
        return devices;
    }
}
