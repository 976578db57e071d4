package dev.bulkhead.app.agent;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.netsnmp.ImportPlan;
import dev.bulkhead.app.theme.Tone;
import dev.bulkhead.app.vault.NamedCredential;
import dev.bulkhead.app.vault.Outline;
import dev.bulkhead.app.vault.Vault;
import dev.bulkhead.app.vault.VaultException;
import dev.bulkhead.engine.job.Credential;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The user's named credentials: those of the vault, and those of this session that are stored
 * nowhere. JavaFX's thread.
 */
public final class CredentialsViewModel {
    private final Vault vault;
    private final UnlockViewModel unlock;
    private final Work work;
    private final Teller teller;
    private final Map<String, NamedCredential> session = new LinkedHashMap<>();
    private boolean loaded;
    private final ObservableList<Item> items = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<Undo>> undo =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    /**
     * One of the list.
     *
     * @param stored whether it is in the vault, not of this session only
     */
    public record Item(Outline outline, boolean stored) {
        public String name() {
            return outline.name();
        }
    }

    public CredentialsViewModel(Vault vault, UnlockViewModel unlock, Work work, Teller teller) {
        this.vault = vault;
        this.unlock = unlock;
        this.work = work;
        this.teller = teller;
    }

    /** Reads what there is, in the background; says what cannot be read. */
    public void load() {
        work.run(
                "load-credentials",
                () -> {
                    vault.load();
                    return true;
                },
                _ -> {
                    loaded = true;
                    refresh();
                },
                why -> {
                    refresh();
                    teller.tell(VaultWords.of(why, vault), Tone.DANGER);
                });
    }

    /** All of them, the vault's first. */
    public ObservableList<Item> items() {
        return items;
    }

    public UnlockViewModel unlock() {
        return unlock;
    }

    /** What was deleted last and can be had again. */
    public ReadOnlyObjectProperty<Optional<Undo>> undoProperty() {
        return undo.getReadOnlyProperty();
    }

    /** Where they are kept, in a sentence. */
    public String place() {
        if (vault.fileName().isEmpty()) {
            return Words.text("vault.place.none");
        }
        return vault.needsPassphrase() && vault.state() != Vault.State.EMPTY
                ? Words.text("vault.place.passphrase", vault.fileName())
                : vault.keychain()
                        .map(name -> Words.text("vault.place.keychain", vault.fileName(), name))
                        .orElseGet(() -> Words.text("vault.place.passphrase", vault.fileName()));
    }

    private void refresh() {
        unlock.refresh();
        List<Item> all = new ArrayList<>();
        vault.outlines().forEach(outline -> all.add(new Item(outline, true)));
        session.values().forEach(each -> all.add(new Item(Outline.of(each), false)));
        if (!all.equals(items)) {
            items.setAll(all);
        }
    }

    /** The one of a name, as far as it may be told. */
    public Optional<Item> item(String name) {
        return items.stream().filter(item -> item.name().equals(name)).findFirst();
    }

    /** A name that no credential has, from a proposal. */
    public String freeName(String proposal) {
        String name = proposal;
        for (int i = 2; item(name).isPresent(); i++) {
            name = Words.text("credentials.copy-name", proposal, i);
        }
        return name;
    }

    /** Gives what is needed to ask with it; opens the vault first if that is needed. */
    public void use(String name, Consumer<Credential> then) {
        get(
                name,
                found ->
                        work.run(
                                "make-credential",
                                found.recipe()::credential,
                                then,
                                why -> teller.tell(reason(why), Tone.DANGER)));
    }

    private static String reason(Exception why) {
        return Words.text("credentials.unusable", String.valueOf(why.getMessage()));
    }

    /** Gives a whole credential, to be edited; opens the vault first if that is needed. */
    public void get(String name, Consumer<NamedCredential> then) {
        NamedCredential here = session.get(name);
        if (here != null) {
            then.accept(here);
            return;
        }
        if (isMissing(name)) {
            teller.tell(Words.text("credentials.missing", name), Tone.DANGER);
            return;
        }
        unlock.withOpen(
                Words.text("vault.why.use", name),
                () -> step(() -> vault.find(name), found -> found.ifPresent(then)));
    }

