package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.mibs.smi.Oid;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.snmp4j.PDU;
import org.snmp4j.asn1.BER;
import org.snmp4j.asn1.BEROutputStream;
import org.snmp4j.asn1.BERSerializable;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OctetString;

/**
 * A message that goes to every endpoint of a sweep, encoded once: only the octets of its ID change.
 * So an endpoint that is asked costs an integer and a time, whatever is asked of it.
 */
final class SweepProbe {
    /** IDs have 31 bits with the highest set, so that all are encoded in four octets. */
    static final int LOWEST_ID = 0x4000_0000;

    private static final int HIGHEST_ID = Integer.MAX_VALUE;
    private static final int REPORTABLE = 4;
    private static final int USM = 3;
    private static final int MAX_MESSAGE = 65_507;
    private static final int OCTET_STRING = BER.OCTETSTRING;

    private final int credential;
    private final boolean v3;
    private final byte[] octets;
    private final List<Integer> idPlaces;

    private SweepProbe(int credential, boolean v3, byte[] octets, List<Integer> idPlaces) {
        this.credential = credential;
        this.v3 = v3;
        this.octets = octets;
        this.idPlaces = idPlaces;
    }

    /**
     * The place of what it tries; for v3, which asks for the engine (RFC 3414 §4) and needs no
     * user, that of the first user.
     */
    int credential() {
        return credential;
    }

    boolean v3() {
        return v3;
    }

    /** The probes for some credentials, in order: one for all users, one for each community. */
    static List<SweepProbe> of(List<Credential> credentials, List<Oid> oids) {
        List<SweepProbe> probes = new ArrayList<>();
        boolean engineAsked = false;
        for (int i = 0; i < credentials.size(); i++) {
            switch (credentials.get(i)) {
                case Credential.Community community -> {
                    if (credentials.indexOf(community) == i) {
                        probes.add(
                                probe(
                                        i,
                                        false,
                                        communityMessage(community, oids, LOWEST_ID),
                                        communityMessage(community, oids, HIGHEST_ID)));
                    }
                }
                case Credential.Usm _ -> {
                    if (!engineAsked) {
                        probes.add(probe(i, true, engineQuery(LOWEST_ID), engineQuery(HIGHEST_ID)));
                    }
                    engineAsked = true;
                }
                case Credential.Tsm _ ->
                        throw new IllegalArgumentException("a sweep has no certificates");
            }
        }
        return probes;
    }

    /** The ID is where the messages with two of them, which share no octet, differ. */
    private static SweepProbe probe(int credential, boolean v3, byte[] one, byte[] other) {
        List<Integer> places =
                IntStream.range(0, one.length).filter(i -> one[i] != other[i]).boxed().toList();
        return new SweepProbe(credential, v3, one, places);
    }

    /** The message with an ID. */
    byte[] with(int id) {
        byte[] message = octets.clone();
        for (int i = 0; i < idPlaces.size(); i++) {
            message[idPlaces.get(i)] = (byte) (id >>> (8 * (3 - i % 4)));
        }
        return message;
    }

    private static byte[] communityMessage(
            Credential.Community credential, List<Oid> oids, int id) {
        PDU pdu = new PDU();
        Question.get(oids).fill(pdu);
        pdu.setRequestID(new Integer32(id));
        int version =
                credential.version() == SnmpVersion.V1
                        ? SnmpConstants.version1
                        : SnmpConstants.version2c;
        return tlv(
                BER.SEQUENCE,
                encoded(new Integer32(version)),
                encoded(Agent.octets(credential.community().reveal())),
                encoded(pdu));
    }

    /** A request without variables, of nobody, to nobody known (RFC 3414 §4, RFC 5343 §3.2). */
    private static byte[] engineQuery(int id) {
        byte[] nothing = encoded(new OctetString());
        byte[] zero = encoded(new Integer32(0));
        PDU pdu = new PDU();
        pdu.setType(PDU.GET);
        pdu.setRequestID(new Integer32(id));
        byte[] header =
                tlv(
                        BER.SEQUENCE,
                        encoded(new Integer32(id)),
                        encoded(new Integer32(MAX_MESSAGE)),
                        encoded(new OctetString(new byte[] {REPORTABLE})),
                        encoded(new Integer32(USM)));
        byte[] security = tlv(BER.SEQUENCE, nothing, zero, zero, nothing, nothing, nothing);
        return tlv(
                BER.SEQUENCE,
                encoded(new Integer32(SnmpConstants.version3)),
                header,
                tlv(OCTET_STRING, security),
                tlv(BER.SEQUENCE, nothing, nothing, encoded(pdu)));
    }

    private static byte[] tlv(int tag, byte[]... parts) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            int length = 0;
            for (byte[] part : parts) {
                length += part.length;
            }
            BER.encodeHeader(out, tag, length);
            for (byte[] part : parts) {
                out.write(part);
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written to", e);
        }
    }

    private static byte[] encoded(BERSerializable value) {
        try {
            BEROutputStream out = new BEROutputStream(ByteBuffer.allocate(value.getBERLength()));
            value.encodeBER(out);
            return out.getBuffer().array();
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written to", e);
        }
    }
}
