package dev.bulkhead.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.app.command.Command;
import dev.bulkhead.app.command.Commands;
import dev.bulkhead.app.fx.FxThread;
import dev.bulkhead.app.fx.UiTicker;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The commands of the whole window, and the menus that are made of them. */
final class ShellCommandsTest {
    private static final List<String> DESIGNED =
            List.of(
                    "Ctrl+L",
                    "Ctrl+Shift+O",
                    "Ctrl+F",
                    "F3",
                    "Shift+F3",
                    "Ctrl+Shift+F",
                    "Ctrl+Enter",
                    "F5",
                    "Esc",
                    "Ctrl+Shift+P",
                    "Ctrl+1",
                    "Ctrl+6",
                    "F6",
                    "Shift+F6",
                    "Ctrl+C",
                    "Ctrl+Shift+C",
                    "Ctrl+D",
                    "Ctrl+O",
                    "Ctrl+S",
                    "Ctrl+R",
                    "Ctrl+Comma",
                    "Ctrl+Plus",
                    "Ctrl+Minus",
                    "Ctrl+0",
                    "F1",
                    "Shift+F10",
                    "Ctrl+Z");

    private static UiTicker ticker;
    private static Shell shell;

    @BeforeAll
    static void open() {
        ticker = new UiTicker();
        shell = FxThread.call(() -> new Shell(TestBench.create(), ticker, () -> {}));
    }

    @AfterAll
    static void close() {
        ticker.close();
    }

    @Test
    void noKeyIsUsedTwice() {
        Set<KeyCombination> keys = new HashSet<>();
        for (Map.Entry<KeyCombination, String> key : shell.commands().keys()) {
            assertThat(keys.add(key.getKey())).as(key.toString()).isTrue();
        }
    }

    @Test
    void everyKeyOfTheDesignIsThere() {
        Set<KeyCombination> keys = new HashSet<>();
        shell.commands().keys().forEach(key -> keys.add(key.getKey()));
        assertThat(DESIGNED)
                .allSatisfy(key ->
                        assertThat(keys)
                                .contains(
                                        KeyCombination.keyCombination(
                                                key.replace("Ctrl", "Shortcut"))));
    }

    @Test
    void everyCommandHasWordsAndEveryKeyInAMenuIsACommands() {
        assertThat(shell.commands().all())
                .hasSizeGreaterThan(60)
                .allSatisfy(command -> assertThat(command.text()).isNotBlank());
        Set<KeyCombination> keys = new HashSet<>();
        shell.commands().keys().forEach(key -> keys.add(key.getKey()));
        List<KeyCombination> inMenus =
                shell.menus().getMenus().stream()
                        .flatMap(menu -> menu.getItems().stream())
                        .map(MenuItem::getAccelerator)
                        .filter(key -> key != null)
                        .toList();
        assertThat(inMenus).doesNotHaveDuplicates().hasSizeGreaterThan(30);
        assertThat(keys).containsAll(inMenus);
    }

    @Test
    void contextMenusNameOnlyCommandsThatExist() {
        Set<String> named = new HashSet<>(Actions.NODE);
        named.addAll(Actions.VALUE);
        named.addAll(AgentTabs.DEVICE);
        named.addAll(AgentTabs.TOOLS);
        named.remove(Commands.LINE);
        assertThat(named).allSatisfy(id -> assertThat(shell.commands().get(id)).isNotNull());
    }

    @Test
    void theSheetHasEveryKeyOnce() {
        List<Command> onSheet =
                ShortcutSheet.groups(shell.commands(), shell.menus()).values().stream()
                        .flatMap(List::stream)
                        .toList();
        assertThat(onSheet)
                .doesNotHaveDuplicates()
                .hasSize(
                        (int)
                                shell.commands().all().stream()
                                        .filter(command -> command.key().isPresent())
                                        .count());
    }
}
