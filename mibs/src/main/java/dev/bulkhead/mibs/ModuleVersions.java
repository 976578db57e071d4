package dev.bulkhead.mibs;

import java.util.List;

/**
 * A module that several files have.
 *
 * @param files best first: the first is compiled
 * @param reason why the first was preferred to the second, as the end of a sentence
 */
public record ModuleVersions(String module, List<Version> files, String reason) {
    public ModuleVersions {
        files = List.copyOf(files);
    }

    /**
     * The module in one file.
     *
     * @param date its newest LAST-UPDATED or REVISION, such as {@code 200006140000Z}, or ""
     */
    public record Version(String file, String date) {}
}
