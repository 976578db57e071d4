package dev.bulkhead.tests.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Answers requests from a device's tree as RFC 3416 §4.2 says, with a behaviour's faults. */
final class Responder {
    /** Octets of values in one answer, unless a single value is longer. */
    private static final int MUCH = 1_300;

    private final Behaviour behaviour;
    private final Asked asked;
    private final List<Pdu.Variable> variables = new ArrayList<>();
    private int octets;

    private Responder(Behaviour behaviour, Asked asked) {
        this.behaviour = behaviour;
        this.asked = asked;
    }

    static Pdu answer(Behaviour behaviour, Asked asked) {
        Responder responder = new Responder(behaviour, asked);
        Pdu good =
                switch (asked.pdu().type()) {
                    case Pdu.GET -> responder.get();
                    case Pdu.GET_NEXT -> responder.next();
                    case Pdu.GET_BULK -> responder.bulk();
                    default ->
                            throw new IllegalArgumentException(
                                    "a request of type " + asked.pdu().type());
                };
        return behaviour.answer(asked, good);
    }

    private Pdu get() {
        for (Name name : asked.pdu().names()) {
            Optional<byte[]> value = asked.device().value(name).filter(this::isAllowed);
            if (value.isEmpty() && asked.v1()) {
                return asked.pdu().error(Pdu.NO_SUCH_NAME, variables.size() + 1);
            }
            variables.add(Pdu.Variable.of(name, value.orElseGet(() -> exception(name))));
        }
        return asked.pdu().answer(variables);
    }

    private byte[] exception(Name name) {
        boolean hasObject = asked.device().hasObjectOf(name);
        return Ber.nothing(hasObject ? Ber.NO_SUCH_INSTANCE : Ber.NO_SUCH_OBJECT);
    }

    /** A v1 agent has no 64-bit counters. */
    private boolean isAllowed(byte[] value) {
        return !(asked.v1() && (value[0] & 0xFF) == Ber.COUNTER_64);
    }

    private Optional<Pdu.Variable> step(Name from) {
        Optional<Pdu.Variable> next = behaviour.step(asked, from);
        while (next.isPresent() && !isAllowed(next.get().value())) {
            next = behaviour.step(asked, next.get().asked());
        }
        return next;
    }

    private Pdu next() {
        for (Name from : asked.pdu().names()) {
            Optional<Pdu.Variable> next = step(from).or(() -> end(from));
            if (next.isEmpty()) {
                return endError();
            }
            variables.add(next.get());
        }
        return asked.pdu().answer(variables);
    }

    private Optional<Pdu.Variable> end(Name from) {
        return switch (behaviour.end(asked)) {
            case OF_MIB_VIEW ->
                    Optional.of(Pdu.Variable.of(from, Ber.nothing(Ber.END_OF_MIB_VIEW)));
            case NULL_VALUE -> Optional.of(Pdu.Variable.of(from, Ber.nothing(Ber.NULL)));
            case NO_SUCH_NAME, GEN_ERR -> Optional.empty();
        };
    }

    private Pdu endError() {
        boolean isGenErr = behaviour.end(asked) == Behaviour.End.GEN_ERR;
        int status = isGenErr ? Pdu.GEN_ERR : Pdu.NO_SUCH_NAME;
        return asked.pdu().error(status, variables.size() + 1);
    }

    private Pdu bulk() {
        List<Name> cursors = new ArrayList<>(asked.pdu().names());
        int rows = behaviour.rows(asked.pdu().index());
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < cursors.size(); column++) {
                Name from = cursors.get(column);
                Optional<Pdu.Variable> next = step(from).or(() -> end(from));
                if (next.isEmpty() && variables.isEmpty()) {
                    return endError();
                }
                if (next.isEmpty() || isFull(next.get())) {
                    return asked.pdu().answer(variables);
                }
                variables.add(next.get());
                cursors.set(column, next.get().asked());
            }
        }
        return asked.pdu().answer(variables);
    }

    private boolean isFull(Pdu.Variable variable) {
        octets += variable.name().length + variable.value().length + 4;
        return octets > MUCH && !variables.isEmpty();
    }
}
