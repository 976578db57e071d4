package dev.bulkhead.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.app.command.Command;
import dev.bulkhead.app.command.Commands;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.query.Verb;
import java.lang.reflect.Proxy;
import java.util.HashSet;
import java.util.Set;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ActionsTest {
    private final Commands commands = new Commands();

    @BeforeEach
    void register() {
        Actions.Window nowhere =
                (Actions.Window)
                        Proxy.newProxyInstance(
                                ActionsTest.class.getClassLoader(),
                                new Class<?>[] {Actions.Window.class},
                                (_, _, _) -> null);
        new Actions(commands, TestBench.create(), nowhere).register();
    }

    @Test
    void noKeyIsUsedTwice() {
        Set<KeyCombination> keys = new HashSet<>();
        for (Command command : commands.all()) {
            command.key().ifPresent(key -> assertThat(keys.add(key)).as(command.id()).isTrue());
        }
        assertThat(keys).hasSizeGreaterThan(20);
    }

    @Test
    void everyCommandHasWords() {
        assertThat(commands.all()).allSatisfy(command -> assertThat(command.text()).isNotBlank());
    }

    @Test
    void everyVerbIsACommandWithWords() {
        for (Verb verb : Verb.values()) {
            assertThat(commands.get(verb.id()).text()).isNotBlank();
            assertThat(Words.has("progress." + verb.id())).as(verb.id()).isTrue();
        }
    }
}
