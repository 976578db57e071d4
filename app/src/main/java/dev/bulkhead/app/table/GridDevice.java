package dev.bulkhead.app.table;

import dev.bulkhead.engine.job.Target;

/**
 * A device that a table is read of.
 *
 * @param label what the user calls it
 */
public record GridDevice(String label, Target target) {}
