package dev.bulkhead.app.shell;

import dev.bulkhead.app.agent.Device;
import dev.bulkhead.app.theme.Parts;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;

/** A device in the address list: its name, and its address at the right. */
final class DeviceCell extends ListCell<Device> {
    private final Label name = new Label();
    private final Label address = new Label();
    private final HBox row = new HBox(name, Parts.spacer(), address);

    DeviceCell() {
        row.getStyleClass().add("tree-row");
        address.getStyleClass().addAll("sub-identifier", "mono");
    }

    @Override
    protected void updateItem(Device device, boolean empty) {
        super.updateItem(device, empty);
        if (empty || device == null) {
            setGraphic(null);
            return;
        }
        name.setText(device.label());
        address.setText(device.label().equals(device.address()) ? "" : device.address());
        setAccessibleText(device.label() + " " + device.address());
        setGraphic(row);
    }
}
