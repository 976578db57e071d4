package dev.bulkhead.tests.faults;

import static dev.bulkhead.tests.faults.Behaviour.answering;
import static dev.bulkhead.tests.faults.Behaviour.spoiling;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** Group E: the structure of BER. */
@SuppressWarnings("ImmutableEnumChecker") // suppliers without state
enum StructureFault implements Fault {
    TRUNCATED(
            "ignored and counted as malformed; times out",
            () ->
                    spoiling((asked, good) ->
                            Arrays.copyOf(good, 1 + asked.random().nextInt(good.length - 1)))),
    TRAILING(
            "taken, or dropped with a reason",
            () -> spoiling((asked, good) -> Ber.join(good, Ber.octets(0)))),
    LEN_OVER("ignored and counted", () -> spoiling((asked, good) -> tooLong(good))),
    LEN_NEGATIVE(
            "ignored; nothing of that size is allocated",
            () -> answering((asked, good) -> good.withValues(StructureFault::negative))),
    INDEFINITE("ignored and counted", () -> spoiling((asked, good) -> indefinite(good))),
    DEEP_NESTING(
            "ignored; the worker lives",
            () -> answering((asked, good) -> good.withValues(i -> nested(asked)))),
    BAD_OID_BYTE("ignored or marked", () -> answering((asked, good) -> unendedNames(good))),
    FUZZ("no crash, hang or leak", Fuzz::new);

    private static final int DEPTH = 20_000;

    private final String must;
    private final Supplier<Behaviour> behaviour;

    StructureFault(String must, Supplier<Behaviour> behaviour) {
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

    private static byte[] tooLong(byte[] good) {
        byte[] content = new BerCursor(good).enter().rest();
        return Ber.join(Ber.octets(Ber.SEQUENCE), Ber.length(content.length + 100), content);
    }

    private static byte[] negative(int place) {
        byte[] length =
                switch (place % 4) {
                    case 0 -> Ber.octets(0x84, 0xFF, 0xFF, 0xFF, 0xFF);
                    case 1 -> Ber.octets(0x88, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xEE);
                    case 2 -> Ber.octets(0x84, 0x7F, 0xFF, 0xFF, 0xFF);
                    default -> Ber.octets(0x88, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF);
                };
        return Ber.join(Ber.octets(Ber.OCTET_STRING), length, Ber.octets(1, 2, 3));
    }

    /** All constructed elements end by a mark in place of having a length. */
    private static byte[] indefinite(byte[] element) {
        int tag = element[0] & 0xFF;
        if ((tag & 0x20) == 0) {
            return element;
        }
        byte[] inside = {};
        BerCursor cursor = new BerCursor(element).enter();
        while (cursor.hasMore()) {
            inside = Ber.join(inside, indefinite(cursor.element()));
        }
        return Ber.join(Ber.octets(tag, 0x80), inside, Ber.octets(0, 0));
    }

    /** Nested sequences without an end, and with one, in turn. */
    private static byte[] nested(Asked asked) {
        if (asked.number() % 2 == 0) {
            byte[] endless = new byte[2 * DEPTH];
            for (int i = 0; i < DEPTH; i++) {
                endless[2 * i] = Ber.SEQUENCE;
                endless[2 * i + 1] = (byte) 0x80;
            }
            return endless;
        }
        byte[] nest = {};
        while (nest.length < 20_000) {
            nest = Ber.sequence(nest);
        }
        return nest;
    }

    private static Pdu unendedNames(Pdu good) {
        List<Pdu.Variable> unended =
                good.variables().stream()
                        .map(variable -> {
                            byte[] name = variable.name().clone();
                            name[name.length - 1] |= (byte) 0x80;
                            return new Pdu.Variable(name, variable.value());
                        })
                        .toList();
        return good.withVariables(unended);
    }
}
