package dev.bulkhead.mibs.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What net-snmp's {@code snmp.conf} files say of MIBs (snmp.conf(5), snmp_config(5)).
 *
 * <p>Read are {@code snmp.conf} and {@code snmp.local.conf} in the folders of SNMPCONFPATH or, if
 * that is not set, of net-snmp's own list. A list replaces what earlier lines said; with {@code +}
 * it goes behind that, with {@code -} before. A prefix may also stand before the directive, and
 * values in quotation marks, neither of which net-snmp 5.9 takes but files have. Directives know no
 * case; {@code includeFile} is not followed.
 *
 * @param mibDirs folders that directives name, whether they exist or not
 * @param mibs names of modules to load, {@code ALL} among them meaning all
 * @param mibFiles files that directives name, whether they exist or not
 */
public record SnmpConf(List<Path> mibDirs, List<String> mibs, List<Path> mibFiles) {
    private static final int MAX_BYTES = 1 << 20;

    public SnmpConf {
        mibDirs = List.copyOf(mibDirs);
        mibs = List.copyOf(mibs);
        mibFiles = List.copyOf(mibFiles);
    }

    /** Reads a machine's files; what cannot be read says nothing. */
    public static SnmpConf of(Machine machine) {
        List<String> dirs = new ArrayList<>();
        List<String> mibs = new ArrayList<>();
        List<String> files = new ArrayList<>();
        for (Path folder : folders(machine)) {
            for (String name : List.of("snmp.conf", "snmp.local.conf")) {
                new Lines(machine.pathSeparator(), dirs, mibs, files)
                        .read(text(folder.resolve(name)));
            }
        }
        return new SnmpConf(
                dirs.stream().flatMap(dir -> machine.resolve(dir).stream()).toList(),
                mibs,
                files.stream().flatMap(file -> machine.resolve(file).stream()).toList());
    }

    private static List<Path> folders(Machine machine) {
        String configured = machine.env().get("SNMPCONFPATH");
        if (configured != null) {
            return items(configured, machine.pathSeparator()).stream()
                    .flatMap(folder -> machine.resolve(folder).stream())
                    .toList();
        }
        Stream<Path> common =
                Stream.of(
                                "etc/snmp",
                                "usr/share/snmp",
                                "usr/lib/snmp",
                                "usr/local/etc/snmp",
                                "usr/local/share/snmp",
                                "usr/etc/snmp",
                                "opt/homebrew/etc/snmp")
                        .map(machine.root()::resolve);
        return Stream.concat(common, Stream.of(machine.home().resolve(".snmp"))).toList();
    }

    private static String text(Path file) {
        if (!Files.isRegularFile(file)) {
            return "";
        }
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(MAX_BYTES), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    /** The items of a list, each with or without quotation marks. */
    static List<String> items(String list, char separator) {
        List<String> items = new ArrayList<>();
        StringBuilder item = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < list.length(); i++) {
            char c = list.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == separator && !quoted) {
                items.add(item.toString().strip());
                item.setLength(0);
            } else {
                item.append(c);
            }
        }
        items.add(item.toString().strip());
        items.removeIf(String::isEmpty);
        return items;
    }

    /** One file's lines, joined to what was said before. */
    private record Lines(char separator, List<String> dirs, List<String> mibs, List<String> files) {
        void read(String text) {
            boolean ours = true;
            for (String raw : text.lines().toList()) {
                String line = raw.strip();
                int close = line.startsWith("[") ? line.indexOf(']') : -1;
                if (close > 0) {
                    boolean section = line.substring(1, close).strip().equalsIgnoreCase("snmp");
                    String rest = line.substring(close + 1).strip();
                    if (rest.isEmpty()) {
                        ours = section;
                    } else if (section) {
                        directive(rest);
                    }
                } else if (ours && !line.startsWith("#")) {
                    directive(line);
                }
            }
        }

        private void directive(String line) {
            String[] words = line.split("\\s+", 2);
            String value = words.length > 1 ? words[1] : "";
            String word = words[0].toLowerCase(Locale.ROOT);
            boolean signed = word.startsWith("+") || word.startsWith("-");
            String name = signed ? word.substring(1) : word;
            String signedValue = signed ? word.charAt(0) + value : value;
            if (value.startsWith("#")) {
                return;
            }
            switch (name) {
                case "mibdirs" -> join(dirs, signedValue);
                case "mibs" -> join(mibs, signedValue);
                case "mibfile" -> files.addAll(items(value, '\0'));
                default -> {}
            }
        }

        private void join(List<String> before, String value) {
            char sign = value.isEmpty() ? ' ' : value.charAt(0);
            boolean signed = sign == '+' || sign == '-';
            List<String> more = items(signed ? value.substring(1) : value, separator);
            if (!signed) {
                before.clear();
            }
            before.addAll(sign == '-' ? 0 : before.size(), more);
        }
    }
}
