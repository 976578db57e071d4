package dev.bulkhead.tests.corpus;

import dev.bulkhead.tests.program.Repository;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** net-snmp's own reading of the same folders: {@code snmptranslate -m ALL -M folders}. */
public final class NetSnmp {
    private final Map<String, Set<String>> oidsByLabel;

    private NetSnmp(Map<String, Set<String>> oidsByLabel) {
        this.oidsByLabel = oidsByLabel;
    }

    /** Where snmptranslate is installed, if it is. */
    public static Optional<Path> program() {
        return Stream.of(
                        Optional.ofNullable(System.getenv("PATH"))
                                .orElse("")
                                .split(File.pathSeparator, -1))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, "snmptranslate"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** The command that loads all folders and does as these arguments say. */
    public static ProcessBuilder command(Path program, List<Path> folders, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(program.toString());
        command.addAll(List.of("-m", "ALL", "-M", path(folders)));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        // neither the machine's snmp.conf nor its own folders of MIBs may lend a hand
        Path nothing =
                Files.createDirectories(Repository.ROOT.resolve("tests/target/net-snmp-settings"));
        builder.environment().put("SNMPCONFPATH", nothing.toString());
        builder.environment().put("SNMP_PERSISTENT_DIR", nothing.toString());
        builder.environment().remove("MIBS");
        builder.environment().remove("MIBDIRS");
        return builder;
    }

    /** net-snmp does not look into folders of folders, so each is named. */
    private static String path(List<Path> folders) throws IOException {
        List<String> all = new ArrayList<>();
        for (Path folder : folders) {
            try (Stream<Path> below = Files.walk(folder)) {
                below.filter(Files::isDirectory).sorted().forEach(f -> all.add(f.toString()));
            }
        }
        return String.join(File.pathSeparator, all);
    }

    /** All labels and OIDs it knows after loading the folders. {@code -Pu} allows underscores. */
    public static NetSnmp load(Path program, List<Path> folders)
            throws IOException, InterruptedException {
        ProcessBuilder builder = command(program, folders, "-Pu", "-Tz");
        Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        process.getOutputStream().close();
        Map<String, Set<String>> oids = new HashMap<>();
        try (var lines = process.inputReader(StandardCharsets.ISO_8859_1)) {
            // "ifDescr"    "1.3.6.1.2.1.2.2.1.2"
            lines.lines()
                    .map(line -> line.split("\"", -1))
                    .filter(parts -> parts.length == 5)
                    .forEach(parts ->
                            oids.computeIfAbsent(parts[1], l -> new HashSet<>(2)).add(parts[3]));
        }
        process.waitFor();
        return new NetSnmp(oids);
    }

    /** Whether any node bears this label, in whatever module: at most flattering to net-snmp. */
    public boolean hasLabel(String label) {
        return oidsByLabel.containsKey(label);
    }

    /** Whether a node bears this label at this OID. */
    public boolean has(String label, String oid) {
        return oidsByLabel.getOrDefault(label, Set.of()).contains(oid);
    }

    public int size() {
        return oidsByLabel.values().stream().mapToInt(Set::size).sum();
    }
}
