package dev.bulkhead.app.agent;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.vault.Vault;
import dev.bulkhead.app.vault.VaultException;
import dev.bulkhead.engine.job.Secret;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * Asks for the master passphrase when a stored secret is needed, and only then; opens the vault by
 * the system's keychain where that has the key. JavaFX's thread.
 */
public final class UnlockViewModel {
    private final Vault vault;
    private final Work work;
    private final ReadOnlyObjectWrapper<Optional<Ask>> ask =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();

    /** What a passphrase is asked for. */
    public enum Kind {
        /** The one that opens the vault. */
        UNLOCK,
        /** A first one; typed twice. */
        CREATE,
        /** Another one; typed twice. */
        CHANGE,
        /** One for a file of its own; typed twice. */
        EXPORT;

        /** Whether it is new and so typed twice. */
        public boolean isNew() {
            return this != UNLOCK;
        }
    }

    /**
     * A question.
     *
     * @param why it is asked, a sentence
     * @param then what is done once it is answered
     */
    public record Ask(Kind kind, String why, Runnable then, Optional<Path> file) {}

    public UnlockViewModel(Vault vault, Work work) {
        this.vault = vault;
        this.work = work;
    }

    /** What is asked now. */
    public ReadOnlyObjectProperty<Optional<Ask>> askProperty() {
        return ask.getReadOnlyProperty();
    }

    /** What was wrong with the last answer; "" for nothing. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Whether a key is being made of a passphrase. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Whether the vault is open. */
    public ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    /**
     * Does something with an open vault: at once if it is open, else after the user has opened it.
     *
     * @param why the vault is needed, a sentence for the user
     */
    public void withOpen(String why, Runnable then) {
        if (vault.problem().isPresent()) {
            ask(Kind.UNLOCK, why, then);
            problem.set(VaultWords.of(vault.problem().get(), vault));
        } else {
            switch (vault.state()) {
                case OPEN -> then.run();
                case LOCKED -> unlock(why, then);
                case EMPTY -> create(why, then);
            }
        }
    }

    private void unlock(String why, Runnable then) {
        if (vault.needsPassphrase()) {
            ask(Kind.UNLOCK, why, then);
        } else {
            byKeychain(
                    () -> {
                        vault.unlockKept();
                        return true;
                    },
                    Kind.UNLOCK,
                    why,
                    then);
        }
    }

    private void create(String why, Runnable then) {
        if (vault.keychain().isEmpty()) {
            ask(Kind.CREATE, why, then);
        } else {
            byKeychain(
                    () -> {
                        vault.createKept();
                        return true;
                    },
                    Kind.CREATE,
                    why,
                    then);
        }
    }

    private void byKeychain(Callable<Boolean> step, Kind otherwise, String why, Runnable then) {
        busy.set(true);
        work.run(
                "keychain",
                step,
                _ -> {
                    busy.set(false);
                    refresh();
                    then.run();
                },
                failure -> {
                    busy.set(false);
                    ask(otherwise, why, then);
                    problem.set(VaultWords.of(failure, vault));
                });
    }

    /** Asks for another master passphrase. */
    public void changePassphrase(Runnable then) {
        withOpen(
                Words.text("vault.why.change"),
                () -> ask(Kind.CHANGE, Words.text("vault.why.change"), then));
    }

    /** Asks for a passphrase of its own for a file that gets all credentials. */
    public void export(Path file, Runnable then) {
        String why = Words.text("vault.why.export", String.valueOf(file.getFileName()));
        withOpen(
                why,
                () -> {
                    problem.set("");
                    ask.set(Optional.of(new Ask(Kind.EXPORT, why, then, Optional.of(file))));
                });
    }

    private void ask(Kind kind, String why, Runnable then) {
        problem.set("");
        ask.set(Optional.of(new Ask(kind, why, then, Optional.empty())));
    }

    /** Takes the answer. */
    public void answer(String passphrase, String again) {
        ask.get().filter(_ -> !busy.get()).ifPresent(now -> answer(now, passphrase, again));
    }

    private void answer(Ask now, String passphrase, String again) {
        if (now.kind().isNew() && passphrase.length() < Vault.MIN_PASSPHRASE) {
            problem.set(Words.text("vault.problem.short", Vault.MIN_PASSPHRASE));
        } else if (now.kind().isNew() && !passphrase.equals(again)) {
            problem.set(Words.text("vault.problem.differ"));
        } else if (passphrase.isEmpty()) {
            problem.set(Words.text("vault.problem.empty"));
        } else {
            problem.set("");
            busy.set(true);
            work.run(
                    "vault",
                    () -> {
                        use(now, new Secret(passphrase));
                        return true;
                    },
                    _ -> answered(now),
                    this::refused);
        }
    }

    private void use(Ask now, Secret passphrase) throws VaultException {
        switch (now.kind()) {
            case UNLOCK -> {
                if (vault.problem().isPresent()) {
                    vault.load();
                }
                vault.unlock(passphrase);
            }
            case CREATE -> vault.create(passphrase);
            case CHANGE -> vault.changePassphrase(passphrase);
            case EXPORT -> vault.export(now.file().orElseThrow(), passphrase);
        }
    }

    private void answered(Ask now) {
        busy.set(false);
        ask.set(Optional.empty());
        refresh();
        now.then().run();
    }

    private void refused(Exception why) {
        busy.set(false);
        problem.set(VaultWords.of(why, vault));
        refresh();
    }

    /** Asks no more; what waited for it is not done. */
    public void cancel() {
        problem.set("");
        ask.set(Optional.empty());
    }

    /** Locks the vault. */
    public void lock() {
        vault.lock();
        refresh();
    }

    /** Locks the vault if nobody used it for long. */
    public void lockIfIdle() {
        if (vault.lockIfIdle()) {
            refresh();
        }
    }

    void refresh() {
        open.set(vault.state() == Vault.State.OPEN);
    }
}
