package dev.bulkhead.app.notification;

import dev.bulkhead.app.agent.CredentialsViewModel;
import dev.bulkhead.app.vault.Outline;
import dev.bulkhead.engine.job.Credential;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The stored credentials that can be had without asking the user: while the vault is open, those of
 * this session, and those that a rule in use was given while it was open. Filled on JavaFX's
 * thread, read by any.
 */
final class CredentialShelf {
    private final CredentialsViewModel credentials;
    private final Map<String, Credential> atHand = new ConcurrentHashMap<>();
    private Runnable changed = () -> {};
    private Supplier<Set<String>> inUse = Set::of;

    CredentialShelf(CredentialsViewModel credentials) {
        this.credentials = credentials;
        credentials.items().subscribe(this::fill);
        credentials.unlock().openProperty().subscribe(_ -> fill());
    }

    /** Called on JavaFX's thread when there are others. */
    void onChange(Runnable action) {
        changed = action;
    }

    /** The names of those that stay while the vault is locked. */
    void keep(Supplier<Set<String>> names) {
        inUse = names;
    }

    private void fill() {
        List<String> names = new ArrayList<>();
        for (CredentialsViewModel.Item item : credentials.items()) {
            names.add(item.name());
            if (credentials.isAtHand(item.name())
                    && item.outline().kind() != Outline.Kind.CERTIFICATE) {
                credentials.use(item.name(), found -> put(item.name(), found));
            }
        }
        boolean gone = atHand.keySet().retainAll(names);
        atHand.keySet()
                .removeIf(name -> !credentials.isAtHand(name) && !inUse.get().contains(name));
        if (gone) {
            changed.run();
        }
    }

    private void put(String name, Credential found) {
        if (!found.equals(atHand.put(name, found))) {
            changed.run();
        }
    }

    /** The credential of a name, if it is at hand. */
    Optional<Credential> find(String name) {
        return Optional.ofNullable(atHand.get(name));
    }

    /** The names of users, whose notifications can be taken. */
    List<Credential.Usm> users() {
        return atHand.values().stream()
                .filter(Credential.Usm.class::isInstance)
                .map(Credential.Usm.class::cast)
                .toList();
    }

    /** How many stored users are out of reach, since the vault is locked. */
    long lockedUsers() {
        return credentials.items().stream()
                .filter(item -> item.outline().kind() == Outline.Kind.USER)
                .filter(item -> !atHand.containsKey(item.name()))
                .filter(item -> !credentials.isAtHand(item.name()))
                .count();
    }

    /** The names of all that are for UDP and TCP. */
    List<String> names() {
        return credentials.items().stream()
                .filter(item -> item.outline().kind() != Outline.Kind.CERTIFICATE)
                .map(CredentialsViewModel.Item::name)
                .toList();
    }
}
