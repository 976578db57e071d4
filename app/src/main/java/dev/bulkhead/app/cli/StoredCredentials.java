package dev.bulkhead.app.cli;

import dev.bulkhead.app.agent.AgentDesk;
import dev.bulkhead.app.settings.Settings;
import dev.bulkhead.app.vault.Keychains;
import dev.bulkhead.app.vault.Vault;
import dev.bulkhead.app.vault.VaultException;
import dev.bulkhead.engine.job.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The user's stored credentials, those of the window too. They are opened by the system's keychain
 * or a passphrase, which is asked for or comes by {@code --passphrase @FILE} or {@code env:NAME}.
 */
final class StoredCredentials {
    static final List<Flag> FLAGS = Flag.withValue("--vault", "--passphrase");

    private static final Duration IDLE = Duration.ofHours(1);

    private final Arguments arguments;
    private final SecretReader secrets;
    private final Vault vault;

    StoredCredentials(Arguments arguments, Terminal terminal) {
        this.arguments = arguments;
        this.secrets = new SecretReader(terminal);
        Path usual =
                Settings.userFile(terminal.environment(), terminal.home())
                        .resolveSibling(AgentDesk.VAULT_FILE);
        Path file = arguments.value("--vault").map(Path::of).orElse(usual);
        this.vault =
                new Vault(
                        Optional.of(file),
                        Keychains.of(System.getProperty("os.name", ""), terminal.environment()),
                        IDLE);
    }

    /** What is there, locked. */
    Vault locked() throws UsageException {
        try {
            vault.load();
            return vault;
        } catch (VaultException e) {
            throw failed(e);
        }
    }

    /**
     * Opens what is there, or makes a new vault.
     *
     * @throws UsageException if it cannot be opened; the message says why
     */
    Vault open() throws UsageException {
        boolean isNew = locked().state() == Vault.State.EMPTY;
        try {
            if (isNew) {
                create();
            } else if (vault.needsPassphrase()) {
                vault.unlock(passphrase("master passphrase"));
            } else {
                vault.unlockKept();
            }
            return vault;
        } catch (VaultException e) {
            throw failed(e);
        }
    }

    private void create() throws UsageException, VaultException {
        if (vault.keychain().isPresent() && !arguments.has("--passphrase")) {
            vault.createKept();
            return;
        }
        Secret passphrase = passphrase("new master passphrase");
        if (passphrase.reveal().length() < Vault.MIN_PASSPHRASE) {
            throw new UsageException(
                    "a master passphrase has at least " + Vault.MIN_PASSPHRASE + " characters");
        }
        boolean typed = arguments.value("--passphrase").filter(v -> !v.equals("-")).isEmpty();
        if (typed && !passphrase("new master passphrase again").equals(passphrase)) {
            throw new UsageException("the passphrases differ; nothing was stored");
        }
        vault.create(passphrase);
    }

    private Secret passphrase(String what) throws UsageException {
        return secrets.read(what, "--passphrase", arguments.value("--passphrase"));
    }

    UsageException failed(VaultException e) {
        return new UsageException(
                "the credentials in " + vault.fileName() + " cannot be used: " + e.getMessage());
    }
}
