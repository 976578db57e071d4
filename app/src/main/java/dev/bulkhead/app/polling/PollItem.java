package dev.bulkhead.app.polling;

import dev.bulkhead.engine.job.Target;
import dev.bulkhead.mibs.smi.Oid;
import java.util.List;

/**
 * What is to be polled of one target.
 *
 * @param targetLabel what the user calls the target
 */
public record PollItem(Target target, String targetLabel, List<Oid> instances) {
    public PollItem {
        instances = List.copyOf(instances);
    }
}
