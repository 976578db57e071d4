package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.job.Transport;
import dev.bulkhead.engine.sample.Failure;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snmp4j.TransportStateReference;
import org.snmp4j.security.SecurityLevel;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.TransportIpAddress;
import org.snmp4j.transport.AbstractTransportMapping;

/**
 * A transport with connected, non-blocking channels to its peers, all on one {@link Loop}, which
 * hears at once of peers that cannot be reached. On the loop's thread.
 */
abstract class PeerMapping extends AbstractTransportMapping<TransportIpAddress> {
    /** Told of peers that cannot be reached; called from the loop, never inside a send. */
    interface Unreachable {
        void unreachable(TransportIpAddress peer, Trouble trouble);
    }

    /** Why a peer cannot be reached. */
    interface Trouble {
        /** The failure that it is for the agent of this name. */
        Failure of(String agent);
    }

    /** The other side of a channel. */
    interface Peer {
        /** Whether nothing waits to be sent. */
        boolean hasSentAll();

        /** Sends in a way that lets answers from other addresses be heard, where there is one. */
        default void sendOpenly(byte[] message, Elsewhere listener) throws IOException {
            send(message);
        }

        void send(byte[] message) throws IOException;

        /** How far a handshake is that messages wait for; empty if they wait for none. */
        default Optional<String> opening() {
            return Optional.empty();
        }

        /** Whether there is a connection, and nothing has come over it since a time. */
        default boolean isSilentSince(long nanoTime) {
            return false;
        }

        /** It did not answer in time. */
        default void doubt() {}

        void close() throws IOException;
    }

    /** Told of an answer that came from an address that was not asked. */
    interface Elsewhere {
        void answered(InetSocketAddress from);
    }

    /** The way to a peer, opened by the first message and again by the first after its end. */
    final class Way {
        private final TransportIpAddress address;
        private @Nullable Peer peer;

        private Way(TransportIpAddress address) {
            this.address = address;
        }

        /** The same, and listens for answers from other addresses, which are not taken. */
        void sendOpenly(byte[] message, Elsewhere elsewhere) {
            Peer known = peer;
            if (known == null) {
                send(message);
                return;
            }
            tap.sent(transport, address, message);
            try {
                known.sendOpenly(message, elsewhere);
            } catch (IOException e) {
                tell(address, e);
            }
        }

        /** Sends a message; a peer that cannot be reached is told of later. */
        void send(byte[] message) {
            tap.sent(transport, address, message);
            try {
                if (peer == null) {
                    Way known = ways.putIfAbsent(address, this);
                    if (known != null && known != this) {
                        known.send(message);
                        return;
                    }
                    peer = open(address);
                }
                peer.send(message);
            } catch (IOException e) {
                tell(address, e);
            }
        }
    }

    private static final Trouble NO_SCOPE =
            agent ->
                    new Failure.Unreachable(
                            agent,
                            "a link-local address needs its scope, the interface to it, as in"
                                    + " fe80::1%eth0");

    private final Loop loop;
    private final Unreachable listener;
    private final Map<TransportIpAddress, Way> ways = new HashMap<>();
    private @Nullable Trouble problem;
    private PacketTap tap = new PacketTap();
    private Transport transport = Transport.UDP;

    PeerMapping(Loop loop, Unreachable listener) {
        this.loop = loop;
        this.listener = listener;
    }

    /** Shows all its messages. */
    final void tapBy(PacketTap shown, Transport as) {
        tap = shown;
        transport = as;
    }

    /** Hands on a message that came from a peer. */
    final void came(TransportIpAddress from, ByteBuffer message, TransportStateReference state) {
        tap.received(transport, from, message);
        fireProcessMessage(from, message, state);
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

    /** The same of a peer whose certificate was checked, over a channel that encrypts. */
    final TransportStateReference secureStateOf(
            TransportIpAddress address, OctetString securityName, Object channel) {
        return new TransportStateReference(
                this,
                address,
                securityName,
                SecurityLevel.authPriv,
                SecurityLevel.authPriv,
                true,
                channel);
    }

    @Override
    public final void sendMessage(
            TransportIpAddress address,
            byte[] message,
            TransportStateReference state,
            long timeoutMillis,
            int maxRetries) {
        way(address).send(message);
    }

    /** The way to a peer; whoever has the same peer shares it. */
    final Way way(TransportIpAddress address) {
        return ways.computeIfAbsent(address, Way::new);
    }

    private @Nullable Peer peerAt(TransportIpAddress address) {
        Way way = ways.get(address);
        return way == null ? null : way.peer;
    }

    /** What was last told of a peer that cannot be reached. */
    final Optional<Trouble> problem() {
        return Optional.ofNullable(problem);
    }

    final boolean hasSentAll() {
        return ways.values().stream().allMatch(way -> way.peer == null || way.peer.hasSentAll());
    }

    /** Says, soon, that a peer cannot be reached. */
    final void tell(TransportIpAddress address, IOException e) {
        Trouble trouble = lacksScope(address) ? NO_SCOPE : troubleOf(e);
        problem = trouble;
        loop.execute(() -> listener.unreachable(address, trouble));
    }

    private static boolean lacksScope(TransportIpAddress address) {
        return address.getInetAddress() instanceof Inet6Address inet
                && inet.isLinkLocalAddress()
                && inet.getScopeId() == 0;
    }

    private static Trouble troubleOf(IOException e) {
        if (e instanceof SecureSessionException named) {
            return named::failure;
        }
        boolean nobody = e instanceof PortUnreachableException || e instanceof ConnectException;
        String cause = nobody ? "no program listens at this port" : String.valueOf(e.getMessage());
        return agent -> new Failure.Unreachable(agent, cause);
    }

    /** Ends a peer's channel over which nothing goes any more, and says so. */
    final void lose(Peer peer, TransportIpAddress address, IOException e) {
        Way way = ways.get(address);
        if (way != null && peer.equals(way.peer)) {
            way.peer = null;
            try {
                peer.close();
            } catch (IOException alsoFailed) {
                e.addSuppressed(alsoFailed);
            }
            tell(address, e);
        }
    }

    /** How far the handshake is that messages to a peer wait for; empty if they wait for none. */
    final Optional<String> opening(TransportIpAddress address) {
        return Optional.ofNullable(peerAt(address)).flatMap(Peer::opening);
    }

    /**
     * A peer did not answer what was sent at a time. A connection over which nothing came since is
     * given up, and so is one that is not open yet: the next message opens another.
     */
    final void suspect(TransportIpAddress address, long sentNanos) {
        Peer peer = peerAt(address);
        if (peer == null) {
            return;
        }
        peer.doubt();
        if (peer.opening().isPresent() || peer.isSilentSince(sentNanos)) {
            try {
                drop(address);
            } catch (IOException e) {
                // It was to be given up.
            }
        }
    }

    /** Closes a peer's channel; the next message opens another. */
    final void drop(TransportIpAddress address) throws IOException {
        Way way = ways.remove(address);
        if (way != null && way.peer != null) {
            Peer peer = way.peer;
            way.peer = null;
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
        for (TransportIpAddress address : List.copyOf(ways.keySet())) {
            drop(address);
        }
    }
}
