package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.sample.Failure.NoSecureSession.Reason;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Queue;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;

/**
 * One TLS or DTLS session, as its client or its server, between messages on one side and octets on
 * the other; it knows neither sockets nor timers, so that TLS and DTLS share it.
 *
 * <p><b>States:</b> opening, from {@link #start} to the end of the handshake, while messages wait;
 * open; closed, after {@link #close} or anything thrown. In TLS 1.3 our side is open before the
 * peer has looked at our certificate, so a refusal may come as the answer to the first message.
 *
 * <p><b>Delegated tasks</b> (signing, checking certificates) run here, on the loop: once a session,
 * and a job has few sessions, or lets few begin at once. Off the loop they would need locks or
 * hand-overs in what is otherwise one thread's, and would gain nothing for a job of one agent,
 * which has nothing else to do meanwhile. Other agents' answers wait that long in their sockets;
 * they are not taken for silence, since the loop looks at sockets before timers.
 *
 * <p><b>Concurrency:</b> all on the loop's thread. {@link Line} may call back into this.
 */
final class SecureChannel {
    /** Both ends of the channel. */
    interface Line {
        /** Takes what is to go out: in DTLS exactly one datagram. The buffer is used again. */
        void transmit(ByteBuffer octets) throws IOException;

        /** Takes what came in: in DTLS one message. The buffer is used again. */
        void received(ByteBuffer plain) throws IOException;

        /** The handshake is over; messages go out from {@link SecureChannel#flow} on. */
        void opened() throws IOException;
    }

    private static final int GOODBYES = 4;
    private static final String FAILED_ON_IT = "what it sent cannot be processed";

    /** More than any piece of a stream has records. */
    private static final int MAX_STEPS = 10_000;

    private final SSLEngine engine;
    private final Line line;
    private final SecureBuffers buffers;
    private final Queue<byte[]> waiting = new ArrayDeque<>();
    private boolean open;
    private boolean flowing;
    private boolean closed;

    /**
     * Makes one.
     *
     * @param engine that has begun its handshake
     */
    SecureChannel(SSLEngine engine, SecureBuffers buffers, Line line) {
        this.engine = engine;
        this.buffers = buffers;
        this.line = line;
    }

    /** Sends the first message of the handshake. */
    void start() throws IOException {
        receive(empty());
    }

    boolean isOpen() {
        return open && !closed;
    }

    /** Whether no message waits for the end of the handshake. */
    boolean hasSentAll() {
        return waiting.isEmpty();
    }

    /** Sends a message, or keeps it until messages flow. */
    void send(byte[] message) throws IOException {
        if (!flowing) {
            waiting.add(message);
            return;
        }
        try {
            seal(message);
        } catch (SSLException e) {
            throw broken(e);
        }
    }

    private void seal(byte[] message) throws IOException {
        ByteBuffer plain = ByteBuffer.wrap(message);
        while (plain.hasRemaining()) {
            if (!wrap(plain)) {
                throw new EOFException("it closed the session");
            }
        }
    }

    /** Takes what the peer sent; an incomplete record stays in the buffer. */
    void receive(ByteBuffer octets) throws IOException {
        try {
            boolean goesOn = true;
            for (int steps = 0; goesOn && !closed && steps < MAX_STEPS; steps++) {
                goesOn = step(octets);
            }
        } catch (SSLException e) {
            throw broken(e);
        }
    }

    private boolean step(ByteBuffer octets) throws IOException {
        return switch (engine.getHandshakeStatus()) {
            case NEED_TASK -> {
                requireFirstHandshake();
                runTasks();
                yield true;
            }
            case NEED_WRAP -> wrap(empty());
            case NEED_UNWRAP_AGAIN -> {
                // A flight of DTLS is complete; each call takes one message of it, and neither the
                // status nor a count of octets tells.
                unwrap(empty());
                yield true;
            }
            case NEED_UNWRAP -> octets.hasRemaining() && unwrap(octets);
            case NOT_HANDSHAKING, FINISHED -> {
                beOpen();
                yield octets.hasRemaining() && unwrap(octets);
            }
        };
    }

