package dev.bulkhead.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MibChoicesTest {
    @TempDir Path folder;

    private MibChoices open() {
        return new MibChoices(Settings.of(folder.resolve("window.properties")));
    }

    @Test
    void allIsThereAfterARestart() {
        MibChoices before = open();
        before.addSources(List.of(folder.resolve("b"), folder.resolve("a"), folder.resolve("b")));
        before.leaveOut(Set.of("RMON-MIB", "RMON2-MIB"));
        before.put(new MibSet("Core switches", List.of("IF-MIB", "BRIDGE-MIB")));
        before.bind("core-sw-01 (10.0.12.1)", Optional.of("Core switches"));
        before.save();

        MibChoices after = open();

        assertThat(after.sources()).containsExactly(folder.resolve("b"), folder.resolve("a"));
        assertThat(after.leftOut()).containsExactly("RMON-MIB", "RMON2-MIB");
        assertThat(after.set("Core switches").orElseThrow().modules())
                .containsExactlyInAnyOrder("IF-MIB", "BRIDGE-MIB");
        assertThat(after.setOf("core-sw-01 (10.0.12.1)").map(MibSet::name))
                .contains("Core switches");
        assertThat(after.setOf("another")).isEmpty();
    }

    @Test
    void aSetThatIsForgottenIsForgottenByItsDevices() {
        MibChoices choices = open();
        choices.put(new MibSet("one", List.of("IF-MIB")));
        choices.bind("switch", Optional.of("one"));
        choices.remove("one");
        assertThat(choices.sets()).isEmpty();
        assertThat(choices.devices()).isEmpty();
    }

    @Test
    void sourcesAreRemoved() {
        MibChoices choices = open();
        choices.addSources(List.of(folder.resolve("a"), folder.resolve("b")));
        choices.removeSources(List.of(folder.resolve("a")));
        assertThat(choices.sources()).containsExactly(folder.resolve("b"));
    }

    @Test
    void aSetNeedsANameOfOneLine() {
        assertThatThrownBy(() -> new MibSet(" ", List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new MibSet("a\nb", List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
