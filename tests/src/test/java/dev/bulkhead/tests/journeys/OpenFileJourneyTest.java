package dev.bulkhead.tests.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.app.about.ThirdParty;
import dev.bulkhead.app.opening.OpenFiles;
import dev.bulkhead.mibs.model.Definition;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that the program is started with, and the page about the program. */
class OpenFileJourneyTest {
    private static final String MODULE =
            """
            ACME-OPEN-MIB DEFINITIONS ::= BEGIN
            IMPORTS enterprises, MODULE-IDENTITY FROM SNMPv2-SMI;
            acmeOpen MODULE-IDENTITY
                LAST-UPDATED "202611290000Z"
                ORGANIZATION "Acme"
                CONTACT-INFO "acme"
                DESCRIPTION "Opened by a double click."
                REVISION "202611290000Z"
                DESCRIPTION "The first."
                ::= { enterprises 32473 78 }
            END
            """;

    @TempDir Path folder;
    private OpenWindow window;

    @BeforeEach
    void open() throws Exception {
        window = OpenWindow.open();
    }

    @AfterEach
    void close() {
        window.close();
    }

    private void open(String... words) {
        window.ask(() -> {
            window.shell().open(OpenFiles.of(List.of(words)));
            return true;
        });
    }

    private Optional<String> shown() {
        return window.ask(() ->
                window.workbench().current().definitionProperty().get().map(Definition::name));
    }

    @Test
    void aModuleIsLoadedAndShown() throws Exception {
        Path file = Files.writeString(folder.resolve("acme open.mib"), MODULE);
        assertThat(shown()).isNotEqualTo(Optional.of("acmeOpen"));
        open(file.toString());
        window.until(() -> shown().equals(Optional.of("acmeOpen")));
        assertThat(window.ask(() -> window.workbench().current().nodeProperty().get()))
                .hasValueSatisfying(node -> assertThat(node.name()).isEqualTo("acmeOpen"));
    }

    @Test
    void aRecordingOpensItsTabAndIsNotTakenForAMib() throws Exception {
        Path file = Files.writeString(folder.resolve("sw1.snmprec"), "1.3.6.1.2.1.1.5.0|4|sw1\n");
        open(file.toString());
        window.until(() ->
                window.ask(() ->
                        window.shell().tabPane().getTabs().stream()
                                .anyMatch(tab -> "tab-recordings".equals(tab.getId()))));
        assertThat(window.ask(() -> window.workbench().library().choices().sources())).isEmpty();
    }

    @Test
    void aFileThatIsNotThereIsSaid() {
        open(folder.resolve("no.mib").toString());
        window.until(() ->
                window.workbench().status().lineProperty().get().toString().contains("no.mib"));
    }

    @Test
    void theAboutPageListsLicencesAndShowsTheirText() {
        window.ask(() -> {
            window.shell().commands().get("about").run();
            return true;
        });
        window.until(() -> window.shell().lookup("#about-works") instanceof TableView);
        @SuppressWarnings("unchecked")
        TableView<ThirdParty> works = (TableView<ThirdParty>) window.shell().lookup("#about-works");
        window.ask(() -> {
            works.getSelectionModel()
                    .select(
                            works.getItems().stream()
                                    .filter(work -> work.name().equals("OSHI"))
                                    .findFirst()
                                    .orElseThrow());
            return true;
        });
        TextArea licence = (TextArea) window.shell().lookup("#about-licence");
        assertThat(window.<String>ask(licence::getText))
                .contains("OSHI Project", "WITHOUT WARRANTY");
    }
}
