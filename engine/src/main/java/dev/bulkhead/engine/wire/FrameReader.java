package dev.bulkhead.engine.wire;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads frames from a stream.
 *
 * <p>A length is not believed until its octets came: memory grows with what arrives, in steps, up
 * to {@link WireProtocol#MAX_FRAME}. One thread.
 */
public final class FrameReader {
    private static final int STEP = 64 << 10;

    private final InputStream stream;
    private byte[] octets = new byte[4096];

    /** The stream should be buffered: lengths are read by themselves. */
    public FrameReader(InputStream stream) {
        this.stream = stream;
    }

    /**
     * The next message to a worker; empty at the end of the stream. Blocks until it is there.
     *
     * @throws MalformedFrameException if it is none
     * @throws EOFException if the stream ends inside a frame
     */
    public Optional<ToWorker> readToWorker() throws IOException {
        int length = readFrame();
        return length < 0
                ? Optional.empty()
                : Optional.of(MessageCodec.readToWorker(new WireIn(octets, 0, length)));
    }

    /**
     * The next message from a worker; empty at the end of the stream. Blocks until it is there.
     *
     * @throws MalformedFrameException if it is none
     * @throws EOFException if the stream ends inside a frame
     */
    public Optional<FromWorker> readFromWorker() throws IOException {
        int length = readFrame();
        return length < 0
                ? Optional.empty()
                : Optional.of(MessageCodec.readFromWorker(new WireIn(octets, 0, length)));
    }

    /** Its length, or -1 at the end of the stream. */
    private int readFrame() throws IOException {
        int first = stream.read();
        if (first < 0) {
            return -1;
        }
        int length = first << 24 | required() << 16 | required() << 8 | required();
        if (length < 0 || length > WireProtocol.MAX_FRAME) {
            throw new MalformedFrameException(
                    "a frame of " + Integer.toUnsignedString(length) + " octets");
        }
        int have = 0;
        while (have < length) {
            int step = Math.min(length - have, STEP);
            if (octets.length < have + step) {
                octets = Arrays.copyOf(octets, Math.max(have + step, octets.length * 2));
            }
            int read = stream.readNBytes(octets, have, step);
            if (read < step) {
                throw new EOFException("the stream ends inside a frame");
            }
            have += read;
        }
        return length;
    }

    private int required() throws IOException {
        int octet = stream.read();
        if (octet < 0) {
            throw new EOFException("the stream ends inside a length");
        }
        return octet;
    }
}
