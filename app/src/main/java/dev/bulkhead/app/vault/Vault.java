package dev.bulkhead.app.vault;

import dev.bulkhead.app.vault.SealedFile.Lock;
import dev.bulkhead.app.vault.VaultException.Reason;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.mibs.smi.SmiValue.OctetString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The user's named credentials, sealed in a file.
 *
 * <p>States: EMPTY until the first credential is kept, which needs a lock: the system's keychain or
 * a master passphrase. Then LOCKED or OPEN. Locked, it tells what it has ({@link #outlines}) and
 * gives nothing. It locks itself when nobody used it for some time.
 *
 * <p>Concurrency: all methods may be called from any thread; those that derive keys, use the
 * keychain or files block.
 *
 * <p>Limits: what was given out while it was open stays with who has it. A file that is damaged, of
 * a later version or changed by another window is never written over. Strings of Java cannot be
 * wiped: a locked vault's passphrases are garbage, which the memory may hold for a while.
 */
public final class Vault {
    /** Its file's name in the settings' folder. */
    public static final String FILE = "credentials.vault";

    /** Characters of a master passphrase at least. */
    public static final int MIN_PASSPHRASE = 8;

    private final WholeFile file;
    private final Optional<KeyKeeper> keeper;
    private final Duration idle;
    private final LongSupplier nanoTime;
    private final IntSupplier iterations;
    private State state = State.EMPTY;
    private Optional<SealedFile> stored = Optional.empty();
    private Optional<OctetString> storedOctets = Optional.empty();
    private List<NamedCredential> credentials = List.of();
    private @Nullable MasterKey key;
    private long usedNanos;
    private Optional<VaultException> problem = Optional.empty();

    /** What it can do. */
    public enum State {
        EMPTY,
        LOCKED,
        OPEN
    }

    /**
     * A vault over a file, which {@link #load} reads.
     *
     * @param file empty: all is forgotten with the program
     * @param keeper the system's keychain, where there is one
     * @param idle how long it stays open unused
     */
    public Vault(Optional<Path> file, Optional<KeyKeeper> keeper, Duration idle) {
        this(file, keeper, idle, System::nanoTime, Iterations::calibrated);
    }

    /** With a clock and a cost of one's own, for tests. */
    Vault(
            Optional<Path> file,
            Optional<KeyKeeper> keeper,
            Duration idle,
            LongSupplier nanoTime,
            IntSupplier iterations) {
        this.file = new WholeFile(file);
        this.keeper = keeper;
        this.idle = idle;
        this.nanoTime = nanoTime;
        this.iterations = iterations;
    }

    /** Reads the file, if there is one, as far as it can be read without a key. */
    public synchronized void load() throws VaultException {
        lock();
        try {
            Optional<byte[]> octets = file.read();
            storedOctets = octets.map(OctetString::new);
            stored = Optional.empty();
            if (octets.isPresent()) {
                stored = Optional.of(SealedFile.read(octets.get()));
            }
            problem = Optional.empty();
            state = stored.isPresent() ? State.LOCKED : State.EMPTY;
        } catch (IOException e) {
            throw failed(new VaultException(Reason.UNREADABLE, reason(e), e));
        } catch (VaultException e) {
            throw failed(e);
        }
    }

    private VaultException failed(VaultException why) {
        problem = Optional.of(why);
        state = State.LOCKED;
        return why;
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName();
    }

    public synchronized State state() {
        return state;
    }

    /** Why the file cannot be used; empty if it can. */
    public synchronized Optional<Reason> problem() {
        return problem.map(VaultException::reason);
    }

    /** The file's name; "" if nothing is written. */
    public String fileName() {
        return file.name();
    }

    /** The system's keychain, if new vaults are locked by it. */
    public Optional<String> keychain() {
        return keeper.map(KeyKeeper::name);
    }

    /** Whether the user has to type a passphrase to unlock it. */
    public synchronized boolean needsPassphrase() {
        return stored.map(SealedFile::lock).filter(Lock.Kept.class::isInstance).isEmpty();
    }

    /** What may be told of the credentials, by name. */
    public synchronized List<Outline> outlines() {
        return stored.map(SealedFile::outlines).orElse(List.of());
    }

    /** Makes an empty vault that a passphrase opens. */
    public synchronized void create(Secret passphrase) throws VaultException {
        requireUsable();
        if (state != State.EMPTY) {
            throw new VaultException(Reason.CHANGED, "there is a vault already");
        }
        lockWith(passphrase, List.of());
    }

    private void lockWith(Secret passphrase, List<NamedCredential> all) throws VaultException {
        int rounds = iterations.getAsInt();
        byte[] salt = MasterKey.random(MasterKey.OCTETS);
        store(
                new Lock.Passphrase(rounds, new OctetString(salt)),
                MasterKey.of(passphrase, salt, rounds),
                all);
    }

    /** Makes an empty vault that the system's keychain opens. */
    public synchronized void createKept() throws VaultException {
        requireUsable();
        KeyKeeper keychain =
                keeper.orElseThrow(
                        () -> new VaultException(Reason.NO_KEY, "there is no keychain here"));
        MasterKey fresh = MasterKey.fresh();
        byte[] copy = fresh.copy();
        try {
            byte[] token = keychain.keep(copy);
            store(new Lock.Kept(keychain.name(), new OctetString(token)), fresh, List.of());
        } catch (IOException e) {
            throw new VaultException(Reason.NO_KEY, reason(e), e);
        } finally {
            Arrays.fill(copy, (byte) 0);
        }
    }

    /** Opens it with the passphrase. */
    public synchronized void unlock(Secret passphrase) throws VaultException {
        SealedFile sealed = toUnlock();
        if (!(sealed.lock() instanceof Lock.Passphrase(int rounds, OctetString salt))) {
            throw new VaultException(Reason.WRONG_PASSPHRASE, "the keychain opens it");
        }
        opened(sealed, MasterKey.of(passphrase, salt.bytes(), rounds));
    }

    /** Opens it with the system's keychain. */
    public synchronized void unlockKept() throws VaultException {
        SealedFile sealed = toUnlock();
        if (!(sealed.lock() instanceof Lock.Kept(String name, OctetString token))
                || keeper.filter(k -> k.name().equals(name)).isEmpty()) {
            throw new VaultException(Reason.NO_KEY, "the keychain it needs is not here");
        }
        try {
            byte[] octets = keeper.get().recall(token.bytes());
            MasterKey recalled = new MasterKey(octets);
            Arrays.fill(octets, (byte) 0);
            if (!recalled.hasCheck(sealed.check().bytes())) {
                throw new VaultException(Reason.NO_KEY, "the keychain gave another key");
            }
            opened(sealed, recalled);
        } catch (IOException e) {
            throw new VaultException(Reason.NO_KEY, reason(e), e);
        }
    }

    private SealedFile toUnlock() throws VaultException {
        requireUsable();
        return stored.orElseThrow(
                () -> new VaultException(Reason.LOCKED, "there is no vault to open"));
    }

    private void opened(SealedFile sealed, MasterKey with) throws VaultException {
        try {
            credentials = sealed.open(with);
        } catch (VaultException e) {
            with.wipe();
            throw e;
        }
        key = with;
        state = State.OPEN;
        touch();
    }

    /** Forgets key and credentials; the file has them. */
    public synchronized void lock() {
        if (key != null) {
            key.wipe();
        }
        key = null;
        credentials = List.of();
        state = stored.isPresent() || problem.isPresent() ? State.LOCKED : State.EMPTY;
    }

    /** Locks it if nobody used it for long; whether it did. */
    public synchronized boolean lockIfIdle() {
        boolean due = state == State.OPEN && nanoTime.getAsLong() - usedNanos >= idle.toNanos();
        if (due) {
            lock();
        }
        return due;
    }

    private void touch() {
        usedNanos = nanoTime.getAsLong();
    }

    /** A credential, if there is one of that name; only while open. */
    public synchronized Optional<NamedCredential> find(String name) throws VaultException {
        requireOpen();
        return credentials.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    /** All credentials; only while open. */
    public synchronized List<NamedCredential> all() throws VaultException {
        requireOpen();
        return credentials;
    }

    /**
     * Keeps a credential.
     *
     * @param instead the name of the one whose place it takes; empty: none's
     */
    public synchronized void put(NamedCredential fresh, Optional<String> instead)
            throws VaultException {
        List<NamedCredential> all = new ArrayList<>(requireOpen());
        boolean taken =
                all.stream()
                        .map(NamedCredential::name)
                        .anyMatch(n -> n.equals(fresh.name()) && !n.equals(instead.orElse("")));
        if (taken) {
            throw new VaultException(Reason.NAME_TAKEN, "the name is another credential's");
        }
        int at = place(all, instead.orElse(""));
        if (at < 0) {
            all.add(fresh);
        } else {
            all.set(at, fresh);
        }
        keep(all);
    }

    private static int place(List<NamedCredential> all, String name) {
        return all.stream().map(NamedCredential::name).toList().indexOf(name);
    }

    /** Forgets a credential; gives it back, for an undo. */
    public synchronized Optional<NamedCredential> remove(String name) throws VaultException {
        List<NamedCredential> all = new ArrayList<>(requireOpen());
        Optional<NamedCredential> gone = find(name);
        if (gone.isPresent()) {
            all.remove(gone.get());
            keep(all);
        }
        return gone;
    }

    /** Seals it with another passphrase, which takes the place of a keychain too. */
    public synchronized void changePassphrase(Secret fresh) throws VaultException {
        lockWith(fresh, requireOpen());
    }

    /** Writes all credentials to another file, sealed with a passphrase of its own. */
    public synchronized void export(Path to, Secret passphrase) throws VaultException {
        Vault copy = new Vault(Optional.of(to), Optional.empty(), idle, nanoTime, iterations);
        if (Files.exists(to)) {
            throw new VaultException(Reason.UNWRITABLE, "there is a file of that name already");
        }
        copy.lockWith(passphrase, requireOpen());
        copy.lock();
    }

    private List<NamedCredential> requireOpen() throws VaultException {
        requireUsable();
        if (state != State.OPEN) {
            throw new VaultException(Reason.LOCKED, "the vault is locked");
        }
        touch();
        return credentials;
    }

    private void requireUsable() throws VaultException {
        if (problem.isPresent()) {
            throw problem.get();
        }
    }

    private void keep(List<NamedCredential> all) throws VaultException {
        MasterKey same = key;
        if (same == null) {
            throw new VaultException(Reason.LOCKED, "the vault is locked");
        }
        store(stored.orElseThrow().lock(), same, all);
    }

    private void store(Lock lock, MasterKey with, List<NamedCredential> all) throws VaultException {
        try {
            if (!file.read().map(OctetString::new).equals(storedOctets)) {
                throw new VaultException(Reason.CHANGED, "another window has changed the file");
            }
            SealedFile sealed = SealedFile.of(lock, with, all);
            byte[] octets = sealed.octets();
            file.write(octets);
            stored = Optional.of(sealed);
            storedOctets = Optional.of(new OctetString(octets));
        } catch (IOException e) {
            throw new VaultException(Reason.UNWRITABLE, reason(e), e);
        }
        if (key != null && key != with) {
            key.wipe();
        }
        key = with;
        credentials = List.copyOf(all);
        state = State.OPEN;
        touch();
    }
}
