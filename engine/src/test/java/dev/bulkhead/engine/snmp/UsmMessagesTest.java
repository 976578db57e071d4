package dev.bulkhead.engine.snmp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.job.AuthProtocol;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.PrivProtocol;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SecurityLevel;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.engine.snmp.UsmMessages.Verdict;
import dev.bulkhead.engine.usm.UserKeys;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import dev.bulkhead.mibs.smi.SmiValue.OctetString;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.snmp4j.PDU;

/** Against {@code snmpd} and SNMP4J these messages are tested where jobs are. */
class UsmMessagesTest {
    private static final byte[] ENGINE_ID = {(byte) 0x80, 0, 0, 0, 5, 7};
    private static final byte[] OTHER_ENGINE_ID = {(byte) 0x80, 0, 0, 0, 5, 8};
    private static final int ID = 0x1234_5678;
    private static final int BOOTS = 5;
    private static final int TIME = 1_000;
    private static final int FORGERIES = 1_000;
    private static final List<VarBind> VALUES =
            List.of(
                    new VarBind(Oid.parse("1.3.6.1.2.1.1.3.0"), new SmiValue.TimeTicks(42)),
                    new VarBind(
                            Oid.parse("1.3.6.1.2.1.1.5.0"),
                            new OctetString(new byte[] {'s', 'w'})));
    private static final Question ANSWER = new Question(PDU.RESPONSE, VALUES, 0, 0);
    private static final Question ASKED = Question.get(VALUES.stream().map(VarBind::name).toList());

    private final BerReader reader = new BerReader();
    private final PduCodec pdus = new PduCodec();
    private final UsmMessages messages = new UsmMessages(pdus, reader);
    private final Random random = new Random(1);

