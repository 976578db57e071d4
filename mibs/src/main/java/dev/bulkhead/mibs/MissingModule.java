package dev.bulkhead.mibs;

import java.util.List;

/**
 * A module that others import and no file has.
 *
 * @param wantedBy the modules that import it, by name
 */
public record MissingModule(String name, List<String> wantedBy) {
    public MissingModule {
        wantedBy = List.copyOf(wantedBy);
    }
}
