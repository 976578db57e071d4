package dev.bulkhead.app.agent;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.vault.Vault;
import dev.bulkhead.app.vault.VaultException;
import dev.bulkhead.app.vault.VaultException.Reason;
import java.util.Locale;

/** What a vault says, in words. */
final class VaultWords {
    private VaultWords() {}

    /** What went wrong, where, and what to do. */
    static String of(Exception problem, Vault vault) {
        return problem instanceof VaultException known
                ? of(known.reason(), vault)
                : Words.text("vault.problem.other", problem.getClass().getSimpleName());
    }

    static String of(Reason reason, Vault vault) {
        String key = reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return Words.text("vault.problem." + key, vault.fileName());
    }
}
