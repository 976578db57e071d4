package dev.bulkhead.engine.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Any octets as a frame, which a worker that read a hostile message may be made to send: they are a
 * message, and the same when they are written again, or malformed.
 *
 * <p>Run as {@code MessageFuzzTest} is; inputs are in {@code FrameFuzzTestInputs/readsAnyFrame}.
 */
class FrameFuzzTest {
    private static final int LENGTH_OCTETS = 4;

    static Stream<byte[]> contents() {
        return FramesTest.frames()
                .map(frame -> Arrays.copyOfRange(frame, LENGTH_OCTETS, frame.length));
    }

    @MethodSource("contents")
    @FuzzTest(maxDuration = "60s")
    void readsAnyFrame(byte[] content) throws IOException {
        byte[] frame =
                ByteBuffer.allocate(LENGTH_OCTETS + content.length)
                        .putInt(content.length)
                        .put(content)
                        .array();
        try {
            Optional<FromWorker> message = reader(frame).readFromWorker();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            new FrameWriter(out).write(message.orElseThrow());
            assertThat(reader(out.toByteArray()).readFromWorker()).isEqualTo(message);
            assertThat(message.orElseThrow().toString()).isNotBlank();
        } catch (MalformedFrameException | EOFException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
        try {
            // A passphrase that a frame has is read, but never written: its keys are.
            byte[] written = written(reader(frame).readToWorker().orElseThrow());
            assertThat(written(reader(written).readToWorker().orElseThrow())).isEqualTo(written);
        } catch (MalformedFrameException | EOFException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    private static byte[] written(ToWorker message) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new FrameWriter(out).write(message);
        return out.toByteArray();
    }

    private static FrameReader reader(byte[] frame) {
        return new FrameReader(new ByteArrayInputStream(frame));
    }
}
