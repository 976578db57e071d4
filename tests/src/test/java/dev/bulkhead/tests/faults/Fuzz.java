package dev.bulkhead.tests.faults;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Sends some spoilt copies of each answer, then the answer. First every octet in turn becomes each
 * of some that hurt, and the message ends there; then whatever a seeded generator does.
 */
final class Fuzz implements Behaviour {
    /** Spoilt copies of one answer. */
    static final int TOGETHER = 20;

    private static final int[] HURTING = {0x00, 0x01, 0x1F, 0x30, 0x7F, 0x80, 0x84, 0x88, 0xFF};

    private final Random random = new Random(11);
    private int step;

    @Override
    public List<Datagram> send(Asked asked, byte[] answer) {
        List<Datagram> datagrams = new ArrayList<>();
        for (int i = 0; i < TOGETHER; i++) {
            datagrams.add(Datagram.now(spoilt(answer)));
        }
        datagrams.add(Datagram.after(10, answer));
        return datagrams;
    }

    private byte[] spoilt(byte[] good) {
        int place = step / (HURTING.length + 1);
        int choice = step % (HURTING.length + 1);
        step++;
        if (place >= good.length) {
            return mixed(good);
        }
        if (choice == HURTING.length) {
            return Arrays.copyOf(good, place);
        }
        byte[] spoilt = good.clone();
        spoilt[place] = (byte) HURTING[choice];
        return spoilt;
    }

    private byte[] mixed(byte[] good) {
        byte[] mixed = good.clone();
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes && mixed.length > 1; i++) {
            int at = random.nextInt(mixed.length);
            switch (random.nextInt(5)) {
                case 0 -> mixed[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> mixed[at] = (byte) HURTING[random.nextInt(HURTING.length)];
                case 2 -> mixed = Arrays.copyOf(mixed, at + 1);
                case 3 ->
                        mixed =
                                Ber.join(
                                        Arrays.copyOf(mixed, at),
                                        new byte[random.nextInt(300)],
                                        Arrays.copyOfRange(mixed, at, mixed.length));
                default ->
                        mixed =
                                Ber.join(
                                        Arrays.copyOf(mixed, at),
                                        Arrays.copyOfRange(mixed, at / 2, mixed.length));
            }
        }
        return mixed.length > 60_000 ? Arrays.copyOf(mixed, 60_000) : mixed;
    }
}
