package dev.bulkhead.tests.corpus;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * A definition as other parsers see it: a line of a truth table. Its columns: module, name, OID,
 * kind, base syntax, textual convention, declared syntax, access, parsers that agree, whether they
 * agree about the kind ("=") and about the access; before them the folder, where the table has one.
 */
public record Truth(
        String folder,
        String module,
        String name,
        String oid,
        String kind,
        String access,
        String parsers,
        boolean kindAgreed,
        boolean accessAgreed) {
    private static final int COLUMNS = 11;

    /** Reads a table, gzipped or not. */
    public static List<Truth> read(Path file) throws IOException {
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(file));
                InputStream text =
                        file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> of(List.of(line.split("\t", -1))))
                    .toList();
        }
    }

    private static Truth of(List<String> columns) {
        int first = columns.size() - COLUMNS;
        if (first != 0 && first != 1) {
            throw new IllegalArgumentException("not a line of a truth table: " + columns);
        }
        return new Truth(
                first == 1 ? columns.getFirst() : "",
                columns.get(first),
                columns.get(first + 1),
                columns.get(first + 2),
                columns.get(first + 3),
                columns.get(first + 7),
                columns.get(first + 8),
                columns.get(first + 9).equals("="),
                columns.get(first + 10).equals("="));
    }
}
