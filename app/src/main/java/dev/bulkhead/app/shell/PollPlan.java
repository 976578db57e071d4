package dev.bulkhead.app.shell;

import dev.bulkhead.engine.job.Target;
import dev.bulkhead.mibs.smi.Oid;
import java.util.List;

/**
 * What is to be polled.
 *
 * @param device what the user calls the target
 */
public record PollPlan(Target target, String device, List<Oid> instances) {
    public PollPlan {
        instances = List.copyOf(instances);
    }
}
