package dev.bulkhead.app.agent;

import dev.bulkhead.app.netsnmp.ConfFolders;
import dev.bulkhead.app.polling.JobStarter;
import dev.bulkhead.app.query.JobProgress.State;
import dev.bulkhead.app.query.QueryRun;
import dev.bulkhead.app.vault.KeyKeeper;
import dev.bulkhead.app.vault.Vault;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.engine.sample.Failure;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;

/**
 * Devices, credentials and the target, joined: which credential goes with which device, and when it
 * must be fetched from a locked vault first. JavaFX's thread.
 */
public final class AgentDesk {
    /** The vault's file, in the folder of the settings. */
    public static final String VAULT_FILE = Vault.FILE;

    private static final Duration IDLE = Duration.ofMinutes(15);
    private static final Credential PUBLIC =
            new Credential.Community(SnmpVersion.V2C, new Secret("public"));

    private final TargetViewModel target;
    private final CredentialsViewModel credentials;
    private final DevicesViewModel devices;
    private final UnlockViewModel unlock;
    private final Setup setup;
    private final Set<QueryRun> noted = Collections.newSetFromMap(new IdentityHashMap<>());

    /** The credential that is needed and was not fetched yet. */
    private Optional<String> due = Optional.empty();

    private Optional<SavedDevice> current = Optional.empty();

    /**
     * What the desk stands on.
     *
     * @param folder where files are kept; empty: nowhere
     * @param keychain the system's, if it may be used
     * @param fx runs things on JavaFX's thread
     */
    public record Setup(
            Optional<Path> folder,
            Optional<KeyKeeper> keychain,
            JobStarter jobs,
            Work work,
            Executor fx,
            Teller teller) {}

    public AgentDesk(TargetViewModel target, Setup setup) {
        this.target = target;
        this.setup = setup;
        Vault vault =
                new Vault(setup.folder().map(in -> in.resolve(VAULT_FILE)), setup.keychain(), IDLE);
        unlock = new UnlockViewModel(vault, setup.work());
        credentials = new CredentialsViewModel(vault, unlock, setup.work(), setup.teller());
        devices = new DevicesViewModel(setup.folder(), setup.work(), setup.teller());
        devices.devices().subscribe(this::devicesChanged);
        target.addressProperty().subscribe(_ -> addressChanged());
        unlock.openProperty().subscribe(this::openChanged);
    }

    /** Reads what is kept. */
    public void load() {
        credentials.load();
        devices.load();
    }

    public TargetViewModel target() {
        return target;
    }

    public CredentialsViewModel credentials() {
        return credentials;
    }

    public DevicesViewModel devices() {
        return devices;
    }

    /** What net-snmp's files offer; those of a program that keeps nothing are none. */
    public NetSnmpViewModel netSnmp() {
        return new NetSnmpViewModel(
                credentials,
                devices,
                setup,
                () ->
                        setup.folder().isEmpty()
                                ? new ConfFolders(List.of())
                                : ConfFolders.of(
                                        System.getenv(),
                                        Path.of(System.getProperty("user.home", "."))));
    }

    public UnlockViewModel unlock() {
        return unlock;
    }

    /** What a credential form needs; each form has a check of its own. */
    public CredentialForm.Purpose purpose(CredentialForm.Ends ends) {
        return new CredentialForm.Purpose(
                target::device,
                new CredentialCheckViewModel(setup.jobs(), setup.fx()),
                setup.work(),
                ends);
    }

    private void devicesChanged() {
        target.keep(devices.devices());
        addressChanged();
    }

    private void addressChanged() {
        Optional<SavedDevice> now = target.savedDevice();
        String before = current.map(SavedDevice::credential).orElse("");
        boolean other =
                !now.map(SavedDevice::name).equals(current.map(SavedDevice::name))
                        || !now.map(SavedDevice::credential).orElse("").equals(before);
        current = now;
        if (!other) {
            return;
        }
        String wanted = now.map(SavedDevice::credential).orElse("");
        if (wanted.isEmpty()) {
            if (due.isPresent()) {
                choose(PUBLIC, Optional.empty());
            }
        } else if (!target.credentialNameProperty().get().equals(Optional.of(wanted))) {
            owe(wanted);
        }
    }

    /** Until the credential is here nobody may be asked with the one of another device. */
    private void owe(String name) {
        target.choose(PUBLIC, Optional.of(name));
        due = Optional.of(name);
        if (credentials.isAtHand(name)) {
            fetch(name, () -> {});
        }
    }

    private void fetch(String name, Runnable then) {
        credentials.use(
                name,
                found -> {
                    if (due.equals(Optional.of(name))) {
                        choose(found, Optional.of(name));
                        then.run();
                    }
                });
    }

    /** Asks with this credential from now on. */
    public void choose(Credential chosen, Optional<String> name) {
        due = Optional.empty();
        target.choose(chosen, name);
    }

    /** Asks with the stored credential of this name from now on. */
    public void choose(String name) {
        owe(name);
        if (!credentials.isAtHand(name)) {
            fetch(name, () -> {});
        }
    }

    /**
     * Whether a credential must be fetched before anybody is asked.
     *
     * @param again is done once it is here; not at all if the user does not open the vault
     */
    public boolean waits(Runnable again) {
        due.ifPresent(name -> fetch(name, again));
        return due.isPresent();
    }

    private void openChanged(boolean open) {
        Optional<String> name = target.credentialNameProperty().get();
        boolean stored =
                name.flatMap(credentials::item)
                        .filter(CredentialsViewModel.Item::stored)
                        .isPresent();
        if (!open && stored && due.isEmpty()) {
            owe(name.get());
        }
    }

    /** Notes how devices were, and locks the vault that nobody uses. */
    public void look(List<QueryRun> runs, Instant now) {
        unlock.lockIfIdle();
        noted.retainAll(Set.copyOf(runs));
        for (QueryRun run : runs) {
            if (run.progress().state().isOver() && noted.add(run)) {
                note(run, now);
            }
        }
    }

    private void note(QueryRun run, Instant now) {
        if (run.count() > 0 || run.progress().state() == State.FINISHED) {
            devices.seen(run.question().target(), true, now);
        } else if (run.progress().failure().filter(AgentDesk::isSilence).isPresent()) {
            devices.seen(run.question().target(), false, now);
        }
    }

    private static boolean isSilence(Failure failure) {
        return failure instanceof Failure.Timeout
                || failure instanceof Failure.Unreachable
                || failure instanceof Failure.UnknownHost;
    }
}
