package dev.bulkhead.app.packets;

import dev.bulkhead.app.export.PacketFile;
import dev.bulkhead.app.export.PcapngWriter;
import dev.bulkhead.engine.trace.Packet;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Writes packets into a file, all of them or none. Blocks. */
final class PacketSaving {
    private PacketSaving() {}

    /**
     * Writes a pcapng file. It is there under its name when it is whole.
     *
     * @param replace whether a file that is there may be replaced
     * @throws FileAlreadyExistsException if there is a file and it may not
     * @throws IOException if it cannot be written; nothing is left then
     */
    static void save(List<Packet> packets, Path file, PcapngWriter.Form form, boolean replace)
            throws IOException {
        if (!replace && Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        Path name = file.getFileName();
        if (name == null || Files.isDirectory(file)) {
            throw new IOException("it is a folder");
        }
        Path part = file.toAbsolutePath().resolveSibling(name + ".part");
        Files.deleteIfExists(part);
        try {
            try (PacketFile out = PacketFile.create(part, form)) {
                for (Packet packet : packets) {
                    out.write(packet);
                }
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            Files.deleteIfExists(part);
            throw e;
        }
    }
}
