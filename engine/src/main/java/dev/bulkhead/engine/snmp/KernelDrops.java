package dev.bulkhead.engine.snmp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the kernel threw away because a socket's buffer was full, as Linux tells in {@code
 * /proc/net/udp}; nothing elsewhere. It goes by the port: who shares one is counted along.
 */
final class KernelDrops {
    private static final List<Path> TABLES =
            List.of(Path.of("/proc/net/udp"), Path.of("/proc/net/udp6"));
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final int LOCAL_ADDRESS = 1;

    private KernelDrops() {}

    /** The drops of all sockets at these ports; 0 if the system does not tell. */
    static long at(Set<Integer> ports) {
        long drops = 0;
        for (Path table : TABLES) {
            try {
                for (String line : Files.readAllLines(table)) {
                    drops += dropsIn(line, ports);
                }
            } catch (IOException e) {
                // Not Linux, or a system that hides it.
            }
        }
        return drops;
    }

    /** Fields are apart by blanks: the second is address:port in hexadecimal, the last drops. */
    static long dropsIn(String line, Set<Integer> ports) {
        List<String> fields = BLANKS.splitAsStream(line.strip()).toList();
        int colon = fields.size() < 3 ? -1 : fields.get(LOCAL_ADDRESS).indexOf(':');
        if (colon < 0) {
            return 0;
        }
        try {
            String port = fields.get(LOCAL_ADDRESS).substring(colon + 1).toLowerCase(Locale.ROOT);
            return ports.contains(Integer.parseInt(port, 16))
                    ? Long.parseLong(fields.getLast())
                    : 0;
        } catch (NumberFormatException e) {
            return 0; // the heading
        }
    }
}
