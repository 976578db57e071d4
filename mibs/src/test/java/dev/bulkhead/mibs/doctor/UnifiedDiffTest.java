package dev.bulkhead.mibs.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UnifiedDiffTest {
    private static String diff(String a, String b) {
        return UnifiedDiff.of("a", "b", a, b);
    }

    @Test
    void equalTextsDifferInNothing() {
        assertThat(diff("x\ny\n", "x\ny\n")).isEmpty();
    }

    @Test
    void aChangeStandsInThreeLinesOfContext() {
        assertThat(diff("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nfive\n6\n7\n8\n9\n"))
                .isEqualTo("--- a\n+++ b\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n");
    }

    @Test
    void farChangesAreHunksOfTheirOwn() {
        String many = IntStream.range(0, 40).mapToObj(i -> i + "\n").collect(Collectors.joining());
        String changed = many.replace("\n5\n", "\nfive\n").replace("\n30\n", "\n30\nmore\n");
        assertThat(diff(many, changed).lines().filter(line -> line.startsWith("@@")))
                .containsExactly("@@ -3,7 +3,7 @@", "@@ -29,6 +29,7 @@");
    }

    @Test
    void interleavedChangesAreMinimal() {
        assertThat(diff("a\nb\nc\nd\ne\n", "a\nx\nc\ne\nf\n"))
                .isEqualTo(
                        """
                        --- a
                        +++ b
                        @@ -1,5 +1,5 @@
                         a
                        -b
                        +x
                         c
                        -d
                         e
                        +f
                        """);
    }

    @Test
    void aMissingLastLineEndIsTold() {
        assertThat(diff("a\nb", "a\nb\n"))
                .isEqualTo(
                        """
                        --- a
                        +++ b
                        @@ -1,2 +1,2 @@
                         a
                        -b
                        \\ No newline at end of file
                        +b
                        """);
    }

    @Test
    void aTextOutOfNothingStartsAtLineZero() {
        assertThat(diff("", "a\n")).isEqualTo("--- a\n+++ b\n@@ -0,0 +1 @@\n+a\n");
    }
}
