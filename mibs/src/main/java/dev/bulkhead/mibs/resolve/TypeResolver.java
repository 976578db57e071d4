package dev.bulkhead.mibs.resolve;

import dev.bulkhead.mibs.model.BaseType;
import dev.bulkhead.mibs.model.Reference;
import dev.bulkhead.mibs.model.Syntax;
import dev.bulkhead.mibs.model.Syntax.NamedNumber;
import dev.bulkhead.mibs.model.Syntax.Range;
import dev.bulkhead.mibs.syntax.DeclarationSyntax;
import dev.bulkhead.mibs.syntax.Name;
import dev.bulkhead.mibs.syntax.TypeSyntax;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Types as written to syntaxes with their base, through all conventions on the way. */
final class TypeResolver {
    private static final int MAX_DEPTH = 32;

    private final Scopes scopes;
    private final Map<Symbol, Syntax> known = new HashMap<>();

    TypeResolver(Scopes scopes) {
        this.scopes = scopes;
    }

    Syntax syntax(Scope scope, TypeSyntax type) {
        return syntax(scope, type, 0);
    }

    /** The syntax of a declared type or convention, its own hint included. */
    Syntax declared(Symbol symbol) {
        return declared(symbol, 0);
    }

    private Syntax declared(Symbol symbol, int depth) {
        Syntax before = known.get(symbol);
        if (before != null) {
            return before;
        }
        Syntax syntax =
                switch (symbol.declaration()) {
                    case DeclarationSyntax.Type type -> syntax(symbol.scope(), type.type(), depth);
                    case DeclarationSyntax.Convention convention ->
                            withHint(
                                    syntax(symbol.scope(), convention.type(), depth),
                                    Clauses.of(convention).text("DISPLAY-HINT"));
                    case DeclarationSyntax.OidValue _, DeclarationSyntax.Invocation _ ->
                            unknown(symbol.name());
                };
        if (depth < MAX_DEPTH) {
            known.put(symbol, syntax);
        }
        return syntax;
    }

    private Syntax syntax(Scope scope, TypeSyntax type, int depth) {
        Optional<BaseType> base = BuiltIn.type(type.name());
        if (base.isPresent()) {
            String written = type.element().isEmpty() ? type.name() : type.element();
            return new Syntax(
                    enumeratedBase(base.get(), type),
                    written,
                    Optional.empty(),
                    Optional.empty(),
                    type.namedNumbers(),
                    type.ranges());
        }
        Symbol symbol = find(scope, type);
        if (symbol == null || depth >= MAX_DEPTH) {
            return new Syntax(
                    BaseType.UNKNOWN,
                    type.name(),
                    Optional.empty(),
                    Optional.empty(),
                    type.namedNumbers(),
                    type.ranges());
        }
        return refined(type, symbol, declared(symbol, depth + 1));
    }

    private static BaseType enumeratedBase(BaseType base, TypeSyntax type) {
        return base == BaseType.OCTET_STRING && !type.namedNumbers().isEmpty()
                ? BaseType.BITS
                : base;
    }

    private @Nullable Symbol find(Scope scope, TypeSyntax type) {
        return type.name().isEmpty()
                ? null
                : scopes.find(scope, new Name(type.name(), type.offset()));
    }

    private static Syntax refined(TypeSyntax type, Symbol symbol, Syntax inner) {
        List<NamedNumber> named =
                type.namedNumbers().isEmpty() ? inner.namedNumbers() : type.namedNumbers();
        List<Range> ranges = type.ranges().isEmpty() ? inner.ranges() : type.ranges();
        return new Syntax(
                inner.base(),
                type.name(),
                Optional.of(new Reference(symbol.scope().name(), symbol.name())),
                inner.displayHint(),
                named,
                ranges);
    }

    private static Syntax withHint(Syntax syntax, Optional<String> hint) {
        return hint.isEmpty()
                ? syntax
                : new Syntax(
                        syntax.base(),
                        syntax.declaredType(),
                        syntax.textualConvention(),
                        hint,
                        syntax.namedNumbers(),
                        syntax.ranges());
    }

    static Syntax unknown(String declaredType) {
        return new Syntax(
                BaseType.UNKNOWN,
                declaredType,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of());
    }
}
