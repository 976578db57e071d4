package dev.bulkhead.app.formula;

import dev.bulkhead.mibs.smi.Oid;

/**
 * An instance that a formula asks for.
 *
 * @param name in short, such as {@code ifHCInOctets.1}
 * @param unit of its number, such as {@code B/s} of a counter of octets; may be ""
 * @param isRaw whether a counter's value is meant, not its rate
 */
public record Operand(String name, Oid instance, String unit, boolean isRaw) {}
