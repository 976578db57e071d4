package dev.bulkhead.app.neighbour;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is to be told of a conversion, each sentence once. */
final class Notes {
    private final Set<String> all = new LinkedHashSet<>();

    void add(String note) {
        all.add(note);
    }

    List<String> all() {
        return List.copyOf(all);
    }
}
