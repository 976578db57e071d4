package dev.bulkhead.engine.snmp;

import java.io.IOException;
import java.net.ConnectException;
import java.net.PortUnreachableException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snmp4j.TransportStateReference;
import org.snmp4j.security.SecurityLevel;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.TransportIpAddress;
import org.snmp4j.transport.AbstractTransportMapping;

/**
 * A transport with one connected, non-blocking channel a peer, all on one {@link Loop}, which hears
 * at once of peers that cannot be reached. On the loop's thread.
 */
abstract class PeerMapping extends AbstractTransportMapping<TransportIpAddress> {
    /** Told of peers that cannot be reached; called from the loop, never inside a send. */
    interface Unreachable {
        void unreachable(TransportIpAddress peer, String cause);
    }

    /** The other side of a channel. */
    interface Peer {
        /** Whether nothing waits to be sent. */
        boolean hasSentAll();

        void send(byte[] message) throws IOException;

        void close() throws IOException;
    }

    private final Loop loop;
    private final Unreachable listener;
    private final Map<TransportIpAddress, Peer> peers = new HashMap<>();
    private @Nullable String problem;

    PeerMapping(Loop loop, Unreachable listener) {
        this.loop = loop;
        this.listener = listener;
    }

    abstract Peer open(TransportIpAddress address) throws IOException;

    final Loop loop() {
        return loop;
    }

    /** What is known of a peer's messages: nothing but where they come from. */
    final TransportStateReference stateOf(TransportIpAddress address, Object channel) {
        return new TransportStateReference(
                this,
                address,
                new OctetString(),
                SecurityLevel.undefined,
                SecurityLevel.undefined,
                false,
                channel);
    }

    @Override
    public final void sendMessage(
            TransportIpAddress address,
            byte[] message,
            TransportStateReference state,
            long timeoutMillis,
            int maxRetries) {
        send(address, message);
    }

    /** Sends a message; a peer that cannot be reached is told of later. */
    final void send(TransportIpAddress address, byte[] message) {
        try {
            Peer peer = peers.get(address);
            if (peer == null) {
                peer = open(address);
                peers.put(address, peer);
            }
            peer.send(message);
        } catch (IOException e) {
            tell(address, e);
        }
    }

    /** What was last told of a peer that cannot be reached. */
    final Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    final boolean hasSentAll() {
        return peers.values().stream().allMatch(Peer::hasSentAll);
    }

    /** Says, soon, that a peer cannot be reached. */
    final void tell(TransportIpAddress address, IOException e) {
        boolean nobody = e instanceof PortUnreachableException || e instanceof ConnectException;
        String cause = nobody ? "no program listens at this port" : String.valueOf(e.getMessage());
        problem = cause;
        loop.execute(() -> listener.unreachable(address, cause));
    }

    /** Closes a peer's channel; the next message opens another. */
    final void drop(TransportIpAddress address) throws IOException {
        Peer peer = peers.remove(address);
        if (peer != null) {
            peer.close();
        }
    }

    @Override
    public final boolean isListening() {
        return true;
    }

    @Override
    public final void listen() {
        // Each peer's channel listens from its first use.
    }

    @Override
    public final void close() throws IOException {
        for (TransportIpAddress address : new ArrayList<>(peers.keySet())) {
            drop(address);
        }
    }
}
