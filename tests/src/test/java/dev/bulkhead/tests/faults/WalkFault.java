package dev.bulkhead.tests.faults;

import static dev.bulkhead.tests.faults.Behaviour.answering;
import static dev.bulkhead.tests.faults.Behaviour.stepping;

import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/** Group C: walks. */
@SuppressWarnings("ImmutableEnumChecker") // suppliers without state
enum WalkFault implements Fault {
    WALK_LOOP(
            "stops at the first name that does not increase; rows are kept",
            () -> stepping((asked, from) -> ring(from))),
    WALK_SAME(
            "stops after one request: OID not increasing",
            () -> stepping((asked, from) -> Optional.of(Pdu.Variable.of(from, Ber.integer(1))))),
    WALK_ENDLESS(
            "stops at the limit of rows or time; rows so far are kept",
            () -> stepping((asked, from) -> endless(from))),
    END_GENERR(
            "the walk ends with a warning; rows are kept",
            () -> Behaviour.ending(Behaviour.End.GEN_ERR)),
    END_NULL(
            "the walk ends: OID not increasing; rows are kept",
            () -> Behaviour.ending(Behaviour.End.NULL_VALUE)),
    V1_EXCEPTIONS("the walk ends; no crash", V1Exceptions::new),
    HOLE_EXCEPTION(
            "skips the hole and goes on by name, or ends with a message",
            () -> answering(WalkFault::hole)),
    SPARSE(
            "cells stand in their own rows; missing ones are missing",
            () -> Behaviour.owning(WalkFault::sparse)),
    REBOOT("a discontinuity, no huge or negative rate; the table is read again", Reboot::new);

    /** The interface whose cells are a hole. */
    static final int HOLE = 5;

    private static final Name IF_DESCR = Device.IF_ENTRY.child(2);

    private final String must;
    private final Supplier<Behaviour> behaviour;

    WalkFault(String must, Supplier<Behaviour> behaviour) {
        this.must = must;
        this.behaviour = behaviour;
    }

    @Override
    public String must() {
        return must;
    }

    @Override
    public Behaviour behaviour() {
        return behaviour.get();
    }

    private static Optional<Pdu.Variable> ring(Name from) {
        long last = from.size() > IF_DESCR.size() ? from.last() : 0;
        long next = last % Targets.RING + 1;
        return Optional.of(Pdu.Variable.of(IF_DESCR.child(next), Ber.text("ring " + next)));
    }

    private static Optional<Pdu.Variable> endless(Name from) {
        long last = from.size() > IF_DESCR.size() ? from.last() : 0;
        Name next = IF_DESCR.child(last + 1);
        return Optional.of(Pdu.Variable.of(next, Ber.text("endless " + last + "e".repeat(90))));
    }

    private static Pdu hole(Asked asked, Pdu good) {
        return asked.isGet()
                ? good
                : good.withVariables(
                        good.variables().stream()
                                .map(variable ->
                                        variable.asked().last() == HOLE
                                                ? variable.withValue(
                                                        Ber.nothing(Ber.NO_SUCH_INSTANCE))
                                                : variable)
                                .toList());
    }

    /** A device that lacks about a third of its cells, the same in each run. */
    static Device sparse() {
        Device device = new Device();
        Random random = new Random(7);
        for (Name name : device.below(Device.IF_ENTRY)) {
            if (name.at(Device.IF_ENTRY.size()) > 1 && random.nextInt(3) == 0) {
                device.remove(name);
            }
        }
        return device;
    }

    /** A v1 agent that knows the exceptions of v2. */
    private static final class V1Exceptions implements Behaviour {
        @Override
        public End end(Asked asked) {
            return End.OF_MIB_VIEW;
        }

        @Override
        public Pdu answer(Asked asked, Pdu good) {
            return asked.isGet() && good.status() == Pdu.NO_SUCH_NAME
                    ? asked.pdu()
                            .answer(asked.pdu().variables())
                            .withValues(i -> Ber.nothing(Ber.NO_SUCH_OBJECT))
                    : good;
        }
    }

    /** Silent for a while after some requests; then everything began anew, with other indexes. */
    private static final class Reboot implements Behaviour {
        private static final int SHIFT = 1000;
        private static final long SILENT_NANOS = 500_000_000;

        private long upNanos;

        @Override
        public Device prepare(int number, Device before) {
            if (number <= Targets.REBOOT_AFTER || upNanos != 0) {
                return before;
            }
            upNanos = System.nanoTime() + SILENT_NANOS;
            Device after = new Device(SHIFT);
            after.count((ticks, perSecond, bits) -> perSecond * ticks / 100);
            after.startAt(upNanos);
            return after;
        }

        @Override
        public boolean hears(Asked asked) {
            return upNanos == 0 || System.nanoTime() - upNanos > 0;
        }
    }
}
