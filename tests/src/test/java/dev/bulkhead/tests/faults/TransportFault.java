package dev.bulkhead.tests.faults;

import static dev.bulkhead.tests.faults.Behaviour.hearing;
import static dev.bulkhead.tests.faults.Behaviour.sending;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

/** Group A: transport and timing. */
@SuppressWarnings("ImmutableEnumChecker") // suppliers without state
enum TransportFault implements Fault {
    DROP_ALL(
            "fails with a timeout after retries + 1 requests; other targets are unaffected",
            () -> hearing(asked -> false)),
    DROP_FIRST(
            "succeeds by a retry, which is counted", () -> hearing(asked -> asked.copy() % 2 == 0)),
    DROP_HALF(
            "succeeds by a retry or times out; no value of another request",
            () -> hearing(asked -> asked.random().nextBoolean())),
    SLOW(
            "times out or takes the late answer once; a late answer is never another request's",
            () -> sending((asked, answer) -> List.of(Datagram.after(700, answer)))),
    SLOW_30S(
            "times out on schedule; late answers are counted as stale and dropped",
            () -> sending((asked, answer) -> List.of(Datagram.after(3_000, answer)))),
    JITTER(
            "matches answers by request ID, not by order",
            () ->
                    sending((asked, answer) ->
                            List.of(Datagram.after(asked.random().nextInt(300), answer)))),
    DUP(
            "uses one answer and drops two; no error, no second sample",
            () -> sending((asked, answer) -> copies(3, answer))),
    STALE_FIRST(
            "drops the stale answer by its request ID",
            () ->
                    sending((asked, answer) ->
                            asked.previous()
                                    .map(stale ->
                                            List.of(Datagram.now(stale), Datagram.now(answer)))
                                    .orElseGet(() -> List.of(Datagram.now(answer))))),
    OTHER_PORT(
            "rejects answers from another port; the log says where they came from",
            () -> sending((asked, answer) -> from(Datagram.Source.OTHER_PORT, answer))),
    OTHER_ADDR(
            "rejects answers from another address; the log says where they came from",
            () -> sending((asked, answer) -> from(Datagram.Source.OTHER_ADDRESS, answer))),
    PORT_CLOSED(
            "fails with 'port unreachable'; other targets are asked as before", Behaviour::good),
    FLAP(
            "goes down and comes back without the user; no value is made up",
            () -> hearing(asked -> asked.age().toMillis() / 1_200 % 2 == 0)),
    RATE_LIMIT("slows down and finishes", RateLimit::new),
    EMPTY_DATAGRAM(
            "ignores it and times out; the receiver lives",
            () -> sending((asked, answer) -> List.of(Datagram.now(new byte[0])))),
    GARBAGE_THEN_GOOD(
            "ignores garbage and takes the good answer in the same attempt",
            () ->
                    sending((asked, answer) ->
                            List.of(Datagram.now(garbage(asked)), Datagram.after(20, answer)))),
    FLOOD("finds the right answer; 500 are counted as stale", () -> sending(TransportFault::flood)),
    HUGE_DATAGRAM(
            "accepts the whole datagram or says that it is too large",
            () ->
                    Behaviour.owning(() -> {
                        Device device = new Device();
                        device.put(Device.SYSTEM.child(1, 0), Ber.text("y".repeat(Targets.HUGE)));
                        return device;
                    })),
    ECHO(
            "ignores what is no Response-PDU",
            () -> sending((asked, answer) -> List.of(Datagram.now(asked.octets()))));

    /** Wrong answers of a flood, and how many come at once: a socket's buffer holds that many. */
    private static final int FLOOD_SIZE = 500;

    private static final int FLOOD_AT_ONCE = 100;

    private final String must;
    private final Supplier<Behaviour> behaviour;

    TransportFault(String must, Supplier<Behaviour> behaviour) {
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

    private static List<Datagram> copies(int count, byte[] answer) {
        return Collections.nCopies(count, Datagram.now(answer));
    }

    private static List<Datagram> from(Datagram.Source source, byte[] answer) {
        return List.of(Datagram.now(answer).from(source));
    }

    private static byte[] garbage(Asked asked) {
        byte[] garbage = new byte[1 + asked.random().nextInt(200)];
        asked.random().nextBytes(garbage);
        return garbage;
    }

    private static List<Datagram> flood(Asked asked, byte[] answer) {
        CommunityMessage good = CommunityMessage.read(answer);
        List<Datagram> flood = new ArrayList<>();
        for (int i = 0; i < FLOOD_SIZE; i++) {
            int wrong = asked.pdu().requestId() + 1 + i & Integer.MAX_VALUE;
            byte[] octets = good.withPdu(good.pdu().withRequestId(wrong)).octets();
            flood.add(Datagram.after(1 + 60L * (i / FLOOD_AT_ONCE), octets));
        }
        flood.add(Datagram.after(60L * (FLOOD_SIZE / FLOOD_AT_ONCE), answer));
        return flood;
    }

    /** Hears five requests a second. */
    private static final class RateLimit implements Behaviour {
        private static final double PER_MILLI = 0.005;
        private static final double MOST = 5;

        private double left = MOST;
        private long lastMillis;

        @Override
        public boolean hears(Asked asked) {
            long now = asked.age().toMillis();
            left = Math.min(MOST, left + (now - lastMillis) * PER_MILLI);
            lastMillis = now;
            if (left < 1) {
                return false;
            }
            left--;
            return true;
        }
    }
}
