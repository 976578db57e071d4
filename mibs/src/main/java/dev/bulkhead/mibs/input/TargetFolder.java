package dev.bulkhead.mibs.input;

import dev.bulkhead.mibs.input.Refused.Reason;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The only place where unpacking writes. A file is always a new one, below the root, behind real
 * folders only; two names that any system would take for one are a collision.
 */
final class TargetFolder {
    private final Path root;
    private final Map<String, Path> files = new LinkedHashMap<>();
    private final Set<String> folderKeys = new HashSet<>();
    private final Set<Path> folders = new HashSet<>();

    /** A file about to be written. */
    record NewFile(Path path, OutputStream out) {}

    /** A folder that exists; links in the root's own path are the caller's. */
    TargetFolder(Path root) throws IOException {
        this.root = root.toRealPath();
    }

    /** The files kept, in the order they were. */
    List<Path> files() {
        return List.copyOf(files.values());
    }

    NewFile create(List<String> parts) throws EntryRefusedException {
        if (isTaken(parts)) {
            throw new EntryRefusedException(Reason.COLLISION);
        }
        Path path = path(parts);
        if (!path.startsWith(root) || !path.normalize().equals(path)) {
            throw new EntryRefusedException(Reason.OUTSIDE);
        }
        try {
            makeFolders(path);
            OutputStream out =
                    Files.newOutputStream(
                            path,
                            StandardOpenOption.CREATE_NEW, // follows no link, keeps what is there
                            StandardOpenOption.WRITE);
            return new NewFile(path, out);
        } catch (FileAlreadyExistsException e) {
            throw new EntryRefusedException(Reason.COLLISION);
        } catch (IOException e) {
            throw new EntryRefusedException(
                    canWriteAtAll() ? Reason.NOT_WRITABLE : Reason.WRITE_FAILED);
        }
    }

    private boolean canWriteAtAll() {
        try {
            Files.delete(Files.createTempFile(root, "probe", null));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private boolean isTaken(List<String> parts) {
        for (int depth = 1; depth <= parts.size(); depth++) {
            if (files.containsKey(key(parts.subList(0, depth)))) {
                return true;
            }
        }
        return folderKeys.contains(key(parts));
    }

    /** Written to its end. */
    void keep(List<String> parts, Path path) {
        files.put(key(parts), path);
        for (int depth = 1; depth < parts.size(); depth++) {
            folderKeys.add(key(parts.subList(0, depth)));
        }
    }

    /** Takes a kept file back; whether there was one. */
    boolean remove(List<String> parts) throws IOException {
        Path path = files.remove(key(parts));
        return path != null && Files.deleteIfExists(path);
    }

    /** One for all names that differ only in case or in how accents are composed. */
    private static String key(List<String> parts) {
        String joined = String.join("/", parts);
        char[] folded = Normalizer.normalize(joined, Normalizer.Form.NFC).toCharArray();
        for (int i = 0; i < folded.length; i++) {
            folded[i] = Character.toLowerCase(Character.toUpperCase(folded[i]));
        }
        return new String(folded);
    }

    private Path path(List<String> parts) {
        try {
            return resolve(parts);
        } catch (InvalidPathException notOnThisSystem) {
            return resolve(parts.stream().map(TargetFolder::plain).toList());
        }
    }

    private Path resolve(List<String> parts) {
        Path path = root;
        for (String part : parts) {
            path = path.resolve(part);
        }
        return path;
    }

    /** Every system has files of such names. */
    private static String plain(String part) {
        return part.replaceAll("[^ !#-)+-.0-9;=@-\\[\\]-{}~]", "_");
    }

    private void makeFolders(Path file) throws IOException {
        int depth = root.getNameCount();
        for (int i = depth + 1; i < file.getNameCount(); i++) {
            Path folder = root.resolve(file.subpath(depth, i));
            if (!folders.contains(folder)) {
                if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                    Files.createDirectory(folder); // fails where a file or a link is
                }
                folders.add(folder);
            }
        }
    }
}
