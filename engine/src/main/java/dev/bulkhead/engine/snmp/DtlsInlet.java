package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.job.Transport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A port of DTLS (RFC 6353, RFC 6347): one socket, and a session for each address that sends to it.
 *
 * <p><b>Half-open sessions:</b> a datagram may claim any address, and each first one costs a
 * session that begins; so those that have not shown by a cookie that they are where they say are
 * few, and the eldest goes when another comes. Only after the cookie does one count as a
 * connection.
 *
 * <p><b>A sender that begins anew</b> from the address of a session that is open, as one that was
 * restarted does, gets another session beside it, which takes its place when the handshake is over,
 * not before: anybody could send that beginning (RFC 6347 §4.2.8).
 *
 * <p>On the loop's thread but for its beginning.
 */
final class DtlsInlet implements Inlet {
    /** Datagrams taken before others have their turn. */
    private static final int A_TURN = 64;

    private static final int HEADER_OCTETS = 13;
    private static final int HANDSHAKE = 22;
    private static final int CLIENT_HELLO = 1;
    private static final int EPOCH_OFFSET = 3;
    private static final int MESSAGE_SEQ_OFFSET = HEADER_OCTETS + 4;

    private final ConnectionRoom room;
    private final SecureReception secure;
    private final DatagramChannel channel;
    private final int port;
    private final Map<InetSocketAddress, IncomingDtls> opening = new LinkedHashMap<>();
    private final Map<InetSocketAddress, IncomingDtls> open = new HashMap<>();

    /**
     * Opens the port.
     *
     * @throws IOException if the address is taken, forbidden or not this machine's
     */
    DtlsInlet(ConnectionRoom room, SecureReception secure, InetSocketAddress address)
            throws IOException {
        this.room = room;
        this.secure = secure;
        channel = UdpInlet.open(address);
        port = ((InetSocketAddress) channel.getLocalAddress()).getPort();
        channel.configureBlocking(false);
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public void begin() {
        try {
            room.loop().register(channel, SelectionKey.OP_READ, this::read);
        } catch (IOException e) {
            throw new UncheckedIOException("an open port cannot be watched", e);
        }
    }

    private void read() {
        ByteBuffer incoming = secure.buffers().incoming();
        try {
            for (int i = 0; i < A_TURN && channel.isOpen(); i++) {
                incoming.clear();
                InetSocketAddress source = (InetSocketAddress) channel.receive(incoming);
                if (source == null) {
                    return;
                }
                incoming.flip();
                take(source, incoming);
            }
        } catch (IOException e) {
            // What the network tells of a datagram that was sent is nothing to the others.
        }
    }

    private void take(InetSocketAddress source, ByteBuffer datagram) {
        IncomingDtls session = sessionOf(source, datagram);
        if (session != null) {
            session.take(datagram);
        }
    }

    /** The session that a datagram belongs to; null if it is of none. */
    private @Nullable IncomingDtls sessionOf(InetSocketAddress source, ByteBuffer datagram) {
        IncomingDtls begun = opening.get(source);
        IncomingDtls known = open.get(source);
        if (begun != null && !begun.isProved() && isFirst(datagram)) {
            // Our cookie was lost, or another program has the port now.
            begun.end();
            return begin(source);
        }
        if (begun != null && (known == null || begun.isProved() || isOfEpochZero(datagram))) {
            return begun;
        }
        if (isFirst(datagram)) {
            return begin(source);
        }
        if (known == null) {
            room.intake().takeJunk();
        }
        return known;
    }

    private static boolean isOfEpochZero(ByteBuffer datagram) {
        return datagram.remaining() >= HEADER_OCTETS
                && datagram.getShort(datagram.position() + EPOCH_OFFSET) == 0;
    }

    /** A ClientHello without a cookie: its message_seq is 0 (RFC 6347 §4.2.2). */
    private static boolean isFirst(ByteBuffer datagram) {
        int at = datagram.position();
        return datagram.remaining() >= MESSAGE_SEQ_OFFSET + Short.BYTES
                && datagram.getShort(at + MESSAGE_SEQ_OFFSET) == 0
                && isOfEpochZero(datagram)
                && datagram.get(at) == HANDSHAKE
                && datagram.get(at + HEADER_OCTETS) == CLIENT_HELLO;
    }

    private @Nullable IncomingDtls begin(InetSocketAddress source) {
        InetAddress host = source.getAddress();
        if (!room.admission().admits(Transport.DTLS, host)) {
            return null;
        }
        try {
            IncomingDtls session = new IncomingDtls(this, room, secure, source);
            opening.put(source, session);
            dropEldestUnproved();
            return session;
        } catch (IOException e) {
            room.admission().refuse(Transport.DTLS, host, String.valueOf(e.getMessage()));
            return null;
        }
    }

    private void dropEldestUnproved() {
        long unproved = opening.values().stream().filter(each -> !each.isProved()).count();
        if (unproved > room.admission().limits().halfOpen()) {
            opening.values().stream()
                    .filter(each -> !each.isProved())
                    .findFirst()
                    .ifPresent(IncomingDtls::end);
        }
    }

    /** A session is open: from now on the datagrams of its source are its. */
    void opened(InetSocketAddress source, IncomingDtls session) {
        opening.remove(source, session);
        IncomingDtls before = open.put(source, session);
        if (before != null) {
            before.end();
        }
    }

    void ended(InetSocketAddress source, IncomingDtls session) {
        opening.remove(source, session);
        open.remove(source, session);
    }

    void send(ByteBuffer datagram, InetSocketAddress to) throws IOException {
        channel.send(datagram, to);
    }

    @Override
    public void close() {
        room.loop()
                .execute(() -> {
                    try {
                        opening.values().stream().toList().forEach(IncomingDtls::end);
                        open.values().stream().toList().forEach(IncomingDtls::end);
                        channel.close();
                    } catch (IOException e) {
                        // It receives nothing more either way.
                    }
                });
    }
}
