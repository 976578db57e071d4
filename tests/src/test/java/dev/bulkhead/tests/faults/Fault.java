package dev.bulkhead.tests.faults;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What an agent does wrong. Each group's faults are an enum of its own. */
sealed interface Fault
        permits TransportFault, HeaderFault, WalkFault, ValueFault, StructureFault, UsmFault {
    /** The enum's constant. */
    String name();

    /** What a manager must make of it. */
    String must();

    /** A new agent's way to do it. */
    Behaviour behaviour();

    /** Its name as in documents: {@code walk-loop}. */
    default String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** All of them, in order. */
    static List<Fault> all() {
        return Stream.<Fault[]>of(
                        TransportFault.values(),
                        HeaderFault.values(),
                        WalkFault.values(),
                        ValueFault.values(),
                        StructureFault.values(),
                        UsmFault.values())
                .flatMap(Arrays::stream)
                .toList();
    }
}
