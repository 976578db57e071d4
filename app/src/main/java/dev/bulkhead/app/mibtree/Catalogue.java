package dev.bulkhead.app.mibtree;

import dev.bulkhead.mibs.Compilation;
import dev.bulkhead.mibs.diagnostic.Diagnostic;
import dev.bulkhead.mibs.model.MibModule;
import dev.bulkhead.mibs.model.ModuleIdentity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All modules that there are and how each fares. Made off JavaFX's thread. */
final class Catalogue {
    private static final int DATE = 8;

    private Catalogue() {}

    /**
     * All modules of one compilation.
     *
     * @param wanted the modules that are compiled for their own sake; all if empty
     * @param shown what was made of these
     */
    static List<KnownModule> of(Compilation all, Optional<Set<String>> wanted, Compilation shown) {
        Map<String, int[]> faults = faults(all);
        Set<String> compiled = new HashSet<>(shown.index().moduleNames());
        List<KnownModule> known = new ArrayList<>();
        for (MibModule module : all.modules()) {
            String name = module.name();
            boolean isWanted = wanted.isEmpty() || wanted.get().contains(name);
            KnownModule.State state =
                    !compiled.contains(name)
                            ? KnownModule.State.LEFT_OUT
                            : isWanted ? KnownModule.State.LOADED : KnownModule.State.NEEDED;
            int[] count = faults.getOrDefault(module.file(), new int[2]);
            known.add(
                    new KnownModule(
                            name,
                            module.file(),
                            state,
                            all.index().objectCount(name),
                            module.definitions().size(),
                            all.index().identity(name).map(Catalogue::date).orElse(""),
                            count[0],
                            count[1]));
        }
        return List.copyOf(known);
    }

    private static Map<String, int[]> faults(Compilation all) {
        Map<String, int[]> faults = new HashMap<>();
        for (Diagnostic diagnostic : all.diagnostics()) {
            int[] count = faults.computeIfAbsent(diagnostic.location().file(), _ -> new int[2]);
            count[diagnostic.severity().isError() ? 0 : 1]++;
        }
        return faults;
    }

    private static String date(ModuleIdentity identity) {
        return date(identity.lastUpdated());
    }

    /** {@code 2000-06-14} for {@code 200006140000Z}; the text itself if it is no such date. */
    static String date(String written) {
        String full = written.length() == 11 ? "19" + written : written;
        boolean digits = full.length() > DATE && full.substring(0, DATE).matches("\\d+");
        return digits
                ? full.substring(0, 4) + '-' + full.substring(4, 6) + '-' + full.substring(6, DATE)
                : Shown.line(written);
    }
}
