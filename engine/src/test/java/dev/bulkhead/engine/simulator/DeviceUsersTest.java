package dev.bulkhead.engine.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.job.AuthProtocol;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.PrivProtocol;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SecurityLevel;
import dev.bulkhead.engine.snmp.UsmProtocols;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.snmp4j.mp.CounterSupport;
import org.snmp4j.security.SecurityProtocols;
import org.snmp4j.security.USM;
import org.snmp4j.security.UsmUserEntry;
import org.snmp4j.smi.OctetString;

class DeviceUsersTest {
    /** RFC 3414 A.3.2 and A.5.2. */
    @Test
    void keysAreThoseOfTheRfc() {
        byte[] engineId = HexFormat.of().parseHex("000000000000000000000002");
        USM usm =
                new USM(
                        new SecurityProtocols(SecurityProtocols.SecurityProtocolSet.none),
                        new OctetString(engineId),
                        1,
                        new CounterSupport());
        Secret secret = new Secret("maplesyrup");
        new DeviceUsers(new UsmProtocols())
                .add(
                        Credential.Usm.of(
                                "maple",
                                SecurityLevel.AUTH_PRIV,
                                Optional.of(new Credential.Auth(AuthProtocol.SHA_1, secret)),
                                Optional.of(new Credential.Priv(PrivProtocol.AES_128, secret))),
                        engineId,
                        usm);
        UsmUserEntry user = usm.getUser(new OctetString(engineId), new OctetString("maple"));
        assertThat(HexFormat.of().formatHex(user.getAuthenticationKey()))
                .isEqualTo("6695febc9288e36282235fc7151f128497b38f3f");
        assertThat(HexFormat.of().formatHex(user.getPrivacyKey()))
                .isEqualTo("6695febc9288e36282235fc7151f1284");
    }
}
