package dev.bulkhead.app.netsnmp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.app.vault.NamedCredential;
import dev.bulkhead.app.vault.Recipe;
import dev.bulkhead.engine.job.AuthProtocol;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.PrivProtocol;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SecurityLevel;
import dev.bulkhead.engine.job.SnmpVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NetSnmpFilesTest {
    private static final String CANARY = "canary-5150-secret";

    @TempDir private Path folder;

    @BeforeEach
    void hosts() throws IOException {
        Files.createDirectories(folder.resolve("hosts"));
    }

    private Path write(String name, String... lines) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, String.join("\n", lines) + "\n");
        return file;
    }

    private Found read(String... lines) throws IOException {
        write("snmp.conf", lines);
        return read();
    }

    private Found read() {
        return NetSnmpFiles.read(new ConfFolders(List.of(folder)));
    }

    private static List<String> names(Found found) {
        return found.credentials().stream().map(each -> each.credential().name()).toList();
    }

    private static Credential only(Found found) {
        assertThat(found.credentials()).as("%s", found.remarks()).hasSize(1);
        NamedCredential named = found.credentials().getFirst().credential();
        return ((Recipe.Plain) named.recipe()).credential();
    }

    private static String messages(Found found) {
        return String.join("\n", found.remarks().stream().map(Remark::toString).toList());
    }

    @Test
    void communityAndVersionMakeACredential() throws IOException {
        Found found = read("# mine", "", "defVersion 1", "defCommunity s3cret");
        assertThat(only(found))
                .isEqualTo(new Credential.Community(SnmpVersion.V1, new Secret("s3cret")));
        assertThat(names(found)).containsExactly("snmp.conf community");
        assertThat(found.credentials().getFirst().place().line()).isEqualTo(4);
        assertThat(found.remarks()).noneMatch(remark -> remark.place().line() > 0);
    }

    @Test
    void userWithAllItsTokensMakesACredential() throws IOException {
        Found found =
                read(
                        "defVersion 3",
                        "defSecurityName alice",
                        "defSecurityLevel authPriv",
                        "defAuthType SHA-256",
                        "defPrivType AES",
                        "defAuthPassphrase auth-phrase",
                        "defPrivPassphrase priv-phrase",
                        "defContext vlan-7");
        assertThat(only(found))
                .isInstanceOfSatisfying(
                        Credential.Usm.class,
                        usm -> {
                            assertThat(usm.securityName()).isEqualTo("alice");
                            assertThat(usm.level()).isEqualTo(SecurityLevel.AUTH_PRIV);
                            assertThat(usm.auth().orElseThrow())
                                    .isEqualTo(
                                            new Credential.Auth(
                                                    AuthProtocol.SHA_256,
                                                    new Secret("auth-phrase")));
                            assertThat(usm.priv().orElseThrow())
                                    .isEqualTo(
                                            new Credential.Priv(
                                                    PrivProtocol.AES_128,
                                                    new Secret("priv-phrase")));
                            assertThat(usm.contextName()).isEqualTo("vlan-7");
                        });
    }

    @Test
    void onePassphraseServesBothAndTheProtocolsAreNetSnmpsOwn() throws IOException {
        Credential.Usm usm =
                (Credential.Usm)
                        only(
                                read(
                                        "defsecurityname bob",
                                        "DEFSECURITYLEVEL authPriv",
                                        "defPassphrase both-of-them"));
        assertThat(usm.auth().orElseThrow().protocol()).isEqualTo(AuthProtocol.MD5);
        assertThat(usm.priv().orElseThrow().protocol()).isEqualTo(PrivProtocol.DES);
        assertThat(usm.priv().orElseThrow().passphrase().reveal()).isEqualTo("both-of-them");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`defCommunity plain`|`plain`",
                "`  defCommunity\ttabbed\t`|`tabbed`",
                "`defCommunity two words  `|`two words`",
                "`defCommunity \"in quotes  \"  `|`in quotes  `",
                "`defCommunity \"a \\\" b\" rest`|`a \" b`",
                "`defCommunity a#b # c`|`a#b # c`",
                "`defCommunity 'single'`|`'single'`",
                "`[snmp] defCommunity here`|`here`",
                "`defCommunity grüße`|`grüße`",
            })
    void quotesBlanksAndMarksAreReadAsNetSnmpDoes(String line, String community)
            throws IOException {
        assertThat(only(read("defVersion 2c", line)))
                .isEqualTo(new Credential.Community(SnmpVersion.V2C, new Secret(community)));
    }

    @Test
    void theLastOneCountsAndLocalFilesComeLast() throws IOException {
        write("snmp.local.conf", "defCommunity local");
        assertThat(only(read("defCommunity first", "defCommunity second")).toString())
                .doesNotContain("local");
        assertThat(only(read()))
                .isEqualTo(new Credential.Community(SnmpVersion.V2C, new Secret("local")));
    }

    @Test
    void onlyLinesOfSnmpCountInOtherSections() throws IOException {
        Found found =
                read("[snmpd]", "rocommunity x", "defCommunity no", "[snmp]", "defCommunity yes");
        assertThat(only(found).toString()).isNotNull();
        assertThat(((Credential.Community) only(found)).community().reveal()).isEqualTo("yes");
        write("snmpapp.conf", "defCommunity ignored", "[snmp] defVersion 1");
        assertThat(only(read()).version()).isEqualTo(SnmpVersion.V1);
    }

    @Test
    void includesAreFollowedAndCirclesEnd() throws IOException {
        Files.createDirectories(folder.resolve("more"));
        write("more/a.conf", "defVersion 1");
        write("more/b.txt", "defVersion 3");
        write("site.inc", "defCommunity included", "includeFile site.inc");
        Found found =
                read(
                        "includeFile site.inc",
                        "includeDir " + folder.resolve("more"),
                        "includeFile nowhere.conf",
                        "include x");
        assertThat(only(found))
                .isEqualTo(new Credential.Community(SnmpVersion.V1, new Secret("included")));
        assertThat(messages(found))
                .contains("too many files include one another")
                .contains("snmp.conf:3: the included file")
                .contains("snmp.conf:4: not read: includes are");
    }

    @Test
    void eachHostGetsADeviceAndACredentialOnlyWhereItChangesOne() throws IOException {
        write("hosts/core.conf", "transport tcp:core.example:1161", "timeout 3", "retries 5");
        write("hosts/edge.conf", "defVersion 1", "defCommunity edge-only");
        Found found =
                read(
                        "defVersion 2c",
                        "defCommunity all",
                        "defaultPort 1610",
                        "alias here udp:127.0.0.1:6161");
        assertThat(names(found)).containsExactly("snmp.conf community", "edge community");
        assertThat(found.devices().stream().map(FoundDevice::name))
                .containsExactly("here", "core", "edge");
        FoundDevice core = found.devices().get(1);
        assertThat(core.address()).isEqualTo("tcp:core.example:1161");
        assertThat(core.credential()).isEqualTo("snmp.conf community");
        assertThat(core.timeout()).contains(Duration.ofSeconds(3));
        assertThat(core.retries()).contains(5);
        FoundDevice edge = found.devices().get(2);
        assertThat(edge.address()).isEqualTo("edge:1610");
        assertThat(edge.credential()).isEqualTo("edge community");
        assertThat(found.devices().getFirst().address()).isEqualTo("udp:127.0.0.1:6161");
    }

    @Test
    void hostsAreLeftOutWhereNetSnmpLeavesThemOut() throws IOException {
        write("hosts/core.conf", "defVersion 1");
        assertThat(read("dontLoadHostConfig true").devices()).isEmpty();
        assertThat(read("dontLoadHostConfig no").devices()).hasSize(1);
    }

    @Test
    void userAndCommunityAreBothTakenAndTheVersionSaysWhichIsAsked() throws IOException {
        write("hosts/h.conf", "timeout 2");
        String[] both = {"defCommunity c", "defSecurityName u", "defVersion 3"};
        assertThat(names(read(both))).containsExactly("snmp.conf community", "snmp.conf u");
        assertThat(read(both).devices().getFirst().credential()).isEqualTo("snmp.conf u");
        both[2] = "defVersion 2c";
        assertThat(read(both).devices().getFirst().credential()).isEqualTo("snmp.conf community");
    }

    @Test
    void withoutALevelThePassphrasesSayIt() throws IOException {
        Found found = read("defSecurityName u", "defAuthPassphrase auth-phrase");
        assertThat(((Credential.Usm) only(found)).level()).isEqualTo(SecurityLevel.AUTH_NO_PRIV);
        assertThat(messages(found)).contains("snmp.conf:1: no defSecurityLevel is given");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "defAuthMasterKey 0x" + CANARY,
                "defPrivMasterKey 0x" + CANARY,
                "defAuthLocalizedKey 0x" + CANARY,
                "defPrivLocalizedKey 0x" + CANARY
            })
    void keysAreNamedAsNotTakenWithWhy(String line) throws IOException {
        Found found = read("defSecurityName u", "defSecurityLevel authNoPriv", line);
        assertThat(found.credentials()).isEmpty();
        assertThat(messages(found))
                .contains("snmp.conf:3: " + line.split(" ", -1)[0] + " is not taken: a key")
                .contains("snmp.conf:1: the user is not taken")
                .doesNotContain(CANARY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "defCommunty " + CANARY,
                CANARY,
                CANARY + " x",
                "[" + CANARY + "] x y",
                "[" + CANARY,
                "defSecurityLevel " + CANARY,
                "defVersion " + CANARY,
                "defAuthType " + CANARY,
                "retries " + CANARY,
                "defCommunity",
                "\"" + CANARY,
                "include" + CANARY + " x"
            })
    void whatIsWrongIsToldByItsLineAndNeverRepeated(String line) throws IOException {
        write("hosts/h.conf", "timeout 1");
        Found found =
                read("defSecurityName u", "defAuthPassphrase " + CANARY, line, "defCommunity c");
        assertThat(messages(found)).contains("snmp.conf:3: ").doesNotContain(CANARY);
        assertThat(found.toString()).doesNotContain(CANARY);
        assertThat(names(found)).contains("snmp.conf community");
    }

    @Test
    void shortPassphrasesAreRefused() throws IOException {
        Found found =
                read("defSecurityName u", "defSecurityLevel authNoPriv", "defPassphrase seven77");
        assertThat(found.credentials()).isEmpty();
        assertThat(messages(found)).contains("snmp.conf:3: the user is not taken").contains("8");
        assertThat(messages(found)).doesNotContain("seven77");
    }

    @Test
    void bytesThatAreNoTextAndVastFilesAreRemarkedUpon() throws IOException {
        Files.write(
                folder.resolve("snmp.conf"),
                "defVersion 1\ndefCommunity \u00ff\u00fe\ndefCommunity ok\n"
                        .getBytes(StandardCharsets.ISO_8859_1));
        assertThat(messages(read())).contains("snmp.conf:2: not read: it is not UTF-8");
        assertThat(((Credential.Community) only(read())).community().reveal()).isEqualTo("ok");
        Files.write(folder.resolve("snmp.conf"), new byte[(1 << 20) + 1]);
        assertThat(messages(read())).contains("more than a mebibyte");
    }

    @Test
    void oneFileIsReadByAnyNameAndAHostsFileAsThatHost() throws IOException {
        Path other = write("other.txt", "defCommunity c");
        ConfFolders none = new ConfFolders(List.of());
        assertThat(names(NetSnmpFiles.read(other, none))).containsExactly("snmp.conf community");
        Path host = write("hosts/r1.conf", "defCommunity c", "defVersion 2c");
        Found found = NetSnmpFiles.read(host, none);
        assertThat(names(found)).containsExactly("r1 community");
        assertThat(found.devices().getFirst().name()).isEqualTo("r1");
        Found missing = NetSnmpFiles.read(folder.resolve("nothing"), none);
        assertThat(missing.files()).isEmpty();
        assertThat(messages(missing)).contains("no such file");
    }

    @Test
    void certificatesAreLookedForInNetSnmpsStore() throws IOException {
        Found found = read("localCert nowhere", "defSecurityModel tsm");
        assertThat(found.credentials()).isEmpty();
        assertThat(messages(found)).contains("snmp.conf:1: localCert is not taken");
    }

    @Test
    void foldersComeFromTheEnvironmentOrAreTheUsualOnes() {
        Path home = Path.of("/home/u");
        assertThat(ConfFolders.of(Map.of("SNMPCONFPATH", "/a:/b"), home).folders())
                .containsExactly(Path.of("/a"), Path.of("/b"));
        assertThat(ConfFolders.of(Map.of(), home).folders())
                .startsWith(Path.of("/etc/snmp"))
                .endsWith(Path.of("/home/u/.snmp"));
    }
}
