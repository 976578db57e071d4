package dev.bulkhead.app.recording;

import dev.bulkhead.app.flight.Comparison.Change;
import dev.bulkhead.mibs.smi.Oid;

/**
 * An instance side by side, in texts that are inert.
 *
 * @param before its value in the first snapshot; "" for none
 * @param after its value in the second
 */
public record CompareLine(Change change, Oid oid, String name, String before, String after) {}
