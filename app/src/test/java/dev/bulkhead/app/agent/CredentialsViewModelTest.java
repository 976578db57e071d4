package dev.bulkhead.app.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.app.agent.UnlockViewModel.Ask;
import dev.bulkhead.app.agent.UnlockViewModel.Kind;
import dev.bulkhead.app.vault.NamedCredential;
import dev.bulkhead.app.vault.Recipe;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.DemoNetwork;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SnmpVersion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CredentialsViewModelTest {
    private static final String PASSPHRASE = "correct horse";

    @TempDir private Path folder;

    private static NamedCredential named(String name) {
        return new NamedCredential(
                name,
                new Recipe.Plain(
                        new Credential.Community(SnmpVersion.V2C, new Secret("of " + name))));
    }

    private Desk filled() {
        Desk at = new Desk(Optional.of(folder));
        at.desk.credentials().save(named("one"), Optional.empty(), () -> {});
        at.desk.unlock().answer(PASSPHRASE, PASSPHRASE);
        at.desk.credentials().save(named("two"), Optional.empty(), () -> {});
        return at;
    }

    private static List<String> names(Desk at) {
        return at.desk.credentials().items().stream().map(CredentialsViewModel.Item::name).toList();
    }

    private static Kind asked(Desk at) {
        return at.desk.unlock().askProperty().get().map(Ask::kind).orElseThrow();
    }

    @Test
    void theFirstStoredCredentialAsksForAMasterPassphraseTwice() {
        Desk at = new Desk(Optional.of(folder));
        at.desk.credentials().save(named("one"), Optional.empty(), () -> {});
        assertThat(asked(at)).isEqualTo(Kind.CREATE);
        assertThat(names(at)).isEmpty();
        at.desk.unlock().answer("short", "short");
        assertThat(at.desk.unlock().problemProperty().get()).contains("8");
        at.desk.unlock().answer(PASSPHRASE, "other");
        assertThat(at.desk.unlock().problemProperty().get()).contains("not the same");
        at.desk.unlock().answer(PASSPHRASE, PASSPHRASE);
        assertThat(names(at)).containsExactly("one");
        assertThat(at.desk.unlock().askProperty().get()).isEmpty();
    }

    @Test
    void thePassphraseIsAskedOnlyWhenASecretIsNeeded() {
        filled();
        Desk again = new Desk(Optional.of(folder));
        assertThat(names(again)).containsExactly("one", "two");
        assertThat(again.desk.unlock().askProperty().get()).isEmpty();
        List<Credential> got = new ArrayList<>();
        again.desk.credentials().use("two", got::add);
        assertThat(asked(again)).isEqualTo(Kind.UNLOCK);
        again.desk.unlock().answer("wrong horse", "");
        assertThat(again.desk.unlock().problemProperty().get())
                .isEqualTo("That is not the master passphrase.");
        assertThat(got).isEmpty();
        again.desk.unlock().answer(PASSPHRASE, "");
        assertThat(got).containsExactly(named("two").recipe().credential());
    }

    @Test
    void whoDoesNotOpenTheVaultGetsNothingAndIsNotAskedAgain() {
        filled();
        Desk again = new Desk(Optional.of(folder));
        List<Credential> got = new ArrayList<>();
        again.desk.credentials().use("two", got::add);
        again.desk.unlock().cancel();
        assertThat(got).isEmpty();
        assertThat(again.desk.unlock().askProperty().get()).isEmpty();
    }

    @Test
    void aCredentialOfThisSessionIsStoredNowhere() {
        Desk at = filled();
        at.desk.credentials().keepForSession(named("today"));
        assertThat(names(at)).containsExactly("one", "two", "today");
        assertThat(names(new Desk(Optional.of(folder)))).containsExactly("one", "two");
    }

    @Test
    void aDeletedCredentialComesBack() {
        Desk at = filled();
        at.desk.credentials().delete("one");
        assertThat(names(at)).containsExactly("two");
        at.desk.credentials().undoProperty().get().orElseThrow().back().run();
        assertThat(names(at)).containsExactlyInAnyOrder("one", "two");
        assertThat(at.desk.credentials().undoProperty().get()).isEmpty();
    }

    @Test
    void aDuplicateHasANameOfItsOwn() {
        Desk at = filled();
        at.desk.credentials().duplicate("one");
        assertThat(names(at)).containsExactly("one", "two", "one (2)");
    }

    @Test
    void aCredentialOfADeviceIsFetchedBeforeTheDeviceIsAsked() {
        Desk at = filled();
        at.desk
                .devices()
                .add(SavedDevice.of(new Device("core", "192.0.2.1", 161)).withCredential("two"));
        at.desk.unlock().lock();
        at.desk.target().addressProperty().set("core");
        assertThat(CredentialText.of(at.desk.target().credentialProperty().get()))
                .as("nobody is asked with another device's secret")
                .isEqualTo("v2c · public");
        List<String> asked = new ArrayList<>();
        assertThat(at.desk.waits(() -> asked.add("now"))).isTrue();
        assertThat(asked).isEmpty();
        at.desk.unlock().answer(PASSPHRASE, "");
        assertThat(asked).containsExactly("now");
        assertThat(at.desk.waits(() -> asked.add("again"))).isFalse();
        assertThat(at.desk.target().credentialProperty().get())
                .isEqualTo(named("two").recipe().credential());
    }

    @Test
    void lockingTakesTheStoredCredentialFromTheTarget() {
        Desk at = filled();
        at.desk.target().addressProperty().set("192.0.2.1");
        at.desk.choose("two");
        assertThat(at.desk.target().credentialProperty().get())
                .isEqualTo(named("two").recipe().credential());
        at.desk.unlock().lock();
        assertThat(CredentialText.of(at.desk.target().credentialProperty().get()))
                .isEqualTo("v2c · public");
        assertThat(at.desk.waits(() -> {})).isTrue();
    }

    @Test
    void anotherCredentialChosenByHandWinsOverTheDevices() {
        Desk at = filled();
        at.desk
                .devices()
                .add(SavedDevice.of(new Device("core", "192.0.2.1", 161)).withCredential("two"));
        at.desk.unlock().lock();
        at.desk.target().addressProperty().set("core");
        at.desk.choose(DemoNetwork.user(), Optional.empty());
        assertThat(at.desk.waits(() -> {})).isFalse();
        assertThat(at.desk.target().credentialProperty().get()).isEqualTo(DemoNetwork.user());
    }

    @Test
    void aCredentialThatIsNotThereIsNamedAndNoPassphraseAsked() {
        Desk empty = new Desk(Optional.of(folder));
        List<Credential> got = new ArrayList<>();
        empty.desk.credentials().use("gone", got::add);
        assertThat(empty.desk.unlock().askProperty().get()).isEmpty();
        assertThat(empty.told).anyMatch(sentence -> sentence.contains("no credential gone"));
        filled();
        Desk locked = new Desk(Optional.of(folder));
        locked.desk.credentials().use("gone", got::add);
        assertThat(locked.desk.unlock().askProperty().get()).isEmpty();
        assertThat(locked.told).anyMatch(sentence -> sentence.contains("no credential gone"));
        assertThat(got).isEmpty();
        assertThat(locked.desk.credentials().isMissing("gone")).isTrue();
        assertThat(locked.desk.credentials().isLocked("one")).isTrue();
    }
}
