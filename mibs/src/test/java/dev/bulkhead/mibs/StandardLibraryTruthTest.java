package dev.bulkhead.mibs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.mibs.model.AgentCapabilities;
import dev.bulkhead.mibs.model.Definition;
import dev.bulkhead.mibs.model.Group;
import dev.bulkhead.mibs.model.ModuleCompliance;
import dev.bulkhead.mibs.model.ModuleIdentity;
import dev.bulkhead.mibs.model.NotificationType;
import dev.bulkhead.mibs.model.ObjectIdentity;
import dev.bulkhead.mibs.model.ObjectType;
import dev.bulkhead.mibs.model.OidAssignment;
import dev.bulkhead.mibs.model.OidDefinition;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The shipped library against what three other parsers make of it: see truth/README.md. */
class StandardLibraryTruthTest {
    private static final int TRUTHS = 22_572;
    private static final List<Truth> TRUTH = new ArrayList<>();
    private static final Map<String, OidDefinition> COMPILED = new HashMap<>();

    private record Truth(List<String> columns) {
        String key() {
            return columns.get(0) + "::" + columns.get(1) + " " + columns.get(2);
        }

        boolean kindAgreed() {
            return columns.get(9).equals("=");
        }

        boolean accessAgreed() {
            return columns.get(10).equals("=");
        }

        /** Net-snmp tells Integer32 from INTEGER; on the wire they are one. */
        String base() {
            return columns.get(4).equals("Integer32") ? "INTEGER" : columns.get(4);
        }
    }

    @BeforeAll
    static void readBoth() throws IOException {
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(
                                        Objects.requireNonNull(
                                                StandardLibraryTruthTest.class.getResourceAsStream(
                                                        "truth/truth_std.tsv.gz"))),
                                StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line -> TRUTH.add(new Truth(List.of(line.split("\t", -1)))));
        }
        StandardLibrary.COMPILED.modules().stream()
                .flatMap(module -> module.definitions().stream())
                .filter(OidDefinition.class::isInstance)
                .map(OidDefinition.class::cast)
                .forEach(d -> COMPILED.put(key(d), d));
    }

    private static String key(OidDefinition definition) {
        return definition.qualifiedName() + " " + definition.oid();
    }

    @Test
    void everyDefinitionHasItsOid() {
        assertThat(TRUTH).hasSize(TRUTHS);
        assertThat(COMPILED.keySet()).containsAll(TRUTH.stream().map(Truth::key).toList());
    }

    @Test
    void everyAgreedKindIsTheSame() {
        List<String> wrong = new ArrayList<>();
        int compared = 0;
        for (Truth truth : TRUTH) {
            OidDefinition definition = COMPILED.get(truth.key());
            if (definition != null && truth.kindAgreed()) {
                compared++;
                if (!kind(definition).equals(truth.columns().get(3))) {
                    wrong.add(truth.key() + " is " + kind(definition));
                }
            }
        }
        assertThat(compared).isEqualTo(22_568);
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyAgreedAccessIsTheSame() {
        List<String> wrong = new ArrayList<>();
        int compared = 0;
        for (Truth truth : TRUTH) {
            if (COMPILED.get(truth.key()) instanceof ObjectType object && truth.accessAgreed()) {
                compared++;
                if (!object.maxAccess().rfcName().equals(truth.columns().get(7))) {
                    wrong.add(truth.key() + " is " + object.maxAccess().rfcName());
                }
            }
        }
        assertThat(compared).isGreaterThan(17_000);
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyScalarAndColumnHasItsBaseSyntax() {
        List<String> wrong = new ArrayList<>();
        int compared = 0;
        for (Truth truth : TRUTH) {
            if (COMPILED.get(truth.key()) instanceof ObjectType object
                    && !truth.base().equals("OTHER")) {
                compared++;
                if (!object.syntax().base().rfcName().equals(truth.base())) {
                    wrong.add(truth.key() + " is " + object.syntax().base().rfcName());
                }
            }
        }
        assertThat(compared).isGreaterThan(14_000);
        assertThat(wrong).isEmpty();
    }

    @Test
    void theLibraryHasNoGraveFaults() {
        assertThat(StandardLibrary.COMPILED.diagnostics())
                .filteredOn(d -> d.severity().level() <= 2)
                .isEmpty();
    }

    private static String kind(Definition definition) {
        return switch (definition) {
            case ObjectType object -> object.kind().word();
            case OidAssignment ignored -> "node";
            case ModuleIdentity ignored -> "MODULE-IDENTITY";
            case ObjectIdentity ignored -> "OBJECT-IDENTITY";
            case NotificationType type -> type.isTrapType() ? "node" : "NOTIFICATION-TYPE";
            case Group group -> group.ofNotifications() ? "NOTIFICATION-GROUP" : "OBJECT-GROUP";
            case ModuleCompliance ignored -> "MODULE-COMPLIANCE";
            case AgentCapabilities ignored -> "AGENT-CAPABILITIES";
            default -> "type";
        };
    }
}
