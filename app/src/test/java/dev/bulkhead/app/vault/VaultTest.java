package dev.bulkhead.app.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bulkhead.app.vault.VaultException.Reason;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.DemoNetwork;
import dev.bulkhead.engine.job.Fingerprint;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.mibs.smi.SmiValue.OctetString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class VaultTest {
    private static final Secret PASSPHRASE = new Secret("correct horse");
    private static final Duration IDLE = Duration.ofMinutes(15);

    @TempDir private Path folder;
    private Path file;
    private final AtomicLong now = new AtomicLong();
    private final FakeKeeper keeper = new FakeKeeper();

    @BeforeEach
    void name() {
        file = folder.resolve("credentials.vault");
    }

    private Vault vault(Optional<KeyKeeper> with) throws VaultException {
        Vault vault = new Vault(Optional.of(file), with, IDLE, now::get, () -> 10);
        vault.load();
        return vault;
    }

    private Vault plain() throws VaultException {
        return vault(Optional.empty());
    }

    private Vault filled() throws VaultException {
        Vault vault = plain();
        vault.create(PASSPHRASE);
        for (NamedCredential each : all()) {
            vault.put(each, Optional.empty());
        }
        return vault;
    }

    private static List<NamedCredential> all() {
        return List.of(
                community("old", SnmpVersion.V1),
                community("new", SnmpVersion.V2C),
                new NamedCredential("user", new Recipe.Plain(DemoNetwork.user())),
                new NamedCredential("files", files()));
    }

    private static NamedCredential community(String name, SnmpVersion version) {
        return new NamedCredential(
                name,
                new Recipe.Plain(new Credential.Community(version, new Secret(name + "-pass"))));
    }

    private static Recipe files() {
        return new Recipe.Certificates(
                Path.of("our.crt"),
                Optional.of(Path.of("our.key")),
                Optional.of(new Secret("key-password")),
                List.of(Path.of("ca.pem"), Path.of("other.pem")),
                Optional.of(Fingerprint.of(Fingerprint.Hash.SHA_256, new byte[] {1, 2, 3})),
                Optional.of("agent.example"),
                "context",
                Optional.of(new OctetString(new byte[] {1, 2, 3, 4, 5})));
    }

    private static void refused(Reason reason, ThrowingCallable deed) {
        assertThatExceptionOfType(VaultException.class)
                .isThrownBy(deed)
                .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
    }

    @Test
    void whatWasKeptComesOutAgainAfterAnotherStart() throws Exception {
        filled();
        Vault again = plain();
        assertThat(again.state()).isEqualTo(Vault.State.LOCKED);
        again.unlock(PASSPHRASE);
        assertThat(again.all()).isEqualTo(all());
    }

    @Test
    void aLockedVaultTellsNamesAndGivesNothing() throws Exception {
        filled();
        Vault locked = plain();
        assertThat(locked.outlines())
                .extracting(Outline::name)
                .containsExactly("old", "new", "user", "files");
        assertThat(locked.outlines().get(2).detail()).isEqualTo("authPriv SHA-256/AES");
        refused(Reason.LOCKED, () -> locked.find("user"));
        refused(Reason.LOCKED, () -> locked.put(all().getFirst(), Optional.empty()));
    }

    @Test
    void aWrongPassphraseIsKnownFromADamagedFile() throws Exception {
        filled();
        byte[] before = Files.readAllBytes(file);
        Vault vault = plain();
        refused(Reason.WRONG_PASSPHRASE, () -> vault.unlock(new Secret("incorrect horse")));
        assertThat(vault.state()).isEqualTo(Vault.State.LOCKED);
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        vault.unlock(PASSPHRASE);
        assertThat(vault.all()).hasSize(4);
    }

    @Test
    void aFileCutOffAnywhereIsDamagedAndNeverWrittenOver() throws Exception {
        filled();
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            Files.write(file, cut);
            Vault vault = new Vault(Optional.of(file), Optional.empty(), IDLE, now::get, () -> 10);
            refused(Reason.DAMAGED, vault::load);
            refused(Reason.DAMAGED, () -> vault.unlock(PASSPHRASE));
            refused(Reason.DAMAGED, () -> vault.create(PASSPHRASE));
            assertThat(Files.readAllBytes(file)).as("length " + length).isEqualTo(cut);
        }
    }

    @Test
    void oneChangedOctetAnywhereIsFound() throws Exception {
        filled();
        byte[] whole = Files.readAllBytes(file);
        for (int at = 0; at < whole.length; at++) {
            byte[] changed = whole.clone();
            changed[at] ^= 0x41;
            Files.write(file, changed);
            Vault vault = new Vault(Optional.of(file), Optional.empty(), IDLE, now::get, () -> 10);
            refused(Reason.DAMAGED, vault::load);
        }
    }

    @Test
    void aHeaderThatWasForgedWithAFittingChecksumDoesNotOpen() throws Exception {
        filled();
        SealedFile whole = SealedFile.read(Files.readAllBytes(file));
        SealedFile forged =
                new SealedFile(
                        whole.lock(),
                        whole.check(),
                        whole.nonce(),
                        whole.outlines().subList(0, 1),
                        whole.sealed());
        Files.write(file, forged.octets());
        Vault vault = plain();
        refused(Reason.DAMAGED, () -> vault.unlock(PASSPHRASE));
    }

    @Test
    void aFileOfALaterVersionIsLeftAlone() throws Exception {
        filled();
        byte[] later = Files.readAllBytes(file);
        later[7] = '2';
        byte[] body = Arrays.copyOf(later, later.length - 32);
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
        System.arraycopy(digest, 0, later, body.length, digest.length);
        Files.write(file, later);
        Vault vault = new Vault(Optional.of(file), Optional.empty(), IDLE, now::get, () -> 10);
        refused(Reason.NEWER, vault::load);
        refused(Reason.NEWER, () -> vault.create(PASSPHRASE));
        assertThat(Files.readAllBytes(file)).isEqualTo(later);
    }

    @Test
    void aKillBetweenWriteAndMoveLeavesTheOldFile() throws Exception {
        filled();
        Path beside = folder.resolve("credentials.vault" + WholeFile.BESIDE);
        Files.write(beside, new byte[] {1, 2, 3});
        Vault vault = plain();
        vault.unlock(PASSPHRASE);
        assertThat(vault.all()).hasSize(4);
        vault.remove("old");
        assertThat(beside).doesNotExist();
        Vault again = plain();
        again.unlock(PASSPHRASE);
        assertThat(again.all()).hasSize(3);
    }

    @Test
    void whatCannotBeWrittenLeavesFileAndMemoryAsTheyWere() throws Exception {
        Vault vault = filled();
        byte[] before = Files.readAllBytes(file);
        Path beside = folder.resolve("credentials.vault" + WholeFile.BESIDE);
        Files.createDirectory(beside);
        Files.createFile(beside.resolve("in the way"));
        refused(Reason.UNWRITABLE, () -> vault.remove("old"));
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        assertThat(vault.all()).hasSize(4);
        Files.delete(beside.resolve("in the way"));
        vault.remove("old");
        assertThat(vault.outlines()).hasSize(3);
    }

    @Test
    void whatAnotherWindowWroteIsNotWrittenOver() throws Exception {
        Vault one = filled();
        Vault other = plain();
        other.unlock(PASSPHRASE);
        other.remove("old");
        refused(Reason.CHANGED, () -> one.remove("new"));
        one.load();
        one.unlock(PASSPHRASE);
        assertThat(one.all())
                .extracting(NamedCredential::name)
                .doesNotContain("old")
                .contains("new");
    }

    @Test
    void anotherPassphraseTakesThePlaceOfTheOld() throws Exception {
        Vault vault = filled();
        vault.changePassphrase(new Secret("battery staple"));
        Vault again = plain();
        refused(Reason.WRONG_PASSPHRASE, () -> again.unlock(PASSPHRASE));
        again.unlock(new Secret("battery staple"));
        assertThat(again.all()).isEqualTo(all());
    }

    @Test
    void itLocksItselfWhenNobodyUsesIt() throws Exception {
        Vault vault = filled();
        now.addAndGet(IDLE.toNanos() - 1);
        assertThat(vault.lockIfIdle()).isFalse();
        assertThat(vault.find("user")).isPresent();
        now.addAndGet(IDLE.toNanos());
        assertThat(vault.lockIfIdle()).isTrue();
        refused(Reason.LOCKED, vault::all);
    }

    @Test
    void twoCredentialsNeverHaveOneName() throws Exception {
        Vault vault = filled();
        refused(Reason.NAME_TAKEN, () -> vault.put(all().getFirst(), Optional.empty()));
        refused(Reason.NAME_TAKEN, () -> vault.put(all().getFirst(), Optional.of("new")));
        vault.put(community("newer", SnmpVersion.V2C), Optional.of("new"));
        assertThat(vault.outlines())
                .extracting(Outline::name)
                .containsExactly("old", "newer", "user", "files");
    }

    @Test
    void anExportHasAPassphraseOfItsOwn() throws Exception {
        Vault vault = filled();
        Path to = folder.resolve("export.vault");
        vault.export(to, new Secret("for the road"));
        Vault copy = new Vault(Optional.of(to), Optional.empty(), IDLE, now::get, () -> 10);
        copy.load();
        refused(Reason.WRONG_PASSPHRASE, () -> copy.unlock(PASSPHRASE));
        copy.unlock(new Secret("for the road"));
        assertThat(copy.all()).isEqualTo(all());
        refused(Reason.UNWRITABLE, () -> vault.export(to, PASSPHRASE));
    }

    @Test
    void theKeychainOpensWhatItKeepsTheKeyOf() throws Exception {
        Vault vault = vault(Optional.of(keeper));
        vault.createKept();
        vault.put(all().getFirst(), Optional.empty());
        Vault again = vault(Optional.of(keeper));
        assertThat(again.needsPassphrase()).isFalse();
        again.unlockKept();
        assertThat(again.all()).containsExactly(all().getFirst());
        refused(Reason.NO_KEY, () -> plain().unlockKept());
        keeper.forget();
        Vault without = vault(Optional.of(keeper));
        refused(Reason.NO_KEY, without::unlockKept);
    }

    @Test
    void aPassphraseCostsAtLeastWhatOwaspAsks() {
        assertThat(Iterations.calibrated()).isGreaterThanOrEqualTo(600_000);
    }

    @Test
    void onlyTheOwnerReadsTheFile() throws Exception {
        filled();
        assumeTrue(
                Files.getFileStore(file).supportsFileAttributeView("posix"),
                "this file system has no owners");
        assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
    }

    /** Keeps a key in memory. */
    private static final class FakeKeeper implements KeyKeeper {
        private byte[] kept = {};

        @Override
        public String name() {
            return "fake keychain";
        }

        @Override
        public byte[] keep(byte[] key) {
            kept = key.clone();
            return new byte[] {7};
        }

        @Override
        public byte[] recall(byte[] token) throws IOException {
            if (kept.length == 0 || token[0] != 7) {
                throw new IOException("no such key");
            }
            return kept.clone();
        }

        void forget() {
            kept = new byte[0];
        }
    }
}
