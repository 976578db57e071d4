package dev.bulkhead.app.agent;

/** A line of the device tree. */
sealed interface DeviceNode {
    /** A group; {@code path} has all groups it is in, with {@code /} between. */
    record Group(String path, int devices) implements DeviceNode {
        String name() {
            return path.substring(path.lastIndexOf('/') + 1);
        }
    }

    /** A device. */
    record One(SavedDevice device) implements DeviceNode {}

    /** The group that something dropped here gets into. */
    default String group() {
        return switch (this) {
            case Group group -> group.path();
            case One one -> one.device().group();
        };
    }
}
