package dev.bulkhead.app.polling;

import dev.bulkhead.app.formula.Formula;
import dev.bulkhead.engine.job.Target;
import java.util.List;
import java.util.Optional;

/**
 * A row that was kept, with what was found for it.
 *
 * @param target whom to ask; where it waits for its credential, a stand-in that is not asked
 * @param isWaiting whether it waits
 * @param formula what its text means now; empty for an instance
 */
public record RestoredPoll(
        KeptPoll kept, Target target, boolean isWaiting, Optional<Formula> formula) {
    PollRow row(PollContext context) {
        String label = kept.whom().label();
        PollRow row =
                switch (kept.what()) {
                    case KeptPoll.What.Instance(var oid) ->
                            new PollRow(
                                    new PollItem(target, label, List.of(oid)),
                                    oid,
                                    kept.every(),
                                    context);
                    case KeptPoll.What.Formula(String _, String title) ->
                            new PollRow(
                                    new PollItem(target, label, List.of()),
                                    formula.orElseThrow(),
                                    title,
                                    kept.every(),
                                    context);
                };
        row.settings(kept.settings());
        if (isWaiting) {
            row.waitFor(kept.whom());
        }
        return row;
    }
}
