package dev.bulkhead.app.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.app.naming.Library;
import dev.bulkhead.engine.job.AuthProtocol;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.PrivProtocol;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SecurityLevel;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class CopyFormatTest {
    private static final String CANARY = "canary-secret";
    private static final Oid DESCR = Oid.parse("1.3.6.1.2.1.2.2.1.2.1");
    private static final Oid STATUS = Oid.parse("1.3.6.1.2.1.2.2.1.8.1");

    private static final Target V2C =
            target(new Credential.Community(SnmpVersion.V2C, new Secret(CANARY)), "192.0.2.1", 161);

    private static final Target V3 =
            target(
                    Credential.Usm.of(
                            "o'user",
                            SecurityLevel.AUTH_PRIV,
                            Optional.of(
                                    new Credential.Auth(AuthProtocol.SHA_256, new Secret(CANARY))),
                            Optional.of(
                                    new Credential.Priv(PrivProtocol.AES_128, new Secret(CANARY)))),
                    "2001:db8::1",
                    1161);

    private static Target target(Credential credential, String host, int port) {
        return new Target(host, port, credential, Duration.ofSeconds(1), 0);
    }

    private static VarBind text(Oid oid, String value) {
        return new VarBind(oid, new SmiValue.OctetString(value.getBytes(StandardCharsets.UTF_8)));
    }

    private static Copied rows() {
        return Copied.values(
                V2C, List.of(text(DESCR, "eth|0"), new VarBind(STATUS, new SmiValue.Integer32(1))));
    }

    private static String as(CopyFormat format, Copied copied) {
        return format.text(copied, Library.NAMES);
    }

    @Test
    void plainFormsAreALineForEachRow() {
        assertThat(as(CopyFormat.OID, rows()))
                .isEqualTo(".1.3.6.1.2.1.2.2.1.2.1\n.1.3.6.1.2.1.2.2.1.8.1");
        assertThat(as(CopyFormat.NAME, rows()))
                .isEqualTo("IF-MIB::ifDescr.1\nIF-MIB::ifOperStatus.1");
        assertThat(as(CopyFormat.NAME_VALUE, rows()))
                .isEqualTo("IF-MIB::ifDescr.1 = eth|0\nIF-MIB::ifOperStatus.1 = up(1)");
        assertThat(as(CopyFormat.VALUE, rows())).isEqualTo("eth|0\nup(1)");
    }

    @Test
    void tablesHaveAHeader() {
        assertThat(as(CopyFormat.CSV, rows()).lines())
                .hasSize(3)
                .first()
                .isEqualTo("oid,name,type,value,raw,text,exception");
        assertThat(as(CopyFormat.TSV, rows()).lines())
                .containsExactly(
                        "name\ttext\ttype",
                        "IF-MIB::ifDescr.1\teth|0\tOCTET STRING",
                        "IF-MIB::ifOperStatus.1\tup(1)\tINTEGER");
        assertThat(as(CopyFormat.MARKDOWN, rows()).lines())
                .containsExactly(
                        "| name | text | type |",
                        "|---|---|---|",
                        "| IF-MIB::ifDescr.1 | eth\\|0 | OCTET STRING |",
                        "| IF-MIB::ifOperStatus.1 | up(1) | INTEGER |");
        assertThat(as(CopyFormat.JSON, rows())).startsWith("[\n{").contains("\"text\":\"up(1)\"");
    }

    @Test
    void aCommandAsksForTheSameWithVariablesForSecrets() {
        assertThat(as(CopyFormat.NET_SNMP, rows()))
                .isEqualTo(
                        "snmpget -v 2c -c \"$SNMP_COMMUNITY\" 192.0.2.1"
                                + " .1.3.6.1.2.1.2.2.1.2.1 .1.3.6.1.2.1.2.2.1.8.1");
        Copied walk = Copied.objects(Optional.of(V3), Verb.WALK, List.of(DESCR));
        assertThat(as(CopyFormat.NET_SNMP, walk))
                .isEqualTo(
                        "snmpbulkwalk -v 3 -l authPriv -u 'o'\\''user' -a SHA-256 -A \"$SNMP_AUTH\""
                                + " -x AES -X \"$SNMP_PRIV\" 'udp6:[2001:db8::1]:1161'"
                                + " .1.3.6.1.2.1.2.2.1.2.1");
        assertThat(as(CopyFormat.BULKHEAD, walk))
                .startsWith("bulkhead walk -v 3 ")
                .contains("-A env:SNMP_AUTH", "-X env:SNMP_PRIV");
    }

    @ParameterizedTest
    @EnumSource
    void noFormHoldsASecret(CopyFormat format) {
        Copied walk = Copied.objects(Optional.of(V3), Verb.WALK, List.of(DESCR));
        for (Copied copied : List.of(rows(), walk)) {
            if (format.fits(copied)) {
                assertThat(as(format, copied)).isNotEmpty().doesNotContain(CANARY);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatADeviceSendsDoesNothing(CopyFormat format) {
        Copied evil = Copied.values(V2C, List.of(text(DESCR, "=cmd()\u001b[2J\u202e\n| x |\t`y`")));
        assertThat(as(format, evil)).doesNotContain("\u001b", "\u202e").isNotEmpty();
    }

    @Test
    void formsThatNeedAValueDoNotFitAnObject() {
        Copied object = Copied.objects(Optional.empty(), Verb.GET, List.of(DESCR));
        assertThat(CopyFormat.OID.fits(object)).isTrue();
        assertThat(CopyFormat.CSV.fits(object)).isFalse();
        assertThat(CopyFormat.NET_SNMP.fits(object)).isFalse();
    }
}
