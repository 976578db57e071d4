package dev.bulkhead.mibs;

import dev.bulkhead.mibs.ParsedFile.Origin;
import dev.bulkhead.mibs.diagnostic.DiagnosticCode;
import dev.bulkhead.mibs.resolve.Resolver;
import dev.bulkhead.mibs.syntax.Clause;
import dev.bulkhead.mibs.syntax.DeclarationSyntax;
import dev.bulkhead.mibs.syntax.Macro;
import dev.bulkhead.mibs.syntax.ModuleSyntax;
import dev.bulkhead.mibs.syntax.Name;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which file's module is compiled where several files have one of that name. The built-in base
 * always wins; then the file the user chose; then the user's files before the library, unless the
 * library's is newer and both have dates; then the newest LAST-UPDATED or REVISION; then the one
 * with more definitions; then the first by path. Modules of folders for imports are taken only
 * where something taken imports them.
 */
final class ModuleSelection {
    private final Map<String, List<Candidate>> byName = new LinkedHashMap<>();
    private final Wishes wishes;

    /** A module of a file. */
    private static final class Candidate {
        private final ParsedFile file;
        private final ModuleSyntax module;
        private @Nullable String date;

        Candidate(ParsedFile file, ModuleSyntax module) {
            this.file = file;
            this.module = module;
        }

        ParsedFile file() {
            return file;
        }

        ModuleSyntax module() {
            return module;
        }

        String fileName() {
            return file.sink().file().name();
        }

        /** The newest of LAST-UPDATED and all REVISIONs, with a four-digit year, or "". */
        String date() {
            String known = date;
            if (known == null) {
                known = newestDate();
                date = known;
            }
            return known;
        }

        private String newestDate() {
            String newest = "";
            for (DeclarationSyntax declaration : module.declarations()) {
                if (declaration instanceof DeclarationSyntax.Invocation invocation
                        && invocation.macro() == Macro.MODULE_IDENTITY) {
                    for (Clause clause : invocation.clauses()) {
                        String found = clause instanceof Clause.Text text ? date(text) : "";
                        newest = found.compareTo(newest) > 0 ? found : newest;
                    }
                }
            }
            return newest;
        }

        private String date(Clause.Text text) {
            return switch (text.keyword()) {
                case LAST_UPDATED, REVISION -> {
                    String written = file.sink().file().text(text.start(), text.end()).strip();
                    yield written.length() == 11 ? "19" + written : written;
                }
                default -> "";
            };
        }
    }

    ModuleSelection(Collection<ParsedFile> files, Wishes wishes) {
        this.wishes = wishes;
        for (ParsedFile file : files) {
            for (ModuleSyntax module : file.modules()) {
                byName.computeIfAbsent(module.name().text(), n -> new ArrayList<>(1))
                        .add(new Candidate(file, module));
            }
        }
        byName.forEach((name, candidates) -> {
            if (candidates.size() > 1) {
                candidates.sort(best(name));
                preferNewerLibrary(name, candidates);
            }
        });
    }

    private Comparator<Candidate> best(String name) {
        String chosen = wishes.choices().getOrDefault(name, "");
        return Comparator.comparing((Candidate c) -> c.file().origin() != Origin.BASE)
                .thenComparing(c -> !c.fileName().equals(chosen))
                .thenComparing(c -> c.file().origin())
                .thenComparing(Candidate::date, Comparator.reverseOrder())
                .thenComparingInt(c -> -c.module().declarations().size());
    }

    /**
     * An old copy of a standard module, such as other programs bring, gives way to the library's.
     */
    private void preferNewerLibrary(String name, List<Candidate> candidates) {
        Candidate best = candidates.getFirst();
        boolean chosen = best.fileName().equals(wishes.choices().get(name));
        if (best.file().origin() != Origin.USER || best.date().isEmpty() || chosen) {
            return;
        }
        for (Candidate other : candidates) {
            if (other.file().origin() == Origin.LIBRARY
                    && other.date().compareTo(best.date()) > 0) {
                candidates.remove(other);
                candidates.addFirst(other);
                return;
            }
        }
    }

