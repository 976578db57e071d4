package dev.bulkhead.app.demo;

import dev.bulkhead.app.packets.PacketLine;
import dev.bulkhead.app.packets.PacketsViewModel;
import dev.bulkhead.app.shell.Shell;
import dev.bulkhead.app.shell.Workbench;
import dev.bulkhead.app.theme.ThemeChoice;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.DemoNetwork;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SnmpVersion;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.scene.control.TableView;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;

/** The chapter of the packets pane. On the tour's thread. */
final class PacketScenes {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Shell shell;
    private final Workbench workbench;
    private final Scenes scenes;

    PacketScenes(Shell shell, Workbench workbench, Scenes scenes) {
        this.shell = shell;
        this.workbench = workbench;
        this.scenes = scenes;
    }

    private PacketsViewModel model() {
        return workbench.packets();
    }

    void take(Album album) {
        scenes.walk("ifTable");
        FxSteps.tell(() -> shell.commands().get("packets").run());
        album.take("packets-not-recorded");
        if (album.isThorough()) {
            ofVersion2(album);
        }
        ofVersion3(album);
        if (album.isThorough()) {
            errors(album);
        }
    }

    void ofVersion2(Album album) {
        FxSteps.tell(() -> model().recordingProperty().set(true));
        walked("ifTable");
        choose(line -> line.type().equals("RESPONSE"), 1);
        chooseField("ifIndex");
        album.take("packets-v2c");
        FxSteps.tell(() -> model().revealProperty().set(true));
        chooseField("Community");
        album.take("packets-revealed");
        FxSteps.tell(() -> model().revealProperty().set(false));
        FxSteps.tell(() -> shell.commands().get("save-packets").run());
        album.take("packets-save");
        FxSteps.tell(() -> model().recordingProperty().set(false));
    }

    private void ofVersion3(Album album) {
        Credential before = workbench.target().credentialProperty().get();
        FxSteps.tell(() -> {
            model().recordingProperty().set(true);
            workbench.target().credentialProperty().set(DemoNetwork.user());
        });
        walked("system");
        choose(line -> line.packet().plain().length > 0 && !line.packet().sent(), 0);
        chooseField("sysContact");
        album.take("packets-v3-decrypted");
        if (album.isThorough()) {
            chooseField("Engine ID");
            album.takeOne("packets-v3-header", ThemeChoice.LIGHT);
        }
        FxSteps.tell(() -> workbench.target().credentialProperty().set(before));
    }

    private void errors(Album album) {
        FxSteps.tell(() ->
                workbench
                        .target()
                        .credentialProperty()
                        .set(
                                new Credential.Community(
                                        SnmpVersion.V1, new Secret(DemoNetwork.READ_COMMUNITY))));
        FxSteps.tell(() -> shell.commands().get("tab-1").run());
        scenes.get("ifTable");
        showRecorded();
        choose(PacketLine::isError, 0);
        chooseField("Error status");
        album.take("packets-error");
    }

    void walked(String name) {
        FxSteps.tell(() -> shell.commands().get("tab-1").run());
        scenes.walk(name);
        showRecorded();
    }

    private void showRecorded() {
        FxSteps.tell(() -> shell.commands().get("packets").run());
        FxSteps.until("packets", PATIENCE, () -> !model().rows().isEmpty());
    }

    private void choose(Predicate<PacketLine> wanted, int skipped) {
        FxSteps.tell(() -> {
            if (shell.lookup("#packets-table") instanceof TableView<?> table) {
                model().rows().stream()
                        .filter(wanted)
                        .skip(skipped)
                        .findFirst()
                        .ifPresent(line -> {
                            int row = model().rows().indexOf(line);
                            table.getSelectionModel().clearAndSelect(row);
                            table.requestFocus();
                        });
            }
        });
    }

    private void chooseField(String words) {
        FxSteps.tell(() -> {
            if (shell.lookup("#packets-fields") instanceof TreeView<?> tree) {
                find(tree.getRoot(), words)
                        .ifPresent(item -> {
                            int row = rowOf(tree, item);
                            tree.getSelectionModel().select(row);
                            tree.scrollTo(Math.max(0, row - 5));
                        });
            }
        });
    }

    private static int rowOf(TreeView<?> tree, TreeItem<?> item) {
        for (int row = 0; row < tree.getExpandedItemCount(); row++) {
            if (item.equals(tree.getTreeItem(row))) {
                return row;
            }
        }
        return 0;
    }

    private static Optional<TreeItem<?>> find(TreeItem<?> from, String words) {
        if (String.valueOf(from.getValue()).contains("label=" + words)) {
            return Optional.of(from);
        }
        for (TreeItem<?> child : from.getChildren()) {
            Optional<TreeItem<?>> found = find(child, words);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
