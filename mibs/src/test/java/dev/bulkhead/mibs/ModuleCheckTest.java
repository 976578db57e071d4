package dev.bulkhead.mibs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.mibs.diagnostic.Diagnostic;
import dev.bulkhead.mibs.diagnostic.DiagnosticCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of the SMI: each is broken by its example, and none by modules that are right. */
class ModuleCheckTest {
    @TempDir Path folder;

    static Stream<DiagnosticCode> ofChecks() {
        return Stream.of(DiagnosticCode.values()).filter(DiagnosticCode::isOfChecks);
    }

    private List<Diagnostic> check(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("example.mib"), text);
        Compilation compiled =
                MibCompiler.compile(MibRepository.baseOnly().withSources(List.of(file)));
        return ModuleCheck.check(compiled.index(), "ACME-MIB");
    }

    @ParameterizedTest
    @MethodSource("ofChecks")
    void theExampleBreaksTheRule(DiagnosticCode code) throws IOException {
        List<Diagnostic> found = check(code.explanation().examples().get("example.mib"));

        assertThat(found).extracting(Diagnostic::code).contains(code);
        assertThat(found).allSatisfy(each -> assertThat(each.message()).doesNotContain("%s"));
    }

    @Test
    void aModuleThatKeepsAllRulesIsNotBlamed() throws IOException {
        String text =
                """
                ACME-MIB DEFINITIONS ::= BEGIN

                IMPORTS
                    MODULE-IDENTITY, OBJECT-TYPE, NOTIFICATION-TYPE, Unsigned32, enterprises
                        FROM SNMPv2-SMI
                    TEXTUAL-CONVENTION
                        FROM SNMPv2-TC
                    OBJECT-GROUP, NOTIFICATION-GROUP, MODULE-COMPLIANCE
                        FROM SNMPv2-CONF;

                acme MODULE-IDENTITY
                    LAST-UPDATED "202401010000Z"
                    ORGANIZATION "Acme"
                    CONTACT-INFO "support@example.com"
                    DESCRIPTION "An example."
                    REVISION "202401010000Z"
                    DESCRIPTION "Second."
                    REVISION "202301010000Z"
                    DESCRIPTION "First."
                    ::= { enterprises 32473 }

                AcmeName ::= TEXTUAL-CONVENTION
                    DISPLAY-HINT "255a"
                    STATUS current
                    DESCRIPTION "A name."
                    SYNTAX OCTET STRING (SIZE (0..32))

                acmeNotes OBJECT IDENTIFIER ::= { acme 0 }
                acmeFanTable OBJECT-TYPE
                    SYNTAX SEQUENCE OF AcmeFanEntry
                    MAX-ACCESS not-accessible
                    STATUS current
                    DESCRIPTION "Fans."
                    ::= { acme 1 }
                acmeFanEntry OBJECT-TYPE
                    SYNTAX AcmeFanEntry
                    MAX-ACCESS not-accessible
                    STATUS current
                    DESCRIPTION "A fan."
                    INDEX { acmeFanIndex }
                    ::= { acmeFanTable 1 }
                AcmeFanEntry ::= SEQUENCE {
                    acmeFanIndex Unsigned32,
                    acmeFanName AcmeName,
                    acmeFanState INTEGER
                }
                acmeFanIndex OBJECT-TYPE
                    SYNTAX Unsigned32 (1..16)
                    MAX-ACCESS not-accessible
                    STATUS current
                    DESCRIPTION "Its number."
                    ::= { acmeFanEntry 1 }
                acmeFanName OBJECT-TYPE
                    SYNTAX AcmeName
                    MAX-ACCESS read-write
                    STATUS current
                    DESCRIPTION "Its name."
                    ::= { acmeFanEntry 2 }
                acmeFanState OBJECT-TYPE
                    SYNTAX INTEGER { unknown(-1), running(1), stopped(2) }
                    MAX-ACCESS read-only
                    STATUS current
                    DESCRIPTION "Its state."
                    DEFVAL { unknown }
                    ::= { acmeFanEntry 3 }
                acmeFanStopped NOTIFICATION-TYPE
                    OBJECTS { acmeFanName }
                    STATUS current
                    DESCRIPTION "It stopped."
                    ::= { acmeNotes 1 }
                acmeGroup OBJECT-GROUP
                    OBJECTS { acmeFanName, acmeFanState }
                    STATUS current
                    DESCRIPTION "All objects."
                    ::= { acme 2 }
                acmeNoteGroup NOTIFICATION-GROUP
                    NOTIFICATIONS { acmeFanStopped }
                    STATUS current
                    DESCRIPTION "All notifications."
                    ::= { acme 3 }
                acmeCompliance MODULE-COMPLIANCE
                    STATUS current
                    DESCRIPTION "All of it."
                    MODULE
                        MANDATORY-GROUPS { acmeGroup, acmeNoteGroup }
                    ::= { acme 4 }
                END
                """;

        assertThat(check(text)).isEmpty();
    }

    @Test
    void theStandardLibraryBreaksFewRules() {
        Compilation library = MibCompiler.compile(MibRepository.standard());

        for (String module : Set.of("SNMPv2-MIB", "SNMP-TARGET-MIB", "INET-ADDRESS-MIB")) {
            assertThat(ModuleCheck.check(library.index(), module))
                    .filteredOn(each -> each.severity().isError())
                    .isEmpty();
        }
    }

    @Test
    void noModuleOfTheStandardLibraryStopsTheChecks() {
        Compilation library = MibCompiler.compile(MibRepository.standard());

        Set<String> checked =
                library.index().moduleNames().stream()
                        .filter(module -> ModuleCheck.check(library.index(), module) != null)
                        .collect(Collectors.toSet());

        assertThat(checked).hasSizeGreaterThan(280);
    }
}
