package dev.bulkhead.app.netsnmp;

import dev.bulkhead.app.vault.NamedCredential;
import dev.bulkhead.app.vault.Vault;
import dev.bulkhead.app.vault.VaultException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes found credentials into a vault. */
public final class ImportPlan {
    private ImportPlan() {}

    /** What became of one. */
    public enum Outcome {
        /** There was none of that name. */
        STORED("stored"),
        /** It took the place of another of that name. */
        REPLACED("replaced"),
        /** The very same was there. */
        SAME("the same is stored"),
        /** Another one of that name is there, and was left. */
        LEFT("another is stored");

        private final String words;

        Outcome(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** One, and what became of it. */
    public record Taken(String name, Outcome outcome) {}

    /**
     * Stores credentials; blocks.
     *
     * @param vault open
     * @param replace whether one that has the name of another takes its place
     * @throws VaultException if one could not be stored; those before it are
     */
    public static List<Taken> take(Vault vault, List<NamedCredential> fresh, boolean replace)
            throws VaultException {
        List<Taken> all = new ArrayList<>();
        for (NamedCredential each : fresh) {
            Optional<NamedCredential> there = vault.find(each.name());
            Outcome outcome = outcome(each, there, replace);
            if (outcome == Outcome.STORED || outcome == Outcome.REPLACED) {
                vault.put(each, there.map(NamedCredential::name));
            }
            all.add(new Taken(each.name(), outcome));
        }
        return all;
    }

    private static Outcome outcome(
            NamedCredential fresh, Optional<NamedCredential> there, boolean replace) {
        if (there.isEmpty()) {
            return Outcome.STORED;
        }
        if (there.get().equals(fresh)) {
            return Outcome.SAME;
        }
        return replace ? Outcome.REPLACED : Outcome.LEFT;
    }
}
