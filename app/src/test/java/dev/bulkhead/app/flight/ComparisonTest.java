package dev.bulkhead.app.flight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.app.flight.Comparison.Change;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static VarBind of(String name, int value) {
        return new VarBind(Oid.parse(name), new SmiValue.Integer32(value));
    }

    @Test
    void eachNameOfEitherSideIsALine() {
        List<Comparison.Line> lines =
                Comparison.of(
                        List.of(of("1.3.1", 1), of("1.3.2", 2), of("1.3.4", 4)),
                        List.of(of("1.3.1", 1), of("1.3.3", 3), of("1.3.4", 5), of("1.3.10", 6)));
        assertThat(lines)
                .extracting(line -> line.name().toString())
                .containsExactly("1.3.1", "1.3.2", "1.3.3", "1.3.4", "1.3.10");
        assertThat(lines)
                .extracting(Comparison.Line::change)
                .containsExactly(
                        Change.SAME, Change.REMOVED, Change.ADDED, Change.CHANGED, Change.ADDED);
    }

    @Test
    void anotherTypeIsAChange() {
        List<Comparison.Line> lines =
                Comparison.of(
                        List.of(of("1.3.1", 1)),
                        List.of(new VarBind(Oid.parse("1.3.1"), new SmiValue.Gauge32(1))));
        assertThat(lines.getFirst().change()).isEqualTo(Change.CHANGED);
    }

    @Test
    void nothingAndNothingIsAlike() {
        assertThat(Comparison.of(List.of(), List.of())).isEmpty();
    }
}
