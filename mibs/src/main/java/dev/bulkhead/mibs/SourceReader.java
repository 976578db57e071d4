package dev.bulkhead.mibs;

import dev.bulkhead.mibs.ParsedFile.Origin;
import dev.bulkhead.mibs.parser.FileParser;
import dev.bulkhead.mibs.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads MIB texts: the built-in ones from the class path, the user's from disk. */
final class SourceReader {
    /** A MIB text longer than this is none; the longest real one known has 5 MB. */
    static final long MAX_FILE_BYTES = 32L << 20;

    private static final List<String> BASE =
            List.of(
                    "SNMPv2-SMI",
                    "SNMPv2-TC",
                    "SNMPv2-CONF",
                    "RFC1155-SMI",
                    "RFC-1212",
                    "RFC-1215");

    /** One text to read and parse. */
    record Task(Origin origin, String name, Bytes bytes) {}

    /** Where a text's bytes come from. */
    interface Bytes {
        byte[] read() throws IOException;
    }

    private SourceReader() {}

    static List<Task> base() {
        return BASE.stream().map(name -> resource(Origin.BASE, name, "base/" + name)).toList();
    }

    /** The standard library. */
    static List<Task> library(Origin origin) {
        try (InputStream list = SourceReader.class.getResourceAsStream("library/index.txt")) {
            if (list == null) {
                throw new IllegalStateException(
                        "the standard MIB library is not on the class path");
            }
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(SourceReader::isSmi)
                    .map(path -> resource(origin, path, "library/" + path))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The library's distribution has make files and texts of another language, SMIng, beside. */
    private static boolean isSmi(String path) {
        return !path.isBlank() && !path.contains("Makefile") && !path.contains("NMRG-SMING");
    }

    private static Task resource(Origin origin, String name, String path) {
        return new Task(
                origin,
                name,
                () -> {
                    try (InputStream stream = SourceReader.class.getResourceAsStream(path)) {
                        if (stream == null) {
                            throw new IOException("not on the class path: " + path);
                        }
                        return stream.readAllBytes();
                    }
                });
    }

    /** The regular files of these paths, folders with all below them, in the order of names. */
    static List<Task> files(Origin origin, List<Path> paths) {
        List<Task> tasks = new ArrayList<>();
        for (Path path : paths) {
            try (Stream<Path> files = Files.walk(path)) {
                files.filter(Files::isRegularFile)
                        .sorted()
                        .forEach(file ->
                                tasks.add(new Task(origin, file.toString(), () -> readFile(file))));
            } catch (IOException e) {
                tasks.add(unreadable(origin, path, e));
            } catch (UncheckedIOException e) {
                tasks.add(unreadable(origin, path, new IOException(e)));
            }
        }
        return tasks;
    }

    private static Task unreadable(Origin origin, Path path, IOException reason) {
        return new Task(
                origin,
                path.toString(),
                () -> {
                    throw reason;
                });
    }

    private static byte[] readFile(Path file) throws IOException {
        return Files.size(file) > MAX_FILE_BYTES ? new byte[0] : Files.readAllBytes(file);
    }

    /** Reads and parses on all processors; the result is in the order of the tasks. */
    static List<ParsedFile> parse(List<Task> tasks) {
        @Nullable ParsedFile[] parsed = new ParsedFile[tasks.size()];
        AtomicInteger next = new AtomicInteger();
        Runnable work =
                () -> {
                    FileParser parser = new FileParser();
                    for (int i = next.getAndIncrement();
                            i < parsed.length;
                            i = next.getAndIncrement()) {
                        parsed[i] = parse(tasks.get(i), parser);
                    }
                };
        int workers = Math.min(Runtime.getRuntime().availableProcessors(), tasks.size());
        if (workers <= 1) {
            work.run();
        } else {
            onThreads(workers, work);
        }
        return Arrays.asList(parsed);
    }

    private static void onThreads(int workers, Runnable work) {
        try (ExecutorService threads =
                Executors.newFixedThreadPool(
                        workers,
                        task -> Thread.ofPlatform().daemon().name("mibs").unstarted(task))) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < workers; i++) {
                running.add(threads.submit(work));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while MIBs were read", e);
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private static ParsedFile parse(Task task, FileParser parser) {
        try {
            return ParsedFile.of(
                    task.origin(), SourceFile.ofBytes(task.name(), task.bytes().read()), parser);
        } catch (IOException e) {
            if (task.origin() == Origin.BASE || task.origin() == Origin.LIBRARY) {
                throw new UncheckedIOException(e);
            }
            return ParsedFile.unreadable(task.origin(), task.name(), e.getClass().getSimpleName());
        }
    }
}
