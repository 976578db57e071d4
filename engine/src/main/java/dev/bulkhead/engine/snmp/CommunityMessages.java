package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.SnmpVersion;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The messages of SNMPv1 and v2c (RFC 1157 §4, RFC 1901 §3). On the loop's thread. */
final class CommunityMessages {
    private final BerWriter writer = new BerWriter();
    private final BerReader reader;
    private final PduCodec pdus;

    /** Where in the message the community is. */
    private int communityAt;

    private int communityEnd;
    private int version;

    /** Most messages of a job have the same community as the one before. */
    private Credential.@Nullable Community last;

    private byte[] lastOctets = {};

    /** Messages whose PDUs a codec writes, and, when their beginning was read, reads. */
    CommunityMessages(PduCodec pdus, BerReader reader) {
        this.pdus = pdus;
        this.reader = reader;
    }

    /** The octets of a request. */
    byte[] encode(Credential.Community from, int requestId, Question question) {
        writer.clear();
        pdus.write(writer, requestId, question);
        writer.octetString(BerReader.OCTET_STRING, octets(from));
        writer.integer(from.version() == SnmpVersion.V1 ? 0 : 1);
        writer.wrap(BerReader.SEQUENCE, 0);
        return writer.toByteArray();
    }

    private byte[] octets(Credential.Community from) {
        if (!from.equals(last)) {
            lastOctets = from.community().reveal().getBytes(StandardCharsets.UTF_8);
            last = from;
        }
        return lastOctets;
    }

    /** Reads the community and the beginning of the PDU behind a message's version. */
    PduCodec.Header decodeHeader(int ofVersion) throws MalformedMessageException {
        version = ofVersion;
        communityEnd = reader.enter(BerReader.OCTET_STRING, "the community");
        communityAt = reader.position();
        reader.skipTo(communityEnd);
        return pdus.readHeader(reader);
    }

    /** What is wrong with a message that is not of a community, in words. */
    String differenceFrom(Credential.Community expected) {
        boolean asV1 = version == 0;
        return asV1 == (expected.version() == SnmpVersion.V1)
                ? "an answer with another community came"
                : "an answer as " + (asV1 ? "v1" : "v2c") + " came";
    }

    /** Whether the message whose header was read is of this version and community. */
    boolean isFrom(Credential.Community expected, byte[] message) {
        byte[] community = octets(expected);
        return version == (expected.version() == SnmpVersion.V1 ? 0 : 1)
                && Arrays.equals(
                        message, communityAt, communityEnd, community, 0, community.length);
    }
}
