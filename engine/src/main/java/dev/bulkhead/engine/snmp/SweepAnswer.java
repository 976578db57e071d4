package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.mibs.smi.SmiValue;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.snmp4j.PDU;
import org.snmp4j.asn1.BER;
import org.snmp4j.asn1.BERInputStream;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OctetString;

/** What may come back of a {@link SweepProbe}. */
sealed interface SweepAnswer {
    /** That of the probe, if it is an answer to one. */
    int id();

    /** A Response-PDU of v1 or v2c. */
    record Response(int id, SnmpVersion version, OctetString community, PDU pdu)
            implements SweepAnswer {}

    /** A Report-PDU of v3, with the engine that sent it. Nothing vouches for it. */
    record Engine(int id, SmiValue.OctetString engineId) implements SweepAnswer {}

    /** RFC 3411 §5, SnmpEngineID. */
    int SHORTEST_ENGINE_ID = 5;

    int LONGEST_ENGINE_ID = 32;

    /** Reads a datagram, which anybody may have sent; empty for whatever is neither of them. */
    static Optional<SweepAnswer> of(ByteBuffer datagram) {
        try {
            BERInputStream in = new BERInputStream(datagram);
            enter(in, BER.SEQUENCE);
            Integer32 version = integer(in);
            return switch (version.getValue()) {
                case SnmpConstants.version1 -> response(in, SnmpVersion.V1);
                case SnmpConstants.version2c -> response(in, SnmpVersion.V2C);
                case SnmpConstants.version3 -> report(in);
                default -> Optional.empty();
            };
        } catch (IOException | RuntimeException e) {
            // SNMP4J's decoder throws unchecked exceptions too where octets make no sense.
            return Optional.empty();
        }
    }

    private static Optional<SweepAnswer> response(BERInputStream in, SnmpVersion version)
            throws IOException {
        OctetString community = octets(in);
        PDU pdu = new PDU();
        pdu.decodeBER(in);
        return pdu.getType() == PDU.RESPONSE
                ? Optional.of(new Response(pdu.getRequestID().getValue(), version, community, pdu))
                : Optional.empty();
    }

    private static Optional<SweepAnswer> report(BERInputStream in) throws IOException {
        enter(in, BER.SEQUENCE);
        int id = integer(in).getValue();
        integer(in); // msgMaxSize
        octets(in); // msgFlags
        integer(in); // msgSecurityModel
        BERInputStream security =
                new BERInputStream(ByteBuffer.wrap(octets(in).getValue())); // RFC 3414 §2.4
        enter(security, BER.SEQUENCE);
        OctetString engine = octets(security);
        enter(in, BER.SEQUENCE);
        octets(in); // contextEngineID
        octets(in); // contextName
        enter(in, PDU.REPORT & 0xFF);
        return engine.length() >= SHORTEST_ENGINE_ID && engine.length() <= LONGEST_ENGINE_ID
                ? Optional.of(new Engine(id, new SmiValue.OctetString(engine.getValue())))
                : Optional.empty();
    }

    private static void enter(BERInputStream in, int tag) throws IOException {
        BER.MutableByte found = new BER.MutableByte();
        BER.decodeHeader(in, found);
        if ((found.getValue() & 0xFF) != tag) {
            throw new IOException("another type than was expected");
        }
    }

    private static Integer32 integer(BERInputStream in) throws IOException {
        Integer32 value = new Integer32();
        value.decodeBER(in);
        return value;
    }

    private static OctetString octets(BERInputStream in) throws IOException {
        OctetString value = new OctetString();
        value.decodeBER(in);
        return value;
    }
}
