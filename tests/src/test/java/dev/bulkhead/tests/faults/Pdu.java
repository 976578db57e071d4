package dev.bulkhead.tests.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * A PDU (RFC 3416 §3).
 *
 * @param status error-status, or non-repeaters of a GETBULK
 * @param index error-index, or max-repetitions of a GETBULK
 */
record Pdu(int type, int requestId, int status, int index, List<Variable> variables) {
    static final int GET = 0xA0;
    static final int GET_NEXT = 0xA1;
    static final int RESPONSE = 0xA2;
    static final int TRAP_OF_V1 = 0xA4;
    static final int GET_BULK = 0xA5;
    static final int INFORM = 0xA6;
    static final int TRAP = 0xA7;
    static final int REPORT = 0xA8;

    static final int TOO_BIG = 1;
    static final int NO_SUCH_NAME = 2;
    static final int GEN_ERR = 5;
    static final int AUTHORIZATION_ERROR = 16;

    /** A name and a value, both as elements, so that either may be broken. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Variable(byte[] name, byte[] value) {
        static Variable of(Name name, byte[] value) {
            return new Variable(Ber.name(name), value);
        }

        Name asked() {
            return new BerCursor(name).name();
        }

        int tag() {
            return value[0] & 0xFF;
        }

        Variable withValue(byte[] other) {
            return new Variable(name, other);
        }
    }

    Pdu {
        variables = List.copyOf(variables);
    }

    static Pdu read(BerCursor cursor) {
        int type = cursor.peekTag();
        BerCursor inside = cursor.enter();
        int requestId = inside.integer();
        int status = inside.integer();
        int index = inside.integer();
        List<Variable> variables = new ArrayList<>();
        BerCursor list = inside.enter();
        while (list.hasMore()) {
            BerCursor variable = list.enter();
            variables.add(new Variable(variable.element(), variable.element()));
        }
        return new Pdu(type, requestId, status, index, variables);
    }

    byte[] octets() {
        byte[][] list =
                variables.stream()
                        .map(variable -> Ber.sequence(variable.name(), variable.value()))
                        .toArray(byte[][]::new);
        return Ber.element(
                type,
                Ber.integer(requestId),
                Ber.integer(status),
                Ber.integer(index),
                Ber.sequence(list));
    }

    List<Name> names() {
        return variables.stream().map(Variable::asked).toList();
    }

    Pdu withType(int other) {
        return new Pdu(other, requestId, status, index, variables);
    }

    Pdu withRequestId(int other) {
        return new Pdu(type, other, status, index, variables);
    }

    Pdu withVariables(List<Variable> others) {
        return new Pdu(type, requestId, status, index, others);
    }

    /** The same with other values, made from each variable's place. */
    Pdu withValues(IntFunction<byte[]> values) {
        List<Variable> others = new ArrayList<>();
        for (int i = 0; i < variables.size(); i++) {
            others.add(variables.get(i).withValue(values.apply(i)));
        }
        return withVariables(others);
    }

    /** The answer to this request without an error. */
    Pdu answer(List<Variable> values) {
        return new Pdu(RESPONSE, requestId, 0, 0, values);
    }

    /** The answer to this request with an error, which repeats what was asked. */
    Pdu error(int errorStatus, int errorIndex) {
        return new Pdu(RESPONSE, requestId, errorStatus, errorIndex, variables);
    }
}
