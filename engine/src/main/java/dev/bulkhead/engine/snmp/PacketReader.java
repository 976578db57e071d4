package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.job.SecretOctets;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.engine.trace.PacketField.Kind;
import dev.bulkhead.engine.trace.PacketFields;
import dev.bulkhead.mibs.smi.SmiValue;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snmp4j.security.DecryptParams;
import org.snmp4j.security.PrivacyProtocol;

/**
 * Reads a message of either direction for people: as far as it can be read, without asking whether
 * it is authentic or wanted. On the loop's thread.
 */
final class PacketReader {
    private static final int AUTH = 1;
    private static final int PRIV = 2;
    private static final int REPORTABLE = 4;
    private static final byte[] NOTHING = {};

    /** Octets of a field that are told in hexadecimal. */
    private static final int MOST_IN_WORDS = 64;

    /** In a message whose outer length and version are as long as they can be. */
    private static final int FARTHEST_COMMUNITY = 16;

    private final BerReader reader = new BerReader();
    private final FieldLog log = new FieldLog();
    private final StringBuilder summary = new StringBuilder();
    private final PduFields pdus = new PduFields(reader, log, summary);
    private byte[] masked = NOTHING;
    private byte[] plain = NOTHING;
    private Optional<SecretOctets> community = Optional.empty();

    /**
     * What a message says.
     *
     * @param masked its octets without its community
     * @param problem what could not be read; empty if all was
     */
    @SuppressWarnings("ArrayRecordComponent") // goes into a packet at once
    record Content(
            byte[] masked,
            String summary,
            List<VarBind> varBinds,
            byte[] plain,
            String problem,
            PacketFields fields) {}

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
        log.clear();
        pdus.clear();
        masked = message.clone();
        plain = NOTHING;
        community = Optional.empty();
        String problem = "";
        try {
            readMessage(message, keys);
            problem = pdus.loss();
        } catch (MalformedMessageException e) {
            problem = String.valueOf(e.getMessage());
            if (summary.isEmpty()) {
                hide(secrets);
            }
            int at = Math.min(reader.position(), reader.octets().length);
            log.add(Kind.UNREADABLE, at, reader.octets().length, problem);
        }
        return new Content(
                masked,
                summary.toString(),
                pdus.varBinds(),
                plain,
                problem,
                new PacketFields(log.fields(), community));
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

    private void readMessage(byte[] message, Keys keys) throws MalformedMessageException {
        reader.reset(message, 0, message.length);
        log.enter(Kind.MESSAGE, 0, reader.enter(BerReader.SEQUENCE, "a message"));
        int from = reader.position();
        int version = reader.integer("the version");
        log.add(Kind.VERSION, from, reader.position(), versionText(version));
        if (version == UsmMessages.VERSION) {
            summary.append("v3");
            ofVersion3(message, keys);
            return;
        }
        if (version != 0 && version != 1) {
            throw new MalformedMessageException("the version " + version);
        }
        from = reader.position();
        int stop = reader.enter(BerReader.OCTET_STRING, "the community");
        summary.append(version == 0 ? "v1" : "v2c");
        log.add(Kind.COMMUNITY, from, stop, "");
        byte[] secret = Arrays.copyOfRange(message, reader.position(), stop);
        community = Optional.of(new SecretOctets(new SmiValue.OctetString(secret)));
        Arrays.fill(masked, reader.position(), stop, (byte) '*');
        reader.skipTo(stop);
        pdus.read();
    }

    private static String versionText(int version) {
        return switch (version) {
            case 0 -> "v1 (0)";
            case 1 -> "v2c (1)";
            case UsmMessages.VERSION -> "v3 (3)";
            default -> Integer.toString(version);
        };
    }

    private void ofVersion3(byte[] message, Keys keys) throws MalformedMessageException {
        int from = reader.position();
        int headerEnd = reader.enter(BerReader.SEQUENCE, "the header");
        log.enter(Kind.HEADER, from, headerEnd);
        summary.append(" message ").append(integer(Kind.MESSAGE_ID, "the message ID"));
        integer(Kind.MAX_SIZE, "the largest message");
        int flags = flags();
        int model = securityModel();
        reader.skipTo(headerEnd);
        log.leave();
        summary.append(
                (flags & PRIV) != 0 ? " authPriv" : (flags & AUTH) != 0 ? " authNoPriv" : "");
        if (model != UsmMessages.USM) {
            summary.append(" security model ").append(model);
            octets(Kind.SECURITY_PARAMETERS, "the security parameters");
            scopedPdu();
            return;
        }
        ofUsm(message, keys, (flags & PRIV) != 0);
    }