    /** Whether it can be had without asking the user. */
    public boolean isAtHand(String name) {
        return session.containsKey(name) || vault.state() == Vault.State.OPEN;
    }

    /** Whether there is none of this name, as far as is known: not before they were read. */
    public boolean isMissing(String name) {
        return loaded && item(name).isEmpty();
    }

    /** Whether the user would have to type the master passphrase for it. */
    public boolean isLocked(String name) {
        return !isAtHand(name) && vault.needsPassphrase();
    }

    /** Keeps it until the program ends; it is stored nowhere. */
    public void keepForSession(NamedCredential fresh) {
        session.put(fresh.name(), fresh);
        refresh();
    }

    /**
     * Keeps it in the vault.
     *
     * @param instead the name it had before; empty for a new one
     */
    public void save(NamedCredential fresh, Optional<String> instead, Runnable saved) {
        Optional<String> before = instead.filter(name -> !session.containsKey(name));
        unlock.withOpen(
                Words.text("vault.why.save", fresh.name()),
                () ->
                        step(
                                () -> {
                                    vault.put(fresh, before);
                                    return true;
                                },
                                _ -> {
                                    instead.ifPresent(session::remove);
                                    session.remove(fresh.name());
                                    teller.tell(
                                            Words.text("credentials.saved", fresh.name()),
                                            Tone.SUCCESS);
                                    refresh();
                                    saved.run();
                                }));
    }

    /** Keeps several in the vault, in the place of those that have their names. */
    public void takeAll(List<NamedCredential> all, Runnable taken) {
        unlock.withOpen(
                Words.text("vault.why.take", all.size()),
                () ->
                        step(
                                () -> ImportPlan.take(vault, all, true),
                                _ -> {
                                    all.forEach(each -> session.remove(each.name()));
                                    refresh();
                                    taken.run();
                                }));
    }

    /** Whether the open vault has this very credential; a locked one does not tell. */
    public boolean has(NamedCredential named) {
        try {
            return vault.state() == Vault.State.OPEN
                    && vault.find(named.name()).equals(Optional.of(named));
        } catch (VaultException e) {
            return false;
        }
    }

    /** Makes another one like it. */
    public void duplicate(String name) {
        get(name, found -> save(found.named(freeName(name)), Optional.empty(), () -> {}));
    }

    /** Forgets it; can be undone. */
    public void delete(String name) {
        NamedCredential here = session.remove(name);
        if (here != null) {
            deleted(here, () -> keepForSession(here));
            return;
        }
        unlock.withOpen(
                Words.text("vault.why.delete", name),
                () ->
                        step(
                                () -> vault.remove(name),
                                gone ->
                                        gone.ifPresent(one ->
                                                deleted(
                                                        one,
                                                        () ->
                                                                save(
                                                                        one,
                                                                        Optional.empty(),
                                                                        () -> {})))));
    }

    private void deleted(NamedCredential gone, Runnable back) {
        refresh();
        undo.set(
                Optional.of(
                        new Undo(
                                Words.text("credentials.deleted", gone.name()),
                                () -> {
                                    forgetUndo();
                                    back.run();
                                })));
    }

    /** There is nothing to undo any more. */
    public void forgetUndo() {
        undo.set(Optional.empty());
    }

    private <T> void step(Callable<T> deed, Consumer<T> done) {
        work.run(
                "credentials",
                deed,
                result -> {
                    refresh();
                    done.accept(result);
                },
                this::failed);
    }

    private void failed(Exception why) {
        boolean changed =
                why instanceof VaultException known
                        && known.reason() == VaultException.Reason.CHANGED;
        teller.tell(VaultWords.of(why, vault), Tone.DANGER);
        if (changed) {
            load();
        } else {
            refresh();
        }
    }
}
