package dev.bulkhead.app.demo;

import dev.bulkhead.app.shell.Shell;
import dev.bulkhead.app.shell.Workbench;
import dev.bulkhead.app.theme.ThemeChoice;
import dev.bulkhead.mibs.diagnostic.Diagnostic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;

/** The chapter about MIB files: text, problems, a fix, modules, details. On the tour's thread. */
final class MibScenes {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;
    private static final double SMALL_WIDTH = 1024;
    private static final double SMALL_HEIGHT = 640;
    private static final String MODULE =
            """
            ACME-SENSOR-MIB DEFINITIONS ::= BEGIN

            IMPORTS
                MODULE-IDENTITY, OBJECT-TYPE, Integer32, enterprises
                    FROM SNMPv2-SMI
                DisplayString
                    FROM SNMPv2-TC;

            acmeSensorMIB MODULE-IDENTITY
                LAST-UPDATED "202605010000Z"
                ORGANIZATION "Acme Sensors"
                CONTACT-INFO "noc@example.com"
                DESCRIPTION  "Temperature sensors of the Acme line."
                REVISION     "202605010000Z"
                DESCRIPTION  "The first version."
                ::= { enterprises 32473 }

            acmeSensors OBJECT IDENTIFIER := { acmeSensorMIB 1 }

            acmeSensorName OBJECT-TYPE
                SYNTAX      DisplayString (SIZE (0..32))
                MAX-ACCESS  read-write
                STATUS      current
                DESCRIPTION "What the operator calls the sensor."
                ::= { acmeSensors 1 }

            acmeSensorState OBJECT-TYPE
                SYNTAX      INTEGER { ok(1), warm(2) hot(3), broken(4) }
                MAX-ACCESS  read-only
                STATUS      current
                DESCRIPTION
                    "How the sensor feels. A sensor that is hot
                    for more than a minute is switched off."
                ::= { acmeSensors 2 }

            acmeSensorCelsius OBJECT-TYPE
                SYNTAX      Integer32 (-40..125)
                UNITS       "degrees Celsius"
                MAX-ACCESS  readonly
                STATUS      current
                DESCRIPTION "The temperature now."
                ::= { acmeSensors 3 }

            END
            """;

    private final Shell shell;
    private final Workbench workbench;

    MibScenes(Shell shell, Workbench workbench) {
        this.shell = shell;
        this.workbench = workbench;
    }

    /** All pictures of the chapter. */
    void pictures(Album album) {
        showSource();
        album.take("mib-source");
        Path folder = dropBroken();
        try {
            broken(album);
            modules(album);
        } finally {
            remove(folder);
        }
    }

    /** The text of a module, at an object. */
    void showSource() {
        run("mib-source");
        show("IF-MIB", "ifOperStatus");
        awaitText("IF-MIB");
    }

    /** Takes a folder of modules out of the window and deletes it. */
    void remove(Path folder) {
        FxSteps.tell(() -> workbench.library().remove(List.of(folder)));
        delete(folder);
    }

    private void broken(Album album) {
        run("problems");
        FxSteps.tell(() -> workbench.mibs().problems().queryProperty().set("ACME-SENSOR"));
        FxSteps.pass(Duration.ofSeconds(1));
        FxSteps.tell(() -> workbench.mibs().problems().choose(fault("missing-comma")));
        FxSteps.until("the fix", LONG, () -> workbench.mibs().mending().canFixProperty().get());
        album.take("mib-problems");
        FxSteps.tell(() -> workbench.mibs().source().show(fault("missing-comma")));
        run("mib-source");
        awaitText("ACME-SENSOR-MIB");
        album.take("mib-fix");
        if (album.isThorough()) {
            album.takePopUp("mib-explain", () -> run("explain-problem"));
        }
        FxSteps.tell(() -> workbench.mibs().mending().fixFile());
        FxSteps.until("the mended copy", LONG, this::isMended);
        FxSteps.pass(Duration.ofSeconds(1));
        show("ACME-SENSOR-MIB", "acmeSensorState");
        if (album.isThorough()) {
            album.takeOne("mib-mended", ThemeChoice.LIGHT);
        }
    }

    private boolean isMended() {
        return workbench
                        .library()
                        .names()
                        .index()
                        .definition("ACME-SENSOR-MIB", "acmeSensorState")
                        .isPresent()
                && !workbench.library().loadingProperty().get()
                && workbench.mibs().mending().canUndoProperty().get();
    }

