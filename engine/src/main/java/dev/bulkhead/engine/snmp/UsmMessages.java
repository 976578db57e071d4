package dev.bulkhead.engine.snmp;

import java.util.Arrays;
import java.util.List;
import org.snmp4j.security.AuthenticationProtocol;
import org.snmp4j.security.ByteArrayWindow;
import org.snmp4j.security.DecryptParams;
import org.snmp4j.security.PrivacyProtocol;

/**
 * The requests of a command generator and their answers, as SNMPv3 messages with the User-based
 * Security Model (RFC 3412 §6 and §7, RFC 3414 §3). The digests and ciphers are SNMP4J's; the rest
 * is not, for its tables of engines, users and messages cost three times as much as those.
 *
 * <p>On the loop's thread.
 */
final class UsmMessages {
    /** What a message turned out to be. */
    enum Verdict {
        /** It can be read on; what it says of its level is true. */
        READABLE,
        /** The digest is wrong: forged, or signed with the key that the agent has and we do not. */
        WRONG_DIGEST,
        /** Not from the user, the engine or the time that it must be from. */
        REFUSED
    }

    static final int VERSION = 3;
    static final int USM = 3;
    private static final int AUTH = 1;
    private static final int PRIV = 2;
    private static final int REPORTABLE = 4;

    /** The largest that UDP carries over IPv4. */
    private static final int MAX_MESSAGE = 65_507;

    private static final byte[] NOTHING = {};

    /** RFC 3414 §4: a request without variables. */
    private static final Question WHO = Question.get(List.of());

    private final BerWriter writer = new BerWriter();
    private final BerReader reader;
    private final PduCodec pdus;

    private byte[] message = NOTHING;
    private int messageFrom;
    private int messageEnd;
    private int flags;
    private int model;
    private byte[] engineId = NOTHING;
    private int boots;
    private int time;
    private byte[] userName = NOTHING;
    private byte[] contextId = NOTHING;
    private byte[] contextName = NOTHING;

    /** Messages whose PDUs a codec writes, and, when they were opened, reads. */
    UsmMessages(PduCodec pdus, BerReader reader) {
        this.pdus = pdus;
        this.reader = reader;
    }

    /**
     * The octets of a request; to an engine that is unknown those of its discovery.
     *
     * @param messageId not negative
     */
    byte[] encode(PeerEngine engine, int messageId, int requestId, Question question) {
        return engine.isKnown()
                ? encode(engine, messageId, requestId, question, levelOf(engine))
                : discovery(messageId, requestId);
    }

    private byte[] discovery(int messageId, int requestId) {
        writer.clear();
        scopedPdu(requestId, WHO, NOTHING, NOTHING);
        int security = writer.size();
        writer.octetString(BerReader.OCTET_STRING, NOTHING);
        writer.octetString(BerReader.OCTET_STRING, NOTHING);
        securityParameters(security, NOTHING, 0, 0, NOTHING);
        header(messageId, REPORTABLE);
        return writer.toByteArray();
    }

    private byte[] encode(
            PeerEngine engine, int messageId, int requestId, Question question, int level) {
        AuthenticationProtocol auth = engine.auth();
        PrivacyProtocol priv = engine.priv();
        int sentBoots = auth == null ? 0 : engine.boots();
        int sentTime = auth == null ? 0 : engine.time();
        writer.clear();
        scopedPdu(requestId, question, engine.contextId(), engine.contextName());
        byte[] salt = NOTHING;
        if (priv != null) {
            byte[] plain = writer.toByteArray();
            DecryptParams parameters = new DecryptParams();
            byte[] encrypted =
                    priv.encrypt(
                            plain,
                            0,
                            plain.length,
                            engine.privKey(),
                            sentBoots,
                            sentTime,
                            parameters);
            salt = parameters.array;
            writer.clear();
            writer.octetString(BerReader.OCTET_STRING, encrypted);
        }
        int security = writer.size();
        writer.octetString(BerReader.OCTET_STRING, salt);
        int digestOctets = auth == null ? 0 : auth.getAuthenticationCodeLength();
        int digestFromEnd = writer.size() + digestOctets;
        writer.octetString(BerReader.OCTET_STRING, new byte[digestOctets]);
        securityParameters(security, engine.userName(), sentTime, sentBoots, engine.id());
        header(messageId, level | REPORTABLE);
        byte[] whole = writer.toByteArray();
        if (auth != null) {
            auth.authenticate(
                    engine.authKey(),
                    whole,
                    0,
                    whole.length,
                    new ByteArrayWindow(whole, whole.length - digestFromEnd, digestOctets));
        }
        return whole;
    }

    private static int levelOf(PeerEngine engine) {
        return (engine.auth() == null ? 0 : AUTH) | (engine.priv() == null ? 0 : PRIV);
    }

    private void scopedPdu(int requestId, Question question, byte[] inEngine, byte[] inContext) {
        pdus.write(writer, requestId, question);
        writer.octetString(BerReader.OCTET_STRING, inContext);
        writer.octetString(BerReader.OCTET_STRING, inEngine);
        writer.wrap(BerReader.SEQUENCE, 0);
    }

    private void securityParameters(
            int before, byte[] user, int engineTime, int engineBoots, byte[] id) {
        writer.octetString(BerReader.OCTET_STRING, user);
        writer.integer(engineTime);
        writer.integer(engineBoots);
        writer.octetString(BerReader.OCTET_STRING, id);
        writer.wrap(BerReader.SEQUENCE, before);
        writer.wrap(BerReader.OCTET_STRING, before);
    }

