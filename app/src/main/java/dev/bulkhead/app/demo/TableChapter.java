package dev.bulkhead.app.demo;

import dev.bulkhead.app.agent.Device;
import dev.bulkhead.app.fx.Showing;
import dev.bulkhead.app.shell.Shell;
import dev.bulkhead.app.shell.Workbench;
import dev.bulkhead.app.table.GridDevice;
import dev.bulkhead.app.table.RefreshInterval;
import dev.bulkhead.app.table.TableTab;
import dev.bulkhead.app.table.TableViewModel;
import dev.bulkhead.app.theme.ThemeChoice;
import java.time.Duration;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableView;

/** The table view in its states. On the tour's thread. */
final class TableChapter {
    private static final Duration FILL = Duration.ofSeconds(12);
    private static final Duration SHORT_FILL = Duration.ofSeconds(4);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** A port where nothing listens. */
    private static final int DISCARD = 9;

    private static final int CHOSEN_ROW = 8;
    private static final double SCROLLED = 900;

    private final Shell shell;
    private final Workbench workbench;
    private final Scenes scenes;

    TableChapter(Shell shell, Workbench workbench, Scenes scenes) {
        this.shell = shell;
        this.workbench = workbench;
        this.scenes = scenes;
    }

    void take(Album album) {
        refreshing(album);
        album.take("table-live");
        if (album.isThorough()) {
            shapes(album);
        }
        severalDevices(album);
        noRows(album);
        if (album.isThorough()) {
            noAnswer(album);
        }
    }

    /** A table that refreshes itself, in the light. */
    void live(Album album) {
        refreshing(album);
        FxSteps.tell(() -> scroll(SCROLLED));
        album.takeOne("table-live", ThemeChoice.LIGHT);
    }

    private void refreshing(Album album) {
        scenes.table("ifTable");
        FxSteps.tell(() -> model().intervalProperty().set(RefreshInterval.EVERY_SECOND));
        FxSteps.pass(album.isThorough() ? FILL : SHORT_FILL);
        FxSteps.tell(this::choose);
    }

    private void shapes(Album album) {
        FxSteps.tell(() -> scroll(SCROLLED));
        album.take("table-scrolled");
        album.takePopUp("table-columns", () -> run("table-columns"));
        scenes.closePopUps();
        FxSteps.tell(() -> scroll(0));
        run("table-rotate");
        album.take("table-rotated");
        run("table-rotate");
    }

    private void severalDevices(Album album) {
        List<Device> devices = FxSteps.ask(() -> List.copyOf(workbench.target().devices()));
        FxSteps.tell(() -> devices.forEach(this::add));
        FxSteps.tell(this::sortByIndex);
        if (album.isThorough()) {
            FxSteps.pass(Duration.ofSeconds(4));
            album.take("table-devices");
        }
        FxSteps.tell(() -> {
            workbench.target().offer(List.of(new Device("edge-rt-02", "127.0.0.1", DISCARD)));
            workbench.target().devices().forEach(this::add);
        });
        FxSteps.until("a silent device", PATIENCE, () -> isSeen("#table-problem"));
        FxSteps.pass(Duration.ofSeconds(1));
        album.take("table-silent-device");
        if (album.isThorough()) {
            album.takePopUp("table-add-device", () -> run("table-devices"));
            scenes.closePopUps();
        }
        FxSteps.tell(() -> model().intervalProperty().set(RefreshInterval.OFF));
    }

    private void add(Device device) {
        workbench
                .target()
                .targetOf(device)
                .ifPresent(target -> model().add(new GridDevice(device.label(), target)));
    }

    private void noRows(Album album) {
        scenes.table("ipv4InterfaceTable");
        album.take("table-empty");
    }

    private void noAnswer(Album album) {
        String before = FxSteps.ask(() -> workbench.target().addressProperty().get());
        FxSteps.tell(() -> workbench.target().addressProperty().set("edge-rt-02"));
        scenes.table("ifTable");
        FxSteps.until("the failure panel", PATIENCE, () -> isSeen("#failure-verdict"));
        FxSteps.pass(Duration.ofSeconds(2));
        album.take("table-no-answer");
        FxSteps.tell(() -> workbench.target().addressProperty().set(before));
    }

    private boolean isSeen(String part) {
        return shell.lookupAll(part).stream().anyMatch(Node::isVisible);
    }

    private void run(String command) {
        FxSteps.tell(() -> shell.commands().get(command).run());
    }

    private TableViewModel model() {
        return shown().model();
    }

    private TableTab shown() {
        return shell.lookupAll("#table-pane").stream()
                .filter(TableTab.class::isInstance)
                .map(TableTab.class::cast)
                .filter(tab -> Showing.isShowing(tab))
                .findFirst()
                .orElseThrow();
    }

    private void sortByIndex() {
        if (shown().lookup("#grid") instanceof TableView<?> grid) {
            sort(grid, "column-ifIndex");
        }
    }

    private static <S> void sort(TableView<S> grid, String column) {
        grid.getColumns().stream()
                .filter(each -> column.equals(each.getId()))
                .forEach(each -> grid.getSortOrder().add(each));
        grid.sort();
    }

    private void choose() {
        if (shown().lookup("#grid") instanceof TableView<?> grid) {
            grid.requestFocus();
            grid.getSelectionModel().select(CHOSEN_ROW);
        }
    }

    private void scroll(double left) {
        for (Node node : shown().lookup("#grid").lookupAll(".scroll-bar")) {
            if (node instanceof ScrollBar bar && bar.getOrientation() == Orientation.HORIZONTAL) {
                bar.setValue(Math.min(left, bar.getMax()));
            }
        }
    }
}
