package dev.bulkhead.app.pollrun;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.MibCompiler;
import dev.bulkhead.mibs.MibRepository;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MetricsTest {
    private static final Instant NOW = Instant.parse("2026-11-29T10:00:00.250Z");
    private static MibNames names;

    @BeforeAll
    static void load() {
        names =
                new MibNames(
                        MibCompiler.plain()
                                .run(
                                        MibRepository.baseOnly()
                                                .withModules(List.of("IF-MIB", "SNMPv2-MIB"))
                                                .withLibraryForImports())
                                .index());
    }

    private static RunSeries series(String object, String oid) {
        return new RunSeries(
                "sw1",
                "192.0.2.1:161",
                "",
                object,
                "",
                Oid.parse(oid),
                Optional.empty(),
                "",
                Optional.empty(),
                Duration.ofSeconds(1));
    }

    private static Told.Value value(RunSeries series, SmiValue value, String label) {
        return new Told.Value(
                series,
                NOW,
                0,
                Optional.of(new VarBind(series.oid(), value)),
                OptionalDouble.empty(),
                Optional.empty(),
                Double.NaN,
                label,
                Optional.empty());
    }

    private static SmiValue text(String text) {
        return new SmiValue.OctetString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static final RunSeries OCTETS = series("ifHCInOctets", "1.3.6.1.2.1.31.1.1.1.6.3");

    @Test
    void countersAreCountersWithTheirIndexAndNameAndHelp() {
        Metrics metrics = new Metrics(names);
        metrics.take(value(OCTETS, new SmiValue.Counter64(-1), "Gi0/\"3\""));
        assertThat(metrics.text(NOW))
                .contains(
                        "# TYPE ifHCInOctets counter\n"
                                + "ifHCInOctets{device=\"sw1\",ifIndex=\"3\",ifName=\"Gi0/\\\"3\\\"\"}"
                                + " 18446744073709551615\n")
                .contains("# HELP ifHCInOctets The total number of octets received")
                .contains("bulkhead_up{device=\"sw1\"} 1\n")
                .contains(
                        "bulkhead_last_answer_timestamp_seconds{device=\"sw1\",interval=\"1s\"}"
                                + " 1795946400.250\n");
    }

    @Test
    void whatADeviceSaysNeverEndsALabelOrALine() {
        Metrics metrics = new Metrics(names);
        RunSeries name = series("sysName", "1.3.6.1.2.1.1.5.0");
        metrics.take(value(name, text("a\"} 1\nevil{x=\"\\"), ""));
        String text = metrics.text(NOW);
        assertThat(text)
                .contains(
                        "sysName{device=\"sw1\",sysName=\"a\\\"} 1 \u23ce evil{x=\\\"\\\\\"} 1\n");
        assertThat(text.lines()).noneMatch(line -> line.startsWith("evil"));
    }

    @Test
    void aDeviceThatIsDownHasNoSeries() {
        Metrics metrics = new Metrics(names);
        metrics.take(value(OCTETS, new SmiValue.Counter64(5), ""));
        assertThat(metrics.text(NOW)).contains("ifHCInOctets{");
        metrics.take(new Told.Gap(OCTETS, NOW.plusSeconds(1), NOW.plusSeconds(1), "no answer"));
        assertThat(metrics.text(NOW.plusSeconds(1)))
                .doesNotContain("ifHCInOctets")
                .contains("bulkhead_up{device=\"sw1\"} 0\n");
    }

    @Test
    void aSeriesThatIsNotAskedAnyMoreVanishes() {
        Metrics metrics = new Metrics(names);
        metrics.take(value(OCTETS, new SmiValue.Counter64(5), ""));
        assertThat(metrics.text(NOW.plusSeconds(60)))
                .doesNotContain("ifHCInOctets")
                .contains("bulkhead_up{device=\"sw1\"} 0\n");
    }

    @Test
    void onlyMetricsAndTheFrontPageAreServedAndOnlyRead() throws Exception {
        InetSocketAddress loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        try (MetricsServer server = new MetricsServer(loopback, () -> "x 1\n")) {
            assertThat(status(server, "GET", "/metrics")).isEqualTo(200);
            assertThat(status(server, "GET", "/")).isEqualTo(200);
            assertThat(status(server, "GET", "/metrics/..%2f")).isEqualTo(404);
            assertThat(status(server, "POST", "/metrics")).isEqualTo(405);
        }
    }

    private static int status(MetricsServer server, String method, String path)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(
                                URI.create("http://127.0.0.1:" + server.address().getPort() + path))
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }
}
