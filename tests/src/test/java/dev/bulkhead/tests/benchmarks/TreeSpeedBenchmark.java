package dev.bulkhead.tests.benchmarks;

import atlantafx.base.theme.PrimerLight;
import dev.bulkhead.app.mibtree.CurrentObject;
import dev.bulkhead.app.mibtree.MibLibrary;
import dev.bulkhead.app.mibtree.MibTreeView;
import dev.bulkhead.app.mibtree.SearchViewModel;
import dev.bulkhead.app.theme.Themes;
import dev.bulkhead.mibs.MibCache;
import dev.bulkhead.mibs.MibCompiler;
import dev.bulkhead.mibs.MibRepository;
import dev.bulkhead.mibs.index.MibIndex;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.stage.Stage;

/**
 * The window's tree and search over whole folders: how long from asking for the modules, which a
 * cache holds, to a tree with its first rows where an empty one was on screen before; what heap
 * that takes; and how long a search takes from a key to its hits in the list, through the window's
 * own models.
 *
 * <p>{@code -Dcorpus=FOLDER[,FOLDER]}; without it 4,000 modules of 125 objects are made. {@code
 * -Drounds} (default 20). The cache is kept in {@code -Doutput}. Goals: 300 ms, 150 MB, 40 ms. The
 * first time in a JVM takes some 300 ms for a tree of any size, since all that draws it is cold
 * then: the times after it tell what the modules cost.
 *
 * <p>{@code -Dimage=FOLDER} runs it as the image of {@code mvn verify -Pinstaller} runs the window:
 * with its runtime, jars, flags and AOT cache, in a process of its own. That is what a user has.
 *
 * <p>Build the modules first, since only a compiler in a jar has a cache: {@code mvn -pl tests -am
 * package -Pbenchmark -DskipTests -Dbenchmark=TreeSpeed -Dcorpus=...}.
 */
public final class TreeSpeedBenchmark {
    private static final int MODULES = 4_000;
    private static final int COLUMNS = 125;
    private static final int COLLECTIONS = 5;
    private static final double MEGA = 1e6;
    private static final List<String> QUERIES =
            List.of(
                    "ifin",
                    "a",
                    "nosuchword",
                    "e",
                    "if",
                    "ifHC",
                    "octets",
                    "st",
                    "status",
                    "interface errors",
                    "temperature",
                    "nosuch word",
                    "the number of octets received on the interface",
                    "IF-MIB::ifIn",
                    "1.3.6.1.2",
                    "1.3.6.1.4.1.9",
                    "Table",
                    "entry index");

    private final MibRepository repository;
    private final MibCompiler compiler;

    private TreeSpeedBenchmark(MibRepository repository, MibCompiler compiler) {
        this.repository = repository;
        this.compiler = compiler;
    }

    /** One window's left side. */
    private record Tree(
            MibLibrary library, CurrentObject current, SearchViewModel search, MibTreeView view) {}

