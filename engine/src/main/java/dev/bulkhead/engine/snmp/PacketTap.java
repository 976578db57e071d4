package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.job.Transport;
import dev.bulkhead.engine.trace.Packet;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.snmp4j.smi.TransportIpAddress;

/**
 * Where a job's packets are seen, if anybody wants to see them; costs one comparison a message if
 * not. On the loop's thread.
 */
final class PacketTap {
    private final Map<TransportIpAddress, PeerEngine> engines = new HashMap<>();
    private @Nullable Consumer<Packet> receiver;
    private @Nullable PacketReader reader;

    boolean isOn() {
        return receiver != null;
    }

    /** Hands packets on from now on. */
    void open(Consumer<Packet> to) {
        receiver = to;
        reader = new PacketReader();
    }

    void close() {
        receiver = null;
        reader = null;
        engines.clear();
    }

    /** What opens the messages of a peer from now on. */
    void knows(TransportIpAddress peer, @Nullable PeerEngine engine) {
        if (receiver != null && engine != null) {
            engines.put(peer, engine);
        }
    }

    void sent(Transport transport, TransportIpAddress peer, byte[] message) {
        if (receiver != null) {
            tell(true, transport, peer, message.clone());
        }
    }

    /** The buffer stays as it is. */
    void received(Transport transport, TransportIpAddress peer, ByteBuffer message) {
        if (receiver != null) {
            int from = message.arrayOffset() + message.position();
            tell(
                    false,
                    transport,
                    peer,
                    Arrays.copyOfRange(message.array(), from, from + message.remaining()));
        }
    }

    private void tell(boolean sent, Transport transport, TransportIpAddress peer, byte[] message) {
        Consumer<Packet> to = receiver;
        PacketReader by = reader;
        if (to == null || by == null) {
            return;
        }
        PacketReader.Content content = by.read(message, engines.get(peer));
        to.accept(
                new Packet(
                        Instant.now(),
                        sent,
                        transport,
                        peer.getInetAddress().getAddress(),
                        peer.getPort(),
                        content.masked(),
                        content.summary(),
                        content.varBinds(),
                        content.plain(),
                        content.problem(),
                        0));
    }
}
