package dev.bulkhead.mibs.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.mibs.diagnostic.DiagnosticCode;
import dev.bulkhead.mibs.diagnostic.DiagnosticSink;
import dev.bulkhead.mibs.source.SourceFile;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** With a compiler of toys: it dislikes some letters and knows what to put for them. */
class RepairTest {
    private static final DiagnosticCode CODE = DiagnosticCode.MISSING_COMMA;

    private static Repair repair(String text) {
        return Repair.of(text.getBytes(StandardCharsets.ISO_8859_1), RepairTest::compile);
    }

    private static String text(Repair repair) {
        return new String(repair.bytes(), StandardCharsets.ISO_8859_1);
    }

    /** x should be y; y should be gone; B should be nothing, but then all definitions are lost. */
    private static Findings compile(byte[] bytes) {
        SourceFile file = SourceFile.ofBytes("toy", bytes);
        DiagnosticSink sink = new DiagnosticSink(file);
        int definitions = 0;
        for (int i = 0; i < bytes.length; i++) {
            switch (bytes[i]) {
                case 'x' -> sink.fault(CODE, i, i + 1).fix(i, i + 1, "y").report("a", "x" + i);
                case 'z' -> sink.fault(CODE, i, i + 1).fix(i, i + 1, "").report("a", "z");
                case 'B' -> {
                    definitions = 5;
                    sink.fault(CODE, i, i + 1).fix(i, i + 1, "").report("a", "B");
                }
                case 'S' -> sink.fault(CODE, i, i + 1).fix(i, i + 1, "S").report("a", "S");
                case 'E' -> sink.fault(CODE, i, i + 1).fix(i, i + 1, "zSS").report("a", "E");
                default -> {}
            }
        }
        return new Findings(sink.diagnostics(), definitions);
    }

    @Test
    void allSuggestionsAreAppliedAndTheRestStaysByteForByte() {
        Repair repair = repair("a x \u00e9\r\n x\t z.");
        assertThat(text(repair)).isEqualTo("a y \u00e9\r\n y\t .");
        assertThat(repair.mended()).hasSize(3);
        assertThat(repair.before().errors()).isEqualTo(3);
        assertThat(repair.after().errors()).isZero();
    }

    @Test
    void whatLosesDefinitionsIsLeftOutAndTheOthersAreNot() {
        assertThat(text(repair("xBz"))).isEqualTo("yB");
        assertThat(text(repair("zzBxxB"))).isEqualTo("Byy");
    }

    @Test
    void whatBettersNothingOrAddsErrorsIsLeftOut() {
        assertThat(text(repair("aSb"))).isEqualTo("aSb");
        assertThat(text(repair("aEb"))).isEqualTo("aEb");
        assertThat(repair("aSb").mended()).isEmpty();
    }
}
