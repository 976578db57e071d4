package dev.bulkhead.tests.faults;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * An agent that one {@link Trouble} after the other befalls. It has a loopback address of its own:
 * with a port that the system chose, a socket of the manager's might get that while it is closed.
 * For one thread.
 */
final class TroubledAgent {
    private static final int HOSTS = 250;
    private static final int RENUMBERED = 100;
    private static final long MILLISECOND = 1_000_000;

    /** Datagrams a millisecond, or a bit less, as threads do not wake on time. */
    private static final int PACE = 5;

    private final int place;
    private final UsmEngine engine;
    private final TroubledBehaviour behaviour;
    private final List<RuntimeException> bugs = new ArrayList<>();
    private final int port;
    private HostileAgent agent;
    private volatile @Nullable Thread flood;
    private boolean isClosed;
    private int boots = 5;
    private int engines;

    TroubledAgent(int place, int port) throws IOException {
        this.place = place;
        this.port = port;
        this.engine = new UsmEngine(engineId(), boots);
        this.behaviour = new TroubledBehaviour(engine);
        this.agent = HostileAgent.startAt(behaviour, address(place), port);
    }

    /** Where an agent is. */
    static String address(int place) {
        return "127.8." + place / HOSTS + "." + (1 + place % HOSTS);
    }

    private byte[] engineId() {
        return UsmEngine.idOf("fleet-" + place + "-" + engines);
    }

    void befall(Trouble trouble) throws IOException {
        flood = null;
        bugs.addAll(agent.ledger().takeBugs());
        agent.ledger().forget();
        behaviour.become(trouble.behaviour());
        if (isClosed) {
            agent = HostileAgent.startAt(behaviour, address(place), port);
            isClosed = false;
        }
        switch (trouble) {
            case FLOODING -> startFlood(PACE);
            case FLOODING_FAST -> startFlood(Integer.MAX_VALUE);
            case CLOSED -> close();
            case REBOOTED -> {
                behaviour.replaceDevice(new Device());
                reboot(boots + 1);
            }
            case REINDEXED -> behaviour.replaceDevice(new Device(RENUMBERED));
            case BOOTS_BACK -> reboot(Math.max(1, boots - 2));
            case ENGINE_CHANGED -> {
                engines++;
                byte[] other = engineId();
                behaviour.changeEngine(() -> engine.rename(other));
            }
            default -> {
                // Its behaviour is all there is to it.
            }
        }
    }

    private void reboot(int other) {
        boots = other;
        behaviour.changeEngine(() -> {
            engine.boots(other);
            engine.clock(0, 1);
        });
    }

    private void startFlood(int pace) {
        HostileAgent flooding = agent;
        Thread thread = Thread.ofPlatform().daemon().unstarted(() -> flood(flooding, pace));
        flood = thread;
        thread.start();
    }

    private void flood(HostileAgent flooding, int pace) {
        for (int sent = 1; Thread.currentThread().equals(flood); sent++) {
            flooding.repeat();
            if (sent % pace == 0) {
                LockSupport.parkNanos(MILLISECOND);
            }
        }
    }

    private void close() {
        isClosed = true;
        agent.close();
    }

    /** Bugs of its own, which would be no trouble of a device. */
    List<RuntimeException> bugs() {
        List<RuntimeException> all = new ArrayList<>(bugs);
        all.addAll(agent.ledger().bugs());
        return all;
    }
}
