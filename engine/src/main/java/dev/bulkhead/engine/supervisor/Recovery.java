package dev.bulkhead.engine.supervisor;

import dev.bulkhead.engine.job.Endpoint;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.SimulatedDevice;
import dev.bulkhead.engine.sample.Failure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What to do when a worker died in the midst of a job.
 *
 * <p>Reading again does no harm: get, walk, table and poll go on with another worker, within the
 * {@link RestartPolicy}. A set is never repeated: nobody knows whether the agent has made the
 * change.
 */
final class Recovery {
    /** Go on or not. */
    sealed interface Decision {
        record Restart(Duration pause) implements Decision {}

        record GiveUp(Optional<Failure> why) implements Decision {}
    }

    private final JobSpec spec;
    private final RestartPolicy policy;

    Recovery(JobSpec spec, RestartPolicy policy) {
        this.spec = spec;
        this.policy = policy;
    }

    Decision decide(WorkerExit exit, boolean gaveSome, long nowNanos) {
        String death = word(exit.kind()) + " (" + exit.detail() + ")";
        if (spec instanceof JobSpec.Set) {
            return giveUp(
                    "it was "
                            + death
                            + " during a set, and whether the agent made the change is not known");
        }
        if (spec instanceof JobSpec.Notify) {
            return giveUp("it was " + death + ", and whether the notification was sent is unknown");
        }
        if (spec instanceof JobSpec.Get && gaveSome) {
            return giveUp("it was " + death + " after the values came");
        }
        Optional<Duration> pause = policy.died(nowNanos);
        return pause.<Decision>map(Decision.Restart::new)
                .orElseGet(() -> giveUp("it died too often, last " + death));
    }

    private static Decision giveUp(String why) {
        return new Decision.GiveUp(Optional.of(new Failure.WorkerLost(why)));
    }

    static String word(WorkerExit.Kind kind) {
        return switch (kind) {
            case FINISHED -> "finished";
            case STOPPED -> "stopped";
            case CRASHED -> "crashed";
            case OUT_OF_MEMORY -> "out of memory";
            case HUNG -> "hung";
            case KILLED -> "killed";
        };
    }

    /** A simulator or listener with the ports that it got, so that its replacement has the same. */
    static JobSpec withAddresses(JobSpec spec, List<String> addresses) {
        if (spec instanceof JobSpec.Listen listen
                && listen.endpoints().size() == addresses.size()) {
            List<Endpoint> endpoints = new ArrayList<>();
            for (int i = 0; i < addresses.size(); i++) {
                endpoints.add(listen.endpoints().get(i).withPort(portOf(addresses.get(i))));
            }
            return new JobSpec.Listen(
                    endpoints, listen.users(), listen.certificates(), listen.maxPerSecond());
        }
        if (!(spec instanceof JobSpec.Simulate simulate)
                || simulate.devices().size() != addresses.size()) {
            return spec;
        }
        List<SimulatedDevice> devices = new ArrayList<>();
        for (int i = 0; i < addresses.size(); i++) {
            devices.add(withPort(simulate.devices().get(i), portOf(addresses.get(i))));
        }
        return new JobSpec.Simulate(devices);
    }

    private static int portOf(String address) {
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
    }

    private static SimulatedDevice withPort(SimulatedDevice device, int port) {
        return new SimulatedDevice(
                device.name(),
                device.model(),
                device.host(),
                port,
                device.readCommunity(),
                device.writeCommunity(),
                device.users(),
                device.notificationSink());
    }
}
