package dev.bulkhead.mibs.input;

import java.time.Duration;

/**
 * What an archive may ask for at most. Only bytes that were really read and written count; what an
 * archive says of itself does not.
 *
 * @param fileBytes of one unpacked file
 * @param totalBytes of all files together; as many again may be inflated and thrown away
 * @param entries of all kinds, those of archives inside and refused ones too
 * @param ratio inflated bytes for each compressed one, past the first MiB
 * @param nesting how many archives deep inside the archive are unpacked, too; 0 for none
 * @param nameLength of each part of an entry's path, in UTF-16 units
 * @param depth parts of an entry's path, those of archives around it included
 * @param time from the start to the end of unpacking
 */
public record ArchiveLimits(
        long fileBytes,
        long totalBytes,
        int entries,
        int ratio,
        int nesting,
        int nameLength,
        int depth,
        Duration time) {
    /**
     * 32 MiB a file (the longest real MIB has 5 MB); 1 GiB and 20,000 entries in all (the largest
     * known collection has 350 MB in 4,827 files); 200 times (MIB texts pack to about a tenth);
     * archives inside archives inside the archive; 200 letters a name (every file system takes 255
     * bytes); 24 parts a path; 60 s.
     */
    public static final ArchiveLimits DEFAULT =
            new ArchiveLimits(32L << 20, 1L << 30, 20_000, 200, 2, 200, 24, Duration.ofSeconds(60));

    public ArchiveLimits {
        if (fileBytes < 0
                || totalBytes < 0
                || entries < 0
                || ratio < 1
                || nesting < 0
                || nameLength < 1
                || depth < 1
                || time.isNegative()) {
            throw new IllegalArgumentException("limits must not be negative");
        }
    }
}
