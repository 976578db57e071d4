package dev.bulkhead.engine.supervisor;

import dev.bulkhead.engine.discovery.Discovery;
import dev.bulkhead.engine.discovery.SweepProgress;
import dev.bulkhead.engine.job.StartPoint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a sweep has told so far, through all its workers. All endpoints before {@code position} are
 * done; a replacement worker begins there, asks again what its predecessor had under way, and what
 * it finds a second time is left out here. One thread.
 */
final class SweepRecord {
    private long position;
    private final Set<Long> toldBehind = new HashSet<>();
    private long answered;
    private long refused;
    private long unsentBefore;
    private long unsent;

    /** Those that were not told before. */
    List<Discovery> fresh(List<Discovery> discoveries) {
        List<Discovery> fresh = new ArrayList<>(discoveries.size());
        for (Discovery discovery : discoveries) {
            if (discovery.position() < position || !toldBehind.add(discovery.position())) {
                continue;
            }
            fresh.add(discovery);
            switch (discovery) {
                case Discovery.Answered _ -> answered++;
                case Discovery.Refused _ -> refused++;
                case Discovery.Unresolved _ -> {}
            }
        }
        return fresh;
    }

    /** Takes a worker's mark; the progress of the job. */
    SweepProgress swept(long done, SweepProgress worker) {
        position = Math.max(position, done);
        toldBehind.removeIf(told -> told < position);
        unsent = worker.unsent();
        return new SweepProgress(
                worker.total(), worker.done(), answered, refused, unsentBefore + unsent);
    }

    /** Where the next worker begins. */
    StartPoint startPoint() {
        unsentBefore += unsent;
        unsent = 0;
        return StartPoint.ofRound(position, 0);
    }
}
