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
import dev.bulkhead.mibs.source.SourceFile;
import dev.bulkhead.mibs.source.SourceSpan;
import dev.bulkhead.mibs.syntax.Clause;
import dev.bulkhead.mibs.syntax.DeclarationSyntax;
import dev.bulkhead.mibs.syntax.Macro;
import dev.bulkhead.mibs.syntax.ModuleSyntax.ImportSyntax;
import dev.bulkhead.mibs.syntax.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One module's declarations to its model. */
final class ModuleBuilder {
    private final Scope scope;
    private final SourceFile file;
    private final TypeResolver types;
    private final DefinitionBuilder definitions;

    ModuleBuilder(Scope scope, TypeResolver types, DefinitionBuilder definitions) {
        this.scope = scope;
        this.file = scope.sink().file();
        this.types = types;
        this.definitions = definitions;
    }

    MibModule build() {
        List<Definition> built = new ArrayList<>(scope.declarations().size());
        for (Symbol symbol : scope.declarations()) {
            Definition definition = definition(symbol);
            if (definition != null) {
                built.add(definition);
            }
        }
        return new MibModule(scope.name(), version(), file.name(), imports(), built);
    }

    private @Nullable Definition definition(Symbol symbol) {
        Oid oid = symbol.oid;
        Clauses clauses = Clauses.of(symbol.declaration());
        return switch (symbol.declaration()) {
            case DeclarationSyntax.Type type ->
                    type.type().name().equals("SEQUENCE")
                            ? null
                            : new TextualConvention(
                                    head(symbol, clauses), types.declared(symbol), false);
            case DeclarationSyntax.Convention _ ->
                    new TextualConvention(head(symbol, clauses), types.declared(symbol), true);
            case DeclarationSyntax.OidValue _ ->
                    oid == null ? null : new OidAssignment(head(symbol, clauses), oid);
            case DeclarationSyntax.Invocation invocation ->
                    oid == null
                            ? null
                            : definitions.build(
                                    symbol, invocation, clauses, head(symbol, clauses), oid);
        };
    }

    private DefinitionHead head(Symbol symbol, Clauses clauses) {
        Name name = symbol.declaration().name();
        Name status = clauses.status;
        return new DefinitionHead(
                scope.name(),
                symbol.name(),
                new SourceSpan(file, name.offset(), name.end()),
                status == null ? Status.CURRENT : status(status.text()),
                span(clauses.description),
                span(clauses.reference));
    }

    private SourceSpan span(Clause.@Nullable Text text) {
        return text == null ? SourceSpan.NONE : new SourceSpan(file, text.start(), text.end());
    }

    private static Status status(String word) {
        for (Status status : Status.values()) {
            if (status.rfcName().equals(word)) {
                return status;
            }
        }
        String lower = word.toLowerCase(Locale.ROOT);
        for (Status status : Status.values()) {
            if (status.rfcName().equals(lower)) {
                return status;
            }
        }
        return Status.CURRENT;
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
