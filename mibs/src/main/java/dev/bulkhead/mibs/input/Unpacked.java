package dev.bulkhead.mibs.input;

import java.nio.file.Path;
import java.util.List;

/**
 * What became of an archive.
 *
 * @param files what was unpacked, in the archive's order
 * @param refused what was not, in the archive's order
 */
public record Unpacked(List<Path> files, List<Refused> refused) {
    public Unpacked {
        files = List.copyOf(files);
        refused = List.copyOf(refused);
    }

    /** Whether it holds for every later try, too. */
    boolean isFinal() {
        return refused.stream().noneMatch(one -> one.reason().isPassing());
    }
}
