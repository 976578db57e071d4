package dev.bulkhead.app.cli;

import dev.bulkhead.mibs.input.Cancellation;
import dev.bulkhead.mibs.input.FileList;
import dev.bulkhead.mibs.input.FolderScan;
import dev.bulkhead.mibs.input.FoundFile;
import dev.bulkhead.mibs.input.Machine;
import dev.bulkhead.mibs.input.MibFolders;
import dev.bulkhead.mibs.input.Progress;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where modules lie that nobody named: among the places where MIBs are installed, and beside the
 * folders that were named. A folder of many files is left out, and so is all beside a folder that
 * lies directly in the home folder or the root: that would be to search the whole machine.
 */
record MissingModules(Machine machine, List<Path> sources) {
    private static final FileList.Limits LIMITS = new FileList.Limits(3, 20_000);
    private static final int MAX_FILES = 60_000;
    private static final long MAX_BYTES = 6L << 20;

    /** The folders of those that can be found, by module. Blocks: reads many files. */
    Map<String, Path> find(List<String> names) {
        Map<String, Path> found = new HashMap<>();
        int files = 0;
        for (Path place : places()) {
            FileList list = FileList.of(List.of(place), LIMITS, Cancellation.NEVER);
            files += list.files().size();
            if (files > MAX_FILES || found.size() == names.size()) {
                break;
            }
            if (list.files().size() < LIMITS.files()) {
                Map<String, List<Path>> modules = scan(list).modules();
                for (String name : names) {
                    for (Path file : modules.getOrDefault(name, List.of())) {
                        found.putIfAbsent(name, folder(file));
                    }
                }
            }
        }
        return found;
    }

    private static FolderScan scan(FileList list) {
        List<FoundFile> small =
                list.files().stream().filter(file -> file.size() <= MAX_BYTES).toList();
        return FolderScan.of(
                new FileList(small, list.folders(), list.unreadable()),
                Cancellation.NEVER,
                Progress.NONE);
    }

    private Set<Path> places() {
        Set<Path> places = new LinkedHashSet<>();
        for (Path source : sources) {
            Path folder = Files.isDirectory(source) ? source.toAbsolutePath() : folder(source);
            if (!folder.equals(source.toAbsolutePath())) {
                places.add(folder);
            }
            addSiblings(folder.normalize(), places);
        }
        places.addAll(MibFolders.paths(machine));
        return places;
    }

    private void addSiblings(Path folder, Set<Path> places) {
        Path parent = folder.getParent();
        if (parent == null || parent.getParent() == null || machine.home().startsWith(parent)) {
            return;
        }
        List<Path> siblings = new ArrayList<>();
        try (DirectoryStream<Path> children =
                Files.newDirectoryStream(parent, Files::isDirectory)) {
            children.forEach(siblings::add);
        } catch (IOException e) {
            return; // not ours to see
        }
        siblings.remove(folder);
        siblings.sort(null);
        places.addAll(siblings);
    }

    private static Path folder(Path file) {
        Path absolute = file.toAbsolutePath();
        @Nullable Path parent = absolute.getParent();
        return parent == null ? absolute : parent;
    }
}
