package dev.bulkhead.app.shell;

import dev.bulkhead.app.agent.Device;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Devices to and from the address field's text. */
final class DeviceConverter extends StringConverter<Device> {
    @Override
    public String toString(@Nullable Device device) {
        return device == null ? "" : device.label();
    }

    @Override
    public @Nullable Device fromString(String text) {
        try {
            return Device.parse(text);
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }
}
