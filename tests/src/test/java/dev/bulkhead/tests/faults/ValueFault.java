package dev.bulkhead.tests.faults;

import static dev.bulkhead.tests.faults.Behaviour.answering;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/** Group D: values. */
@SuppressWarnings("ImmutableEnumChecker") // suppliers without state
enum ValueFault implements Fault {
    C32_WRAP(
            "the rate across the wrap is within 2 % of the true one",
            () -> counting((ticks, perSecond, bits) -> wrapping(1L << 32, ticks, perSecond))),
    C64_WRAP(
            "the rate across the wrap is within 2 % of the true one",
            () -> counting((ticks, perSecond, bits) -> wrapping(0, ticks, perSecond))),
    COUNTER_RESET("one gap for each reset; no spike", () -> owning(ValueFault::resetting)),
    COUNTER_BACK(
            "a gap, never a spike",
            () -> counting((ticks, perSecond, bits) -> stepping(ticks, perSecond, bits))),
    NEG_UNSIGNED(
            "the value is read as unsigned",
            () -> bending(ValueFault::isUnsigned, Ber.octets(0xF0, 0x21, 0x29, 0x90))),
    WIDE_UNSIGNED(
            "the value is right or marked; the others are kept",
            () -> bending(ValueFault::isUnsigned, Ber.octets(0, 0, 0, 0, 0xF0, 0x21, 0x29, 0x90))),
    WIDE_INT(
            "the value is as sent, or -1000, or marked; no crash",
            () -> bending(tag -> tag == Ber.INTEGER, Ber.octets(0, 0xFF, 0xFF, 0xFC, 0x18))),
    ZERO_LEN_INT(
            "the variable is marked and the others kept, or the message is refused",
            () ->
                    bending(
                            tag -> tag == Ber.INTEGER || tag == Ber.COUNTER_64 || isUnsigned(tag),
                            new byte[0])),
    OPAQUE_BAD(
            "shown as octets; no exception, no number",
            () ->
                    answering((asked, good) ->
                            good.withValues(i ->
                                    Ber.element(
                                            Ber.OPAQUE,
                                            Targets.OPAQUES.get(i % Targets.OPAQUES.size()))))),
    OVER_LONG_OID(
            "reported as malformed or accepted; no crash",
            () -> owning(device -> addRows(device, Device.IF_ENTRY.child(2), longIndexes()))),
    SUBID_MAX(
            "accepted, in the order of unsigned numbers",
            () -> owning(device -> addRows(device, Targets.IF_ALIAS, indexesBelow(1L << 32)))),
    SUBID_OVER(
            "reported as malformed, not cut",
            () -> owning(device -> addRows(device, Targets.IF_ALIAS, indexesBelow(1L << 35)))),
    EMPTY_OID(
            "shown as empty or 0.0; the rest of the table is kept",
            () ->
                    owning(device -> {
                        for (int i = 1; i <= Device.INTERFACES; i++) {
                            device.put(
                                    Device.IF_ENTRY.child(22, i),
                                    Ber.nothing(Ber.OBJECT_IDENTIFIER));
                        }
                    })),
    UNKNOWN_TAG(
            "the variable is marked and the rest kept, or the message is reported",
            () ->
                    answering((asked, good) ->
                            good.withValues(i ->
                                    i % 2 == 0
                                            ? good.variables().get(i).value()
                                            : Ber.element(unknownTag(i), Ber.octets(1, 2, 3, 4))))),
    NULL_VALUE(
            "no value, never 0",
            () ->
                    answering((asked, good) ->
                            asked.isGet() ? good.withValues(i -> Ber.nothing(Ber.NULL)) : good)),
    EVIL_TEXT(
            "octets are kept; shown and exported texts are inert",
            () -> owning(device -> describe(device, Targets.EVIL_TEXTS))),
    BAD_UTF8("octets are kept", () -> owning(device -> describe(device, Targets.BAD_UTF8))),
    LONG_STRING(
            "the whole text is there",
            () ->
                    owning(device ->
                            device.put(
                                    Device.SYSTEM.child(1, 0),
                                    Ber.text("x".repeat(Targets.LONG)))));

    /** A test of a tag. */
    private interface Tags {
        boolean have(int tag);
    }

    /** Steps back and resets come each so many ticks. */
    static final long PERIOD_TICKS = 150;

    private final String must;
    private final Supplier<Behaviour> behaviour;

    ValueFault(String must, Supplier<Behaviour> behaviour) {
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

    private static boolean isUnsigned(int tag) {
        return tag == Ber.COUNTER_32 || tag == Ber.GAUGE_32 || tag == Ber.TIME_TICKS;
    }

    private static Behaviour owning(Consumer<Device> change) {
        return Behaviour.owning(() -> {
            Device device = new Device();
            change.accept(device);
            return device;
        });
    }

    private static Behaviour counting(Device.Counting counting) {
        return owning(device -> device.count(counting));
    }

    /** Reaches its end a second after the start. */
    private static long wrapping(long range, long ticks, long perSecond) {
        return range - perSecond + perSecond * ticks / 100;
    }

    private static long stepping(long ticks, long perSecond, int bits) {
        long value = (bits == 64 ? 1L << 40 : 100_000_000) + perSecond * ticks / 100;
        return ticks / PERIOD_TICKS % 2 == 0 ? value : value - value / 100;
    }

    private static void resetting(Device device) {
        device.count((ticks, perSecond, bits) -> perSecond * (ticks % PERIOD_TICKS) / 100);
        device.discontinuityAt(ticks -> ticks - ticks % PERIOD_TICKS);
    }

    private static Behaviour bending(Tags tags, byte[] content) {
        return answering((asked, good) ->
                good.withValues(i -> {
                    Pdu.Variable variable = good.variables().get(i);
                    return tags.have(variable.tag())
                            ? Ber.element(variable.tag(), content)
                            : variable.value();
                }));
    }

    private static int unknownTag(int i) {
        return switch (i / 2 % 3) {
            case 0 -> 0x4B;
            case 1 -> 0xBF;
            default -> 0x1F;
        };
    }

    private static void addRows(Device device, Name column, List<Name> indexes) {
        for (Name index : indexes) {
            Name name = column;
            for (long subIdentifier : index.subIdentifiers()) {
                name = name.child(subIdentifier);
            }
            device.put(name, Ber.text("more"));
        }
    }

    /** Five indexes that make names of 200 sub-identifiers. */
    private static List<Name> longIndexes() {
        return LongStream.rangeClosed(1, 5)
                .mapToObj(i -> new Name(Collections.nCopies(190, 9000 + i)))
                .toList();
    }

    private static List<Name> indexesBelow(long end) {
        return LongStream.range(end - 5, end).mapToObj(i -> new Name(List.of(i))).toList();
    }

    private static void describe(Device device, List<byte[]> texts) {
        for (int i = 0; i < texts.size(); i++) {
            device.put(
                    Device.IF_ENTRY.child(2, 1L + i), Ber.element(Ber.OCTET_STRING, texts.get(i)));
        }
    }

    static List<byte[]> utf8(String... texts) {
        return Arrays.stream(texts).map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
    }
}
