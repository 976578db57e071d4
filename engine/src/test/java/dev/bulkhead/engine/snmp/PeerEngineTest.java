package dev.bulkhead.engine.snmp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.SecurityLevel;
import dev.bulkhead.engine.usm.UserKeys;
import dev.bulkhead.mibs.smi.SmiValue.OctetString;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PeerEngineTest {
    private static final byte[] ID = {(byte) 0x80, 0, 0, 0, 5, 7};
    private static final byte[] OTHER_ID = {(byte) 0x80, 0, 0, 0, 5, 8};

    private static final byte[] NOBODY = {};

    private static PeerEngine engine(Optional<OctetString> given) {
        return new PeerEngine(
                new Credential.Usm(
                        "operator",
                        SecurityLevel.NO_AUTH_NO_PRIV,
                        Optional.empty(),
                        Optional.empty(),
                        "",
                        Optional.empty(),
                        given,
                        given.map(id -> new Credential.BootsTime(3, 300))),
                UserKeys.NONE,
                new UsmProtocols());
    }

    private static PeerEngine discovered(int boots, int time) {
        PeerEngine engine = engine(Optional.empty());
        engine.reportedAs(NOBODY, ID, boots, time);
        return engine;
    }

    @Test
    void theFirstAuthenticClockReplacesAGuess() {
        PeerEngine engine = discovered(Integer.MAX_VALUE - 1, 5_000);
        assertThat(engine.provenBoots()).as("anybody may have said so").isEmpty();
        assertThat(engine.isTimely(2, 100)).isTrue();
        assertThat(engine.boots()).isEqualTo(2);
        assertThat(engine.provenBoots()).contains(2L);
        assertThat(engine.time()).isBetween(100, 110);
    }

    @Test
    void aProvenClockOnlyGoesOn() {
        PeerEngine engine = discovered(0, 0);
        assertThat(engine.isTimely(2, 1_000)).isTrue();
        assertThat(engine.isTimely(2, 900)).as("late, within the window").isTrue();
        assertThat(engine.isTimely(2, 849)).as("more than 150 s late").isFalse();
        assertThat(engine.isTimely(1, 5_000)).as("an earlier boot").isFalse();
        assertThat(engine.isTimely(3, 1)).as("a reboot").isTrue();
        assertThat(engine.isTimely(2, 1_000)).as("from before the reboot").isFalse();
    }

    @Test
    void anEngineWhoseBootsAreLatchedIsNeverTimely() {
        // RFC 3414 §2.2.2: it must be given a new engine ID by hand.
        assertThat(discovered(0, 0).isTimely(Integer.MAX_VALUE, 10)).isFalse();
    }

    @Test
    void anotherEngineAtTheAddressIsTakenUp() {
        PeerEngine engine = discovered(1, 1);
        engine.isTimely(9, 9);
        engine.reportedAs(ID, OTHER_ID, 1, 2);
        assertThat(engine.id()).isEqualTo(OTHER_ID);
        assertThat(engine.isTimely(1, 2)).as("its clock is another").isTrue();
    }

    @Test
    void anEngineThatDeniesItsIdIsAskedAnew() {
        PeerEngine engine = discovered(1, 1);
        engine.reportedAs(ID, ID, 1, 1);
        assertThat(engine.isKnown()).isFalse();
        assertThat(engine.id()).as("what was asked before may still be answered").isEqualTo(ID);
        engine.reportedAs(NOBODY, ID, 1, 1);
        assertThat(engine.isKnown()).isTrue();
    }

    @Test
    void twoDiscoveriesAtOnceFindOneEngine() {
        PeerEngine engine = discovered(1, 1);
        assertThat(engine.isTimely(7, 70)).isTrue();
        engine.reportedAs(NOBODY, ID, 1, 1);
        assertThat(engine.isKnown()).isTrue();
        assertThat(engine.boots()).as("no guess after what was proven").isEqualTo(7);
    }

    @Test
    void whatTheUserGaveStays() {
        PeerEngine engine = engine(Optional.of(new OctetString(ID)));
        assertThat(engine.boots()).isEqualTo(3);
        assertThat(engine.time()).isBetween(300, 310);
        engine.reportedAs(ID, OTHER_ID, 1, 1);
        engine.doubt();
        assertThat(engine.id()).isEqualTo(ID);
        assertThat(engine.isTimely(4, 1)).isTrue();
    }
}
