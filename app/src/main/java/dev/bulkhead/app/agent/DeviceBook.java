package dev.bulkhead.app.agent;

import dev.bulkhead.app.settings.Sections;
import dev.bulkhead.app.settings.Unsaved;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The file of the user's devices; readable, and without secrets. Blocks; any thread. */
public final class DeviceBook {
    static final String FILE = "devices.conf";

    private final Optional<Sections> file;

    /**
     * A book in a folder.
     *
     * @param folder empty: nothing is kept
     */
    public DeviceBook(Optional<Path> folder) {
        file =
                folder.map(in ->
                        new Sections(
                                in.resolve(FILE),
                                "device",
                                "Bulkhead's devices. Credentials are named here, and kept"
                                        + " elsewhere."));
    }

    /**
     * What was read.
     *
     * @param aside where a file that made no sense was put, and what was wrong with it
     */
    record Content(List<SavedDevice> devices, Optional<Aside> aside) {}

    /** A file that was put aside. */
    record Aside(Path file, String reason) {}

    Content read() throws IOException {
        if (file.isEmpty()) {
            return new Content(List.of(), Optional.empty());
        }
        try {
            List<SavedDevice> devices = new ArrayList<>();
            for (Map<String, String> entries : file.get().read()) {
                devices.add(SavedDevice.of(entries));
            }
            return new Content(devices, Optional.empty());
        } catch (IOException | IllegalArgumentException e) {
            Path aside = file.get().putAside();
            String reason = String.valueOf(e.getMessage());
            return new Content(List.of(), Optional.of(new Aside(aside, reason)));
        }
    }

    /** The devices; a file that makes no sense is left where it is. */
    public List<SavedDevice> peek() throws IOException {
        if (file.isEmpty()) {
            return List.of();
        }
        try {
            return file.get().read().stream().map(SavedDevice::of).toList();
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** Writes these and no others; tells if that failed. */
    public synchronized Optional<Unsaved> write(List<SavedDevice> devices) {
        return file.flatMap(to -> to.write(devices.stream().map(SavedDevice::entries).toList()));
    }
}
