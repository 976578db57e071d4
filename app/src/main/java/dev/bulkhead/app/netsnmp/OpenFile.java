package dev.bulkhead.app.netsnmp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.Set;

/** Whether others than its owner can read a file with secrets. */
final class OpenFile {
    private OpenFile() {}

    /** What to say of it; empty if only its owner reads it, or nothing can be found out. */
    static Optional<String> remark(Path file) {
        try {
            Set<PosixFilePermission> allowed = Files.getPosixFilePermissions(file);
            return allowed.contains(PosixFilePermission.OTHERS_READ)
                    ? Optional.of("it has secrets, and every user of this machine can read it")
                    : Optional.empty();
        } catch (IOException | UnsupportedOperationException e) {
            return Optional.empty();
        }
    }
}
