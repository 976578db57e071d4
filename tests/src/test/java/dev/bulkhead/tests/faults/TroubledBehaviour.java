package dev.bulkhead.tests.faults;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Behaves as another does, which may be exchanged at any time by any thread. */
final class TroubledBehaviour implements Behaviour {
    private final UsmEngine engine;
    private final AtomicReference<@Nullable Device> nextDevice = new AtomicReference<>();
    private final AtomicReference<@Nullable Runnable> nextChange = new AtomicReference<>();
    private volatile Behaviour now = Behaviour.good();

    TroubledBehaviour(UsmEngine engine) {
        this.engine = engine;
    }

    void become(Behaviour other) {
        now = other;
    }

    /** Is another device from the next request on. */
    void replaceDevice(Device other) {
        nextDevice.set(other);
    }

    /** Something that is done to the engine before the next message is read. */
    void changeEngine(Runnable change) {
        nextChange.set(change);
    }

    @Override
    public Security security() {
        return new Security() {
            @Override
            public UsmEngine engine() {
                return engine;
            }

            @Override
            public void prepare(UsmEngine same, int number) {
                Runnable change = nextChange.getAndSet(null);
                if (change != null) {
                    change.run();
                }
            }

            @Override
            public boolean hears(V3Message message) {
                return now.security().hears(message);
            }

            @Override
            public Optional<UsmReport> report(UsmEngine same, V3Message message) {
                return now.security().report(same, message);
            }

            @Override
            public byte[] seal(UsmEngine same, V3Message request, Pdu asked, byte[] scoped) {
                return now.security().seal(same, request, asked, scoped);
            }
        };
    }

    @Override
    public Device prepare(int number, Device before) {
        Device other = nextDevice.getAndSet(null);
        return other == null ? before : other;
    }

    @Override
    public boolean hears(Asked asked) {
        return now.hears(asked);
    }

    @Override
    public Optional<Pdu.Variable> step(Asked asked, Name from) {
        return now.step(asked, from);
    }

    @Override
    public Pdu answer(Asked asked, Pdu good) {
        return now.answer(asked, good);
    }

    @Override
    public CommunityMessage message(Asked asked, CommunityMessage good) {
        return now.message(asked, good);
    }

    @Override
    public byte[] octets(Asked asked, byte[] good) {
        return now.octets(asked, good);
    }

    @Override
    public List<Datagram> send(Asked asked, byte[] answer) {
        return now.send(asked, answer);
    }
}
