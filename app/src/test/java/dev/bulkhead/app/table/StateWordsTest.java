package dev.bulkhead.app.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.app.theme.Tone;
import dev.bulkhead.mibs.model.BaseType;
import dev.bulkhead.mibs.model.Syntax;
import dev.bulkhead.mibs.model.Syntax.NamedNumber;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class StateWordsTest {

    private static Syntax labels(String... labels) {
        List<NamedNumber> numbers =
                Stream.of(labels).map(label -> new NamedNumber(label, 1)).toList();
        return new Syntax(
                BaseType.INTEGER32,
                "INTEGER",
                Optional.empty(),
                Optional.empty(),
                numbers,
                List.of());
    }

    @Test
    void ifOperStatusIsAState() {
        assertThat(StateWords.areStates(labels("up", "down", "testing", "unknown"))).isTrue();
    }

    @Test
    void ifTypeAndTruthValueAreNot() {
        assertThat(StateWords.areStates(labels("other", "regular1822", "ppp"))).isFalse();
        assertThat(StateWords.areStates(labels("true", "false"))).isFalse();
    }

    @Test
    void upIsGoodAndDownIsBad() {
        assertThat(StateWords.tone("up")).isEqualTo(Tone.SUCCESS);
        assertThat(StateWords.tone("down")).isEqualTo(Tone.DANGER);
        assertThat(StateWords.tone("dormant")).isEqualTo(Tone.NEUTRAL);
    }
}
