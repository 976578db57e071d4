package dev.bulkhead.mibs.input;

import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What is asked of a machine to find its MIBs; all of it can be another than the real one.
 *
 * @param env environment variables
 * @param home the user's home folder
 * @param root of the file system; absolute paths that stand in files lie below it
 * @param pathSeparator between the paths of a list, {@code :} or {@code ;}
 */
public record Machine(Map<String, String> env, Path home, Path root, char pathSeparator) {
    public Machine {
        env = Map.copyOf(env);
    }

    /** The machine this runs on; its environment is passed in. */
    public static Machine here(Map<String, String> env, Path home) {
        Path absolute = home.toAbsolutePath();
        Path root = absolute.getRoot();
        return new Machine(env, absolute, root == null ? absolute : root, File.pathSeparatorChar);
    }

    /**
     * The folder or file that a path in an environment variable or a configuration file means: with
     * {@code $HOME} or a tilde for the home folder, as net-snmp has it; empty if it is no path
     * here.
     */
    Optional<Path> resolve(String written) {
        String text = written.strip().replace("$HOME", home.toString());
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            if (text.equals("~") || text.startsWith("~/")) {
                return Optional.of(home.resolve(text.substring(Math.min(2, text.length()))));
            }
            Path path = root.getFileSystem().getPath(text);
            boolean elsewhere = path.isAbsolute() && !path.startsWith(root);
            Path top = path.getRoot();
            return Optional.of(
                    elsewhere && top != null && root.getParent() != null
                            ? root.resolve(top.relativize(path))
                            : path);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
