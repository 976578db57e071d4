package dev.bulkhead.app.bookmark;

import dev.bulkhead.mibs.smi.Oid;
import java.util.Optional;

/**
 * An object or instance to come back to.
 *
 * @param name what the user calls it
 * @param device whose it is, as the address bar takes it; empty for whatever device is chosen
 */
public record Bookmark(String name, Oid oid, Optional<String> device) {
    private static final String BETWEEN = " | ";

    public Bookmark {
        name = name.replaceAll("[\\p{Cntrl}|]+", " ").strip();
        device = device.map(d -> d.replaceAll("[\\p{Cntrl}|]+", " ").strip());
        if (name.isEmpty()) {
            name = oid.toDottedString();
        }
    }

    /** The same under another name. */
    public Bookmark named(String newName) {
        return new Bookmark(newName, oid, device);
    }

    /** {@code ifDescr.1 | .1.3.6.1.2.1.2.2.1.2.1 | demo-switch}. */
    String line() {
        return name + BETWEEN + oid.toDottedString() + device.map(d -> BETWEEN + d).orElse("");
    }

    /** What {@link #line} wrote; empty for anything else. */
    static Optional<Bookmark> parse(String line) {
        String[] parts = line.split("\\|", -1);
        if (parts.length < 2 || parts.length > 3) {
            return Optional.empty();
        }
        try {
            Oid oid = Oid.parse(parts[1].strip());
            Optional<String> device =
                    parts.length == 3 ? Optional.of(parts[2].strip()) : Optional.empty();
            return Optional.of(new Bookmark(parts[0].strip(), oid, device));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}
