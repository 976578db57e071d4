package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.sample.ErrorStatus;
import dev.bulkhead.engine.sample.VarBind;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snmp4j.PDU;
import org.snmp4j.security.DecryptParams;
import org.snmp4j.security.PrivacyProtocol;

/**
 * Reads a message of either direction for people: as far as it can be read, without asking whether
 * it is authentic or wanted. On the loop's thread.
 */
final class PacketReader {
    private static final Question ANYTHING = Question.get(List.of());
    private static final ErrorStatus[] ERROR_STATUSES = ErrorStatus.values();
    private static final int AUTH = 1;
    private static final int PRIV = 2;
    private static final byte[] NOTHING = {};

    /** In a message whose outer length and version are as long as they can be. */
    private static final int FARTHEST_COMMUNITY = 16;

    private final BerReader reader = new BerReader();
    private final PduCodec pdus = new PduCodec();
    private final StringBuilder summary = new StringBuilder();
    private byte[] masked = NOTHING;
    private byte[] plain = NOTHING;

    /**
     * What a message says.
     *
     * @param masked its octets without its community
     * @param problem what could not be read; empty if all was
     */
    @SuppressWarnings("ArrayRecordComponent") // goes into a packet at once
    record Content(
            byte[] masked, String summary, List<VarBind> varBinds, byte[] plain, String problem) {}

    /** What opens messages. */
    interface Keys {
        /** The engine whose keys open a message of a user, if there are any. */
        @Nullable PeerEngine of(byte[] engineId, byte[] userName);
    }

    /**
     * Reads a message.
     *
     * @param keys those that open it
     * @param secrets communities to hide where the message is too broken to find its own
     */
    Content read(byte[] message, Keys keys, List<byte[]> secrets) {
        summary.setLength(0);
        masked = message.clone();
        plain = NOTHING;
        List<VarBind> varBinds = List.of();
        String problem = "";
        try {
            varBinds = varBinds(message, keys);
            problem = pdus.loss().orElse("");
        } catch (MalformedMessageException e) {
            problem = String.valueOf(e.getMessage());
            if (summary.isEmpty()) {
                hide(secrets);
            }
        }
        return new Content(masked, summary.toString(), varBinds, plain, problem);
    }

    /** Hides what could be the community of a message whose beginning is broken. */
    private void hide(List<byte[]> secrets) {
        for (byte[] secret : secrets) {
            for (int at = 0; at + secret.length <= masked.length; at++) {
                if (Arrays.equals(masked, at, at + secret.length, secret, 0, secret.length)) {
                    Arrays.fill(masked, at, at + secret.length, (byte) '*');
                }
            }
        }
        for (int at = 0; at < Math.min(FARTHEST_COMMUNITY, masked.length - 1); at++) {
            int length = masked[at + 1];
            if (masked[at] == BerReader.OCTET_STRING && length > 0) {
                int end = Math.min(masked.length, at + 2 + length);
                Arrays.fill(masked, at + 2, end, (byte) '*');
                return;
            }
        }
    }

    private List<VarBind> varBinds(byte[] message, Keys keys) throws MalformedMessageException {
        reader.reset(message, 0, message.length);
        reader.enter(BerReader.SEQUENCE, "a message");
        int version = reader.integer("the version");
        if (version == UsmMessages.VERSION) {
            summary.append("v3");
            return ofVersion3(message, keys);
        }
        if (version != 0 && version != 1) {
            throw new MalformedMessageException("the version " + version);
        }
        int stop = reader.enter(BerReader.OCTET_STRING, "the community");
        summary.append(version == 0 ? "v1" : "v2c");
        Arrays.fill(masked, reader.position(), stop, (byte) '*');
        reader.skipTo(stop);
        return pdu();
    }

    private List<VarBind> ofVersion3(byte[] message, Keys keys) throws MalformedMessageException {
        int headerEnd = reader.enter(BerReader.SEQUENCE, "the header");
        summary.append(" message ").append(reader.integer("the message ID"));
        reader.integer("the largest message");
        byte[] flagOctets = octets("the flags");
        int flags = flagOctets.length == 0 ? 0 : flagOctets[0];
        int model = reader.integer("the security model");
        reader.skipTo(headerEnd);
        summary.append(
                (flags & PRIV) != 0 ? " authPriv" : (flags & AUTH) != 0 ? " authNoPriv" : "");
        if (model != UsmMessages.USM) {
            summary.append(" security model ").append(model);
            octets("the security parameters");
            return scopedPdu();
        }
        reader.enter(BerReader.OCTET_STRING, "the security parameters");
        reader.enter(BerReader.SEQUENCE, "the security parameters");
        byte[] engineId = octets("the engine ID");
        summary.append(" engine ").append(hex(engineId));
        int boots = reader.integer("the engine boots");
        int time = reader.integer("the engine time");
        summary.append(" boots ").append(boots).append(" time ").append(time);
        byte[] userName = octets("the user name");
        summary.append(" user \"").append(new String(userName, StandardCharsets.UTF_8)).append('"');
        octets("the digest");
        byte[] salt = octets("the salt");
        if ((flags & PRIV) != 0) {
            decrypt(message, keys.of(engineId, userName), new Moment(boots, time), salt);
        }
        return scopedPdu();
    }

