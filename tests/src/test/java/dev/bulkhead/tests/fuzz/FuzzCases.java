package dev.bulkhead.tests.fuzz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The ways to spoil a kind of message, by number.
 *
 * <p>First come the systematic ones: of each element, whole messages included, every wrong tag,
 * every form of a length, and contents that hurt its kind; then, for each octet, what hurts in its
 * place, and the message that ends there; then what may follow a message. All numbers beyond are
 * mixes of several of these and of changed bits.
 *
 * <p>A number, a seed and the message say everything: the same give the same octets, on any day.
 * Messages of the same kind have the same elements; those that are some octets shorter or longer
 * than the one the kind was learned from repeat, or lack, some cases of their last octets.
 */
public final class FuzzCases {
    /** What UDP carries over IPv4. */
    private static final int LONGEST = 65_507;

    private static final int[] HURTING = {
        0x00, 0x01, 0x1F, 0x30, 0x7F, 0x80, 0x81, 0x84, 0x88, 0xFF
    };

    /** What becomes of each octet: another, or the end, with the message's length or without. */
    private static final int OF_OCTET = HURTING.length + 2;

    private static final int MOST_ANOMALIES = 4;

    /** One anomaly of one element. */
    private record Single(int place, Anomaly anomaly) {}

    private final List<Single> singles = new ArrayList<>();
    private final List<List<Anomaly>> byPlace = new ArrayList<>();
    private final int octets;
    private final long seed;

    private FuzzCases(byte[] message, long seed) {
        this.octets = message.length;
        this.seed = seed;
        for (Element element : Element.read(message).all()) {
            List<Anomaly> anomalies = Anomalies.of(element);
            int place = byPlace.size();
            anomalies.forEach(anomaly -> singles.add(new Single(place, anomaly)));
            byPlace.add(anomalies);
        }
    }

    /**
     * The cases of messages like this one.
     *
     * @param seed of the mixes
     */
    public static FuzzCases like(byte[] message, long seed) {
        return new FuzzCases(message, seed);
    }

    /** How many there are before the mixes. */
    public int systematic() {
        return singles.size() + octets * OF_OCTET + Tail.values().length;
    }

    /** What a case does, in words. */
    public String label(int number) {
        if (number < singles.size()) {
            Single single = singles.get(number);
            return "element " + single.place() + " " + single.anomaly().label();
        }
        int left = number - singles.size();
        if (left < octets * OF_OCTET) {
            return "octet " + left / OF_OCTET + " way " + left % OF_OCTET;
        }
        left -= octets * OF_OCTET;
        return left < Tail.values().length ? Tail.values()[left] + " behind it" : "mix " + number;
    }

    /** A message, spoilt. */
    public byte[] octets(int number, byte[] message) {
        byte[] spoilt = spoilt(number, message);
        return spoilt.length > LONGEST ? Arrays.copyOf(spoilt, LONGEST) : spoilt;
    }

    private byte[] spoilt(int number, byte[] message) {
        if (number < singles.size()) {
            Single single = singles.get(number);
            return Element.read(message).octets(Map.of(single.place(), single.anomaly()));
        }
        int left = number - singles.size();
        if (left < octets * OF_OCTET) {
            return ofOctet(left / OF_OCTET % message.length, left % OF_OCTET, message);
        }
        left -= octets * OF_OCTET;
        return left < Tail.values().length
                ? Element.join(List.of(message, Tail.values()[left].octets(message)))
                : mixed(new Random(seed * 1_000_003 + number), message);
    }

    private static byte[] ofOctet(int place, int way, byte[] message) {
        if (way < HURTING.length) {
            byte[] spoilt = message.clone();
            spoilt[place] = (byte) HURTING[way];
            return spoilt;
        }
        byte[] cut = Arrays.copyOf(message, place);
        Element whole = Element.read(message);
        int header = message.length - whole.content().length;
        return way == HURTING.length || place < header
                ? cut
                : Anomaly.element(
                        Anomaly.octets(whole.tag()), Arrays.copyOfRange(message, header, place));
    }

    private byte[] mixed(Random random, byte[] message) {
        Map<Integer, Anomaly> anomalies = new HashMap<>();
        for (int i = random.nextInt(MOST_ANOMALIES); i > 0; i--) {
            int place = random.nextInt(byPlace.size());
            List<Anomaly> possible = byPlace.get(place);
            anomalies.put(place, possible.get(random.nextInt(possible.size())));
        }
        byte[] mixed = Element.read(message).octets(anomalies);
        if (mixed.length > 0 && (anomalies.isEmpty() || random.nextInt(3) == 0)) {
            changeBits(random, mixed);
        }
        if (random.nextInt(16) == 0) {
            return Arrays.copyOf(mixed, random.nextInt(mixed.length + 1));
        }
        return random.nextInt(16) == 0 ? withCopy(random, mixed) : mixed;
    }

    private static void changeBits(Random random, byte[] octets) {
        for (int i = 1 << random.nextInt(6); i > 0; i--) {
            octets[random.nextInt(octets.length)] ^= (byte) (1 << random.nextInt(8));
        }
    }

    /** Some of it stands somewhere again. */
    private static byte[] withCopy(Random random, byte[] octets) {
        int from = random.nextInt(octets.length + 1);
        int to = from + random.nextInt(octets.length + 1 - from);
        int at = random.nextInt(octets.length + 1);
        return Element.join(
                List.of(
                        Arrays.copyOf(octets, at),
                        Arrays.copyOfRange(octets, from, to),
                        Arrays.copyOfRange(octets, at, octets.length)));
    }

    /** What stands behind a message. */
    private enum Tail {
        NUL,
        END_OF_CONTENTS,
        ONES,
        THE_SAME;

        byte[] octets(byte[] message) {
            return switch (this) {
                case NUL -> new byte[1];
                case END_OF_CONTENTS -> new byte[2];
                case ONES -> {
                    byte[] ones = new byte[1_000];
                    Arrays.fill(ones, (byte) 0xFF);
                    yield ones;
                }
                case THE_SAME -> message;
            };
        }
    }
}
