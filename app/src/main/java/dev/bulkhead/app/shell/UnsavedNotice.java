package dev.bulkhead.app.shell;

import dev.bulkhead.app.fx.Background;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.settings.Unsaved;
import java.util.HashSet;
import java.util.Set;

/** Says once of each file that it cannot be written. On JavaFX's thread. */
final class UnsavedNotice {
    private final Services services;
    private final StatusViewModel status;
    private final Set<String> told = new HashSet<>();

    UnsavedNotice(Services services, StatusViewModel status) {
        this.services = services;
        this.status = status;
    }

    /** Sees whether compiled modules can be kept. */
    void checkCache() {
        var _ =
                Background.run(
                        "check-cache",
                        services.keeping().cache()::get,
                        problem -> problem.ifPresent(one -> tell("status.cache-unsaved", one)),
                        _ -> {});
    }

    /** Writes the settings. */
    void saveSettings() {
        var _ =
                Background.run(
                        "save-settings",
                        services.settings()::save,
                        problem -> problem.ifPresent(one -> tell("status.settings-unsaved", one)),
                        _ -> {});
    }

    private void tell(String key, Unsaved problem) {
        if (told.add(key)) {
            status.warn(Words.text(key, problem.file().toString(), problem.reason()));
        }
    }
}
