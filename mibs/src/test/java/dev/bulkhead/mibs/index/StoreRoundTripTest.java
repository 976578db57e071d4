package dev.bulkhead.mibs.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.mibs.model.AgentCapabilities;
import dev.bulkhead.mibs.model.BaseType;
import dev.bulkhead.mibs.model.Definition;
import dev.bulkhead.mibs.model.DefinitionHead;
import dev.bulkhead.mibs.model.Group;
import dev.bulkhead.mibs.model.IndexPart;
import dev.bulkhead.mibs.model.MaxAccess;
import dev.bulkhead.mibs.model.MibModule;
import dev.bulkhead.mibs.model.MibModule.Import;
import dev.bulkhead.mibs.model.MibModule.SmiVersion;
import dev.bulkhead.mibs.model.ModuleCompliance;
import dev.bulkhead.mibs.model.ModuleIdentity;
import dev.bulkhead.mibs.model.NotificationType;
import dev.bulkhead.mibs.model.ObjectIdentity;
import dev.bulkhead.mibs.model.ObjectKind;
import dev.bulkhead.mibs.model.ObjectType;
import dev.bulkhead.mibs.model.OidAssignment;
import dev.bulkhead.mibs.model.Reference;
import dev.bulkhead.mibs.model.Status;
import dev.bulkhead.mibs.model.Syntax;
import dev.bulkhead.mibs.model.Syntax.NamedNumber;
import dev.bulkhead.mibs.model.Syntax.Range;
import dev.bulkhead.mibs.model.TextualConvention;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.source.SourceFile;
import dev.bulkhead.mibs.source.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Model to packed store to model. */
class StoreRoundTripTest {
    private static final String MODULE = "ACME-MIB";
    private static final SourceFile FILE = SourceFile.ofText("acme.mib", "x".repeat(70_000));
    private static final Oid ACME = Oid.parse("1.3.6.1.4.1.32473");
    private static final Reference CONVENTION = new Reference("SNMPv2-TC", "DisplayString");

    private static SourceSpan span(int start, int end) {
        return new SourceSpan(FILE, start, end);
    }

    private static DefinitionHead head(String name, Status status) {
        return new DefinitionHead(
                MODULE,
                name,
                span(300, 300 + name.length()),
                status,
                span(40_000, 69_999),
                span(0, 1));
    }

    private static DefinitionHead bare(String name) {
        return new DefinitionHead(
                MODULE,
                name,
                span(0, name.length()),
                Status.CURRENT,
                SourceSpan.NONE,
                SourceSpan.NONE);
    }

    private static Syntax syntax() {
        return new Syntax(
                BaseType.OCTET_STRING,
                "DisplayString",
                Optional.of(CONVENTION),
                Optional.of("255a"),
                List.of(),
                List.of(new Range(0, 32), new Range(64, 64)));
    }

    private static Syntax numbers() {
        return new Syntax(
                BaseType.INTEGER32,
                "INTEGER",
                Optional.empty(),
                Optional.empty(),
                List.of(new NamedNumber("up", 1), new NamedNumber("lost", -2_147_483_648)),
                List.of(new Range(-1, Long.MAX_VALUE), new Range(Long.MIN_VALUE, -1)));
    }

    private static ObjectType object(String name, ObjectKind kind, Oid oid) {
        return new ObjectType(
                head(name, Status.MANDATORY),
                oid,
                kind,
                numbers(),
                Optional.of("µs"),
                MaxAccess.READ_CREATE,
                List.of(
                        new IndexPart(new Reference(MODULE, "acmeColumn"), numbers(), false),
                        new IndexPart(new Reference("IF-MIB", "ifName"), syntax(), true)),
                Optional.of(new Reference("IF-MIB", "ifEntry")),
                Optional.of("'00'H"));
    }

