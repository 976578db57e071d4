package dev.bulkhead.engine.snmp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snmp4j.TransportStateReference;
import org.snmp4j.smi.TransportIpAddress;

/**
 * Peers of one session that share a socket, as long as they are well: as many as have room for an
 * answer each in a receive buffer of the stock size (208 KB on Linux, of which a full Ethernet
 * packet takes 2.3).
 *
 * <p><b>Who goes alone:</b> a peer that did not answer in time is asked again over a socket of its
 * own, which hears ICMP's "port unreachable" and which no neighbour can fill; an answer to the
 * first request is still heard here. When more comes unasked than {@link StrayBudget} allows, all
 * do so with what they are asked next. A process that may open no more sockets keeps them together.
 *
 * <p>On the loop's thread.
 */
final class UdpCrowd {
    private static final int MAX_MEMBERS = 64;

    /** Datagrams read before others have their turn. */
    private static final int AT_ONCE = 16;

    private final UdpMapping mapping;
    private final DatagramChannel channel;
    private final Counts counts;
    private final SelectionKey key;
    private final StrayBudget budget = new StrayBudget();
    private final Map<InetSocketAddress, Member> members = new HashMap<>();
    private int joined;
    private int together;
    private boolean disbanded;

    /** A crowd without members, which owns a channel. */
    UdpCrowd(UdpMapping mapping, DatagramChannel channel, Counts counts) throws IOException {
        this.mapping = mapping;
        this.channel = channel;
        this.counts = counts;
        this.key = mapping.loop().register(channel, SelectionKey.OP_READ, this::read);
    }

    private static InetSocketAddress socketAddress(TransportIpAddress address) {
        return new InetSocketAddress(address.getInetAddress(), address.getPort());
    }

    /**
     * Whether a peer can join. Two link-local addresses that differ in their zone alone are equal
     * to Java, and so cannot be in one crowd.
     */
    boolean hasRoomFor(TransportIpAddress address) {
        return joined < MAX_MEMBERS
                && !disbanded
                && channel.isOpen()
                && !members.containsKey(socketAddress(address));
    }

    PeerMapping.Peer join(TransportIpAddress address) {
        Member member = new Member(address);
        members.put(member.socketAddress, member);
        joined++;
        together++;
        return member;
    }

    private void read() {
        try {
            for (int i = 0; i < AT_ONCE && key.isValid(); i++) {
                if (mapping.buffers().receiveFrom(channel) instanceof InetSocketAddress from) {
                    received(from, mapping.buffers().received());
                } else {
                    return;
                }
            }
        } catch (IOException e) {
            // It is nobody's in particular: their own sockets will tell each of his.
            StrayBudget.rest(mapping.loop(), key);
            disband();
        }
    }

    private void received(InetSocketAddress from, ByteBuffer message) {
        long before = counts.strayCount();
        Member member = members.get(from);
        if (member == null) {
            counts.foreign();
        } else if (message.hasRemaining()) {
            mapping.came(member.address, message, member.state);
        } else {
            counts.malformed();
        }
        if (counts.strayCount() != before && budget.isExceededBy(System.nanoTime())) {
            StrayBudget.rest(mapping.loop(), key);
            disband();
        }
    }

    private void disband() {
        disbanded = true;
        closeIfLeft();
    }

    private void closeIfLeft() {
        if (members.isEmpty() || (disbanded && together == 0)) {
            try {
                channel.close();
            } catch (IOException e) {
                // Nobody needs it any more.
            }
        }
    }

    private final class Member implements PeerMapping.Peer {
        private final TransportIpAddress address;
        private final InetSocketAddress socketAddress;
        private final TransportStateReference state;
        private boolean doubted;
        private PeerMapping.@Nullable Peer alone;

        Member(TransportIpAddress address) {
            this.address = address;
            this.socketAddress = socketAddress(address);
            this.state = mapping.stateOf(address, channel);
        }

        @Override
        public boolean hasSentAll() {
            return true;
        }

        @Override
        public void doubt() {
            doubted = true;
        }

        @Override
        public void send(byte[] message) throws IOException {
            PeerMapping.Peer own = alone;
            if (own == null && (doubted || disbanded)) {
                own = goAlone();
            }
            if (own == null) {
                mapping.buffers().sendTo(channel, message, socketAddress);
            } else {
                own.send(message);
            }
        }

        /** Null if there is no socket to be had. */
        private PeerMapping.@Nullable Peer goAlone() {
            try {
                alone = mapping.openAlone(address);
                together--;
                closeIfLeft();
            } catch (IOException e) {
                // If it says that there is no way to the peer, the shared socket says so too.
            }
            return alone;
        }

        @Override
        public void sendOpenly(byte[] message, PeerMapping.Elsewhere listener) throws IOException {
            if (alone == null) {
                send(message);
            } else {
                alone.sendOpenly(message, listener);
            }
        }

        @Override
        public void close() throws IOException {
            members.remove(socketAddress);
            if (alone == null) {
                together--;
            } else {
                alone.close();
            }
            closeIfLeft();
        }
    }
}
