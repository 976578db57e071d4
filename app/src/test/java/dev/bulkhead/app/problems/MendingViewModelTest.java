package dev.bulkhead.app.problems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bulkhead.app.fx.FxThread;
import dev.bulkhead.app.mibtree.LoadedLibrary;
import dev.bulkhead.app.settings.Settings;
import dev.bulkhead.mibs.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MendingViewModelTest {
    private static final String BROKEN =
            """
            ACME-MIB DEFINITIONS ::= BEGIN
            IMPORTS enterprises, OBJECT-TYPE FROM SNMPv2-SMI;
            acme OBJECT IDENTIFIER := { enterprises 32473 }
            state OBJECT-TYPE
                SYNTAX INTEGER { up(1) down(2) }
                MAX-ACCESS read-only
                STATUS current
                DESCRIPTION "A state."
                ::= { acme 1 }
            END
            """;

    @TempDir Path folder;
    private Path file;
    private LoadedLibrary loaded;
    private ProblemsViewModel problems;
    private MendingViewModel mending;

    @BeforeEach
    void open() throws IOException {
        Path place = Files.createDirectories(folder.resolve("mibs"));
        file = Files.writeString(place.resolve("ACME-MIB"), BROKEN);
        Settings settings = Settings.of(folder.resolve("settings/window.properties"));
        loaded = new LoadedLibrary(settings).load(place);
        FxThread.run(() -> {
            problems = new ProblemsViewModel(loaded.library());
            mending = new MendingViewModel(loaded.library(), problems);
        });
    }

    private List<String> faults() {
        return FxThread.call(() ->
                loaded.library().diagnosticsProperty().get().stream()
                        .map(d -> d.code().tag())
                        .sorted()
                        .toList());
    }

    private void choose(String tag) {
        FxThread.run(() -> problems.choose(fault(tag)));
        until(() -> mending.canFixProperty().get());
    }

    private Diagnostic fault(String tag) {
        return loaded.library().diagnosticsProperty().get().stream()
                .filter(d -> d.code().tag().equals(tag))
                .findFirst()
                .orElseThrow();
    }

    private static void until(Callable<Boolean> isSo) {
        await().until(() -> FxThread.call(isSo));
    }

    @Test
    void aFixIsMadeInACopyAndTakenBack() throws IOException {
        assertThat(faults()).contains("misspelt-assignment", "missing-comma");
        choose("misspelt-assignment");
        FxThread.run(mending::fix);
        until(() -> mending.canUndoProperty().get());
        assertThat(faults()).contains("missing-comma").doesNotContain("misspelt-assignment");
        assertThat(Files.readString(file)).isEqualTo(BROKEN);
        assertThat(FxThread.call(() -> loaded.library().isMended(file.toString()))).isTrue();

        FxThread.run(mending::undo);
        until(() -> faultsNow("misspelt-assignment"));
        assertThat(FxThread.call(() -> mending.canUndoProperty().get())).isFalse();
    }

    private boolean faultsNow(String tag) {
        return loaded.library().diagnosticsProperty().get().stream()
                .anyMatch(d -> d.code().tag().equals(tag));
    }

    @Test
    void fixesAddUp() {
        choose("misspelt-assignment");
        FxThread.run(mending::fix);
        until(() -> !faultsNow("misspelt-assignment"));
        choose("missing-comma");
        FxThread.run(mending::fix);
        until(() -> !faultsNow("missing-comma"));
        assertThat(faults()).doesNotContain("misspelt-assignment");
    }

    @Test
    void allOfAFileIsFixedAtOnce() {
        choose("missing-comma");
        FxThread.run(mending::fixFile);
        until(() -> mending.canUndoProperty().get());
        assertThat(faults()).doesNotContain("misspelt-assignment", "missing-comma");
        assertThat(FxThread.call(() -> mending.saidProperty().get())).startsWith("2 places fixed");
    }
}
