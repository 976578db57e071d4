package dev.bulkhead.app.mibtree;

import java.time.Duration;
import java.util.Optional;

/**
 * How loading modules went.
 *
 * @param modules how many are loaded now
 * @param objects how many OBJECT-TYPEs they have
 * @param asked how many stand in the files that were asked for; 0 where none were
 * @param errors faults found in the files that were asked for
 * @param warnings lesser ones, likewise
 * @param problem why nothing was loaded, if so
 */
public record LoadReport(
        int modules,
        int objects,
        int asked,
        long errors,
        long warnings,
        Duration duration,
        Optional<String> problem) {}
