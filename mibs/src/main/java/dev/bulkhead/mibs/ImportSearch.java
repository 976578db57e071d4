package dev.bulkhead.mibs;

import dev.bulkhead.mibs.syntax.ModuleSyntax;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the modules that others import in files that are searched for nothing else.
 *
 * <p>Files named after a module that is missing are read first, so that a folder of thousands costs
 * only what is needed of it; all of the rest is read once if something is missing still.
 */
final class ImportSearch {
    private ImportSearch() {}

    /** Adds to {@code parsed} what its modules import, and what that imports, as far as found. */
    static void addTo(List<ParsedFile> parsed, List<SourceReader.Task> places) {
        List<SourceReader.Task> left = new ArrayList<>(places);
        Set<String> missing = missing(parsed);
        while (!missing.isEmpty() && !left.isEmpty()) {
            Set<String> wanted = missing;
            List<SourceReader.Task> named =
                    left.stream().filter(task -> wanted.contains(moduleName(task.name()))).toList();
            List<SourceReader.Task> next = named.isEmpty() ? List.copyOf(left) : named;
            left.removeAll(next);
            parsed.addAll(SourceReader.parse(next));
            missing = missing(parsed);
        }
    }

    private static Set<String> missing(List<ParsedFile> parsed) {
        Set<String> defined =
                parsed.stream()
                        .flatMap(file -> file.modules().stream())
                        .map(module -> module.name().text())
                        .collect(Collectors.toSet());
        Set<String> missing = new HashSet<>();
        for (ParsedFile file : parsed) {
            for (ModuleSyntax module : file.modules()) {
                module.imports().forEach(clause -> missing.add(clause.module().text()));
            }
        }
        missing.removeAll(defined);
        return missing;
    }

    /** {@code IF-MIB} for {@code ietf/IF-MIB} and {@code /mibs/IF-MIB.txt}. */
    private static String moduleName(String file) {
        String name = file.substring(file.lastIndexOf('/') + 1);
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }
}
