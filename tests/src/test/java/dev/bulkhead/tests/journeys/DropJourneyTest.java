package dev.bulkhead.tests.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.DataFormat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is dropped anywhere on the window, and what is carried within it. */
class DropJourneyTest {
    private static final String IF_IN_OCTETS = ".1.3.6.1.2.1.2.2.1.10";

    @TempDir static Path folder;
    private static OpenWindow window;
    private static Sight sight;

    @BeforeAll
    static void open() throws Exception {
        window = OpenWindow.open();
        sight = new Sight(window);
        window.startDemoByKey();
        sight.awaitFinished();
    }

    @AfterAll
    static void close() {
        window.close();
    }

    private static String module(String name) {
        return name
                + " DEFINITIONS ::= BEGIN\nIMPORTS enterprises FROM SNMPv2-SMI;\n"
                + "drop"
                + name.charAt(0)
                + " OBJECT IDENTIFIER ::= { enterprises 32473 "
                + (int) name.charAt(0)
                + " }\nEND\n";
    }

    private static Path file() throws Exception {
        return Files.writeString(folder.resolve("AFILE-MIB"), module("AFILE-MIB"));
    }

    private static Path directory() throws Exception {
        Path inside = Files.createDirectories(folder.resolve("dropped"));
        Files.writeString(inside.resolve("BFOLDER-MIB.txt"), module("BFOLDER-MIB"));
        return inside;
    }

    private static Path archive() throws Exception {
        Path zip = folder.resolve("mibs.zip");
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream entries = new ZipOutputStream(out)) {
            entries.putNextEntry(new ZipEntry("in/CARCHIVE-MIB.mib"));
            entries.write(module("CARCHIVE-MIB").getBytes(StandardCharsets.UTF_8));
            entries.closeEntry();
        }
        return zip;
    }

    private static boolean isLoaded(String module) {
        return window.workbench().library().names().index().moduleNames().contains(module);
    }

    @ParameterizedTest
    @CsvSource({"AFILE-MIB, #mib-tree", "BFOLDER-MIB, #results", "CARCHIVE-MIB, #address-text"})
    void whatIsDroppedAnywhereIsLoadedWithAReport(String module, String place) throws Exception {
        Path dropped =
                switch (module.charAt(0)) {
                    case 'A' -> file();
                    case 'B' -> directory();
                    default -> archive();
                };
        Carried files =
                Carried.fromOutside(window, DataFormat.FILES, List.<File>of(dropped.toFile()));
        assertThat(files.dropOn(() -> window.shell().lookup(place))).isTrue();
        window.until(() -> isLoaded(module));
        window.until(() ->
                window.shell().lookup("#load-report-text") instanceof Label label
                        && label.isVisible()
                        && label.getText().contains(": 1 module loaded"));
    }

    @Test
    void aNodeOfTheTreeIsPolledAndDrawnWhereItIsDropped() {
        window.typeOid("ifInOctets");
        int before = window.ask(() -> window.workbench().polling().summary().running());
        assertThat(object().dropOn(() -> window.shell().lookup("#tab-poll"))).isTrue();
        window.until(() -> window.workbench().polling().summary().running() > before);
        int polled = window.ask(() -> window.workbench().chart().lines().size());
        window.typeOid("ifOutOctets");
        assertThat(
                        Carried.from(
                                        window,
                                        window.ask(() -> window.shell().lookup("#mib-tree")),
                                        () -> sight.treeNode("ifOutOctets"),
                                        ".1.3.6.1.2.1.2.2.1.16")
                                .dropOn(() -> window.shell().lookup("#tab-chart")))
                .isTrue();
        window.until(() -> window.workbench().chart().lines().size() > polled);
    }

    private static Carried object() {
        Node tree = window.ask(() -> window.shell().lookup("#mib-tree"));
        return Carried.from(window, tree, () -> sight.treeNode("ifInOctets"), IF_IN_OCTETS);
    }

    @Test
    void aResultIsPolledWhereItIsDroppedAndGivesItsOidToAField() {
        window.typeOid("sysUpTime.0");
        window.ask(() -> {
            window.shell().commands().get("get").run();
            return true;
        });
        sight.awaitRows(1);
        window.ask(() -> {
            sight.results().getSelectionModel().selectFirst();
            return true;
        });
        Node results = window.ask(() -> window.shell().lookup("#results"));
        Carried row = Carried.from(window, results, sight::valueCell, ".1.3.6.1.2.1.1.3.0");
        assertThat(row.dropOn(() -> window.shell().lookup("#search"))).isTrue();
        assertThat(window.<String>ask(() -> field("#search").getText()))
                .isEqualTo(".1.3.6.1.2.1.1.3.0");
        window.ask(() -> {
            field("#search").clear();
            return true;
        });
        assertThat(row.dropOn(() -> window.shell().lookup("#tab-poll"))).isTrue();
        window.until(() ->
                window.workbench().polling().rows().stream()
                        .map(polled -> polled.instance().toDottedString())
                        .anyMatch(".1.3.6.1.2.1.1.3.0"::equals));
    }

    @Test
    void textFromElsewhereAndPlacesThatTakeNothingAreLeftAlone() {
        Carried text = Carried.fromOutside(window, DataFormat.PLAIN_TEXT, "some text");
        assertThat(text.dropOn(() -> window.shell().lookup("#tab-poll"))).isFalse();
        window.typeOid("ifInOctets");
        assertThat(object().dropOn(() -> window.shell().lookup("#status-bar"))).isFalse();
    }

    private static TextField field(String id) {
        return (TextField) window.shell().lookup(id);
    }
}
