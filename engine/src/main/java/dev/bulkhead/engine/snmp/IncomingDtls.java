package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.job.Transport;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLEngine;
import org.jspecify.annotations.Nullable;

/**
 * A sender's session over DTLS (RFC 6353): a handshake, then a message a datagram. On the loop's
 * thread.
 *
 * <p><b>States:</b> unproved, until the sender has sent our cookie back; proved, a guest of {@link
 * Admission}; open; ended.
 *
 * <p><b>Loss:</b> the last flight of a handshake is ours. Java sends it twice at once, but not
 * again when the sender, which misses both, repeats its own; so it is kept until the first message
 * comes. Other flights are sent again by a timer (RFC 6347 §4.2.4).
 */
final class IncomingDtls implements SecureChannel.Line, Admission.Guest {
    private static final long FIRST_FLIGHT_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** A message must fit into one record (RFC 6347 §4.1). */
    private static final int MAX_MESSAGE = 1 << 14;

    private static final int HEADER_OCTETS = 13;
    private static final int HANDSHAKE = 22;
    private static final int SERVER_HELLO = 2;

    private final DtlsInlet inlet;
    private final ConnectionRoom room;
    private final SecureReception secure;
    private final InetSocketAddress source;
    private final SSLEngine engine;
    private final SecureChannel channel;
    private final Patience patience;
    private final List<byte[]> lastFlight = new ArrayList<>();
    private @Nullable Origin origin;
    private Timers.@Nullable Timer timer;
    private long flightNanos = FIRST_FLIGHT_NANOS;
    private boolean proved;
    private boolean ended;

    IncomingDtls(
            DtlsInlet inlet, ConnectionRoom room, SecureReception secure, InetSocketAddress source)
            throws IOException {
        this.inlet = inlet;
        this.room = room;
        this.secure = secure;
        this.source = source;
        this.engine = secure.newEngine();
        this.channel = new SecureChannel(engine, secure.buffers(), this);
        this.patience = new Patience(room.admission().limits());
    }

    /** Whether the sender has shown that it is where it says. */
    boolean isProved() {
        return proved;
    }

    void take(ByteBuffer datagram) {
        boolean wasOpen = channel.isOpen();
        boolean handshake =
                datagram.hasRemaining() && datagram.get(datagram.position()) == HANDSHAKE;
        try {
            if (wasOpen && handshake) {
                repeatLastFlight();
                return;
            }
            if (!wasOpen) {
                lastFlight.clear();
            }
            channel.receive(datagram);
        } catch (IOException e) {
            fail(e);
        }
    }

    private void repeatLastFlight() throws IOException {
        for (byte[] datagram : lastFlight) {
            inlet.send(ByteBuffer.wrap(datagram), source);
        }
    }

    @Override
    public void transmit(ByteBuffer octets) throws IOException {
        if (!channel.isOpen()) {
            prove(octets);
            byte[] copy = new byte[octets.remaining()];
            octets.get(octets.position(), copy);
            lastFlight.add(copy);
        }
        inlet.send(octets, source);
    }

    /** Java says ServerHello only to a sender whose cookie is right. */
    private void prove(ByteBuffer octets) throws IOException {
        int at = octets.position();
        if (proved
                || octets.remaining() <= HEADER_OCTETS
                || octets.get(at) != HANDSHAKE
                || octets.get(at + HEADER_OCTETS) != SERVER_HELLO) {
            return;
        }
        proved = true;
        if (!room.admission().hasRoomFor(Transport.DTLS, source())) {
            end();
            throw new EOFException("there is no room");
        }
        room.admission().add(this);
        repeatFlightLater();
    }

    private void repeatFlightLater() {
        timer = room.loop().after(flightNanos, this::repeatFlight);
    }

    private void repeatFlight() {
        if (ended || channel.isOpen()) {
            return;
        }
        try {
            flightNanos *= 2;
            channel.repeatFlight();
            repeatFlightLater();
        } catch (IOException e) {
            fail(e);
        }
    }

    @Override
    public void opened() throws IOException {
        origin =
                new Origin(
                        Transport.DTLS,
                        source,
                        secure.securityName(engine.getSession()),
                        answer -> room.loop().execute(() -> answer(answer)));
        patience.waitForMessage();
        stopTimer();
        engine.getSession().invalidate();
        TlsContext.allowLongDatagrams(engine);
        inlet.opened(source, this);
        channel.flow();
    }

    @Override
    public void received(ByteBuffer plain) {
        if (origin != null) {
            lastFlight.clear();
            byte[] octets = new byte[plain.remaining()];
            plain.get(octets);
            room.intake().take(origin, octets);
            patience.waitForMessage();
        }
    }

    private void answer(byte[] message) {
        if (ended || message.length > MAX_MESSAGE) {
            return;
        }
        try {
            channel.send(message);
        } catch (IOException e) {
            fail(e);
        }
    }

    private void fail(IOException e) {
        boolean first = !ended;
        end();
        if (first && e instanceof SecureSessionException) {
            room.admission().refuse(Transport.DTLS, source(), String.valueOf(e.getMessage()));
        }
    }

    @Override
    public InetAddress source() {
        return source.getAddress();
    }

    @Override
    public boolean isOverdue(long nanoTime) {
        return patience.isOver(nanoTime);
    }

    @Override
    public void expire() {
        if (patience.state() == Patience.State.OPENING) {
            room.admission()
                    .refuse(Transport.DTLS, source(), "its handshake did not come to an end");
        }
        end();
    }

    private void stopTimer() {
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
    }

    /** Says goodbye only to who is there: to others it would end what they begin. */
    @Override
    public void end() {
        if (!ended) {
            ended = true;
            stopTimer();
            if (proved) {
                channel.close();
            }
            inlet.ended(source, this);
            room.admission().remove(this);
        }
    }
}
