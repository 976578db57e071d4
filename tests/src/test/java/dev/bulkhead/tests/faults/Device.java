package dev.bulkhead.tests.faults;

import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongUnaryOperator;
import java.util.function.Supplier;

/**
 * What a hostile agent has to tell: the system group, ifTable and ifXTable, a packet counter.
 *
 * <p>Time stands still while a request is answered and counters follow sysUpTime to the tick, so
 * interface i counts exactly i × 1000 octets a second in and half as many out. On the agent's
 * thread.
 */
final class Device {
    static final int INTERFACES = 8;
    static final Name SYSTEM = Name.parse("1.3.6.1.2.1.1");
    static final Name IF_ENTRY = Name.parse("1.3.6.1.2.1.2.2.1");
    static final Name IF_X_ENTRY = Name.parse("1.3.6.1.2.1.31.1.1.1");
    static final Name IN_PACKETS = Name.parse("1.3.6.1.2.1.11.1.0");

    /** The number of the request that is answered: no two answers have the same. */
    static final Name RECEIPT = Name.parse("1.3.6.1.4.1.8072.9999.9999.1.0");

    private static final int IF_X_COLUMNS = 19;

    /** What a counter shows. */
    interface Counting {
        /**
         * A counter's value; for 64 bits to be read as unsigned.
         *
         * @param ticks since the device started
         * @param perSecond a multiple of 10
         * @param bits 32 or 64
         */
        long value(long ticks, long perSecond, int bits);
    }

    private final NavigableMap<Name, Supplier<byte[]>> values = new TreeMap<>();
    private Counting counting =
            (ticks, perSecond, bits) ->
                    (bits == 64 ? 1L << 40 : 1_000_000) + perSecond * ticks / 100;
    private LongUnaryOperator discontinuity = ticks -> 0;
    private long startNanos = System.nanoTime();
    private long ticks;
    private int receipt;

    Device() {
        this(0);
    }

    /** A device whose interfaces have other numbers, that much higher. */
    Device(int shift) {
        put(SYSTEM.child(1, 0), Ber.text("hostile agent"));
        put(SYSTEM.child(2, 0), Ber.name(Name.parse("1.3.6.1.4.1.8072.9999.9999.1")));
        put(SYSTEM.child(3, 0), () -> Ber.unsigned(Ber.TIME_TICKS, ticks));
        put(SYSTEM.child(4, 0), Ber.text("nobody@localhost"));
        put(SYSTEM.child(5, 0), Ber.text("hostile"));
        put(SYSTEM.child(6, 0), Ber.text("loopback"));
        put(SYSTEM.child(7, 0), Ber.integer(72));
        put(IN_PACKETS, () -> counter(Ber.COUNTER_32, 100));
        put(RECEIPT, () -> Ber.integer(receipt));
        for (int i = 1; i <= INTERFACES; i++) {
            putInterface(i, i + shift);
        }
    }

    private void putInterface(int i, int index) {
        for (int column = 1; column <= 22; column++) {
            put(IF_ENTRY.child(column, index), ifCell(i, index, column));
        }
        for (int column = 1; column <= IF_X_COLUMNS; column++) {
            put(IF_X_ENTRY.child(column, index), ifXCell(i, column));
        }
    }

    private Supplier<byte[]> ifCell(int i, int index, int column) {
        return switch (column) {
            case 1 -> () -> Ber.integer(index);
            case 2 -> () -> Ber.text(descr(i));
            case 3 -> () -> Ber.integer(6);
            case 4 -> () -> Ber.integer(1500);
            case 5 -> () -> Ber.unsigned(Ber.GAUGE_32, 1_000_000_000);
            case 6 -> () -> Ber.element(Ber.OCTET_STRING, Ber.octets(2, 0, 0, 0, 0, i));
            case 7, 8 -> () -> Ber.integer(1);
            case 9 -> () -> Ber.unsigned(Ber.TIME_TICKS, 100L * i);
            case 10 -> () -> counter(Ber.COUNTER_32, 1000L * i);
            case 16 -> () -> counter(Ber.COUNTER_32, 500L * i);
            case 21 -> () -> Ber.unsigned(Ber.GAUGE_32, 0);
            case 22 -> () -> Ber.name(Name.parse("0.0"));
            default -> () -> counter(Ber.COUNTER_32, 10L * i);
        };
    }

    private Supplier<byte[]> ifXCell(int i, int column) {
        return switch (column) {
            case 1 -> () -> Ber.text("eth" + i);
            case 6 -> () -> counter(Ber.COUNTER_64, 1000L * i);
            case 10 -> () -> counter(Ber.COUNTER_64, 500L * i);
            case 7, 8, 9, 11, 12, 13 -> () -> counter(Ber.COUNTER_64, 10L * i);
            case 15 -> () -> Ber.unsigned(Ber.GAUGE_32, 1000);
            case 14, 16, 17 -> () -> Ber.integer(1);
            case 18 -> () -> Ber.text("alias of eth" + i);
            case 19 -> () -> Ber.unsigned(Ber.TIME_TICKS, discontinuity.applyAsLong(ticks));
            default -> () -> counter(Ber.COUNTER_32, 10L * i);
        };
    }

    /** ifDescr of an interface. */
    static String descr(int i) {
        return "eth" + i + " Ethernet";
    }

    private byte[] counter(int tag, long perSecond) {
        int bits = tag == Ber.COUNTER_64 ? 64 : 32;
        long value = counting.value(ticks, perSecond, bits);
        return Ber.unsigned(tag, bits == 64 ? value : value & 0xFFFF_FFFFL);
    }

    void put(Name name, byte[] value) {
        put(name, () -> value);
    }

    void put(Name name, Supplier<byte[]> value) {
        values.put(name, value);
    }

    void remove(Name name) {
        values.remove(name);
    }

    void count(Counting other) {
        counting = other;
    }

    void discontinuityAt(LongUnaryOperator other) {
        discontinuity = other;
    }

    /** Starts the device's time anew. */
    void startAt(long nanos) {
        startNanos = nanos;
    }

    /** A request came: time stands still until the next. */
    void take(int number) {
        if (number == 1) {
            // The worker may have taken its time to start.
            startNanos = System.nanoTime();
        }
        ticks = Math.max(0, (System.nanoTime() - startNanos) / 10_000_000);
        receipt = number;
    }

    Optional<byte[]> value(Name name) {
        return Optional.ofNullable(values.get(name)).map(Supplier::get);
    }

    /** Whether there are other instances of an object of which one was asked. */
    boolean hasObjectOf(Name instance) {
        Name after = values.higherKey(instance.parent());
        return after != null && after.startsWith(instance.parent());
    }

    /** What follows a name; empty at the end. */
    Optional<Pdu.Variable> next(Name from) {
        return Optional.ofNullable(values.higherEntry(from))
                .map(entry -> Pdu.Variable.of(entry.getKey(), entry.getValue().get()));
    }

    /** All names below another, in order. */
    List<Name> below(Name prefix) {
        return values.keySet().stream().filter(name -> name.startsWith(prefix)).toList();
    }
}
