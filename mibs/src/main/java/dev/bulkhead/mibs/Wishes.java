package dev.bulkhead.mibs;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is wanted of all that a repository holds.
 *
 * @param modules wanted by name, wherever they are
 * @param choices by module's name, the file the user wants it from
 * @param only the modules that are compiled for their own sake; all if empty
 * @param replacements by a file's name, what is read in its place
 */
record Wishes(
        List<String> modules,
        Map<String, String> choices,
        Optional<Set<String>> only,
        Map<String, Path> replacements) {
    static final Wishes NONE = new Wishes(List.of(), Map.of(), Optional.empty(), Map.of());

    Wishes {
        modules = List.copyOf(modules);
        choices = Map.copyOf(choices);
        only = only.map(Set::copyOf);
        replacements = Map.copyOf(replacements);
    }

    Wishes withModules(List<String> more) {
        return new Wishes(more, choices, only, replacements);
    }

    Wishes withChoices(Map<String, String> more) {
        return new Wishes(modules, more, only, replacements);
    }

    Wishes restrictedTo(Collection<String> names) {
        return new Wishes(modules, choices, Optional.of(Set.copyOf(names)), replacements);
    }

    Wishes withReplacements(Map<String, Path> copies) {
        return new Wishes(modules, choices, only, copies);
    }

    /** Whether a module is compiled even if nothing imports it. */
    boolean wants(String module) {
        return only.isEmpty() || only.get().contains(module);
    }

    /** All of it, as one text. */
    String key() {
        return String.join(
                "\n",
                modules.toString(),
                new TreeMap<>(choices).toString(),
                only.map(names -> new TreeSet<>(names).toString()).orElse("all"),
                new TreeMap<>(replacements).toString());
    }
}
