package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The messages of SNMPv1 and v2c (RFC 1157 §4, RFC 1901 §3), to octets and back.
 *
 * <p><b>Why not SNMP4J's:</b> it makes a dozen objects for a variable and reads octet by octet
 * through streams: a walk then takes three times as long as that of net-snmp's tools, a sweep
 * twice. Here a name that comes back as it was asked for is compared, not read, and what an answer
 * holds is told even if one variable in it is broken. v3 stays with SNMP4J.
 *
 * <p>On the loop's thread.
 */
final class CommunityMessages {
    /** Variables that a list is made for before any came. */
    private static final int MANY = 128;

    private final BerReader reader = new BerReader();
    private final BerWriter writer = new BerWriter();

    /** Where in the message the community is. */
    private int communityAt;

    private int communityEnd;

    /** Most messages of a job have the same community as the one before. */
    private Credential.@Nullable Community last;

    private byte[] lastOctets = {};

    /**
     * What stands before the variables of a Response-PDU, or of another.
     *
     * @param version 0 for v1, 1 for v2c
     * @param type a PDU type of SNMP4J
     */
    record Header(int version, int type, int requestId, int errorStatus, int errorIndex) {}

    /** The octets of a request. */
    byte[] encode(Credential.Community from, int requestId, Question question) {
        writer.clear();
        writer.octets(question.encodedVarBinds(writer));
        writer.integer(question.maxRepetitions());
        writer.integer(question.nonRepeaters());
        writer.integer(requestId);
        writer.wrap(question.type() & 0xFF, 0);
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

    /** Reads the beginning of a message; of another version's only that. */
    Header decodeHeader(byte[] message, int from, int to) throws MalformedMessageException {
        reader.reset(message, from, to);
        int stop = reader.enter(BerReader.SEQUENCE, "a message");
        reader.reset(message, reader.position(), stop);
        int version = reader.integer("the version");
        if (version != 0 && version != 1) {
            return new Header(version, 0, 0, 0, 0);
        }
        communityEnd = reader.enter(BerReader.OCTET_STRING, "the community");
        communityAt = reader.position();
        reader.skipTo(communityEnd);
        int type = reader.tag();
        reader.contentEnd();
        int requestId = reader.integer("the request ID");
        int status = reader.integer("the error-status");
        int index = reader.integer("the error-index");
        return new Header(version, (byte) type, requestId, status, index);
    }

    /** Whether the message whose header was read is of this version and community. */
    boolean isFrom(Credential.Community expected, Header header, byte[] message) {
        byte[] community = octets(expected);
        return header.version() == (expected.version() == SnmpVersion.V1 ? 0 : 1)
                && Arrays.equals(
                        message, communityAt, communityEnd, community, 0, community.length);
    }

    /**
     * Reads the variables of the message whose header was read.
     *
     * @param asked what was asked: its names are taken where they come back
     */
    List<VarBind> decodeVarBinds(Question asked) throws MalformedMessageException {
        int stop = reader.enter(BerReader.SEQUENCE, "the variables");
        List<VarBind> names = asked.varBinds();
        byte[] askedOctets = asked.encodedVarBinds(writer);
        int[] places = asked.namePlaces(askedOctets);
        List<VarBind> varBinds =
                new ArrayList<>(Math.max(names.size(), Math.min(asked.maxRepetitions(), MANY)));
        while (reader.position() < stop) {
            int varBindEnd = reader.enter(BerReader.SEQUENCE, "a variable");
            int nameEnd = reader.enter(BerReader.OBJECT_IDENTIFIER, "a name");
            if (nameEnd > varBindEnd) {
                throw new MalformedMessageException("a name longer than its variable");
            }
            int i = varBinds.size();
            Oid name;
            if (i < names.size()
                    && reader.isSame(nameEnd, askedOctets, places[2 * i], places[2 * i + 1])) {
                name = names.get(i).name();
                reader.skipTo(nameEnd);
            } else {
                name = reader.oid(nameEnd);
            }
            SmiValue value = reader.value(varBindEnd);
            varBinds.add(new VarBind(name, value));
        }
        return varBinds;
    }
}
