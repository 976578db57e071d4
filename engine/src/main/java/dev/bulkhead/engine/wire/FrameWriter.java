package dev.bulkhead.engine.wire;

import java.io.IOException;
import java.io.OutputStream;

/** Writes frames to a stream, each at once and flushed. One thread. */
public final class FrameWriter {
    private static final int LENGTH_OCTETS = 4;

    private final OutputStream stream;
    private final WireOut out = new WireOut();

    public FrameWriter(OutputStream stream) {
        this.stream = stream;
    }

    /** Blocks while the pipe is full. */
    public void write(ToWorker message) throws IOException {
        begin();
        MessageCodec.write(out, message);
        send();
    }

    /** Blocks while the pipe is full. */
    public void write(FromWorker message) throws IOException {
        begin();
        MessageCodec.write(out, message);
        send();
    }

    private void begin() {
        out.clear();
        for (int i = 0; i < LENGTH_OCTETS; i++) {
            out.octet(0);
        }
    }

    private void send() throws IOException {
        int length = out.size() - LENGTH_OCTETS;
        if (length > WireProtocol.MAX_FRAME) {
            throw new MalformedFrameException(
                    "a message of " + length + " octets is too big for a frame");
        }
        out.putInt(0, length);
        stream.write(out.octets(), 0, out.size());
        stream.flush();
    }
}
