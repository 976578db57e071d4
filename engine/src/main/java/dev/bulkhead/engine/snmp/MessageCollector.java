package dev.bulkhead.engine.snmp;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Cuts what one sender's stream brings into messages and hands them on, while it keeps the time. On
 * the loop's thread.
 */
final class MessageCollector {
    /** As much as a datagram may have, for it is not our answers that come (RFC 3430 §2.1). */
    private static final int MAX_MESSAGE = 65_535;

    private final Patience patience;
    private final MessageStream messages;

    MessageCollector(Origin origin, Intake intake, Patience patience) {
        this.patience = patience;
        this.messages =
                new MessageStream(
                        message -> {
                            byte[] octets = new byte[message.remaining()];
                            message.get(octets);
                            intake.take(origin, octets);
                            patience.waitForMessage();
                        },
                        MAX_MESSAGE);
        patience.waitForMessage();
    }

    /** Takes all of a piece. */
    void take(ByteBuffer piece) throws IOException {
        messages.take(piece);
        if (messages.hasBegun()) {
            patience.beginMessage();
        }
    }
}
