package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.Transport;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.snmp4j.smi.TransportIpAddress;

/**
 * Tells a job's {@link PacketTap} of what is sent and received on other threads than the loop's, in
 * the order of the calls; costs one comparison a message if nobody wants it. While too many wait,
 * more are only counted. Any thread.
 */
final class PacketRelay {
    private static final int MAX_WAITING = 2_000;

    private final Loop loop;
    private final PacketTap tap;
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicLong skipped = new AtomicLong();

    PacketRelay(Loop loop, PacketTap tap) {
        this.loop = loop;
        this.tap = tap;
    }

    Loop loop() {
        return loop;
    }

    /** A community that is never shown. */
    void hides(Credential credential) {
        loop.execute(() -> tap.hides(credential));
    }

    /** What opens the messages of a peer from now on; nobody changes its keys any more. */
    void knows(TransportIpAddress peer, @Nullable PeerEngine engine) {
        if (tap.isOn()) {
            loop.execute(() -> tap.knows(peer, engine));
        }
    }

    /** A message that was sent; its octets stay as they are. */
    void sent(Transport transport, TransportIpAddress peer, byte[] message) {
        if (tap.isOn()) {
            tell(true, transport, peer, message);
        }
    }

    /** A message that came; its octets stay as they are. */
    void received(Transport transport, TransportIpAddress peer, byte[] message) {
        if (tap.isOn()) {
            tell(false, transport, peer, message);
        }
    }

    private void tell(boolean sent, Transport transport, TransportIpAddress peer, byte[] message) {
        if (waiting.get() >= MAX_WAITING) {
            skipped.incrementAndGet();
            return;
        }
        waiting.incrementAndGet();
        PacketTap.Passing passing =
                new PacketTap.Passing(Instant.now(), sent, transport, peer, skipped.getAndSet(0));
        loop.execute(() -> {
            waiting.decrementAndGet();
            tap.tell(passing, message);
        });
    }
}
