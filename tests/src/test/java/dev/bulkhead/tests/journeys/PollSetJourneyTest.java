package dev.bulkhead.tests.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.app.polling.PollRow;
import dev.bulkhead.app.pollset.PollSet;
import dev.bulkhead.app.pollset.PollSetFile;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.DataFormat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is polled is saved as a file, and comes back when the file is dropped on the window. */
class PollSetJourneyTest {
    @TempDir static Path folder;
    private static OpenWindow window;

    @BeforeAll
    static void open() throws Exception {
        window = OpenWindow.open();
        window.startDemoByKey();
        new Sight(window).awaitFinished();
    }

    @AfterAll
    static void close() {
        window.close();
    }

    private static List<PollRow> rows() {
        return window.ask(() -> window.workbench().polling().rows());
    }

    private static void drop(Path file) {
        Carried files = Carried.fromOutside(window, DataFormat.FILES, List.<File>of(file.toFile()));
        assertThat(files.dropOn(() -> window.shell().lookup("#results"))).isTrue();
    }

    private static String status() {
        return window.ask(() -> String.valueOf(window.workbench().status().lineProperty().get()));
    }

    @Test
    void pollsAreSavedAndComeBackWhereTheFileIsDropped() throws Exception {
        window.typeOid("ifHCInOctets.25");
        window.ask(() -> {
            window.shell().commands().get("poll").run();
            return true;
        });
        window.until(() -> rows().stream().anyMatch(row -> row.value().isPresent()));
        List<String> before = names();
        Path file = folder.resolve("polls.yaml");
        window.ask(() -> {
            window.shell().pollSets().save(file, rows(), "Saved");
            return true;
        });
        window.until(() -> Files.exists(file) && status().contains("saved in"));
        PollSet set = PollSetFile.read(file);
        assertThat(set.name()).isEqualTo("Saved");
        assertThat(Files.readString(file)).contains("IF-MIB::ifHCInOctets.25");
        window.ask(() -> {
            window.workbench().polling().remove(rows());
            return true;
        });
        assertThat(rows()).isEmpty();
        drop(file);
        window.until(() -> names().equals(before));
        window.until(() -> rows().stream().anyMatch(row -> row.value().isPresent()));
    }

    private static List<String> names() {
        return rows().stream().map(window.workbench().polling()::objectName).toList();
    }

    @Test
    void whatAFileLacksIsNamedInPlace() throws Exception {
        Path file =
                Files.writeString(
                        folder.resolve("lacks.yaml"),
                        """
                        version: 1
                        devices: [{name: far, address: 127.0.0.1, credential: nobody}]
                        polls: [{devices: far, items: [ifInOctets.7]}]
                        """);
        drop(file);
        window.until(() -> status().contains("credential nobody is missing"));
        window.until(() -> rows().stream().anyMatch(row -> row.waiting().isPresent()));
        Path wrong = Files.writeString(folder.resolve("wrong.yaml"), "version: 1\npols: []\n");
        drop(wrong);
        window.until(() -> status().contains("do you mean \"polls\"?"));
    }
}
