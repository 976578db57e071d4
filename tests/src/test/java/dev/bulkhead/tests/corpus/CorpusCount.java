package dev.bulkhead.tests.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The modules that stand in folders of files. A module counts once and each name in it once. Where
 * several files hold a module of one name there are two ways to count: all its texts together
 * ({@link #union}), which asks of a compiler names that the module's newer version has dropped; and
 * the newest text only ({@link #newest}: by LAST-UPDATED, of equals the first by path).
 */
public final class CorpusCount {
    private final List<TextFile> files;
    private final Map<String, List<TextModule>> byName = new TreeMap<>();

    private CorpusCount(List<TextFile> files) {
        this.files = files;
        for (TextFile file : files) {
            for (TextModule module : file.modules()) {
                byName.computeIfAbsent(module.name(), n -> new ArrayList<>(1)).add(module);
            }
        }
    }

    /** Reads all regular files below these folders. */
    public static CorpusCount of(List<Path> folders) throws IOException {
        List<TextFile> counted = new ArrayList<>();
        for (Path folder : folders) {
            try (Stream<Path> below = Files.walk(folder)) {
                for (Path file : below.filter(Files::isRegularFile).sorted().toList()) {
                    counted.add(ObjectTypeCounter.count(file));
                }
            }
        }
        return new CorpusCount(counted);
    }

    /** An object that stands in a text. */
    public record TextObject(String module, String name, Path file, int line) {}

    public List<TextFile> files() {
        return files;
    }

    /** Modules by name, each with all its objects: of the first text that has the name. */
    public Map<String, List<TextObject>> union() {
        Map<String, List<TextObject>> all = new TreeMap<>();
        byName.forEach((name, texts) -> {
            Map<String, TextObject> objects = new TreeMap<>();
            texts.forEach(text ->
                    objects(text).forEach(object -> objects.putIfAbsent(object.name(), object)));
            all.put(name, List.copyOf(objects.values()));
        });
        return all;
    }

    /** Modules by name, each with the objects of its newest text. */
    public Map<String, List<TextObject>> newest() {
        Map<String, List<TextObject>> all = new TreeMap<>();
        byName.forEach((name, texts) ->
                all.put(
                        name,
                        texts.stream()
                                .max(
                                        Comparator.comparing(TextModule::lastUpdated)
                                                .thenComparing(
                                                        TextModule::file,
                                                        Comparator.reverseOrder()))
                                .map(CorpusCount::objects)
                                .orElseThrow()));
        return all;
    }

    /** In how many files the module stands. */
    public int textsOf(String module) {
        return byName.getOrDefault(module, List.of()).size();
    }

    private static List<TextObject> objects(TextModule text) {
        return text.objects().entrySet().stream()
                .map(e -> new TextObject(text.name(), e.getKey(), text.file(), e.getValue()))
                .toList();
    }

    /**
     * How many of the objects someone has.
     *
     * @param objects those that stand in the texts
     * @param placed those of them that have an OID
     * @param modules those with or without objects
     * @param complete those of which no object is lost
     */
    public record Share(int objects, int placed, int modules, int complete) {
        /** In per cent. */
        public double percent() {
            return objects == 0 ? 100 : 100.0 * placed / objects;
        }
    }

    /** Counts what someone has: modules at all, and objects with an OID. */
    public static Share share(
            Map<String, List<TextObject>> modules,
            Predicate<String> hasModule,
            Predicate<TextObject> hasObject) {
        int objects = 0;
        int placed = 0;
        int complete = 0;
        for (Map.Entry<String, List<TextObject>> module : modules.entrySet()) {
            int found = (int) module.getValue().stream().filter(hasObject).count();
            objects += module.getValue().size();
            placed += found;
            if (hasModule.test(module.getKey()) && found == module.getValue().size()) {
                complete++;
            }
        }
        return new Share(objects, placed, modules.size(), complete);
    }
}