    private void header(int messageId, int withFlags) {
        int before = writer.size();
        writer.integer(USM);
        writer.octetString(BerReader.OCTET_STRING, new byte[] {(byte) withFlags});
        writer.integer(MAX_MESSAGE);
        writer.integer(messageId);
        writer.wrap(BerReader.SEQUENCE, before);
        writer.integer(VERSION);
        writer.wrap(BerReader.SEQUENCE, 0);
    }

    /**
     * Reads what stands behind a message's version and before its security.
     *
     * @return the message ID
     */
    int decodeHeader(byte[] octets, int from, int end) throws MalformedMessageException {
        message = octets;
        messageFrom = from;
        messageEnd = end;
        int stop = reader.enter(BerReader.SEQUENCE, "the header");
        int messageId = reader.integer("the message ID");
        reader.integer("the largest message");
        byte[] flagOctets = octetString("the flags");
        flags = flagOctets.length == 0 ? 0 : flagOctets[0] & (AUTH | PRIV);
        model = reader.integer("the security model");
        reader.skipTo(stop);
        return messageId;
    }

    /** Whether the message whose header was read is of the User-based Security Model. */
    boolean isOfUsm() {
        return model == USM;
    }

    private byte[] octetString(String what) throws MalformedMessageException {
        int stop = reader.enter(BerReader.OCTET_STRING, what);
        byte[] content = Arrays.copyOfRange(reader.octets(), reader.position(), stop);
        reader.skipTo(stop);
        return content;
    }

    /**
     * Opens the message whose header was read, as one of an engine's: checks digest and time, and
     * decrypts (RFC 3414 §3.2). A message without authentication can only be checked for what it
     * says; see {@link #isAsAsked}.
     */
    Verdict open(PeerEngine engine) throws MalformedMessageException {
        reader.enter(BerReader.OCTET_STRING, "the security parameters");
        reader.enter(BerReader.SEQUENCE, "the security parameters");
        engineId = octetString("the engine ID");
        boots = reader.integer("the engine boots");
        time = reader.integer("the engine time");
        userName = octetString("the user name");
        int digestEnd = reader.enter(BerReader.OCTET_STRING, "the digest");
        int digestAt = reader.position();
        reader.skipTo(digestEnd);
        byte[] salt = octetString("the salt");
        if ((flags & AUTH) != 0) {
            Verdict verdict = checked(engine, digestAt, digestEnd);
            if (verdict != Verdict.READABLE) {
                return verdict;
            }
        }
        if ((flags & PRIV) != 0) {
            PrivacyProtocol priv = engine.priv();
            if ((flags & AUTH) == 0 || priv == null) {
                return Verdict.REFUSED;
            }
            decrypt(engine, priv, salt);
        }
        reader.enter(BerReader.SEQUENCE, "the scoped PDU");
        contextId = octetString("the context engine ID");
        contextName = octetString("the context name");
        return Verdict.READABLE;
    }

    private Verdict checked(PeerEngine engine, int digestAt, int digestEnd) {
        AuthenticationProtocol auth = engine.auth();
        if (auth == null
                || !isFrom(engine)
                || digestEnd - digestAt != auth.getAuthenticationCodeLength()) {
            return Verdict.REFUSED;
        }
        byte[] digest = Arrays.copyOfRange(message, digestAt, digestEnd);
        boolean authentic =
                auth.isAuthentic(
                        engine.authKey(),
                        message,
                        messageFrom,
                        messageEnd - messageFrom,
                        new ByteArrayWindow(message, digestAt, digestEnd - digestAt));
        // SNMP4J leaves the right one there, with which a forged message would pass the next time.
        System.arraycopy(digest, 0, message, digestAt, digest.length);
        if (!authentic) {
            return Verdict.WRONG_DIGEST;
        }
        return engine.isTimely(boots, time) ? Verdict.READABLE : Verdict.REFUSED;
    }

    private boolean isFrom(PeerEngine engine) {
        return engineId.length > 0
                && Arrays.equals(engineId, engine.id())
                && Arrays.equals(userName, engine.userName());
    }

    private void decrypt(PeerEngine engine, PrivacyProtocol priv, byte[] salt)
            throws MalformedMessageException {
        int stop = reader.enter(BerReader.OCTET_STRING, "what is encrypted");
        byte[] plain;
        try {
            plain =
                    priv.decrypt(
                            message,
                            reader.position(),
                            stop - reader.position(),
                            engine.privKey(),
                            boots,
                            time,
                            new DecryptParams(salt, 0, salt.length));
        } catch (RuntimeException e) {
            // SNMP4J wraps what its ciphers say of lengths that cannot be.
            throw new MalformedMessageException("what cannot be decrypted");
        }
        if (plain == null) {
            throw new MalformedMessageException("what cannot be decrypted");
        }
        reader.reset(plain, 0, plain.length);
    }

    /**
     * Whether the message that was opened is of the engine, the user, the security level and the
     * context that were asked (RFC 3412 §7.2 10).
     */
    boolean isAsAsked(PeerEngine engine) {
        return flags == levelOf(engine)
                && isFrom(engine)
                && Arrays.equals(contextId, engine.contextId())
                && Arrays.equals(contextName, engine.contextName());
    }

    /** The engine ID of the message that was opened. */
    byte[] engineId() {
        return engineId;
    }

    /** The engine's boots in the message that was opened. */
    int boots() {
        return boots;
    }

    /** The engine's time in the message that was opened, in seconds. */
    int time() {
        return time;
    }
}
