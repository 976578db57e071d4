package dev.bulkhead.app.mibtree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.app.fx.FxThread;
import dev.bulkhead.app.settings.MibSet;
import dev.bulkhead.app.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MibLibraryTest {
    @TempDir Path folder;
    @TempDir Path home;
    private LoadedLibrary loaded;

    @BeforeEach
    void load() throws IOException {
        write(
                "A-MIB",
                "IMPORTS enterprises FROM SNMPv2-SMI;\na OBJECT IDENTIFIER ::= {enterprises 1}");
        write("B-MIB", "IMPORTS a FROM A-MIB;\nb OBJECT IDENTIFIER ::= { a 1 }");
        write("C-MIB", "IMPORTS a FROM A-MIB;\nc OBJECT IDENTIFIER := { a 2 }");
        loaded = new LoadedLibrary(settings()).load(folder);
    }

    private Settings settings() {
        return Settings.of(home.resolve("window.properties"));
    }

    private void write(String module, String body) throws IOException {
        Files.writeString(
                folder.resolve(module), module + " DEFINITIONS ::= BEGIN\n" + body + "\nEND\n");
    }

    private MibLibrary library() {
        return loaded.library();
    }

    private KnownModule module(String name) {
        return FxThread.call(() ->
                library().modulesProperty().get().stream()
                        .filter(m -> m.name().equals(name))
                        .findFirst()
                        .orElseThrow());
    }

    private boolean isThere(String name) {
        return !library().names().index().definitions(name).isEmpty();
    }

    @Test
    void theReportTellsOfTheFilesAskedFor() {
        LoadReport report = FxThread.call(() -> library().reportProperty().get().orElseThrow());
        assertThat(report.added()).containsExactly(folder);
        assertThat(report.asked()).isEqualTo(3);
        assertThat(report.errors()).isEqualTo(1);
        assertThat(module("C-MIB").errors()).isEqualTo(1);
    }

    @Test
    void anUnloadedModuleLeavesTheTreeAndStaysKnown() {
        loaded.change(() -> library().setLoaded(List.of("B-MIB"), false));
        assertThat(isThere("b")).isFalse();
        assertThat(isThere("c")).isTrue();
        assertThat(module("B-MIB").state()).isEqualTo(KnownModule.State.LEFT_OUT);
        loaded.change(() -> library().setLoaded(List.of("B-MIB"), true));
        assertThat(isThere("b")).isTrue();
    }

    @Test
    void whatOthersImportStays() {
        loaded.change(() -> library().setLoaded(List.of("A-MIB"), false));
        assertThat(isThere("a")).isTrue();
        assertThat(module("A-MIB").state()).isEqualTo(KnownModule.State.NEEDED);
    }

    @Test
    void aSetIsLoadedWithWhatItImports() {
        loaded.change(() -> {
            library().choices().put(new MibSet("few", List.of("B-MIB")));
            library().use(Optional.of("few"));
        });
        assertThat(isThere("b")).isTrue();
        assertThat(isThere("a")).isTrue();
        assertThat(isThere("c")).isFalse();
        assertThat(FxThread.call(() -> library().diagnosticsProperty().get())).isEmpty();
        loaded.change(() -> library().use(Optional.empty()));
        assertThat(isThere("c")).isTrue();
    }

    @Test
    void theNextStartKnowsFilesAndWhatIsLeftOut() {
        loaded.change(() -> library().setLoaded(List.of("C-MIB"), false));
        loaded = new LoadedLibrary(settings()).load();
        assertThat(isThere("b")).isTrue();
        assertThat(isThere("c")).isFalse();
    }

    @Test
    void aFolderThatIsForgottenTakesItsModulesAlong() {
        loaded.change(() -> library().remove(List.of(folder)));
        assertThat(isThere("b")).isFalse();
        assertThat(library().choices().sources()).isEmpty();
    }

    @Test
    void loadingAnUnloadedModulesFileAgainLoadsIt() {
        loaded.change(() -> library().setLoaded(List.of("B-MIB"), false));
        loaded.load(folder.resolve("B-MIB"));
        assertThat(isThere("b")).isTrue();
    }
}