    /** What is compiled; a module in several files is reported where it is not taken. */
    List<Resolver.Input> select() {
        Set<String> taken = new LinkedHashSet<>();
        Deque<String> pending = new ArrayDeque<>(wishes.modules());
        byName.forEach((name, candidates) -> {
            Origin origin = candidates.getFirst().file().origin();
            boolean asked = origin != Origin.IMPORTS_ONLY && wishes.wants(name);
            if (asked || origin == Origin.BASE) {
                pending.add(name);
            }
        });
        while (!pending.isEmpty()) {
            String name = pending.remove();
            if (byName.containsKey(name) && taken.add(name)) {
                byName.get(name).getFirst().module().imports().stream()
                        .map(clause -> clause.module().text())
                        .forEach(pending::add);
            }
        }
        List<Resolver.Input> inputs = new ArrayList<>();
        for (String name : taken) {
            List<Candidate> candidates = byName.getOrDefault(name, List.of());
            reportOthers(name, candidates);
            Candidate best = candidates.getFirst();
            inputs.add(
                    new Resolver.Input(
                            best.module(),
                            best.file().sink(),
                            best.file().origin() == Origin.BASE));
        }
        return inputs;
    }

    /** Modules that something compiled imports and that no file has, even under another name. */
    List<MissingModule> missing() {
        Map<String, Set<String>> wantedBy = new TreeMap<>();
        byName.forEach((name, candidates) -> {
            Candidate best = candidates.getFirst();
            if (best.file().origin() != Origin.IMPORTS_ONLY && wishes.wants(name)) {
                for (ModuleSyntax.ImportSyntax clause : best.module().imports()) {
                    String from = clause.module().text();
                    if (!byName.containsKey(from)
                            && !byName.containsKey(Resolver.currentName(from))) {
                        wantedBy.computeIfAbsent(from, m -> new TreeSet<>()).add(name);
                    }
                }
            }
        });
        wishes.modules().stream()
                .filter(name -> !byName.containsKey(name))
                .forEach(name -> wantedBy.computeIfAbsent(name, m -> new TreeSet<>()));
        return wantedBy.entrySet().stream()
                .map(e -> new MissingModule(e.getKey(), List.copyOf(e.getValue())))
                .toList();
    }

    /** All files of modules that are in several. */
    List<ModuleVersions> versions() {
        List<ModuleVersions> all = new ArrayList<>();
        byName.forEach((name, candidates) -> {
            if (candidates.size() > 1) {
                all.add(
                        new ModuleVersions(
                                name,
                                candidates.stream()
                                        .map(c ->
                                                new ModuleVersions.Version(c.fileName(), c.date()))
                                        .toList(),
                                reason(name, candidates.getFirst(), candidates.get(1))));
            }
        });
        return all;
    }

    private void reportOthers(String module, List<Candidate> candidates) {
        Candidate best = candidates.getFirst();
        for (Candidate other : candidates.subList(1, candidates.size())) {
            Name name = other.module().name();
            if (other.file().origin() == Origin.USER) {
                if (best.file().origin() == Origin.BASE) {
                    other.file()
                            .sink()
                            .report(
                                    DiagnosticCode.BUILT_IN_MODULE,
                                    name.offset(),
                                    name.end(),
                                    module);
                } else {
                    other.file()
                            .sink()
                            .report(
                                    DiagnosticCode.DUPLICATE_MODULE,
                                    name.offset(),
                                    name.end(),
                                    module,
                                    best.fileName(),
                                    reason(module, best, other));
                }
            } else if (other.file().origin() == Origin.LIBRARY
                    && best.file().origin() == Origin.USER) {
                Name taken = best.module().name();
                best.file()
                        .sink()
                        .report(
                                DiagnosticCode.MODULE_SHADOWS,
                                taken.offset(),
                                taken.end(),
                                module,
                                reason(module, best, other));
            }
        }
    }

    private String reason(String module, Candidate best, Candidate other) {
        if (best.file().origin() == Origin.BASE) {
            return "it is built in";
        }
        if (best.fileName().equals(wishes.choices().get(module))) {
            return "it was chosen";
        }
        boolean datesTell =
                best.file().origin() == other.file().origin()
                        || best.file().origin() == Origin.LIBRARY;
        if (datesTell && !best.date().equals(other.date())) {
            String older = other.date().isEmpty() ? "no date" : other.date();
            return "it is newer (" + best.date() + ", not " + older + ")";
        }
        if (best.file().origin() != other.file().origin()) {
            return "files you name come before the library";
        }
        int more = best.module().declarations().size() - other.module().declarations().size();
        return more == 0
                ? "they are equally new, and it comes first"
                : "they are equally new, and it has " + more + " definitions more";
    }
}