    private static Credential.Usm user(
            SecurityLevel level, AuthProtocol auth, PrivProtocol priv, String context) {
        return new Credential.Usm(
                "operator",
                level,
                Optional.of(new Credential.Auth(auth, new Secret("auth"))),
                Optional.of(new Credential.Priv(priv, new Secret("priv"))),
                context,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Credential.Usm user(SecurityLevel level) {
        return user(level, AuthProtocol.SHA_256, PrivProtocol.AES_128, "");
    }

    /** The engine with this clock, as a user knows it who has keys made of a seed. */
    private static PeerEngine engine(Credential.Usm user, int seed, byte[] id, int time) {
        byte[] auth = new byte[32];
        Arrays.fill(auth, (byte) seed);
        byte[] priv = auth.clone();
        PeerEngine engine =
                new PeerEngine(
                        user,
                        new UserKeys(new OctetString(auth), new OctetString(priv)),
                        new UsmProtocols());
        engine.reportedAs(new byte[0], id, BOOTS, time);
        return engine;
    }

    private static PeerEngine engine(Credential.Usm user) {
        return engine(user, 1, ENGINE_ID, TIME);
    }

    private Verdict open(PeerEngine engine, byte[] message) throws MalformedMessageException {
        reader.reset(message, 0, message.length);
        int end = reader.enter(BerReader.SEQUENCE, "a message");
        reader.reset(message, reader.position(), end);
        assertThat(reader.integer("the version")).isEqualTo(UsmMessages.VERSION);
        messages.decodeHeader(message, 0, end);
        return messages.open(engine);
    }

    /** Whether a message would be taken for an answer. */
    private boolean isTaken(PeerEngine engine, byte[] message) {
        try {
            return open(engine, message) == Verdict.READABLE
                    && messages.isAsAsked(engine)
                    && pdus.readHeader(reader).type() == PDU.RESPONSE;
        } catch (MalformedMessageException | AssertionError e) {
            return false;
        }
    }

    private byte[] answer(Credential.Usm user) {
        return messages.encode(engine(user), ID, ID, ANSWER);
    }

    private void assertRead(Credential.Usm user) throws MalformedMessageException {
        assertThat(open(engine(user), answer(user))).isEqualTo(Verdict.READABLE);
        assertThat(messages.isAsAsked(engine(user))).isTrue();
        assertThat(pdus.readHeader(reader)).isEqualTo(new PduCodec.Header(PDU.RESPONSE, ID, 0, 0));
        assertThat(pdus.readVarBinds(reader, ASKED)).isEqualTo(VALUES);
    }

    @ParameterizedTest
    @EnumSource(AuthProtocol.class)
    void whatOneSideSignsTheOtherReads(AuthProtocol auth) throws Exception {
        assertRead(user(SecurityLevel.AUTH_NO_PRIV, auth, PrivProtocol.AES_128, "vlan7"));
    }

    @ParameterizedTest
    @EnumSource(PrivProtocol.class)
    void whatOneSideEncryptsTheOtherReads(PrivProtocol priv) throws Exception {
        assertRead(user(SecurityLevel.AUTH_PRIV, AuthProtocol.SHA_1, priv, ""));
    }

    @Test
    void whoHasNoKeysIsRead() throws Exception {
        assertRead(user(SecurityLevel.NO_AUTH_NO_PRIV));
    }

    @Test
    void encryptedOctetsDoNotShowTheName() {
        String message =
                new String(answer(user(SecurityLevel.AUTH_PRIV)), StandardCharsets.ISO_8859_1);
        assertThat(message).contains("operator").doesNotContain("sw");
    }

    @Test
    void wrongDigestsAreNotTaken() throws Exception {
        for (SecurityLevel level : List.of(SecurityLevel.AUTH_NO_PRIV, SecurityLevel.AUTH_PRIV)) {
            Credential.Usm user = user(level);
            for (int i = 0; i < FORGERIES; i++) {
                byte[] forged =
                        messages.encode(engine(user, 2 + i % 100, ENGINE_ID, TIME), ID, ID, ANSWER);
                assertThat(open(engine(user), forged)).isEqualTo(Verdict.WRONG_DIGEST);
            }
        }
    }

    @Test
    void aForgeryThatIsReadAgainIsStillOne() throws Exception {
        Credential.Usm user = user(SecurityLevel.AUTH_PRIV);
        byte[] forged = messages.encode(engine(user, 2, ENGINE_ID, TIME), ID, ID, ANSWER);
        byte[] asSent = forged.clone();
        for (int i = 0; i < 2; i++) {
            assertThat(open(engine(user), forged)).isEqualTo(Verdict.WRONG_DIGEST);
        }
        assertThat(forged).isEqualTo(asSent);
    }

    @Test
    void shortDigestsAreNotTaken() throws Exception {
        // With MD5's 12 octets where SHA-256 has 24, and that many of the right digest.
        Credential.Usm user = user(SecurityLevel.AUTH_NO_PRIV);
        Credential.Usm shorter =
                user(SecurityLevel.AUTH_NO_PRIV, AuthProtocol.MD5, PrivProtocol.AES_128, "");
        for (int i = 0; i < FORGERIES; i++) {
            byte[] forged = messages.encode(engine(shorter), i + 1, ID, ANSWER);
            assertThat(open(engine(user), forged)).isEqualTo(Verdict.REFUSED);
        }
    }

    @Test
    void answersBelowTheLevelThatWasAskedAreNotTaken() throws Exception {
        PeerEngine asked = engine(user(SecurityLevel.AUTH_PRIV));
        for (SecurityLevel level :
                List.of(SecurityLevel.NO_AUTH_NO_PRIV, SecurityLevel.AUTH_NO_PRIV)) {
            for (int i = 0; i < FORGERIES; i++) {
                byte[] forged = messages.encode(engine(user(level)), i + 1, ID, ANSWER);
                assertThat(open(asked, forged)).isEqualTo(Verdict.READABLE);
                assertThat(messages.isAsAsked(asked)).isFalse();
            }
        }
    }

    @Test
    void reportsWithDataAreNotTakenForAnswers() {
        PeerEngine asked = engine(user(SecurityLevel.AUTH_PRIV));
        Question report = new Question(PDU.REPORT, VALUES, 0, 0);
        for (SecurityLevel level : SecurityLevel.values()) {
            for (int i = 0; i < FORGERIES; i++) {
                byte[] forged = messages.encode(engine(user(level)), i + 1, ID, report);
                assertThat(isTaken(asked, forged)).isFalse();
            }
        }
    }

    @Test
    void replaysAreNotTaken() throws Exception {
        Credential.Usm user = user(SecurityLevel.AUTH_PRIV);
        PeerEngine asked = engine(user);
        byte[] now = answer(user);
        assertThat(isTaken(asked, now.clone())).isTrue();
        assertThat(isTaken(asked, now.clone())).as("within the time window").isTrue();
        for (int i = 0; i < FORGERIES; i++) {
            byte[] old =
                    messages.encode(
                            engine(user, 1, ENGINE_ID, TIME - 151 - i % 800), ID, ID, ANSWER);
            assertThat(open(asked, old)).isEqualTo(Verdict.REFUSED);
        }
    }

    @Test
    void messagesOfOthersAreNotTaken() throws Exception {
        Credential.Usm user = user(SecurityLevel.AUTH_NO_PRIV);
        byte[] otherEngine =
                messages.encode(engine(user, 1, OTHER_ENGINE_ID, TIME), ID, ID, ANSWER);
        assertThat(open(engine(user), otherEngine)).isEqualTo(Verdict.REFUSED);
        Credential.Usm inContext =
                user(SecurityLevel.AUTH_NO_PRIV, AuthProtocol.SHA_256, PrivProtocol.AES_128, "x");
        assertThat(isTaken(engine(user), answer(inContext))).isFalse();
    }

    @Test
    void changedOctetsAreNotTaken() {
        for (SecurityLevel level : List.of(SecurityLevel.AUTH_NO_PRIV, SecurityLevel.AUTH_PRIV)) {
            Credential.Usm user = user(level);
            byte[] right = answer(user);
            for (int i = 0; i < 20_000; i++) {
                byte[] changed = right.clone();
                changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
                assertThat(isTaken(engine(user), changed)).isFalse();
            }
        }
    }

    @Test
    void messagesThatAreCutOffAreMalformedOrNotTaken() {
        Credential.Usm user = user(SecurityLevel.AUTH_PRIV);
        byte[] right = answer(user);
        for (int length = 0; length < right.length; length++) {
            assertThat(isTaken(engine(user), Arrays.copyOf(right, length))).isFalse();
        }
    }

    @Test
    void discoveryTellsNothingOfTheUser() {
        Credential.Usm user = user(SecurityLevel.AUTH_PRIV);
        PeerEngine unknown = engine(user);
        unknown.doubt();
        byte[] octets = messages.encode(unknown, 1, 1, ASKED);
        assertThat(HexFormat.of().formatHex(octets))
                .isEqualTo(
                        "3038020103" // SEQUENCE, version 3
                                + "300e020101020300ffe3040104020103" // 1, 65,507, reportable, USM
                                + "0410300e0400020100020100040004000400" // nobody, of nobody known
                                + "301104000400" // no context
                                + "a00b0201010201000201003000"); // GetRequest-PDU, 1, 0, 0, nothing
    }
}
