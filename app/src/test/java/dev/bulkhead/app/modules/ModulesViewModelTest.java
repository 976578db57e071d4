package dev.bulkhead.app.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bulkhead.app.agent.TargetViewModel;
import dev.bulkhead.app.fx.FxThread;
import dev.bulkhead.app.mibtree.KnownModule;
import dev.bulkhead.app.mibtree.LoadedLibrary;
import dev.bulkhead.app.settings.FolderSwitches;
import dev.bulkhead.app.settings.Settings;
import dev.bulkhead.mibs.input.MibFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ModulesViewModelTest {
    @TempDir Path folder;
    private final Settings settings = Settings.inMemory();
    private LoadedLibrary loaded;
    private TargetViewModel target;
    private ModulesViewModel modules;

    @BeforeEach
    void open() throws IOException {
        for (String module : List.of("A-MIB", "B-MIB")) {
            Files.writeString(folder.resolve(module), module + " DEFINITIONS ::= BEGIN\nEND\n");
        }
        loaded = new LoadedLibrary(settings);
        FxThread.run(() -> {
            target = new TargetViewModel(settings);
            modules =
                    new ModulesViewModel(
                            loaded.library(),
                            target,
                            new FolderSwitches(settings),
                            () ->
                                    List.of(
                                            new MibFolders.Place(
                                                    folder, MibFolders.Origin.NET_SNMP)));
        });
        loaded.load(folder);
    }

    private KnownModule module(String name) {
        return modules.all().stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow();
    }

    private Optional<String> activeSet() {
        return FxThread.call(() -> loaded.library().activeSetProperty().get());
    }

    private void address(String text) {
        loaded.change(() -> target.addressProperty().set(text));
    }

    @Test
    void modulesAreFilteredByNameAndFile() {
        FxThread.run(() -> modules.queryProperty().set("b-mib"));
        assertThat(FxThread.call(() -> modules.shown().stream().map(KnownModule::name).toList()))
                .containsExactly("B-MIB");
    }

    @Test
    void theSetOfADeviceIsUsedWhileItIsTheTarget() {
        address("192.0.2.1");
        loaded.change(() -> modules.saveSet("only A", List.of(module("A-MIB"))));
        FxThread.run(() -> modules.bind(true));
        assertThat(FxThread.call(() -> modules.isBound())).isTrue();
        assertThat(FxThread.call(() -> module("B-MIB").isShown())).isFalse();

        address("192.0.2.2");
        assertThat(activeSet()).isEmpty();
        assertThat(FxThread.call(() -> module("B-MIB").isShown())).isTrue();

        address("192.0.2.1");
        assertThat(activeSet()).contains("only A");
    }

    @Test
    void aSetThatIsDeletedGivesAllModulesBack() {
        loaded.change(() -> modules.saveSet("only A", List.of(module("A-MIB"))));
        loaded.change(() -> modules.removeSet());
        assertThat(activeSet()).isEmpty();
        assertThat(FxThread.call(() -> modules.sets())).isEmpty();
    }

    @Test
    void aSetWithoutANameIsNotMade() {
        assertThat(FxThread.call(() -> modules.saveSet("  ", List.of()))).isFalse();
    }

    @Test
    void addedPlacesComeBeforeThoseOfTheMachine() {
        await().until(() -> FxThread.call(() -> modules.sources().size() == 2));
        MibSource added = FxThread.call(() -> modules.sources().getFirst());
        assertThat(added.isAdded()).isTrue();
        assertThat(FxThread.call(() -> modules.sources().getLast().isOn())).isTrue();
        loaded.change(() -> modules.switchFolder(modules.sources().getLast(), false));
        await().until(() -> FxThread.call(() -> !modules.sources().getLast().isOn()));
        loaded.change(() -> modules.remove(List.of(added)));
        await().until(() -> FxThread.call(() -> modules.sources().size() == 1));
    }
}