    private int flags() throws MalformedMessageException {
        int from = reader.position();
        byte[] octets = pdus.octets("the flags");
        int flags = octets.length == 0 ? 0 : octets[0];
        String level =
                (flags & PRIV) != 0
                        ? "authPriv"
                        : (flags & AUTH) != 0 ? "authNoPriv" : "noAuthNoPriv";
        String text = (flags & REPORTABLE) != 0 ? level + ", reportable" : level;
        log.add(Kind.FLAGS, from, reader.position(), text);
        return flags;
    }

    private int securityModel() throws MalformedMessageException {
        int from = reader.position();
        int model = reader.integer("the security model");
        String text = model == UsmMessages.USM ? "USM (3)" : Integer.toString(model);
        log.add(Kind.SECURITY_MODEL, from, reader.position(), text);
        return model;
    }

    private void ofUsm(byte[] message, Keys keys, boolean encrypted)
            throws MalformedMessageException {
        int from = reader.position();
        int end = reader.enter(BerReader.OCTET_STRING, "the security parameters");
        log.enter(Kind.SECURITY_PARAMETERS, from, end);
        reader.enter(BerReader.SEQUENCE, "the security parameters");
        byte[] engineId = octets(Kind.ENGINE_ID, "the engine ID");
        summary.append(" engine ").append(hex(engineId));
        int boots = integer(Kind.ENGINE_BOOTS, "the engine boots");
        int time = integer(Kind.ENGINE_TIME, "the engine time");
        summary.append(" boots ").append(boots).append(" time ").append(time);
        from = reader.position();
        byte[] userName = pdus.octets("the user name");
        String user = new String(userName, StandardCharsets.UTF_8);
        log.add(Kind.USER_NAME, from, reader.position(), user);
        summary.append(" user \"").append(user).append('"');
        octets(Kind.AUTHENTICATION_PARAMETERS, "the digest");
        byte[] salt = octets(Kind.PRIVACY_PARAMETERS, "the salt");
        log.leave();
        if (encrypted) {
            decrypt(message, keys.of(engineId, userName), new Moment(boots, time), salt);
        }
        scopedPdu();
    }

    private record Moment(int boots, int time) {}

    private void decrypt(byte[] message, @Nullable PeerEngine engine, Moment moment, byte[] salt)
            throws MalformedMessageException {
        int from = reader.position();
        int stop = reader.enter(BerReader.OCTET_STRING, "what is encrypted");
        log.enter(Kind.ENCRYPTED_PDU, from, stop);
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
        log.open();
    }

    private void scopedPdu() throws MalformedMessageException {
        int start = reader.position();
        try {
            log.enter(Kind.SCOPED_PDU, start, reader.enter(BerReader.SEQUENCE, "the scoped PDU"));
            byte[] contextEngine = octets(Kind.CONTEXT_ENGINE_ID, "the context engine ID");
            int from = reader.position();
            String contextName =
                    new String(pdus.octets("the context name"), StandardCharsets.UTF_8);
            log.add(Kind.CONTEXT_NAME, from, reader.position(), contextName);
            if (!contextName.isEmpty()) {
                summary.append(" context \"").append(contextName).append('"');
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
        pdus.read();
    }

    private int integer(Kind kind, String what) throws MalformedMessageException {
        int from = reader.position();
        int value = reader.integer(what);
        log.add(kind, from, reader.position(), Integer.toString(value));
        return value;
    }

    private byte[] octets(Kind kind, String what) throws MalformedMessageException {
        int from = reader.position();
        byte[] content = pdus.octets(what);
        log.add(kind, from, reader.position(), text(content));
        return content;
    }

    private static String text(byte[] octets) {
        if (octets.length == 0) {
            return "";
        }
        int told = Math.min(octets.length, MOST_IN_WORDS);
        String hex = "0x" + HexFormat.of().formatHex(octets, 0, told);
        return told < octets.length ? hex + "..." : hex;
    }

    private static String hex(byte[] octets) {
        return octets.length == 0 ? "unknown" : "0x" + HexFormat.of().formatHex(octets);
    }
}
