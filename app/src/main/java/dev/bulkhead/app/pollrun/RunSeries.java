package dev.bulkhead.app.pollrun;

import dev.bulkhead.app.formula.Formula;
import dev.bulkhead.app.pollset.Alarm;
import dev.bulkhead.mibs.smi.Oid;
import java.time.Duration;
import java.util.Optional;

/**
 * What is polled of one device: an instance, or a formula. Two are equal only if they are the same
 * object.
 *
 * @param address {@code host:port}
 * @param object the object's name, a formula's name, or an OID that no module knows
 * @param instance what follows the object's name and a dot; "" of formulas
 * @param oid of the instance; of a formula its first operand's
 * @param unit of the value, in short; "" if there is none
 */
public record RunSeries(
        String device,
        String address,
        String group,
        String object,
        String instance,
        Oid oid,
        Optional<Formula> formula,
        String unit,
        Optional<Alarm> alarm,
        Duration every) {
    /** {@code ifHCInOctets.3}, or the formula's name. */
    public String name() {
        return instance.isEmpty() ? object : object + "." + instance;
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
