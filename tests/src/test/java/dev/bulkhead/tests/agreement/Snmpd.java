package dev.bulkhead.tests.agreement;

import dev.bulkhead.tests.program.Command;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;

/** A real {@code snmpd} of this test's own, on a free loopback port. */
public final class Snmpd implements AutoCloseable {
    public static final String USER = "interop";
    public static final String AUTH_PASSPHRASE = "auth-passphrase-1";
    public static final String PRIV_PASSPHRASE = "priv-passphrase-1";

    private final Process process;
    private final int port;
    private final Path folder;

    private Snmpd(Process process, int port, Path folder) {
        this.process = process;
        this.port = port;
        this.folder = folder;
    }

    /**
     * Skips the test where snmpd or net-snmp's tools are missing; fails it there if CI is set, for
     * CI installs them.
     */
    public static void require() {
        boolean present = isOnPath("snmpd") && isOnPath("snmpwalk");
        if ("true".equals(System.getenv("CI")) && !present) {
            throw new AssertionError("CI is set, but snmpd and net-snmp's tools are not installed");
        }
        Assumptions.assumeTrue(
                present, "snmpd or net-snmp's tools are not installed: apt-get install snmp snmpd");
    }

    private static boolean isOnPath(String program) {
        return Stream.of(System.getenv("PATH").split(":"), new String[] {"/usr/sbin"})
                .flatMap(Stream::of)
                .anyMatch(d -> Files.isExecutable(Path.of(d, program)));
    }

    public static Snmpd start(Path folder) throws IOException {
        return start(folder, "");
    }

    /**
     * An agent that listens at a port of UDP and the same of TCP, with more lines to configure it.
     */
    public static Snmpd start(Path folder, String more) throws IOException {
        int port = freePort();
        Path configuration = folder.resolve("snmpd.conf");
        Files.writeString(configuration, configuration() + more);
        Process process =
                builder(
                                folder,
                                List.of(
                                        snmpdPath(),
                                        "-f",
                                        "-C",
                                        "-c",
                                        configuration.toString(),
                                        "-Lf",
                                        folder.resolve("snmpd.log").toString(),
                                        "udp:127.0.0.1:" + port,
                                        "tcp:127.0.0.1:" + port))
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("snmpd.out").toFile())
                        .start();
        Snmpd snmpd = new Snmpd(process, port, folder);
        snmpd.awaitAnswer();
        return snmpd;
    }

    private static String snmpdPath() {
        return Files.isExecutable(Path.of("/usr/sbin/snmpd")) ? "/usr/sbin/snmpd" : "snmpd";
    }

    private static String configuration() {
        return """
        rwcommunity private 127.0.0.1
        rocommunity public 127.0.0.1
        createUser %1$s SHA %2$s AES %3$s
        createUser %1$s256 SHA-256 %2$s AES %3$s
        rwuser %1$s priv
        rwuser %1$s256 priv
        sysLocation a place
        sysContact somebody
        sysServices 72
        """
                .formatted(USER, AUTH_PASSPHRASE, PRIV_PASSPHRASE);
    }

    private static ProcessBuilder builder(Path folder, List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment(folder));
        return builder;
    }

    /** Settings of a program's own: net-snmp's tools share a file that one can damage for all. */
    public static Map<String, String> environment(Path folder) {
        return Map.of(
                "SNMP_PERSISTENT_DIR", folder.toString(),
                "SNMPCONFPATH", folder.toString(),
                "MIBS", "");
    }

    private static int freePort() throws IOException {
        try (DatagramSocket socket =
                new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            return socket.getLocalPort();
        }
    }

    private void awaitAnswer() {
        Awaitility.await("snmpd answers")
                .atMost(20, TimeUnit.SECONDS)
                .until(() ->
                        tool("snmpget", "-v2c", "-cpublic", "-On", address(), "1.3.6.1.2.1.1.3.0")
                                .contains("Timeticks"));
    }

    public int port() {
        return port;
    }

    /** {@code 127.0.0.1:port}. */
    public String address() {
        return "127.0.0.1:" + port;
    }

    /** Standard output of one of net-snmp's tools, run with this agent's own settings. */
    String tool(String... command) throws IOException, InterruptedException {
        return Command.of(command).with(environment(folder)).run().out();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().completeOnTimeout(process, 5, TimeUnit.SECONDS).join();
        process.destroyForcibly();
    }
}
