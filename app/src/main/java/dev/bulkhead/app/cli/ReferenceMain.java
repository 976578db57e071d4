package dev.bulkhead.app.cli;

import dev.bulkhead.app.AppVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A step of the build: writes the manual page and the completions of shells, which packages
 * install. They are made of the verbs themselves and so are never of another version.
 */
public final class ReferenceMain {
    private ReferenceMain() {}

    /** Writes them into the folder named, as below {@code /usr/share}. */
    public static void main(String[] args) throws IOException, UsageException {
        if (args.length != 1) {
            System.err.println("usage: ReferenceMain FOLDER");
            System.exit(ExitCode.USAGE);
        }
        write(Path.of(args[0]));
    }

    static void write(Path folder) throws IOException, UsageException {
        AppVersion version = AppVersion.current();
        Completions completions = Completions.ofAllVerbs();
        put(folder, "man/man1/bulkhead.1", ManualPage.of(version.version(), version.date()));
        put(folder, "bash-completion/completions/bulkhead", completions.bash());
        put(folder, "zsh/site-functions/_bulkhead", completions.zsh());
        put(folder, "fish/vendor_completions.d/bulkhead.fish", completions.fish());
    }

    private static void put(Path folder, String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.resolveSibling(""));
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    }
}
