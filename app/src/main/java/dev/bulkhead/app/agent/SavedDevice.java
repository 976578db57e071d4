package dev.bulkhead.app.agent;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A device of the user's list. It has no secret: its credential is named.
 *
 * @param group where it stands, groups inside groups with {@code /} between; "" for the top
 * @param credential the name of the one to ask with; "" for whatever is chosen
 * @param mibSet the name of the modules to look at it with; "" for all
 * @param timeout how long one request waits for its answer
 * @param retries how often an unanswered request is sent again, 0..20
 */
public record SavedDevice(
        Device device,
        String group,
        String credential,
        String mibSet,
        Duration timeout,
        int retries,
        LastSeen seen) {
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(2);
    public static final int DEFAULT_RETRIES = 1;
    public static final int MAX_RETRIES = 20;
    private static final long MAX_TIMEOUT_MILLIS = 600_000;

    public SavedDevice {
        if (retries < 0 || retries > MAX_RETRIES) {
            throw new IllegalArgumentException(retries + " retries are not in 0.." + MAX_RETRIES);
        }
        if (timeout.toMillis() < 1 || timeout.toMillis() > MAX_TIMEOUT_MILLIS) {
            throw new IllegalArgumentException("a timeout of " + timeout);
        }
    }

    /** One with the usual timeout, in no group. */
    public static SavedDevice of(Device device) {
        return new SavedDevice(
                device, "", "", "", DEFAULT_TIMEOUT, DEFAULT_RETRIES, LastSeen.NEVER);
    }

    public String name() {
        return device.name();
    }

    public SavedDevice inGroup(String other) {
        return new SavedDevice(device, other, credential, mibSet, timeout, retries, seen);
    }

    /** The same with another credential. */
    public SavedDevice withCredential(String other) {
        return new SavedDevice(device, group, other, mibSet, timeout, retries, seen);
    }

    SavedDevice seen(LastSeen now) {
        return new SavedDevice(device, group, credential, mibSet, timeout, retries, now);
    }

    /** As the file has it. */
    Map<String, String> entries() {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("name", device.name());
        entries.put("address", device.address());
        put(entries, "group", group);
        put(entries, "credential", credential);
        put(entries, "mibs", mibSet);
        entries.put("timeout-ms", Long.toString(timeout.toMillis()));
        entries.put("retries", Integer.toString(retries));
        put(entries, "last", seen.text());
        return entries;
    }

    private static void put(Map<String, String> entries, String key, String value) {
        if (!value.isEmpty()) {
            entries.put(key, value);
        }
    }

    /**
     * Reads what {@link #entries} gave.
     *
     * @throws IllegalArgumentException if it is no device
     */
    static SavedDevice of(Map<String, String> entries) {
        Device at = Device.parse(entries.getOrDefault("address", ""));
        String name = entries.getOrDefault("name", at.host());
        return new SavedDevice(
                new Device(name, at.transport(), at.host(), at.port()),
                entries.getOrDefault("group", ""),
                entries.getOrDefault("credential", ""),
                entries.getOrDefault("mibs", ""),
                Duration.ofMillis(
                        Long.parseLong(
                                entries.getOrDefault(
                                        "timeout-ms", Long.toString(DEFAULT_TIMEOUT.toMillis())))),
                Integer.parseInt(
                        entries.getOrDefault("retries", Integer.toString(DEFAULT_RETRIES))),
                LastSeen.parse(entries.getOrDefault("last", "")));
    }
}
