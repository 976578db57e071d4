package dev.bulkhead.engine.snmp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SecurityLevel;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What probes look like, and what is made of whatever comes back. */
class SweepAnswerTest {
    private static final int ID = 0x4A5B_6C7D;
    private static final Credential PUBLIC =
            new Credential.Community(SnmpVersion.V2C, new Secret("public"));
    private static final Credential OPS =
            Credential.Usm.of(
                    "ops", SecurityLevel.NO_AUTH_NO_PRIV, Optional.empty(), Optional.empty());

    private static String hex(byte[] message) {
        return HexFormat.of().formatHex(message);
    }

    private static SweepProbe probe(Credential credential) {
        return SweepProbe.of(List.of(credential), List.of(Oid.of(1, 3, 6, 1))).getFirst();
    }

    @Test
    void theProbeOfACommunityIsPinned() {
        assertThat(hex(probe(PUBLIC).with(ID)))
                .isEqualTo(
                        "3024" // a message
                                + "020101" // v2c
                                + "04067075626c6963" // public
                                + "a017" // GET
                                + "02044a5b6c7d" // request-id
                                + "020100"
                                + "020100"
                                + "3009" // one variable
                                + "3007"
                                + "06032b0601"
                                + "0500");
    }

    @Test
    void theProbeForAllUsersIsPinned() {
        assertThat(hex(probe(OPS).with(ID)))
                .isEqualTo(
                        "303e" // a message
                                + "020103" // v3
                                + "3011" // msgGlobalData
                                + "02044a5b6c7d"
                                + "020300ffe3"
                                + "040104" // reportable
                                + "020103" // USM
                                + "0410"
                                + "300e" // no engine, no user
                                + "0400020100020100040004000400"
                                + "3014"
                                + "04000400"
                                + "a00e"
                                + "02044a5b6c7d"
                                + "020100"
                                + "020100"
                                + "3000");
    }

    @Test
    void equalCommunitiesAndAllUsersShareAProbe() {
        Credential v1 = new Credential.Community(SnmpVersion.V1, new Secret("public"));

        assertThat(SweepProbe.of(List.of(PUBLIC, OPS, PUBLIC, OPS, v1), List.of(Oid.INTERNET)))
                .extracting(SweepProbe::credential)
                .containsExactly(0, 1, 4);
    }

    private static final byte[] REPORT =
            HexFormat.of()
                    .parseHex(
                            "3067020103"
                                    + "301102044a5b6c7d020300ffe3040100020103"
                                    + "041e301c040d80001f8880e9bd0c1d3e8f4a59"
                                    + "0201050202012c040004000400"
                                    + "302f040d80001f8880e9bd0c1d3e8f4a590400"
                                    + "a81c020100020100020100"
                                    + "3011300f060a2b060106030f01010400410101");

    @Test
    void aReportTellsTheEngine() {
        assertThat(SweepAnswer.of(ByteBuffer.wrap(REPORT)))
                .contains(
                        new SweepAnswer.Engine(
                                ID,
                                new SmiValue.OctetString(
                                        HexFormat.of().parseHex("80001f8880e9bd0c1d3e8f4a59"))));
    }

    @Test
    void aProbeIsNoAnswer() {
        assertThat(SweepAnswer.of(ByteBuffer.wrap(probe(PUBLIC).with(ID)))).isEmpty();
        assertThat(SweepAnswer.of(ByteBuffer.wrap(probe(OPS).with(ID)))).isEmpty();
    }

    @Test
    void whateverComesNothingIsThrown() {
        Random random = new Random(42);
        byte[] response = probe(PUBLIC).with(ID);
        response[13] = (byte) 0xA2;
        for (byte[] message : List.of(response, REPORT)) {
            assertThat(SweepAnswer.of(ByteBuffer.wrap(message))).isPresent();
            for (int i = 0; i < 20_000; i++) {
                byte[] damaged = Arrays.copyOf(message, 1 + random.nextInt(message.length));
                for (int flips = random.nextInt(4); flips > 0; flips--) {
                    damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
                }
                assertThat(SweepAnswer.of(ByteBuffer.wrap(damaged))).isNotNull();
            }
        }
    }
}
