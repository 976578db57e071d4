package dev.bulkhead.app.settings;

import java.util.Collection;
import java.util.Set;

/**
 * Modules that are loaded together, under a name the user gave.
 *
 * @param modules their names; what they import is loaded with them
 */
public record MibSet(String name, Set<String> modules) {
    /** A set of these. */
    public MibSet(String name, Collection<String> modules) {
        this(name, Set.copyOf(modules));
    }

    /** Refuses a name that is blank or of several lines. */
    public MibSet {
        if (name.isBlank() || name.lines().count() > 1 || name.indexOf('\t') >= 0) {
            throw new IllegalArgumentException("no name of a set: " + name);
        }
        modules = Set.copyOf(modules);
    }
}