    /** Compiles unless that is cached, opens, measures. */
    public static void main(String[] args) throws IOException, InterruptedException {
        if (Settings.isSet("image")) {
            runAsImage(Path.of(Settings.value("image", "")).toRealPath());
            return;
        }
        Path output = Settings.output("tree-speed");
        List<Path> folders;
        if (Settings.isSet("corpus")) {
            folders = Settings.folders("corpus");
        } else {
            folders = List.of(output.resolve("made"));
            MadeModules.write(folders.getFirst(), MODULES, COLUMNS);
        }
        MibCompiler cached =
                MibCache.in(output.resolve("cache"))
                        .map(MibCompiler.plain()::with)
                        .orElseThrow(() -> new IllegalStateException("build the jars first"));
        MibRepository repository = MibRepository.standard().withSources(folders);
        boolean isFresh = cached.run(repository).isFromCache();
        if (!isFresh) {
            System.out.println("The cache is written now; run this again to measure.");
            return;
        }
        Platform.setImplicitExit(false);
        Platform.startup(() ->
                Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet()));
        new TreeSpeedBenchmark(repository, cached).run();
        Platform.exit();
    }

    private static void runAsImage(Path image) throws IOException, InterruptedException {
        ImageLauncher launcher = ImageLauncher.of(image);
        List<String> classPath =
                new ArrayList<>(launcher.jars().stream().map(Path::toString).toList());
        classPath.add(
                Path.of(
                                TreeSpeedBenchmark.class
                                        .getProtectionDomain()
                                        .getCodeSource()
                                        .getLocation()
                                        .getPath())
                        .toString());
        List<String> command = new ArrayList<>(List.of(launcher.java()));
        command.addAll(launcher.resolvedFlags());
        command.addAll(List.of("-Dglass.platform=Headless", "-Dprism.order=sw"));
        for (String name : List.of("corpus", "output", "rounds")) {
            command.add("-D" + name + "=" + Settings.value(name, ""));
        }
        command.addAll(List.of("-cp", String.join(File.pathSeparator, classPath)));
        command.add(TreeSpeedBenchmark.class.getName());
        int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (exit != 0) {
            throw new IllegalStateException("ended with " + exit);
        }
    }

    private void run() {
        Stage stage = ask(TreeSpeedBenchmark::stage);
        long before = usedAfterCollection();
        int rounds = Settings.number("rounds", 20);
        double[] millis = new double[rounds];
        double[] cpu = new double[rounds];
        double[] reading = new double[rounds];
        Tree tree = ask(() -> tree(stage));
        for (int round = 0; round < rounds; round++) {
            tree = round == 0 ? tree : ask(() -> tree(stage));
            awaitFrame(tree, () -> true);
            long start = System.nanoTime();
            long cpuBefore = cpuNanos();
            open(tree);
            cpu[round] = (cpuNanos() - cpuBefore) / MEGA;
            millis[round] = (System.nanoTime() - start) / MEGA;
            reading[round] = readingMillis(tree);
        }
        MibIndex index = tree.library().names().index();
        System.out.printf(
                Locale.ROOT,
                "%,d modules, %,d definitions%n",
                index.moduleCount(),
                index.definitionCount());
        System.out.printf(
                Locale.ROOT,
                "tree on screen, from the cache: the first time %.0f ms; later median %.0f,"
                        + " longest %.0f ms; reading the cache takes %.0f of the first, later %.0f ms;"
                        + " CPU of all threads the first time %.0f, later %.0f ms%n",
                millis[0],
                quantile(Arrays.copyOfRange(millis, 1, rounds), 0.5),
                quantile(Arrays.copyOfRange(millis, 1, rounds), 1),
                reading[0],
                quantile(Arrays.copyOfRange(reading, 1, rounds), 0.5),
                cpu[0],
                quantile(Arrays.copyOfRange(cpu, 1, rounds), 0.5));
        heap(tree, before);
        search(tree, rounds);
    }

    private static Stage stage() {
        Stage stage = new Stage();
        Scene scene = new Scene(new Button(), 360, 600);
        Themes.style(scene);
        stage.setScene(scene);
        stage.show();
        return stage;
    }

    private Tree tree(Stage stage) {
        MibLibrary library = new MibLibrary(() -> repository, () -> compiler);
        CurrentObject current = new CurrentObject(library);
        SearchViewModel search = new SearchViewModel(library, current);
        MibTreeView view = new MibTreeView(library, current, search, new Button());
        stage.getScene().setRoot(view);
        return new Tree(library, current, search, view);
    }

    /** Asks for the modules, and waits for a frame with the tree's rows. */
    private static void open(Tree tree) {
        ask(() -> {
            tree.library().load(List.of());
            return true;
        });
        awaitFrame(tree, () -> tree.library().reportProperty().get().isPresent());
    }

    /** Waits for a frame that was laid out when something was so. */
    private static void awaitFrame(Tree tree, BooleanSupplier isSo) {
        CompletableFuture<Void> shown = new CompletableFuture<>();
        Platform.runLater(() -> {
            Scene scene = tree.view().getScene();
            Runnable[] look = new Runnable[1];
            look[0] =
                    () -> {
                        if (isSo.getAsBoolean()) {
                            scene.removePostLayoutPulseListener(look[0]);
                            shown.complete(null);
                        } else {
                            Platform.requestNextPulse();
                        }
                    };
            scene.addPostLayoutPulseListener(look[0]);
            Platform.requestNextPulse();
        });
        shown.orTimeout(2, TimeUnit.MINUTES).join();
    }

    private static void heap(Tree tree, long before) {
        long open = usedAfterCollection();
        int items = ask(() -> expandAll(tree));
        long expanded = usedAfterCollection();
        System.out.printf(
                Locale.ROOT,
                "heap after collection: %.0f MB with the tree open (%.0f MB before), %.0f MB with"
                        + " %,d rows expanded%n",
                open / MEGA,
                before / MEGA,
                expanded / MEGA,
                items);
    }

    private static int expandAll(Tree tree) {
        TreeView<?> view = (TreeView<?>) tree.view().lookup("#mib-tree");
        List<TreeItem<?>> waiting = new ArrayList<>(List.of(view.getRoot()));
        int rows = 0;
        while (!waiting.isEmpty()) {
            TreeItem<?> item = waiting.removeLast();
            rows++;
            waiting.addAll(item.getChildren());
        }
        return rows;
    }

    private static void search(Tree tree, int rounds) {
        double[] first = new double[QUERIES.size()];
        double[] later = new double[QUERIES.size() * rounds];
        System.out.println("| query | first ms | median ms | max ms | hits |");
        System.out.println("|---|--:|--:|--:|--:|");
        double[][] each = new double[QUERIES.size()][rounds];
        int[] hits = new int[QUERIES.size()];
        for (int round = 0; round <= rounds; round++) {
            for (int query = 0; query < QUERIES.size(); query++) {
                Search done = search(tree.search(), QUERIES.get(query));
                double millis = done.millis();
                hits[query] = done.hits();
                if (round == 0) {
                    first[query] = millis;
                } else {
                    each[query][round - 1] = millis;
                    later[query * rounds + round - 1] = millis;
                }
            }
        }
        for (int query = 0; query < QUERIES.size(); query++) {
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.1f | %.1f | %.1f | %d |%n",
                    QUERIES.get(query),
                    first[query],
                    quantile(each[query], 0.5),
                    quantile(each[query], 1),
                    hits[query]);
        }
        System.out.printf(
                Locale.ROOT,
                "a key to its hits: median %.1f, p95 %.1f, longest %.1f ms of %,d searches%n",
                quantile(later, 0.5),
                quantile(later, 0.95),
                quantile(later, 1),
                later.length);
    }

    /** From a key to the hits in the list, in milliseconds. */
    private static Search search(SearchViewModel model, String query) {
        Search done = hits(model, query);
        // So that the next search, whatever it finds, changes the list.
        hits(model, "sysDescr");
        return done;
    }

    private record Search(double millis, int hits) {}

    private static Search hits(SearchViewModel model, String query) {
        CompletableFuture<Long> found = new CompletableFuture<>();
        ListChangeListener<Object> listener = _ -> found.complete(System.nanoTime());
        long start = System.nanoTime();
        Platform.runLater(() -> {
            model.hits().addListener(listener);
            model.queryProperty().set(query);
        });
        long end = found.orTimeout(20, TimeUnit.SECONDS).join();
        int count =
                ask(() -> {
                    model.hits().removeListener(listener);
                    return model.hits().size();
                });
        return new Search((end - start) / MEGA, count);
    }

    private static long usedAfterCollection() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static double readingMillis(Tree tree) {
        return ask(() -> tree.library().reportProperty().get().orElseThrow().duration().toNanos())
                / MEGA;
    }

    private static long cpuNanos() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
    }

    private static <T> T ask(Callable<T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                answer.complete(question.call());
            } catch (Exception problem) {
                answer.completeExceptionally(problem);
            }
        });
        return answer.orTimeout(5, TimeUnit.MINUTES).join();
    }

    private static double quantile(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1, sorted.length * share)];
    }
}
