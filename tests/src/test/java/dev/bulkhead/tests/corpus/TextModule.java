package dev.bulkhead.tests.corpus;

import java.nio.file.Path;
import java.util.Map;

/**
 * A module as it stands in one file, counted without compiling.
 *
 * @param name as its header writes it
 * @param file where it stands
 * @param lastUpdated the LAST-UPDATED of its MODULE-IDENTITY with a year of four digits, or ""
 * @param objects its OBJECT-TYPEs and the line on which each name stands first
 * @param repeated how many more times a name of {@code objects} is defined again
 */
public record TextModule(
        String name, Path file, String lastUpdated, Map<String, Integer> objects, int repeated) {}
