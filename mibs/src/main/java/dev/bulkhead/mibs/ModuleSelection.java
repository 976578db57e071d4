package dev.bulkhead.mibs;

import dev.bulkhead.mibs.ParsedFile.Origin;
import dev.bulkhead.mibs.diagnostic.DiagnosticCode;
import dev.bulkhead.mibs.diagnostic.DiagnosticSink;
import dev.bulkhead.mibs.resolve.Resolver;
import dev.bulkhead.mibs.syntax.Clause;
import dev.bulkhead.mibs.syntax.DeclarationSyntax;
import dev.bulkhead.mibs.syntax.ModuleSyntax;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which module of which file is compiled. Of a name in several files the built-in base wins, then
 * the user's, then the library's; among equals the newest LAST-UPDATED. Modules of folders for
 * imports are taken only where something taken imports them.
 */
final class ModuleSelection {
    private final List<ParsedFile> files;
    private final Map<String, List<Candidate>> byName = new LinkedHashMap<>();

    private record Candidate(ParsedFile file, ModuleSyntax module) {
        String lastUpdated() {
            for (DeclarationSyntax declaration : module.declarations()) {
                if (declaration instanceof DeclarationSyntax.Invocation invocation) {
                    for (Clause clause : invocation.clauses()) {
                        if (clause instanceof Clause.Text text
                                && text.keyword().equals("LAST-UPDATED")) {
                            return fourDigitYear(text.text());
                        }
                    }
                }
            }
            return "";
        }

        private static String fourDigitYear(String date) {
            return date.length() == 11 ? "19" + date : date;
        }
    }

    ModuleSelection(List<ParsedFile> files) {
        this.files = files;
        for (ParsedFile file : files) {
            for (ModuleSyntax module : file.modules()) {
                byName.computeIfAbsent(module.name().text(), n -> new ArrayList<>(1))
                        .add(new Candidate(file, module));
            }
        }
        Comparator<Candidate> best =
                Comparator.comparing((Candidate c) -> c.file().origin())
                        .thenComparing(Candidate::lastUpdated, Comparator.reverseOrder());
        byName.values().forEach(candidates -> candidates.sort(best));
    }

    int fileCount() {
        return (int)
                files.stream()
                        .filter(f -> f.origin() != Origin.BASE && f.origin() != Origin.IMPORTS_ONLY)
                        .count();
    }

    /** The sinks of all files but those that nothing imported from. */
    Set<DiagnosticSink> sinks() {
        Set<DiagnosticSink> sinks = new LinkedHashSet<>();
        for (ParsedFile file : files) {
            if (file.origin() != Origin.IMPORTS_ONLY) {
                sinks.add(file.sink());
            }
        }
        return sinks;
    }

    /** What is compiled; a module in several files is reported where it is not taken. */
    List<Resolver.Input> select() {
        Set<String> taken = new LinkedHashSet<>();
        Deque<String> pending = new ArrayDeque<>();
        byName.forEach((name, candidates) -> {
            if (candidates.getFirst().file().origin() != Origin.IMPORTS_ONLY) {
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
            reportOthers(candidates);
            Candidate best = candidates.getFirst();
            inputs.add(new Resolver.Input(best.module(), best.file().sink()));
        }
        return inputs;
    }

    private static void reportOthers(List<Candidate> candidates) {
        Candidate best = candidates.getFirst();
        for (Candidate other : candidates.subList(1, candidates.size())) {
            if (other.file().origin() == Origin.USER) {
                other.file()
                        .sink()
                        .report(
                                DiagnosticCode.DUPLICATE_MODULE,
                                other.module().name().offset(),
                                other.module().name().end(),
                                other.module().name().text(),
                                best.file().sink().file().name());
            }
        }
    }
}
