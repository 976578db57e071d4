package dev.bulkhead.mibs.resolve;

import dev.bulkhead.mibs.model.Definition;
import dev.bulkhead.mibs.model.DefinitionHead;
import dev.bulkhead.mibs.model.MibModule;
import dev.bulkhead.mibs.model.MibModule.Import;
import dev.bulkhead.mibs.model.MibModule.SmiVersion;
import dev.bulkhead.mibs.model.OidAssignment;
import dev.bulkhead.mibs.model.Status;
import dev.bulkhead.mibs.model.TextualConvention;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.syntax.DeclarationSyntax;
import dev.bulkhead.mibs.syntax.Macro;
import dev.bulkhead.mibs.syntax.ModuleSyntax.ImportSyntax;
import dev.bulkhead.mibs.syntax.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One module's declarations to its model. */
final class ModuleBuilder {
    private final Scope scope;
    private final OidResolver oids;
    private final TypeResolver types;
    private final DefinitionBuilder definitions;

    ModuleBuilder(
            Scope scope, OidResolver oids, TypeResolver types, DefinitionBuilder definitions) {
        this.scope = scope;
        this.oids = oids;
        this.types = types;
        this.definitions = definitions;
    }

    MibModule build() {
        List<Definition> built = new ArrayList<>();
        for (Symbol symbol : scope.declarations()) {
            definition(symbol).ifPresent(built::add);
        }
        return new MibModule(scope.name(), version(), scope.sink().file().name(), imports(), built);
    }

    private Optional<? extends Definition> definition(Symbol symbol) {
        DefinitionHead head = head(symbol);
        return switch (symbol.declaration()) {
            case DeclarationSyntax.Type type ->
                    type.type().name().equals("SEQUENCE")
                            ? Optional.empty()
                            : Optional.of(
                                    new TextualConvention(head, types.declared(symbol), false));
            case DeclarationSyntax.Convention _ ->
                    Optional.of(new TextualConvention(head, types.declared(symbol), true));
            case DeclarationSyntax.OidValue _ ->
                    oids.oid(symbol).map(oid -> new OidAssignment(head, oid));
            case DeclarationSyntax.Invocation invocation -> {
                Optional<Oid> oid = oids.oid(symbol);
                yield oid.map(found -> definitions.build(symbol, invocation, head, found));
            }
        };
    }

    private DefinitionHead head(Symbol symbol) {
        Clauses clauses = Clauses.of(symbol.declaration());
        return new DefinitionHead(
                scope.name(),
                symbol.name(),
                scope.sink().file().location(symbol.declaration().name().offset()),
                clauses.word("STATUS").flatMap(ModuleBuilder::status).orElse(Status.CURRENT),
                clauses.text("DESCRIPTION").orElse(""),
                clauses.text("REFERENCE"));
    }

    private static Optional<Status> status(Name word) {
        for (Status status : Status.values()) {
            if (status.rfcName().equals(word.text())) {
                return Optional.of(status);
            }
        }
        return Optional.empty();
    }

    private SmiVersion version() {
        boolean second =
                scope.name().startsWith("SNMPv2-")
                        || scope.syntax().imports().stream()
                                .anyMatch(clause -> clause.module().text().startsWith("SNMPv2-"))
                        || scope.declarations().stream().anyMatch(ModuleBuilder::isIdentity);
        return second ? SmiVersion.V2 : SmiVersion.V1;
    }

    private static boolean isIdentity(Symbol symbol) {
        return symbol.declaration() instanceof DeclarationSyntax.Invocation invocation
                && invocation.macro() == Macro.MODULE_IDENTITY;
    }

    private List<Import> imports() {
        List<Import> imports = new ArrayList<>();
        for (ImportSyntax clause : scope.syntax().imports()) {
            imports.add(
                    new Import(
                            clause.module().text(),
                            clause.symbols().stream().map(Name::text).toList()));
        }
        return imports;
    }
}
