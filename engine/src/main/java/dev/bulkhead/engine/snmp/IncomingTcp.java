package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.job.Transport;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.snmp4j.smi.OctetString;

/**
 * A sender's connection over TCP (RFC 3430): messages, one after the other. On the loop's thread.
 */
final class IncomingTcp implements StreamConnection.User, Admission.Guest {
    private final ConnectionRoom room;
    private final InetAddress source;
    private final StreamConnection connection;
    private final Patience patience;
    private final MessageCollector messages;

    IncomingTcp(ConnectionRoom room, SocketChannel channel, InetSocketAddress source)
            throws IOException {
        this.room = room;
        this.source = source.getAddress();
        connection = new StreamConnection(room.loop(), channel, this);
        patience = new Patience(room.admission().limits());
        Origin origin =
                new Origin(
                        Transport.TCP,
                        source,
                        new OctetString(),
                        answer -> room.loop().execute(() -> answer(answer)));
        messages = new MessageCollector(origin, room.intake(), patience);
    }

    @Override
    public void connected() {
        // It was before.
    }

    @Override
    public void read(ByteBuffer octets) throws IOException {
        messages.take(octets);
    }

    private void answer(byte[] message) {
        try {
            connection.send(ByteBuffer.wrap(message));
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
            room.admission().tell(Transport.TCP, source, String.valueOf(e.getMessage()));
        }
    }

    @Override
    public InetAddress source() {
        return source;
    }

    @Override
    public boolean isOverdue(long nanoTime) {
        return patience.isOver(nanoTime);
    }

    @Override
    public void expire() {
        if (patience.state() == Patience.State.WITHIN_A_MESSAGE) {
            failed(new ProtocolException("the rest of its message did not come"));
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
