package dev.bulkhead.engine.snmp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.job.AuthProtocol;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SecurityLevel;
import dev.bulkhead.engine.usm.PassphraseKeys;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.snmp4j.mp.CounterSupport;
import org.snmp4j.security.UsmUser;
import org.snmp4j.smi.OctetString;

/** Engine IDs are free for anybody to invent; the memory they cost is not. */
class SendersUsmTest {
    private static final OctetString NAME = new OctetString("ops");
    private static final OctetString GIVEN = engine(-1);
    private static final OctetString FAITHFUL = engine(-2);
    private static final int FLOOD = SendersUsm.MAX_LOCALIZED + 1000;

    private final UsmProtocols protocols = new UsmProtocols();
    private final SendersUsm usm =
            new SendersUsm(protocols, engine(-3), CounterSupport.getInstance());

    private UsmUser user() {
        Credential.Usm user =
                Credential.Usm.of(
                        "ops",
                        SecurityLevel.AUTH_NO_PRIV,
                        Optional.of(
                                new Credential.Auth(
                                        AuthProtocol.SHA_1, new Secret("a-passphrase"))),
                        Optional.empty());
        return protocols.user(user, new PassphraseKeys().keysOf(user));
    }

    private static OctetString engine(int number) {
        return new OctetString(
                ByteBuffer.allocate(9).putInt(0x80000000).put((byte) 5).putInt(number).array());
    }

    private byte[] keyFor(OctetString engineId) {
        return usm.getUser(engineId, NAME, UsmUser.LocalizationGrant.incoming)
                .getAuthenticationKey();
    }

    @Test
    void aFloodOfEngineIdsDoesNotFillTheHeap() {
        usm.add(user(), Optional.empty());
        for (int i = 0; i < FLOOD; i++) {
            keyFor(engine(i));
        }
        // The user itself is one more.
        assertThat(usm.userCount()).isEqualTo(SendersUsm.MAX_LOCALIZED + 1);
        assertThat(usm.evictions()).isEqualTo(FLOOD - SendersUsm.MAX_LOCALIZED);
    }

    @Test
    void whoIsHeardOfStaysAndWhoIsForgottenComesAgainWithTheSameKey() {
        usm.add(user(), Optional.empty());
        byte[] faithful = keyFor(FAITHFUL);
        byte[] forgotten = keyFor(engine(0));
        for (int i = 1; i < FLOOD; i++) {
            keyFor(engine(i));
            if (i % 1000 == 0) {
                keyFor(FAITHFUL);
            }
        }
        assertThat(usm.getUserTable().getUser(FAITHFUL, NAME)).isNotNull();
        assertThat(usm.getUserTable().getUser(engine(0), NAME)).isNull();
        assertThat(keyFor(FAITHFUL)).isEqualTo(faithful);
        assertThat(keyFor(engine(0))).isEqualTo(forgotten);
    }

    @Test
    void anEngineGivenByHandIsNeverForgotten() {
        usm.add(user(), Optional.of(GIVEN));
        byte[] given = keyFor(GIVEN);
        usm.add(user(), Optional.empty());
        for (int i = 0; i < FLOOD; i++) {
            keyFor(engine(i));
        }
        assertThat(usm.getUserTable().getUser(GIVEN, NAME)).isNotNull();
        assertThat(keyFor(GIVEN)).isEqualTo(given);
    }
}
