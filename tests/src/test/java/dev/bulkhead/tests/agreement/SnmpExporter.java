package dev.bulkhead.tests.agreement;

import dev.bulkhead.mibs.MibRepository;
import dev.bulkhead.tests.program.Command;
import dev.bulkhead.tests.program.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;

/** Debian's {@code prometheus-snmp-exporter} and the generator in the same package. */
final class SnmpExporter implements AutoCloseable {
    private static final Path EXPORTER = Path.of("/usr/bin/prometheus-snmp-exporter");
    private static final Path GENERATOR = Path.of("/usr/bin/prometheus-snmp-generator");

    private final Process process;
    private final int port;

    private SnmpExporter(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Skips the test where the package is missing. */
    static void require() {
        Assumptions.assumeTrue(
                Files.isExecutable(EXPORTER) && Files.isExecutable(GENERATOR),
                "the exporter is not installed: apt-get install prometheus-snmp-exporter");
    }

    /**
     * Makes {@code snmp.yml} of {@code generator.yml}, both in a folder.
     *
     * @param modules of the built-in library, which the generator looks names up in
     */
    static void generate(Path folder, List<String> modules)
            throws IOException, InterruptedException {
        Path mibs = modules(folder, modules);
        Outcome outcome =
                Command.of(GENERATOR.toString(), "generate")
                        .in(folder)
                        .with(
                                Map.of(
                                        "MIBDIRS", mibs.toString(),
                                        "MIBS", "ALL",
                                        "SNMPCONFPATH", folder.toString(),
                                        "SNMP_PERSISTENT_DIR", folder.toString()))
                        .run();
        if (outcome.exitCode() != 0) {
            throw new AssertionError("the generator says " + outcome.err() + outcome.out());
        }
    }

    /** A folder with modules of the built-in library, as net-snmp wants them. */
    static Path modules(Path folder, List<String> modules) throws IOException {
        Path mibs = Files.createDirectories(folder.resolve("mibs"));
        for (String module : modules) {
            Files.write(mibs.resolve(module), module(module));
        }
        return mibs;
    }

    private static byte[] module(String name) throws IOException {
        for (String place : List.of("base", "library/ietf", "library/iana")) {
            try (InputStream in = MibRepository.class.getResourceAsStream(place + "/" + name)) {
                if (in != null) {
                    return in.readAllBytes();
                }
            }
        }
        throw new AssertionError("the library has no " + name);
    }

    /** Starts it with the {@code snmp.yml} of a folder. */
    static SnmpExporter start(Path folder) throws IOException {
        int port = freePort();
        Process process =
                new ProcessBuilder(
                                EXPORTER.toString(),
                                "--config.file=" + folder.resolve("snmp.yml"),
                                "--web.listen-address=127.0.0.1:" + port)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("exporter.log").toFile())
                        .start();
        SnmpExporter exporter = new SnmpExporter(process, port);
        Awaitility.await("the exporter listens")
                .atMost(60, TimeUnit.SECONDS)
                .ignoreExceptions()
                .until(() -> !exporter.page("/").isEmpty());
        return exporter;
    }

    static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    private String page(String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                            .timeout(Duration.ofMinutes(1))
                            .build();
            HttpResponse<String> response =
                    client.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IOException(response.statusCode() + ": " + response.body());
            }
            return response.body();
        }
    }

    /** Scrapes a device; the numbers by metric with its labels, as the page has them. */
    Map<String, Double> scrape(String target, String module)
            throws IOException, InterruptedException {
        Map<String, Double> all = new HashMap<>();
        page("/snmp?target=" + target + "&module=" + module)
                .lines()
                .filter(line -> !line.startsWith("#") && !line.startsWith("snmp_scrape_"))
                .forEach(line -> {
                    int blank = line.lastIndexOf(' ');
                    all.put(line.substring(0, blank), Double.valueOf(line.substring(blank + 1)));
                });
        return all;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().completeOnTimeout(process, 5, TimeUnit.SECONDS).join();
        process.destroyForcibly();
    }
}