    private record Moment(int boots, int time) {}

    private void decrypt(byte[] message, @Nullable PeerEngine engine, Moment moment, byte[] salt)
            throws MalformedMessageException {
        int stop = reader.enter(BerReader.OCTET_STRING, "what is encrypted");
        PrivacyProtocol priv = engine == null ? null : engine.priv();
        if (engine == null || priv == null) {
            throw new MalformedMessageException("it is encrypted, and the job has no key for it");
        }
        byte[] opened;
        try {
            opened =
                    priv.decrypt(
                            message,
                            reader.position(),
                            stop - reader.position(),
                            engine.privKey(),
                            moment.boots(),
                            moment.time(),
                            new DecryptParams(salt, 0, salt.length));
        } catch (RuntimeException e) {
            // SNMP4J wraps what its ciphers say of lengths that cannot be.
            throw new MalformedMessageException("what cannot be decrypted");
        }
        if (opened == null) {
            throw new MalformedMessageException("what cannot be decrypted");
        }
        plain = opened;
        reader.reset(opened, 0, opened.length);
    }

    private List<VarBind> scopedPdu() throws MalformedMessageException {
        int start = reader.position();
        try {
            reader.enter(BerReader.SEQUENCE, "the scoped PDU");
            byte[] contextEngine = octets("the context engine ID");
            byte[] contextName = octets("the context name");
            if (contextName.length > 0) {
                summary.append(" context \"")
                        .append(new String(contextName, StandardCharsets.UTF_8))
                        .append('"');
            }
            if (contextEngine.length > 0) {
                summary.append(" context engine ").append(hex(contextEngine));
            }
        } catch (MalformedMessageException e) {
            if (plain.length > 0 && start == 0) {
                throw new MalformedMessageException(
                        "it was encrypted with another key: " + e.getMessage());
            }
            throw e;
        }
        return pdu();
    }

    private List<VarBind> pdu() throws MalformedMessageException {
        int type = reader.tag();
        reader.contentEnd();
        summary.append(' ').append(PDU.getTypeString((byte) type));
        if ((byte) type == PDU.V1TRAP) {
            return trapOfV1();
        }
        summary.append(" request-id ").append(reader.integer("the request ID"));
        int second = reader.integer("the error-status");
        int third = reader.integer("the error-index");
        if ((byte) type == PDU.GETBULK) {
            summary.append(" non-repeaters ").append(second);
            summary.append(" max-repetitions ").append(third);
        } else if (second != 0) {
            boolean known = second > 0 && second < ERROR_STATUSES.length;
            summary.append(" error ")
                    .append(known ? ERROR_STATUSES[second].rfcName() : "" + second)
                    .append(" index ")
                    .append(third);
        }
        return pdus.readVarBinds(reader, ANYTHING);
    }

    /** The Trap-PDU of RFC 1157 §4.1.6. */
    private List<VarBind> trapOfV1() throws MalformedMessageException {
        int end = reader.enter(BerReader.OBJECT_IDENTIFIER, "the enterprise");
        summary.append(" enterprise ").append(reader.oid(end).toDottedString());
        reader.tag();
        reader.skipTo(reader.contentEnd());
        summary.append(" generic ").append(reader.integer("the generic trap"));
        summary.append(" specific ").append(reader.integer("the specific trap"));
        reader.tag();
        reader.skipTo(reader.contentEnd());
        return pdus.readVarBinds(reader, ANYTHING);
    }

    private byte[] octets(String what) throws MalformedMessageException {
        int stop = reader.enter(BerReader.OCTET_STRING, what);
        byte[] content = Arrays.copyOfRange(reader.octets(), reader.position(), stop);
        reader.skipTo(stop);
        return content;
    }

    private static String hex(byte[] octets) {
        return octets.length == 0 ? "unknown" : "0x" + HexFormat.of().formatHex(octets);
    }
}
