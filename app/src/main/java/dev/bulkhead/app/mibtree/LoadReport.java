package dev.bulkhead.app.mibtree;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How loading modules went.
 *
 * @param modules how many are loaded now
 * @param objects how many OBJECT-TYPEs they have
 * @param added the files, folders and archives that were asked for; empty for what is known
 * @param asked how many modules stand in these
 * @param errors faults found in the files that were asked for
 * @param warnings lesser ones, likewise
 * @param problem why nothing was loaded, if so
 */
public record LoadReport(
        int modules,
        int objects,
        List<Path> added,
        int asked,
        long errors,
        long warnings,
        Duration duration,
        Optional<String> problem) {
    public LoadReport {
        added = List.copyOf(added);
    }
}
