package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.snmp.PduMender.Mended;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snmp4j.PDU;
import org.snmp4j.PDUv1;
import org.snmp4j.ScopedPDU;
import org.snmp4j.Target;
import org.snmp4j.asn1.BERInputStream;
import org.snmp4j.mp.MPv1;
import org.snmp4j.mp.MPv2c;
import org.snmp4j.mp.MessageProcessingModel;
import org.snmp4j.util.PDUFactory;

/**
 * Makes SNMP4J read PDUs that have a broken variable: what it cannot read is mended, and read once
 * more. Its own PDU has NULL for such a value, and is good to be answered; what was sent is {@link
 * #mended}. One thread.
 */
final class LenientPdus implements PDUFactory {
    private final PduMender mender = new PduMender();

    @Override
    public PDU createPDU(Target<?> target) {
        throw new UnsupportedOperationException("nobody is asked");
    }

    @Override
    public PDU createPDU(MessageProcessingModel model) {
        return switch (model.getID()) {
            case MPv1.ID -> new OfV1(mender);
            case MPv2c.ID -> new Plain(mender);
            default -> new Scoped(mender);
        };
    }

    /** What was made of a PDU that SNMP4J could not read; empty if it could. */
    static Optional<Mended> mended(PDU pdu) {
        return switch (pdu) {
            case Plain plain -> Optional.ofNullable(plain.mended);
            case OfV1 old -> Optional.ofNullable(old.mended);
            case Scoped scoped -> Optional.ofNullable(scoped.mended);
            default -> Optional.empty();
        };
    }

    /** What SNMP4J reads of a stream. */
    private interface Decoding {
        void decode(BERInputStream in) throws IOException;
    }

    private static @Nullable Mended decode(
            BERInputStream in, PduMender mender, boolean scoped, Decoding decoding)
            throws IOException {
        ByteBuffer buffer = in.getBuffer();
        int from = buffer.arrayOffset() + buffer.position();
        int to = buffer.arrayOffset() + buffer.limit();
        try {
            decoding.decode(in);
            return null;
        } catch (IOException | RuntimeException e) {
            Mended mended = mend(mender, buffer.array(), from, to, scoped);
            decoding.decode(new BERInputStream(ByteBuffer.wrap(mended.octets())));
            buffer.position(mended.end() - buffer.arrayOffset());
            return mended;
        }
    }

    private static Mended mend(PduMender mender, byte[] octets, int from, int to, boolean scoped)
            throws IOException {
        try {
            return mender.mend(octets, from, to, scoped);
        } catch (MalformedMessageException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    @SuppressWarnings("serial") // PDU is Serializable; nobody writes one.
    private static final class Plain extends PDU {
        private final PduMender mender;
        private @Nullable Mended mended;

        Plain(PduMender mender) {
            this.mender = mender;
        }

        @Override
        public void decodeBER(BERInputStream in) throws IOException {
            mended = decode(in, mender, false, super::decodeBER);
        }
    }

    @SuppressWarnings("serial") // PDU is Serializable; nobody writes one.
    private static final class OfV1 extends PDUv1 {
        private final PduMender mender;
        private @Nullable Mended mended;

        OfV1(PduMender mender) {
            this.mender = mender;
        }

        @Override
        public void decodeBER(BERInputStream in) throws IOException {
            mended = decode(in, mender, false, super::decodeBER);
        }
    }

    @SuppressWarnings("serial") // PDU is Serializable; nobody writes one.
    private static final class Scoped extends ScopedPDU {
        private final PduMender mender;
        private @Nullable Mended mended;

        Scoped(PduMender mender) {
            this.mender = mender;
        }

        @Override
        public void decodeBER(BERInputStream in) throws IOException {
            mended = decode(in, mender, true, super::decodeBER);
        }
    }
}
