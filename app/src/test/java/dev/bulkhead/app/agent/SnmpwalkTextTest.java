package dev.bulkhead.app.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.DemoNetwork;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.engine.job.Target;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class SnmpwalkTextTest {
    private static String text(String host, Credential credential) {
        Target target = new Target(host, 161, credential, Duration.ofSeconds(2), 1);
        return SnmpwalkText.of(target, ".1.3.6.1.2.1.1");
    }

    @Test
    void secretsAreVariables() {
        Credential community = new Credential.Community(SnmpVersion.V2C, new Secret("hidden"));
        assertThat(text("192.0.2.1", community))
                .isEqualTo(
                        "snmpwalk -v2c -c \"$COMMUNITY\" -t 2 -r 1 192.0.2.1:161 .1.3.6.1.2.1.1");
        assertThat(text("192.0.2.1", DemoNetwork.user()))
                .isEqualTo(
                        "snmpwalk -v3 -l authPriv -u demo -a SHA-256 -A \"$AUTH_PASS\" -x AES -X"
                                + " \"$PRIV_PASS\" -t 2 -r 1 192.0.2.1:161 .1.3.6.1.2.1.1");
    }

    @Test
    void whatAShellWouldTakeApartIsQuoted() {
        Credential community = new Credential.Community(SnmpVersion.V1, new Secret("x"));
        assertThat(text("2001:db8::1", community)).contains(" '[2001:db8::1]:161' ");
        assertThat(text("a'b;c", community)).contains(" 'a'\\''b;c:161' ");
    }
}
