package dev.bulkhead.tests.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.app.agent.SavedDevice;
import dev.bulkhead.app.polling.KeptPoll;
import dev.bulkhead.app.polling.PollBook;
import dev.bulkhead.app.settings.MibChoices;
import dev.bulkhead.app.settings.Settings;
import dev.bulkhead.app.vault.Vault;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.mibs.smi.Oid;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the first versions wrote is read by this one: the files in {@code first-files} are as the
 * commits left them that brought each format. Since then keys were added to {@code
 * window.properties} and none was renamed; devices, polls and the vault have the format they began
 * with. The history has had two, of which {@code SchemaTest} has the first. Whoever changes a
 * format adds a folder beside these and keeps them.
 */
class UpgradeJourneyTest {
    @TempDir Path folder;
    private OpenWindow window;

    @BeforeEach
    void copy() throws Exception {
        for (String name :
                List.of("window.properties", "devices.conf", "polls.conf", "credentials.vault")) {
            try (InputStream in = getClass().getResourceAsStream("first-files/" + name)) {
                Files.copy(in, folder.resolve(name));
            }
        }
    }

    @AfterEach
    void close() {
        if (window != null) {
            window.close();
        }
    }

    private Settings settings() {
        return Settings.of(folder.resolve("window.properties"));
    }

    @Test
    void theWindowHasDevicesPollsBookmarksAndAddresses() throws Exception {
        window = OpenWindow.open(settings());
        window.until(() -> window.workbench().agents().devices().devices().size() == 2);
        SavedDevice core =
                window.ask(() -> window.workbench().agents().devices().named("core-sw-01"))
                        .orElseThrow();
        assertThat(core.group()).isEqualTo("Core");
        assertThat(core.credential()).isEqualTo("core");
        assertThat(core.mibSet()).isEqualTo("core");
        window.until(() -> window.workbench().polling().rows().size() == 2);
        assertThat(window.ask(() -> window.workbench().bookmarks().all().getLast().name()))
                .isEqualTo("uptime there");
        assertThat(settings().recentAddresses()).containsExactly("core-sw-01", "192.0.2.7:1161");
        // What this version writes in their place has all of it still.
        window.close();
        window = null;
        assertThat(new PollBook(Optional.of(folder)).read(Oid::parse).polls()).hasSize(2);
        assertThat(settings().get("theme")).contains("DARK");
        assertThat(new MibChoices(settings()).set("core").orElseThrow().modules())
                .containsExactlyInAnyOrder("IF-MIB", "SNMPv2-MIB");
        assertThat(new MibChoices(settings()).leftOut())
                .containsExactlyInAnyOrder("APPLETALK-MIB", "RIPv2-MIB");
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .as("nothing was put aside as damaged")
                    .noneMatch(name -> name.contains("damaged"));
        }
    }

    @Test
    void pollsKeepTheirAlarmsGroupsAndFormulas() throws Exception {
        PollBook.Content content = new PollBook(Optional.of(folder)).read(Oid::parse);
        assertThat(content.damage()).isEmpty();
        KeptPoll first = content.polls().getFirst();
        assertThat(first.settings().group()).isEqualTo("Up\nlinks");
        assertThat(first.settings().threshold().orElseThrow().limit()).isEqualTo(1_500_000.0);
        assertThat(first.settings().isPaused()).isTrue();
        assertThat(content.polls().getLast().what())
                .isEqualTo(new KeptPoll.What.Formula("ifInOctets.1 * 8 [b/s]", "in # 1"));
    }

    @Test
    void credentialsOpenWithTheirPassphrase() throws Exception {
        Vault vault =
                new Vault(
                        Optional.of(folder.resolve("credentials.vault")),
                        Optional.empty(),
                        Duration.ofMinutes(15));
        vault.load();
        assertThat(vault.outlines())
                .extracting(each -> each.name())
                .containsExactly("core", "demo");
        vault.unlock(new Secret("correct horse"));
        assertThat(vault.find("core").orElseThrow().recipe().credential())
                .isInstanceOfSatisfying(
                        Credential.Community.class,
                        community ->
                                assertThat(community.community().reveal()).isEqualTo("core-pass"));
    }
}
