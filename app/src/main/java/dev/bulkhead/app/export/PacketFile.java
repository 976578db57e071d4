package dev.bulkhead.app.export;

import dev.bulkhead.engine.trace.Packet;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A new pcapng file. A packet that finds no room is left out, and what was written of it is taken
 * back, so that the file stays whole and goes on when there is room again. One thread at a time.
 */
public final class PacketFile implements Closeable {
    private final FileChannel channel;
    private final PcapngWriter writer;
    private long wholeOctets;

    private PacketFile(FileChannel channel, PcapngWriter.Form form) throws IOException {
        this.channel = channel;
        writer = new PcapngWriter(Channels.newOutputStream(channel), form);
        wholeOctets = channel.position();
    }

    /**
     * Creates the file.
     *
     * @throws java.nio.file.FileAlreadyExistsException if there is one
     * @throws IOException if it cannot be written
     */
    public static PacketFile create(Path file, PcapngWriter.Form form) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try {
            return new PacketFile(channel, form);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /**
     * Writes a packet.
     *
     * @throws IOException if it is not written, and others may be
     */
    public void write(Packet packet) throws IOException {
        try {
            writer.write(packet);
            wholeOctets = channel.position();
        } catch (IOException e) {
            channel.truncate(wholeOctets);
            channel.position(wholeOctets);
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
