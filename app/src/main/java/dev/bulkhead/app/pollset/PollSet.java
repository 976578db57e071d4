package dev.bulkhead.app.pollset;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is polled of which devices.
 *
 * @param name what its user calls it; may be ""
 * @param description what it is for; may be ""
 * @param devices whose names differ
 * @param polls blocks in the order in which they are shown; they name only devices of this set
 */
public record PollSet(
        String name, String description, List<PollDevice> devices, List<PollBlock> polls) {
    /** The version of the file's format that is written and read. */
    public static final int VERSION = 1;

    /** Nothing yet. */
    public static final PollSet EMPTY = new PollSet("", "", List.of(), List.of());

    public PollSet {
        devices = List.copyOf(devices);
        polls = List.copyOf(polls);
        Set<String> names = new HashSet<>();
        for (PollDevice device : devices) {
            if (!names.add(device.name())) {
                throw new IllegalArgumentException("two devices are called " + device.name());
            }
        }
        for (PollBlock block : polls) {
            for (String device : block.devices()) {
                if (!names.contains(device)) {
                    throw new IllegalArgumentException("there is no device " + device);
                }
            }
        }
    }

    /** The device of a name. */
    public Optional<PollDevice> device(String wanted) {
        return devices.stream().filter(each -> each.name().equals(wanted)).findFirst();
    }
}