    private void modules(Album album) {
        run("modules");
        FxSteps.tell(() -> workbench.library().setLoaded(List.of("AGENTX-MIB"), false));
        FxSteps.until("unloading", LONG, () -> !workbench.library().loadingProperty().get());
        album.take("mib-modules");
        show("IF-MIB", "ifIndex");
        FxSteps.tell(() -> workbench.mibs().problems().queryProperty().set(""));
        if (album.isThorough()) {
            small(album);
        }
    }

    private void small(Album album) {
        resize(SMALL_WIDTH, SMALL_HEIGHT);
        album.takeOne("mib-modules-small", ThemeChoice.LIGHT);
        run("problems");
        album.takeOne("mib-problems-small", ThemeChoice.LIGHT);
        resize(WIDTH, HEIGHT);
    }

    /** Pictures of definitions that are no objects, and of a search in descriptions. */
    void details(Album album) {
        run("tab-1");
        show("IF-MIB", "linkDown");
        album.take("mib-notification");
        if (album.isThorough()) {
            otherDetails(album);
        }
    }

    private void otherDetails(Album album) {
        openModule("IF-MIB");
        album.takeOne("mib-by-module", ThemeChoice.LIGHT);
        show("IF-MIB", "ifCompliance3");
        album.take("mib-compliance");
        show("SNMPv2-TC", "DateAndTime");
        album.take("mib-type");
        FxSteps.tell(() -> workbench.search().queryProperty().set("loss of carrier"));
        FxSteps.until("hits", LONG, () -> !workbench.search().hits().isEmpty());
        FxSteps.pass(Duration.ofSeconds(2));
        album.takeOne("mib-search", ThemeChoice.LIGHT);
        FxSteps.tell(() -> workbench.search().queryProperty().set(""));
    }

    private void resize(double width, double height) {
        FxSteps.tell(() -> {
            shell.getScene().getWindow().setWidth(width);
            shell.getScene().getWindow().setHeight(height);
        });
    }

    private void run(String command) {
        FxSteps.tell(() -> shell.commands().get(command).run());
    }

    private void show(String module, String name) {
        FxSteps.tell(() -> workbench.current().show(module, name));
        FxSteps.pass(Duration.ofMillis(500));
    }

    private void awaitText(String module) {
        FxSteps.until(
                "the text of " + module,
                LONG,
                () -> {
                    var page = workbench.mibs().source().pageProperty().get();
                    return page.document()
                            .filter(text -> text.moduleAt(page.line()).equals(module))
                            .isPresent();
                });
    }

    private Diagnostic fault(String tag) {
        return workbench.library().diagnosticsProperty().get().stream()
                .filter(d -> d.code().tag().equals(tag))
                .filter(d -> d.location().file().endsWith("ACME-SENSOR-MIB.txt"))
                .findFirst()
                .orElseThrow();
    }

    /** Writes a module as vendors ship them and loads it, as if it was dropped. */
    Path dropBroken() {
        try {
            Path folder = Files.createTempDirectory("bulkhead").resolve("acme-mibs");
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("ACME-SENSOR-MIB.txt"), MODULE);
            FxSteps.tell(() -> workbench.library().load(List.of(folder)));
            FxSteps.until("loading", LONG, () -> !workbench.library().loadingProperty().get());
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
            Files.deleteIfExists(Path.of(String.valueOf(folder.getParent())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opens the rows of a module below "By module". */
    private void openModule(String module) {
        FxSteps.tell(() -> {
            Node found = shell.lookup("#mib-tree");
            if (found instanceof TreeView<?> tree) {
                TreeItem<?> modules = tree.getRoot().getChildren().getLast();
                modules.setExpanded(true);
                for (TreeItem<?> item : modules.getChildren()) {
                    if (String.valueOf(item.getValue()).equals(module)) {
                        item.setExpanded(true);
                        item.getChildren().forEach(section -> section.setExpanded(true));
                        tree.scrollTo(Math.max(0, rowOf(tree, item)));
                    }
                }
            }
        });
    }

    @SuppressWarnings("unchecked")
    private static <T> int rowOf(TreeView<T> tree, TreeItem<?> item) {
        return tree.getRow((TreeItem<T>) item);
    }
}
