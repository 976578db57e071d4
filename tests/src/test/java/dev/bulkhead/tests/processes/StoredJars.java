package dev.bulkhead.tests.processes;

import dev.bulkhead.tests.program.Repository;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Copies of jars without compression, so that a changed octet does not change their length. */
final class StoredJars {
    private static final Set<String> WORKERS_NEED =
            Set.of("bulkhead-engine", "bulkhead-mibs", "snmp4j", "snmp4j-agent", "jspecify");

    /** Most of the jar they are in, and no worker reads them. */
    private static final String MIB_TEXTS = "dev/bulkhead/mibs/library/";

    private StoredJars() {}

    /** The jars workers run, as {@code mvn package} leaves them; the engine's first. */
    static List<Path> ofTheProgram() throws IOException {
        try (Stream<Path> files = Files.list(Repository.ROOT.resolve("app/target/bulkhead/lib"))) {
            return files.filter(file -> WORKERS_NEED.contains(product(file))).sorted().toList();
        }
    }

    private static String product(Path jar) {
        return jar.getFileName().toString().replaceFirst("-\\d.*", "");
    }

    /**
     * Copies a jar and puts one text in the place of another of the same length.
     *
     * @return how many files that changed
     */
    static int copy(Path from, Path to, String old, String replacement) throws IOException {
        int changed = 0;
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(from));
                OutputStream file = Files.newOutputStream(to);
                ZipOutputStream out = new ZipOutputStream(file)) {
            out.setMethod(ZipOutputStream.STORED);
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (!entry.isDirectory() && !entry.getName().startsWith(MIB_TEXTS)) {
                    byte[] before = in.readAllBytes();
                    byte[] after = replaced(before, old, replacement);
                    changed += Arrays.equals(before, after) ? 0 : 1;
                    write(out, entry, after);
                }
            }
        }
        return changed;
    }

    private static byte[] replaced(byte[] octets, String old, String replacement) {
        // Latin-1 keeps every octet.
        String text = new String(octets, StandardCharsets.ISO_8859_1);
        return text.replace(old, replacement).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void write(ZipOutputStream out, ZipEntry like, byte[] octets)
            throws IOException {
        CRC32 crc = new CRC32();
        crc.update(octets);
        ZipEntry entry = new ZipEntry(like.getName());
        entry.setTime(like.getTime());
        entry.setSize(octets.length);
        entry.setCompressedSize(octets.length);
        entry.setCrc(crc.getValue());
        out.putNextEntry(entry);
        out.write(octets);
        out.closeEntry();
    }
}
