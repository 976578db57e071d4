package dev.bulkhead.tests.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All paths below a folder, each with its size and time of change: to see that nothing changed. */
public final class FolderTree {
    private FolderTree() {}

    /** Reads the tree, without what is below {@code except}. */
    public static Map<String, String> of(Path folder, Path except) throws IOException {
        Map<String, String> tree = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.filter(p -> !p.startsWith(except)).toList()) {
                boolean file = Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
                tree.put(
                        folder.relativize(path).toString(),
                        file
                                ? Files.size(path) + " bytes of " + Files.getLastModifiedTime(path)
                                : "no file");
            }
        }
        return tree;
    }
}
