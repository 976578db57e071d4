package dev.bulkhead.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.app.vault.NamedCredential;
import dev.bulkhead.app.vault.Vault;
import dev.bulkhead.app.vault.VaultException;
import dev.bulkhead.engine.job.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ImportVerbTest {
    private static final String PASSPHRASE = "open sesame";
    private static final String CANARY = "canary-5150-secret";

    @TempDir private Path folder;
    private FakeTerminal world = new FakeTerminal();

    @BeforeEach
    void files() throws IOException {
        Files.createDirectories(folder.resolve("conf/hosts"));
        Files.writeString(
                folder.resolve("conf/snmp.conf"),
                "defVersion 2c\ndefCommunity " + CANARY + "\ndefAuthMasterKey 0x01\n");
        Files.writeString(folder.resolve("conf/hosts/r1.conf"), "timeout 4\n");
        again();
    }

    private void again() {
        world = new FakeTerminal();
        world.environment.put("SNMPCONFPATH", folder.resolve("conf").toString());
        world.environment.put("XDG_CONFIG_HOME", folder.resolve("mine").toString());
        world.environment.put("PASS", PASSPHRASE);
    }

    private List<NamedCredential> stored() throws VaultException {
        Vault vault =
                new Vault(
                        Optional.of(folder.resolve("mine/bulkhead/credentials.vault")),
                        Optional.empty(),
                        Duration.ofHours(1));
        vault.load();
        vault.unlock(new Secret(PASSPHRASE));
        return vault.all();
    }

    @Test
    void listingTellsWhatIsThereAndStoresNothing() {
        assertThat(world.run("import", "--format", "csv")).isZero();
        assertThat(world.out())
                .contains("credential,snmp.conf community,v2c community,,new,")
                .contains("device,r1,r1,snmp.conf community,new,")
                .doesNotContain(CANARY);
        assertThat(world.err()).contains("snmp.conf:3: defAuthMasterKey is not taken");
        assertThat(folder.resolve("mine")).doesNotExist();
    }

    @Test
    void storingMakesTheVaultAndTheDevicesOfTheWindow() throws Exception {
        assertThat(world.run("import", "--store", "--passphrase", "env:PASS")).isZero();
        assertThat(world.out() + world.err()).contains("stored").doesNotContain(CANARY);
        assertThat(stored())
                .extracting(NamedCredential::name)
                .containsExactly("snmp.conf community");
        assertThat(Files.readString(folder.resolve("mine/bulkhead/devices.conf")))
                .contains("name = r1", "credential = snmp.conf community", "timeout-ms = 4000")
                .doesNotContain(CANARY);
        again();
        assertThat(world.run("import", "--store", "--passphrase", "env:PASS")).isZero();
        assertThat(world.out()).contains("the same is stored").contains("exists");
    }

    @Test
    void anotherOfTheNameIsLeftUnlessItIsToBeReplaced() throws Exception {
        assertThat(world.run("import", "--store", "--passphrase", "env:PASS")).isZero();
        NamedCredential before = stored().getFirst();
        Files.writeString(folder.resolve("conf/snmp.conf"), "defCommunity other\n");
        again();
        assertThat(world.run("import", "--store", "--passphrase", "env:PASS")).isZero();
        assertThat(world.out()).contains("another is stored");
        assertThat(stored()).containsExactly(before);
        again();
        assertThat(world.run("import", "--store", "--replace", "--passphrase", "env:PASS"))
                .isZero();
        assertThat(world.out()).contains("replaced");
        assertThat(stored()).hasSize(1).doesNotContain(before);
    }

    @Test
    void aWrongPassphraseStoresNothingAndIsNotRepeated() throws Exception {
        assertThat(world.run("import", "--store", "--passphrase", "env:PASS")).isZero();
        again();
        world.environment.put("PASS", "wrong " + CANARY);
        Files.delete(folder.resolve("mine/bulkhead/devices.conf"));
        assertThat(world.run("import", "--store", "--passphrase", "env:PASS")).isEqualTo(2);
        assertThat(world.err()).contains("cannot be used").doesNotContain(CANARY);
        assertThat(folder.resolve("mine/bulkhead/devices.conf")).doesNotExist();
    }

    @Test
    void withoutAnyFileItFailsAndSaysWhereItLooked() {
        world.environment.put("SNMPCONFPATH", folder.resolve("empty").toString());
        assertThat(world.run("import")).isEqualTo(1);
        assertThat(world.err()).contains("there is no snmp.conf").contains("empty");
    }
}
