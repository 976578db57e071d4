package dev.bulkhead.app.agent;

import dev.bulkhead.app.netsnmp.FoundDevice;
import java.util.Optional;

/** A device of net-snmp's files as one of the user's list. */
public final class ImportedDevice {
    private ImportedDevice() {}

    /** The same as a device; empty if its address is none. */
    public static Optional<SavedDevice> of(FoundDevice found) {
        try {
            Device at = Device.parse(found.address());
            return Optional.of(
                    new SavedDevice(
                            new Device(found.name(), at.transport(), at.host(), at.port()),
                            "",
                            found.credential(),
                            "",
                            found.timeout().orElse(SavedDevice.DEFAULT_TIMEOUT),
                            found.retries().orElse(SavedDevice.DEFAULT_RETRIES),
                            LastSeen.NEVER));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
