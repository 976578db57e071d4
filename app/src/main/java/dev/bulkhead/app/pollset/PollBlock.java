package dev.bulkhead.app.pollset;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;

/**
 * Items that each of some devices is asked for at one interval.
 *
 * @param group the heading it stands under; "" for none
 * @param devices names of devices, none twice, at least one
 * @param every 10 ms to a day
 * @param process blocks of one interval with the same number share a worker process
 * @param items at least one
 */
public record PollBlock(
        String group,
        List<String> devices,
        Duration every,
        OptionalInt process,
        List<PollItem> items) {
    public static final Duration DEFAULT_EVERY = Duration.ofSeconds(10);
    public static final Duration MIN_EVERY = Duration.ofMillis(10);
    public static final Duration MAX_EVERY = Duration.ofDays(1);

    public PollBlock {
        devices = List.copyOf(devices);
        items = List.copyOf(items);
        if (devices.isEmpty() || new HashSet<>(devices).size() < devices.size()) {
            throw new IllegalArgumentException("a block needs devices, each once");
        }
        if (items.isEmpty()) {
            throw new IllegalArgumentException("a block needs items");
        }
        if (every.compareTo(MIN_EVERY) < 0 || every.compareTo(MAX_EVERY) > 0) {
            throw new IllegalArgumentException("an interval of " + every);
        }
    }
}
