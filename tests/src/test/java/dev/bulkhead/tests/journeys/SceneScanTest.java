package dev.bulkhead.tests.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.app.shell.Shell;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCombination;
import javafx.scene.paint.Color;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Every view of the window, looked at as a picky user would: by eye, by ear, in other words. */
class SceneScanTest {
    private static final List<String> POP_UPS =
            List.of("palette", "credential", "shortcuts", "jobs", "tour", "copy-as");

    private static final List<String> PAGES =
            List.of(
                    "preferences",
                    "bookmarks",
                    "notification-rules",
                    "send-notification",
                    "history",
                    "guide-first",
                    "about",
                    "processes",
                    "recordings",
                    "mib-source",
                    "problems",
                    "modules",
                    "set",
                    "show-changes",
                    "packets",
                    "devices",
                    "credentials",
                    "discover");

    /** What shows names and values of devices and modules, or what the compiler says of them. */
    private static final Set<String> DATA =
            Set.of(
                    "address",
                    "credential",
                    "oid",
                    "oid-name",
                    "object-details",
                    "source-title",
                    "mib-tree",
                    "mono",
                    "key-cap",
                    "run-title",
                    "table-title",
                    "grid",
                    "chart-title",
                    "chart-plot",
                    "chart-window",
                    "set-summary",
                    "problem-code",
                    "problem-message",
                    "problem-advice",
                    "discovery-credentials",
                    "receiver-switch",
                    "about-build",
                    "about-folders",
                    "about-chosen",
                    "about-works",
                    "guide-content",
                    "guide-list",
                    "text-field",
                    "combo-box-base");

    /** Calls {@code look} for each view of the open window, on JavaFX's thread. */
    private static void forEachView(OpenWindow window, BiConsumer<String, Node> look) {
        TabPane tabs = window.ask(() -> window.shell().tabPane());
        look(window, "empty", look);
        for (int i = 0; i < tabs.getTabs().size(); i++) {
            showTab(window, tabs, i, look);
        }
        if (window.ask(() -> window.workbench().results().runs().isEmpty())) {
            fill(window);
        }
        for (String page : PAGES) {
            run(window, page);
        }
        for (int i = 0; i < tabs.getTabs().size(); i++) {
            showTab(window, tabs, i, look);
        }
        run(window, "poll-formula");
        look(window, "poll-formula", look);
        run(window, "tab-1");
        for (String popUp : POP_UPS) {
            run(window, popUp);
            window.until(() -> popUp() != null);
            window.ask(() -> {
                Node root = popUp();
                root.applyCss();
                look.accept(popUp, root);
                closePopUps();
                return true;
            });
        }
        run(window, "clear");
        look(window, "undo", look);
    }

    private static void showTab(
            OpenWindow window, TabPane tabs, int index, BiConsumer<String, Node> look) {
        String name =
                window.ask(() -> {
                    tabs.getSelectionModel().select(index);
                    return tabs.getTabs().get(index).getId();
                });
        window.pulse();
        look(window, name, look);
    }

    private static void look(OpenWindow window, String name, BiConsumer<String, Node> look) {
        window.ask(() -> {
            Shell shell = window.shell();
            shell.applyCss();
            look.accept(name, shell);
            layOut(shell, shell.getScene().getWidth(), shell.getScene().getHeight());
            return true;
        });
    }

    /** Lays the window's content out as in a window of this size. */
    private static void layOut(Node root, double width, double height) {
        if (root instanceof Shell shell) {
            shell.resize(width, height);
            // What a width hides or shows asks for a second layout.
            for (int i = 0; i < 2; i++) {
                shell.applyCss();
                shell.layout();
            }
        }
    }

    private static void outside(SceneScan scan, Node root, double width) {
        if (root instanceof Shell) {
            scan.outside(root, width);
        }
    }

    private static void run(OpenWindow window, String command) {
        window.ask(() -> {
            window.shell().commands().get(command).run();
            return true;
        });
        window.pulse();
    }

    /** A run, a table, a poll with a chart, a bookmark. */
    private static void fill(OpenWindow window) {
        window.ask(() -> {
            window.workbench().startDemo(_ -> {});
            return true;
        });
        window.until(() -> window.workbench().target().device().isPresent());
        window.ask(() -> window.workbench().current().type("ifTable"));
        run(window, "walk");
        run(window, "walk");
        run(window, "table-view");
        window.until(() -> window.shell().lookup("#grid") != null);
        window.ask(() -> window.workbench().current().type("ifHCInOctets.25"));
        run(window, "graph-view");
        run(window, "bookmark");
        window.until(() -> window.workbench().chart().lines().size() == 1);
        window.until(() -> window.workbench().chart().lines().getFirst().series().version() >= 2);
    }

    private static Node popUp() {
        return Window.getWindows().stream()
                .filter(PopupWindow.class::isInstance)
                .filter(Window::isShowing)
                .map(open -> (Node) open.getScene().getRoot())
                .findFirst()
                .orElse(null);
    }

    private static void closePopUps() {
        List.copyOf(Window.getWindows()).stream()
                .filter(PopupWindow.class::isInstance)
                .forEach(Window::hide);
    }

    private static Set<String> scan(OpenWindow window, BiConsumer<SceneScan, Node> look) {
        Set<String> found = new LinkedHashSet<>();
        Set<String> seen = new TreeSet<>();
        forEachView(
                window,
                (name, root) -> {
                    SceneScan scan = new SceneScan();
                    look.accept(scan, root);
                    seen.add(name);
                    scan.findings().forEach(finding -> found.add(name + ": " + finding));
                });
        assertThat(seen).as("views looked at").hasSizeGreaterThan(20);
        return found;
    }

    @Test
    void nothingIsMuteCutOrCoveredTextStandsOutAndNoKeyIsUsedTwice() throws Exception {
        try (OpenWindow window = OpenWindow.open()) {
            Set<String> found =
                    scan(
                            window,
                            (scan, root) -> {
                                layOut(root, 1440, 900);
                                scan.mute(root).cut(root).overlaps(root);
                                outside(scan, root, 1440);
                                scan.faint(root, Color.WHITE);
                            });
            run(window, "toggle-theme");
            found.addAll(scan(window, (scan, root) -> scan.faint(root, Color.BLACK)));
            SoftAssertions.assertSoftly(all -> {
                all.assertThat(found).isEmpty();
                all.assertThat(keys(window)).doesNotHaveDuplicates().hasSizeGreaterThan(40);
            });
        }
    }

    private static List<KeyCombination> keys(OpenWindow window) {
        return window.ask(
                () -> window.shell().commands().keys().stream().map(Map.Entry::getKey).toList());
    }

    @Test
    void longerWordsAreNotCutAndAllWordsAreOfTheBundle() throws Exception {
        try (PseudoWords _ = PseudoWords.speak();
                OpenWindow window = OpenWindow.open()) {
            Set<String> found =
                    scan(
                            window,
                            (scan, root) -> {
                                layOut(root, 1440, 900);
                                scan.cut(root).overlaps(root).strangers(root, DATA);
                                layOut(root, 1024, 640);
                                scan.cut(root).overlaps(root);
                                outside(scan, root, 1024);
                            });
            assertThat(found).isEmpty();
        }
    }
}
