package dev.bulkhead.mibs.check;

import dev.bulkhead.mibs.diagnostic.DiagnosticCode;
import dev.bulkhead.mibs.diagnostic.DiagnosticSink;
import dev.bulkhead.mibs.index.MibIndex;
import dev.bulkhead.mibs.lexer.Keyword;
import dev.bulkhead.mibs.model.Definition;
import dev.bulkhead.mibs.model.MibModule;
import dev.bulkhead.mibs.model.MibModule.SmiVersion;
import dev.bulkhead.mibs.model.ObjectType;
import dev.bulkhead.mibs.model.TextualConvention;
import dev.bulkhead.mibs.syntax.Clause;
import dev.bulkhead.mibs.syntax.DeclarationSyntax;
import dev.bulkhead.mibs.syntax.DeclarationSyntax.Invocation;
import dev.bulkhead.mibs.syntax.Macro;
import dev.bulkhead.mibs.syntax.ModuleSyntax;
import dev.bulkhead.mibs.syntax.Name;
import dev.bulkhead.mibs.syntax.TypeSyntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A module as the rules see it.
 *
 * @param index over all modules, for what this one imports
 * @param sink over the module's file; receives what breaks a rule
 */
public record CheckedModule(
        ModuleSyntax syntax, MibModule model, MibIndex index, DiagnosticSink sink) {
    boolean isSecondVersion() {
        return model.version() == SmiVersion.V2;
    }

    /** The invocations of a macro, in the order of the text. */
    List<Invocation> invocations(Macro macro) {
        List<Invocation> found = new ArrayList<>();
        for (DeclarationSyntax declaration : syntax.declarations()) {
            if (declaration instanceof Invocation invocation && invocation.macro() == macro) {
                found.add(invocation);
            }
        }
        return found;
    }

    /** The clauses of any declaration. */
    static List<Clause> clauses(DeclarationSyntax declaration) {
        return switch (declaration) {
            case Invocation invocation -> invocation.clauses();
            case DeclarationSyntax.Convention convention -> convention.clauses();
            case DeclarationSyntax.OidValue _, DeclarationSyntax.Type _ -> List.of();
        };
    }

    static @Nullable Clause clause(DeclarationSyntax declaration, Keyword keyword) {
        for (Clause clause : clauses(declaration)) {
            if (clause.keyword() == keyword) {
                return clause;
            }
        }
        return null;
    }

    static @Nullable TypeSyntax type(DeclarationSyntax declaration) {
        return switch (declaration) {
            case DeclarationSyntax.Type type -> type.type();
            case DeclarationSyntax.Convention convention -> convention.type();
            case Invocation invocation ->
                    clause(invocation, Keyword.SYNTAX) instanceof Clause.OfType type
                            ? type.type()
                            : null;
            case DeclarationSyntax.OidValue _ -> null;
        };
    }

    String text(Clause.Text clause) {
        return sink.file().text(clause.start(), clause.end());
    }

    /** What was compiled of a declaration. */
    Optional<Definition> definition(Name name) {
        return index.definition(model.name(), name.text());
    }

    Optional<ObjectType> object(Name name) {
        return definition(name).filter(ObjectType.class::isInstance).map(ObjectType.class::cast);
    }

    /**
     * The textual convention or type of this name: the module's own, else the only one there is.
     */
    Optional<TextualConvention> convention(String name) {
        List<Definition> named = index.definitions(name);
        return index.definition(model.name(), name)
                .or(() -> named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty())
                .filter(TextualConvention.class::isInstance)
                .map(TextualConvention.class::cast);
    }

    void report(DiagnosticCode code, Name at, String... arguments) {
        sink.report(code, at.offset(), Math.max(at.offset() + 1, at.end()), arguments);
    }

    void report(DiagnosticCode code, Clause at, String... arguments) {
        sink.report(code, at.offset(), at.offset() + at.keyword().word().length(), arguments);
    }

    void report(DiagnosticCode code, int offset, int length, String... arguments) {
        sink.report(code, offset, offset + Math.max(1, length), arguments);
    }
}