    /**
     * A client of TLS 1.2 may want to negotiate again, with another certificate, and as often as it
     * likes; here its certificate stands for all that it sends.
     */
    private void requireFirstHandshake() throws SecureSessionException {
        if (open && !engine.getUseClientMode()) {
            sayLastWords();
            closed = true;
            throw new SecureSessionException(
                    Reason.FAILED, "it wants to negotiate a session again that is open");
        }
    }

    private void runTasks() throws SSLException {
        for (Runnable task = engine.getDelegatedTask();
                task != null;
                task = engine.getDelegatedTask()) {
            runTask(task);
        }
    }

    private static void runTask(Runnable task) throws SSLException {
        try {
            task.run();
        } catch (RuntimeException e) {
            throw new SSLException(FAILED_ON_IT, e);
        }
    }

    private void beOpen() throws IOException {
        if (open) {
            return;
        }
        open = true;
        line.opened();
    }

    /** Sends what waits, and from now on all at once. */
    void flow() throws IOException {
        flowing = true;
        try {
            for (byte[] next = waiting.poll(); next != null; next = waiting.poll()) {
                seal(next);
            }
        } catch (SSLException e) {
            throw broken(e);
        }
    }

    private interface Call {
        SSLEngineResult result() throws SSLException;
    }

    /** What a peer makes Java's engine stumble over must end its own session alone. */
    private static SSLEngineResult call(Call call) throws SSLException {
        try {
            return call.result();
        } catch (RuntimeException e) {
            throw new SSLException(FAILED_ON_IT, e);
        }
    }

    /** Whether the engine has got on by it. */
    private boolean wrap(ByteBuffer plain) throws IOException {
        HandshakeStatus before = engine.getHandshakeStatus();
        ByteBuffer sealed = buffers.outgoing();
        sealed.clear();
        SSLEngineResult result = call(() -> engine.wrap(plain, sealed));
        sealed.flip();
        if (sealed.hasRemaining()) {
            line.transmit(sealed);
        }
        return result.getStatus() == Status.OK
                && (result.bytesProduced() > 0 || engine.getHandshakeStatus() != before);
    }

    /** Whether the engine has got on by it. */
    private boolean unwrap(ByteBuffer octets) throws IOException {
        HandshakeStatus before = engine.getHandshakeStatus();
        ByteBuffer plain = buffers.plain();
        plain.clear();
        SSLEngineResult result = call(() -> engine.unwrap(octets, plain));
        if (result.getStatus() == Status.CLOSED) {
            throw new EOFException("it closed the session");
        }
        if (result.bytesProduced() > 0) {
            plain.flip();
            line.received(plain);
        }
        return result.getStatus() == Status.OK
                && (result.bytesConsumed() > 0 || engine.getHandshakeStatus() != before);
    }

    /**
     * Sends what was sent last again, if the peer's part of the handshake is missing (RFC 6347
     * §4.2.4): for DTLS, where either may be lost.
     */
    void repeatFlight() throws IOException {
        if (!open && engine.getHandshakeStatus() == HandshakeStatus.NEED_UNWRAP) {
            try {
                wrap(empty());
            } catch (SSLException e) {
                throw broken(e);
            }
            receive(empty());
        }
    }

    private SecureSessionException broken(SSLException e) {
        sayLastWords();
        closed = true;
        return SecureSessionException.of(e);
    }

    /** Tells the peer that this is the end, or what was wrong: an alert (RFC 8446 §6). */
    private void sayLastWords() {
        try {
            engine.closeOutbound();
            for (int i = 0; i < GOODBYES && !engine.isOutboundDone(); i++) {
                wrap(empty());
            }
        } catch (IOException e) {
            // It only would have been polite.
        }
    }

    void close() {
        if (!closed) {
            closed = true;
            sayLastWords();
        }
    }

    private static ByteBuffer empty() {
        return ByteBuffer.allocate(0);
    }
}
