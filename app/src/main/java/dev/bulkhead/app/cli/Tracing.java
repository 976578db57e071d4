package dev.bulkhead.app.cli;

import dev.bulkhead.app.export.PacketFile;
import dev.bulkhead.app.export.PacketText;
import dev.bulkhead.app.export.PcapngWriter;
import dev.bulkhead.engine.trace.Packet;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The packets of this run: {@code -d} shows them on standard error, {@code --pcapng FILE} saves
 * them in a file that must be new. Where it finds no room that is said once, and once that it goes
 * on.
 */
final class Tracing implements AutoCloseable {
    static final List<Flag> FLAGS =
            List.of(new Flag("-d", false, false), new Flag("--pcapng", true, false));

    private final Terminal terminal;
    private final boolean shown;
    private final Optional<Path> file;
    private @Nullable PacketFile saved;
    private long left;

    private Tracing(Terminal terminal, boolean shown, Optional<Path> file) {
        this.terminal = terminal;
        this.shown = shown;
        this.file = file;
    }

    /** For a run whose packets nobody wants. */
    static Tracing none(Terminal terminal) {
        return new Tracing(terminal, false, Optional.empty());
    }

    /** As the flags say; creates the file. */
    static Tracing of(Arguments arguments, Terminal terminal) throws UsageException {
        Optional<String> name = arguments.value("--pcapng");
        Optional<Path> file = Optional.empty();
        try {
            file = name.map(Path::of);
        } catch (InvalidPathException e) {
            throw new UsageException("--pcapng " + name.orElse("") + " is no name of a file");
        }
        Tracing tracing = new Tracing(terminal, arguments.has("-d"), file);
        tracing.open();
        return tracing;
    }

    private void open() throws UsageException {
        if (file.isEmpty()) {
            return;
        }
        try {
            saved = PacketFile.create(file.get(), PcapngWriter.Form.READ);
        } catch (FileAlreadyExistsException e) {
            throw new UsageException(
                    "--pcapng " + file.get() + " is there already: give a new name");
        } catch (IOException e) {
            throw new UsageException(
                    "--pcapng " + file.get() + " cannot be written: " + e.getMessage());
        }
    }

    boolean isOn() {
        return shown || saved != null;
    }

    /** Shows and saves packets. */
    synchronized void take(List<Packet> packets) {
        for (Packet packet : packets) {
            if (shown) {
                PacketText.lines(packet).forEach(terminal::say);
            }
            save(packet);
        }
    }

    private void save(Packet packet) {
        PacketFile to = saved;
        if (to == null) {
            return;
        }
        try {
            to.write(packet);
            if (left > 0) {
                terminal.say("bulkhead: packets are saved again, " + left + " were left out");
                left = 0;
            }
        } catch (IOException e) {
            if (left == 0) {
                terminal.say(
                        "bulkhead: packets cannot be saved for now, those that come are left out: "
                                + e.getMessage());
            }
            left++;
        }
    }

    @Override
    public synchronized void close() {
        PacketFile last = saved;
        saved = null;
        if (last != null) {
            try {
                last.close();
                if (left > 0) {
                    terminal.say("bulkhead: the last " + left + " packets are not saved");
                }
            } catch (IOException e) {
                terminal.say("bulkhead: the packets are not all saved: " + e.getMessage());
            }
        }
    }
}
