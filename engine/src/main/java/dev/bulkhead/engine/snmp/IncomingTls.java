package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.job.Transport;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import javax.net.ssl.SSLEngine;
import org.jspecify.annotations.Nullable;

/**
 * A sender's session over TLS (RFC 6353): a handshake, then messages, one after the other. On the
 * loop's thread.
 */
final class IncomingTls implements StreamConnection.User, SecureChannel.Line, Admission.Guest {
    private final ConnectionRoom room;
    private final SecureReception secure;
    private final InetSocketAddress source;
    private final StreamConnection connection;
    private final SSLEngine engine;
    private final SecureChannel channel;
    private final Patience patience;
    private @Nullable MessageCollector messages;
    private boolean heard;

    IncomingTls(
            ConnectionRoom room,
            SecureReception secure,
            SocketChannel channel,
            InetSocketAddress source)
            throws IOException {
        this.room = room;
        this.secure = secure;
        this.source = source;
        this.engine = secure.newEngine();
        this.channel = new SecureChannel(engine, secure.buffers(), this);
        this.patience = new Patience(room.admission().limits());
        this.connection = new StreamConnection(room.loop(), channel, this);
    }

    @Override
    public void connected() {
        // It was before; the sender begins.
    }

    @Override
    public void read(ByteBuffer octets) throws IOException {
        heard = true;
        channel.receive(octets);
    }

    @Override
    public void transmit(ByteBuffer octets) throws IOException {
        connection.send(ByteBuffer.allocate(octets.remaining()).put(octets).flip());
    }

    @Override
    public void opened() throws IOException {
        Origin origin =
                new Origin(
                        Transport.TLS,
                        source,
                        secure.securityName(engine.getSession()),
                        answer -> room.loop().execute(() -> answer(answer)));
        messages = new MessageCollector(origin, room.intake(), patience);
        channel.flow();
    }

    @Override
    public void received(ByteBuffer plain) throws IOException {
        if (messages != null) {
            messages.take(plain);
        }
    }

    private void answer(byte[] message) {
        try {
            channel.send(message);
        } catch (IOException e) {
            end();
            failed(e);
        }
    }

    @Override
    public void failed(IOException e) {
        room.admission().remove(this);
        if (e instanceof ProtocolException) {
            room.intake().takeJunk();
            room.admission().tell(Transport.TLS, source(), String.valueOf(e.getMessage()));
        } else if (e instanceof SecureSessionException) {
            room.admission().refuse(Transport.TLS, source(), String.valueOf(e.getMessage()));
        } else if (e instanceof EOFException && heard && !channel.isOpen()) {
            room.admission()
                    .refuse(Transport.TLS, source(), "it hung up in the middle of the handshake");
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
        switch (patience.state()) {
            case OPENING ->
                    room.admission()
                            .refuse(
                                    Transport.TLS,
                                    source(),
                                    "its handshake did not come to an end");
            case WITHIN_A_MESSAGE ->
                    failed(new ProtocolException("the rest of its message did not come"));
            case BETWEEN_MESSAGES -> channel.close();
        }
        end();
    }

    @Override
    public void end() {
        room.admission().remove(this);
        try {
            connection.close();
        } catch (IOException e) {
            // It is of no use any more.
        }
    }
}
