package dev.bulkhead.app.problems;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.mibs.diagnostic.Diagnostic;
import dev.bulkhead.mibs.diagnostic.DiagnosticCode;
import dev.bulkhead.mibs.source.SourceLocation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ProblemListTest {
    private static final DiagnosticCode ERROR = DiagnosticCode.of("missing-comma").orElseThrow();
    private static final DiagnosticCode WARNING =
            DiagnosticCode.of("notification-not-reversible").orElseThrow();
    private static final DiagnosticCode INFO = DiagnosticCode.of("group-unref").orElseThrow();
    private static final List<Diagnostic> ALL =
            List.of(
                    fault(WARNING, "/a/A-MIB", 9),
                    fault(ERROR, "/b/B-MIB", 7),
                    fault(ERROR, "/b/B-MIB", 3),
                    fault(INFO, "/b/B-MIB", 1));

    private static final Map<String, String> MODULES = Map.of("/b/B-MIB", "BEE-MIB");

    private static Diagnostic fault(DiagnosticCode code, String file, int line) {
        return new Diagnostic(
                code,
                List.of("one", "two", "three"),
                new SourceLocation(file, line, 1),
                0,
                "",
                1,
                Optional.empty(),
                List.of());
    }

    private static ProblemList list(Threshold threshold, Grouping by, String words) {
        return ProblemList.of(ALL, new ProblemList.Wish(threshold, by, words, Set.of(), MODULES));
    }

    private static List<Integer> lines(ProblemList list) {
        return list.rows().stream()
                .filter(ProblemRow.One.class::isInstance)
                .map(row -> ((ProblemRow.One) row).diagnostic().location().line())
                .toList();
    }

    private static List<String> groups(ProblemList list) {
        return list.rows().stream()
                .filter(ProblemRow.Group.class::isInstance)
                .map(row -> ((ProblemRow.Group) row).key())
                .toList();
    }

    @Test
    void filesWithErrorsComeFirstAndLinesInOrder() {
        ProblemList list = list(Threshold.ALL, Grouping.FILE, "");
        assertThat(groups(list)).containsExactly("/b/B-MIB", "/a/A-MIB");
        assertThat(lines(list)).containsExactly(1, 3, 7, 9);
    }

    @Test
    void allAreCountedWhateverIsListed() {
        ProblemList list = list(Threshold.ERRORS, Grouping.FILE, "");
        assertThat(lines(list)).containsExactly(3, 7);
        assertThat(list.errors()).isEqualTo(2);
        assertThat(list.warnings()).isEqualTo(2);
        assertThat(list.shown()).isEqualTo(2);
    }

    @Test
    void everyWordMustBeInCodeFileOrMessage() {
        assertThat(lines(list(Threshold.ALL, Grouping.NONE, "b-mib comma"))).hasSize(2);
        assertThat(lines(list(Threshold.ALL, Grouping.NONE, "a-mib comma"))).isEmpty();
    }

    @Test
    void aFileIsTitledAndFoundByItsModules() {
        ProblemList list = list(Threshold.ALL, Grouping.FILE, "bee-mib");
        assertThat(lines(list)).containsExactly(1, 3, 7);
        assertThat(((ProblemRow.Group) list.rows().getFirst()).title())
                .contains("BEE-MIB")
                .contains("/b/B-MIB");
    }

    @Test
    void ungroupedTheWorstComesFirst() {
        ProblemList list = list(Threshold.ALL, Grouping.NONE, "");
        assertThat(groups(list)).isEmpty();
        assertThat(lines(list)).containsExactly(3, 7, 9, 1);
    }

    @Test
    void aClosedGroupKeepsItsLine() {
        ProblemList list =
                ProblemList.of(
                        ALL,
                        new ProblemList.Wish(
                                Threshold.ALL, Grouping.FILE, "", Set.of("/b/B-MIB"), MODULES));
        assertThat(groups(list)).hasSize(2);
        assertThat(lines(list)).containsExactly(9);
        assertThat(list.shown()).isEqualTo(4);
    }

    @Test
    void aHundredThousandAreListedInAMoment() {
        List<Diagnostic> many = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            many.add(fault(ERROR, "/x/" + i % 500, i));
        }
        long start = System.nanoTime();
        ProblemList list =
                ProblemList.of(
                        many,
                        new ProblemList.Wish(
                                Threshold.ALL, Grouping.FILE, "comma", Set.of(), MODULES));
        assertThat(list.rows()).hasSize(100_500);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }
}
