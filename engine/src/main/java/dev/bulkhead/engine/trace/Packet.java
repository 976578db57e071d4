package dev.bulkhead.engine.trace;

import dev.bulkhead.engine.job.Transport;
import dev.bulkhead.engine.sample.VarBind;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One SNMP message that a job sent or got.
 *
 * @param sent whether it went out
 * @param transport how it travelled; what went through TLS is here as it was inside
 * @param peer the other end's address, 4 or 16 octets
 * @param port the other end's
 * @param octets the message; a community is overwritten with asterisks, so that a trace can be
 *     given away
 * @param summary version, security and PDU in one line, such as {@code v2c Response request-id 5}
 * @param varBinds its variables; of an encrypted message those that the job's keys opened
 * @param plain the scoped PDU that an encrypted message holds; empty if there is none or it could
 *     not be opened
 * @param problem what could not be read of it, in words; empty if all was
 * @param skipped messages before this one that were too many to be told of
 * @param fields what it says, field by field
 */
@SuppressWarnings("ArrayRecordComponent") // copied in and out, compared by content
public record Packet(
        Instant time,
        boolean sent,
        Transport transport,
        byte[] peer,
        int port,
        byte[] octets,
        String summary,
        List<VarBind> varBinds,
        byte[] plain,
        String problem,
        long skipped,
        PacketFields fields) {
    public Packet {
        peer = peer.clone();
        octets = octets.clone();
        plain = plain.clone();
        varBinds = List.copyOf(varBinds);
    }

    /** A message that was not read field by field. */
    public Packet(
            Instant time,
            boolean sent,
            Transport transport,
            byte[] peer,
            int port,
            byte[] octets,
            String summary,
            List<VarBind> varBinds,
            byte[] plain,
            String problem,
            long skipped) {
        this(
                time,
                sent,
                transport,
                peer,
                port,
                octets,
                summary,
                varBinds,
                plain,
                problem,
                skipped,
                PacketFields.NONE);
    }

    @Override
    public byte[] peer() {
        return peer.clone();
    }

    @Override
    public byte[] octets() {
        return octets.clone();
    }

    @Override
    public byte[] plain() {
        return plain.clone();
    }

    /** The same after messages that nobody told of. */
    public Packet after(long more) {
        return new Packet(
                time,
                sent,
                transport,
                peer,
                port,
                octets,
                summary,
                varBinds,
                plain,
                problem,
                skipped + more,
                fields);
    }

    /** The message as it was sent, its community, if there is one, in it. */
    public byte[] octetsAsSent() {
        byte[] asSent = octets();
        Optional<PacketField> place = fields.first(PacketField.Kind.COMMUNITY);
        if (place.isPresent() && fields.community().isPresent()) {
            byte[] community = fields.community().get().reveal().bytes();
            int end = place.get().from() + place.get().length();
            if (end <= asSent.length && community.length <= place.get().length()) {
                System.arraycopy(community, 0, asSent, end - community.length, community.length);
            }
        }
        return asSent;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Packet that
                && time.equals(that.time)
                && sent == that.sent
                && transport == that.transport
                && Arrays.equals(peer, that.peer)
                && port == that.port
                && Arrays.equals(octets, that.octets)
                && summary.equals(that.summary)
                && varBinds.equals(that.varBinds)
                && Arrays.equals(plain, that.plain)
                && problem.equals(that.problem)
                && skipped == that.skipped
                && fields.equals(that.fields);
    }

    @Override
    public int hashCode() {
        return time.hashCode() * 31 + Arrays.hashCode(octets);
    }
}
