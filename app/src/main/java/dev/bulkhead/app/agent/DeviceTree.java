package dev.bulkhead.app.agent;

import dev.bulkhead.app.i18n.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableRow;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** The devices in their groups; a device is dragged into another group. */
final class DeviceTree extends TreeTableView<DeviceNode> {
    private static final String DRAGGED = "bulkhead-devices";

    private final Set<String> closed = new HashSet<>();
    private BiConsumer<List<SavedDevice>, String> onMove = (_, _) -> {};

    DeviceTree() {
        setId("device-tree");
        getStyleClass().addAll("data-table", "device-tree");
        setAccessibleText(Words.text("devices.accessible"));
        setShowRoot(false);
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        getColumns().setAll(DeviceColumns.all());
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        setRowFactory(_ -> row());
        setRoot(new TreeItem<>(new DeviceNode.Group("", 0)));
    }

    /** Told of devices that were dragged into a group. */
    void onMove(BiConsumer<List<SavedDevice>, String> action) {
        onMove = action;
    }

    /** Shows all columns, or the name and when it was last seen; the form has the others. */
    void showAll(boolean all) {
        getColumns().subList(1, getColumns().size() - 1).forEach(column -> column.setVisible(all));
    }

    /** Shows these devices; what was chosen and which groups were closed stays. */
    void show(List<SavedDevice> devices) {
        Set<String> chosen = new HashSet<>();
        selected().forEach(one -> chosen.add(one.name()));
        TreeItem<DeviceNode> root = new TreeItem<>(new DeviceNode.Group("", devices.size()));
        Map<String, TreeItem<DeviceNode>> groups = new TreeMap<>();
        devices.stream()
                .map(SavedDevice::group)
                .filter(group -> !group.isEmpty())
                .distinct()
                .sorted()
                .forEach(path -> group(path, root, groups, devices));
        List<TreeItem<DeviceNode>> selected = new ArrayList<>();
        for (SavedDevice device : devices) {
            TreeItem<DeviceNode> item = new TreeItem<>(new DeviceNode.One(device));
            groups.getOrDefault(device.group(), root).getChildren().add(item);
            if (chosen.contains(device.name())) {
                selected.add(item);
            }
        }
        setRoot(root);
        selected.forEach(getSelectionModel()::select);
    }

    private TreeItem<DeviceNode> group(
            String path,
            TreeItem<DeviceNode> root,
            Map<String, TreeItem<DeviceNode>> groups,
            List<SavedDevice> devices) {
        TreeItem<DeviceNode> known = groups.get(path);
        if (known != null) {
            return known;
        }
        int slash = path.lastIndexOf('/');
        TreeItem<DeviceNode> parent =
                slash <= 0 ? root : group(path.substring(0, slash), root, groups, devices);
        int inside =
                (int)
                        devices.stream()
                                .filter(d -> (d.group() + "/").startsWith(path + "/"))
                                .count();
        TreeItem<DeviceNode> item = new TreeItem<>(new DeviceNode.Group(path, inside));
        item.setExpanded(!closed.contains(path));
        item.expandedProperty()
                .subscribe(open -> {
                    if (open) {
                        closed.remove(path);
                    } else {
                        closed.add(path);
                    }
                });
        groups.put(path, item);
        parent.getChildren().add(item);
        return item;
    }

    /** The chosen devices. */
    List<SavedDevice> selected() {
        return getSelectionModel().getSelectedItems().stream()
                .filter(item -> item != null)
                .map(TreeItem::getValue)
                .filter(DeviceNode.One.class::isInstance)
                .map(node -> ((DeviceNode.One) node).device())
                .toList();
    }

    /** The one that was chosen last. */
    Optional<SavedDevice> focused() {
        TreeItem<DeviceNode> item = getSelectionModel().getSelectedItem();
        return item != null && item.getValue() instanceof DeviceNode.One one
                ? Optional.of(one.device())
                : Optional.empty();
    }

    /** Chooses the device of a name, if it shows. */
    void select(String name) {
        for (int row = 0; row < getExpandedItemCount(); row++) {
            if (getTreeItem(row).getValue() instanceof DeviceNode.One one
                    && one.device().name().equals(name)) {
                getSelectionModel().clearAndSelect(row);
                return;
            }
        }
    }

    private TreeTableRow<DeviceNode> row() {
        TreeTableRow<DeviceNode> row = new TreeTableRow<>();
        row.setOnDragDetected(event -> {
            if (!selected().isEmpty()) {
                ClipboardContent content = new ClipboardContent();
                content.putString(DRAGGED);
                row.startDragAndDrop(TransferMode.MOVE).setContent(content);
            }
            event.consume();
        });
        row.setOnDragOver(event -> {
            if (isOurs(event)) {
                event.acceptTransferModes(TransferMode.MOVE);
                event.consume();
            }
        });
        row.setOnDragDropped(event -> {
            if (isOurs(event)) {
                String group = row.getItem() == null ? "" : row.getItem().group();
                event.setDropCompleted(true);
                onMove.accept(selected(), group);
                event.consume();
            }
        });
        return row;
    }

    private static boolean isOurs(DragEvent event) {
        return DRAGGED.equals(event.getDragboard().getString());
    }
}
