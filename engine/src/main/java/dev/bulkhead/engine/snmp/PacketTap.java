package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.Transport;
import dev.bulkhead.engine.trace.Packet;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.snmp4j.smi.TransportIpAddress;

/**
 * Where a job's packets are seen, if anybody wants to see them; costs one comparison a message if
 * not. On the loop's thread, but {@link #isOn}, which is for any; other threads tell of their
 * packets by a {@link PacketRelay}.
 */
final class PacketTap {
    /** Peers whose keys are kept: those of whom packets came last. */
    private static final int MAX_PEERS = 4096;

    private final Map<TransportIpAddress, PeerEngine> engines =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(
                        Map.Entry<TransportIpAddress, PeerEngine> eldest) {
                    return size() > MAX_PEERS;
                }
            };

    private final Set<Secret> hidden = new HashSet<>();
    private final List<byte[]> secrets = new ArrayList<>();
    private volatile @Nullable Consumer<Packet> receiver;
    private @Nullable PacketReader reader;
    private PacketReader.@Nullable Keys senders;

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

    /** What opens messages for a listener, whoever sends them. */
    void opensBy(PacketReader.Keys keys) {
        senders = keys;
    }

    /**
     * A community that is never shown, even where a broken message has it in a place that nobody
     * can find.
     */
    void hides(Credential credential) {
        if (credential instanceof Credential.Community(_, Secret community)
                && !community.reveal().isEmpty()
                && hidden.add(community)) {
            secrets.add(community.reveal().getBytes(StandardCharsets.UTF_8));
        }
    }

    /** What opens the messages of a peer from now on. */
    void knows(TransportIpAddress peer, @Nullable PeerEngine engine) {
        if (receiver != null && engine != null) {
            engines.put(peer, engine);
        }
    }

    void sent(Transport transport, TransportIpAddress peer, byte[] message) {
        if (receiver != null) {
            tell(new Passing(Instant.now(), true, transport, peer, 0), message.clone());
        }
    }

    /** The buffer stays as it is. */
    void received(Transport transport, TransportIpAddress peer, ByteBuffer message) {
        if (receiver != null) {
            int from = message.arrayOffset() + message.position();
            tell(
                    new Passing(Instant.now(), false, transport, peer, 0),
                    Arrays.copyOfRange(message.array(), from, from + message.remaining()));
        }
    }

    /**
     * When and which way a message went.
     *
     * @param skipped messages before it that were too many to be told of
     */
    record Passing(
            Instant time,
            boolean sent,
            Transport transport,
            TransportIpAddress peer,
            long skipped) {}

    /** Tells of a message whose octets are nobody else's. */
    void tell(Passing passing, byte[] message) {
        Consumer<Packet> to = receiver;
        PacketReader by = reader;
        if (to == null || by == null) {
            return;
        }
        TransportIpAddress peer = passing.peer();
        PacketReader.Keys keys = senders;
        PacketReader.Content content =
                by.read(
                        message,
                        keys == null ? (engineId, user) -> engines.get(peer) : keys,
                        secrets);
        to.accept(
                new Packet(
                        passing.time(),
                        passing.sent(),
                        passing.transport(),
                        peer.getInetAddress().getAddress(),
                        peer.getPort(),
                        content.masked(),
                        content.summary(),
                        content.varBinds(),
                        content.plain(),
                        content.problem(),
                        passing.skipped(),
                        content.fields()));
    }
}
