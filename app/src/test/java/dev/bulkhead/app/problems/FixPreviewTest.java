package dev.bulkhead.app.problems;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.mibs.Compilation;
import dev.bulkhead.mibs.MibCompiler;
import dev.bulkhead.mibs.MibRepository;
import dev.bulkhead.mibs.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FixPreviewTest {
    private static final String BROKEN =
            """
            ACME-MIB DEFINITIONS ::= BEGIN
            IMPORTS enterprises FROM SNMPv2-SMI;
            acme OBJECT IDENTIFIER := { enterprises 32473 }
            END
            """;

    @TempDir Path folder;

    private Compilation compile() throws IOException {
        Path file = Files.writeString(folder.resolve("ACME-MIB"), BROKEN);
        return MibCompiler.compile(MibRepository.baseOnly().withSources(List.of(file)));
    }

    private static Diagnostic misspelt(Compilation compiled) {
        return compiled.diagnostics().stream()
                .filter(d -> d.code().tag().equals("misspelt-assignment"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theLinesBeforeAndAfterAreTold() throws IOException {
        Compilation compiled = compile();
        Diagnostic fault = misspelt(compiled);
        FixPreview preview =
                FixPreview.of(fault, compiled.index().text(fault.location().file()).file())
                        .orElseThrow();
        assertThat(preview.line()).isEqualTo(3);
        assertThat(preview.before())
                .containsExactly("acme OBJECT IDENTIFIER := { enterprises 32473 }");
        assertThat(preview.after())
                .containsExactly("acme OBJECT IDENTIFIER ::= { enterprises 32473 }");
    }

    @Test
    void theBytesAreThoseOfTheFileWithTheChange() throws IOException {
        Compilation compiled = compile();
        Diagnostic fault = misspelt(compiled);
        byte[] bytes =
                FixPreview.bytes(
                        compiled.index().text(fault.location().file()).file().orElseThrow(),
                        fault.suggestion().orElseThrow());
        assertThat(new String(bytes, StandardCharsets.UTF_8))
                .isEqualTo(BROKEN.replace(" := ", " ::= "));
    }

    @Test
    void withoutATextThereIsNoPreview() throws IOException {
        assertThat(FixPreview.of(misspelt(compile()), Optional.empty())).isEmpty();
    }
}
