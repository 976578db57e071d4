package dev.bulkhead.engine.simulator;

import org.jspecify.annotations.Nullable;
import org.snmp4j.smi.Variable;

/**
 * One instance of a model: how to read it and, if it is writable, how to write it.
 *
 * @param writing null if it is read-only
 */
record Cell(Reading reading, @Nullable Writing writing) {

    /** Where a value comes from. */
    @FunctionalInterface
    interface Reading {
        Variable of(DeviceState device);
    }

    /**
     * How a value is written.
     *
     * @param syntax what is accepted
     * @param effect what a write does
     */
    record Writing(Syntax syntax, Effect effect) {}

    /** What a write does to a device. */
    @FunctionalInterface
    interface Effect {
        void apply(DeviceState device, Variable value);
    }
}