    static List<Definition> definitions() {
        List<Reference> members = List.of(new Reference(MODULE, "a"), new Reference("B-MIB", "b"));
        return List.of(
                new OidAssignment(bare("acme"), ACME),
                new ObjectIdentity(head("acmeThing", Status.OBSOLETE), ACME.append(1)),
                new ModuleIdentity(
                        head("acmeMIB", Status.CURRENT),
                        ACME.append(2),
                        "202001010000Z",
                        "Äcme",
                        span(10, 20),
                        List.of(
                                new ModuleIdentity.Revision("202001010000Z", span(30, 40)),
                                new ModuleIdentity.Revision("", SourceSpan.NONE))),
                object("acmeScalar", ObjectKind.SCALAR, ACME.append(3)),
                object("acmeTable", ObjectKind.TABLE, ACME.append(4)),
                object("acmeRow", ObjectKind.ROW, ACME.append(4).append(1)),
                object("acmeColumn", ObjectKind.COLUMN, ACME.append(4).append(1).append(1)),
                new ObjectType(
                        bare("acmePlain"),
                        ACME.append(0xFFFF_FFFFL),
                        ObjectKind.SCALAR,
                        syntax(),
                        Optional.empty(),
                        MaxAccess.NOT_ACCESSIBLE,
                        List.of(),
                        Optional.empty(),
                        Optional.empty()),
                new NotificationType(bare("acmeUp"), ACME.append(5), members, false),
                new NotificationType(bare("acmeTrap"), ACME.append(6), List.of(), true),
                new Group(bare("acmeObjects"), ACME.append(7), members, false),
                new Group(bare("acmeNotifications"), ACME.append(8), members, true),
                new ModuleCompliance(
                        bare("acmeCompliance"),
                        ACME.append(9),
                        List.of(
                                new ModuleCompliance.Requirement(
                                        "B-MIB", List.of("x", "y"), List.of("z"), List.of()))),
                new AgentCapabilities(
                        bare("acmeAgent"),
                        ACME.append(10),
                        "1.0",
                        List.of(new AgentCapabilities.Support("B-MIB", List.of("x")))),
                new TextualConvention(bare("AcmeType"), numbers(), false),
                new TextualConvention(head("AcmeConvention", Status.CURRENT), syntax(), true));
    }

    private static MibModule module(List<Definition> definitions) {
        List<Import> imports =
                List.of(
                        new Import("SNMPv2-SMI", List.of("enterprises", "Counter64")),
                        new Import("SNMPv2-TC", List.of()));
        return new MibModule(MODULE, SmiVersion.V1, "acme.mib", imports, definitions);
    }

    private static MibIndex packed(List<Definition> definitions) {
        ModuleBlock block = ModuleBlock.of(module(definitions));
        return MibIndex.of(
                MibStore.of(StoreBuilder.build(List.of(block)), name -> FILE),
                (_, _) -> {
                    throw new AssertionError("nobody searches");
                });
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void everyKindOfDefinitionComesBackEqual(Definition definition) {
        MibModule read = packed(List.of(definition)).module(MODULE).orElseThrow();

        assertThat(read.definitions()).containsExactly(definition);
    }

    @Test
    void aModuleComesBackEqualWithAllOfThem() {
        MibModule read = packed(definitions()).module(MODULE).orElseThrow();

        assertThat(read).isEqualTo(module(definitions()));
    }

    @Test
    void theSamplesHaveEveryKind() {
        assertThat(definitions().stream().map(DefinitionKind::of))
                .contains(DefinitionKind.values());
    }

    @ParameterizedTest
    @EnumSource(BaseType.class)
    void everyBaseTypeComesBackEqual(BaseType base) {
        Syntax syntax =
                new Syntax(base, "T", Optional.empty(), Optional.empty(), List.of(), List.of());
        TextualConvention type = new TextualConvention(bare("AcmeType"), syntax, false);

        assertThat(packed(List.of(type)).definition(MODULE, "AcmeType")).contains(type);
    }

    @Test
    void everyAccessAndStatusComesBackEqual() {
        List<Definition> objects = new ArrayList<>();
        for (MaxAccess access : MaxAccess.values()) {
            for (Status status : Status.values()) {
                objects.add(
                        new ObjectType(
                                head("o" + objects.size(), status),
                                ACME.append(objects.size()),
                                ObjectKind.SCALAR,
                                syntax(),
                                Optional.empty(),
                                access,
                                List.of(),
                                Optional.empty(),
                                Optional.empty()));
            }
        }

        assertThat(packed(objects).module(MODULE).orElseThrow().definitions()).isEqualTo(objects);
    }
}
