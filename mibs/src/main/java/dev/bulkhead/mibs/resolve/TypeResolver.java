package dev.bulkhead.mibs.resolve;

import dev.bulkhead.mibs.diagnostic.DiagnosticCode;
import dev.bulkhead.mibs.lexer.Distance;
import dev.bulkhead.mibs.model.BaseType;
import dev.bulkhead.mibs.model.Reference;
import dev.bulkhead.mibs.model.Syntax;
import dev.bulkhead.mibs.model.Syntax.NamedNumber;
import dev.bulkhead.mibs.model.Syntax.Range;
import dev.bulkhead.mibs.syntax.Clause;
import dev.bulkhead.mibs.syntax.DeclarationSyntax;
import dev.bulkhead.mibs.syntax.Name;
import dev.bulkhead.mibs.syntax.TypeSyntax;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Types as written to syntaxes with their base, through all conventions on the way.
 *
 * <p>Concurrency: {@link #declare} runs over all types by one thread first; then any may ask.
 */
final class TypeResolver {
    private static final int MAX_DEPTH = 32;
    private static final Map<BaseType, Map<String, Syntax>> PLAIN = plain();

    private static final List<String> SORTED_TYPES = BuiltIn.types().stream().sorted().toList();

    private final Scopes scopes;

    TypeResolver(Scopes scopes) {
        this.scopes = scopes;
    }

    private static Map<BaseType, Map<String, Syntax>> plain() {
        Map<BaseType, Map<String, Syntax>> plain = new HashMap<>();
        for (String name : BuiltIn.types()) {
            BaseType base = BuiltIn.type(name);
            if (base != null) {
                plain.computeIfAbsent(base, b -> new HashMap<>()).put(name, bare(base, name));
            }
        }
        return plain;
    }

    private static Syntax bare(BaseType base, String written) {
        return new Syntax(base, written, Optional.empty(), Optional.empty(), List.of(), List.of());
    }

    static Syntax unknown(String declaredType) {
        return bare(BaseType.UNKNOWN, declaredType);
    }

    /** Works out a declared type or convention, and all it is made of. */
    void declare(Symbol symbol) {
        declared(symbol, 0);
    }

    /** The syntax of a declared type or convention, its own hint included. */
    Syntax declared(Symbol symbol) {
        Syntax known = symbol.declared;
        return known == null ? unknown(symbol.name()) : known;
    }

    /** A type used in a module; faults are told. */
    Syntax syntax(Scope scope, TypeSyntax type) {
        return syntax(scope, type, 0, false);
    }

    /** The same for an object of another module than the one that is built: faults are not told. */
    Syntax syntaxQuietly(Scope scope, TypeSyntax type) {
        return syntax(scope, type, 0, true);
    }

    private Syntax declared(Symbol symbol, int depth) {
        Syntax before = symbol.declared;
        if (before != null) {
            return before;
        }
        if (depth >= MAX_DEPTH) {
            Name name = symbol.declaration().name();
            symbol.scope().complain(DiagnosticCode.CIRCULAR_TYPE, name, name.text());
            return unknown(symbol.name());
        }
        Syntax syntax =
                switch (symbol.declaration()) {
                    case DeclarationSyntax.Type type ->
                            syntax(symbol.scope(), type.type(), depth, false);
                    case DeclarationSyntax.Convention convention ->
                            withHint(
                                    syntax(symbol.scope(), convention.type(), depth, false),
                                    hint(symbol, convention));
                    case DeclarationSyntax.OidValue _, DeclarationSyntax.Invocation _ ->
                            unknown(symbol.name());
                };
        symbol.declared = syntax;
        return syntax;
    }

    private static Optional<String> hint(Symbol symbol, DeclarationSyntax.Convention convention) {
        Clause.Text hint = Clauses.of(convention).displayHint;
        return hint == null
                ? Optional.empty()
                : Optional.of(symbol.scope().sink().file().text(hint.start(), hint.end()).strip());
    }

    private Syntax syntax(Scope scope, TypeSyntax type, int depth, boolean quiet) {
        BaseType base = BuiltIn.type(type.name());
        if (base != null) {
            if (!quiet) {
                checkImported(scope, type);
            }
            return builtIn(base, type);
        }
        Symbol symbol = find(scope, type, quiet);
        if (symbol == null) {
            return guessed(scope, type, depth, quiet);
        }
        boolean bare = type.labels().isEmpty() && type.bounds().isEmpty();
        Syntax known = symbol.used;
        if (bare && known != null) {
            return known;
        }
        Syntax inner = symbol.declared != null ? symbol.declared : declared(symbol, depth + 1);
        Syntax refined = refined(type, symbol, inner);
        if (bare && symbol.declared != null) {
            symbol.used = refined;
        }
        return refined;
    }

    private static void checkImported(Scope scope, TypeSyntax type) {
        String name = type.name();
        if (BuiltIn.needsImport(name)
                && !scope.isBase()
                && scope.importedFrom(name) == null
                && scope.own(name) == null) {
            String home = BuiltIn.home(name);
            scope.complainFixably(
                    DiagnosticCode.BASE_TYPE_NOT_IMPORTED,
                    new Name(name, type.offset()),
                    scope.importOffset(),
                    scope.importOf(name, home),
                    name,
                    home);
        }
    }

    private static Syntax builtIn(BaseType base, TypeSyntax type) {
        String written = type.element().isEmpty() ? type.name() : type.element();
        if (type.labels().isEmpty() && type.bounds().isEmpty()) {
            Syntax plain = PLAIN.getOrDefault(base, Map.of()).get(written);
            return plain == null ? bare(base, written) : plain;
        }
        return new Syntax(
                enumeratedBase(base, type),
                written,
                Optional.empty(),
                Optional.empty(),
                named(type),
                ranges(type));
    }

    private static BaseType enumeratedBase(BaseType base, TypeSyntax type) {
        return base == BaseType.OCTET_STRING && !type.labels().isEmpty() ? BaseType.BITS : base;
    }

    private static List<NamedNumber> named(TypeSyntax type) {
        List<TypeSyntax.Label> labels = type.labels();
        if (labels.isEmpty()) {
            return List.of();
        }
        NamedNumber[] named = new NamedNumber[labels.size()];
        for (int i = 0; i < named.length; i++) {
            named[i] = new NamedNumber(labels.get(i).text(), labels.get(i).number());
        }
        return List.of(named);
    }

    private static List<Range> ranges(TypeSyntax type) {
        List<TypeSyntax.Bounds> bounds = type.bounds();
        if (bounds.isEmpty()) {
            return List.of();
        }
        Range[] ranges = new Range[bounds.size()];
        for (int i = 0; i < ranges.length; i++) {
            ranges[i] = new Range(bounds.get(i).min(), bounds.get(i).max());
        }
        return List.of(ranges);
    }

    private @Nullable Symbol find(Scope scope, TypeSyntax type, boolean quiet) {
        if (type.name().isEmpty()) {
            return null;
        }
        Name name = new Name(type.name(), type.offset());
        return quiet ? scopes.findQuietly(scope, name) : scopes.find(scope, name);
    }

    /** A name that nothing defines is taken for the base type it is misspelt from, if near one. */
    private Syntax guessed(Scope scope, TypeSyntax type, int depth, boolean quiet) {
        Name name = new Name(type.name(), type.offset());
        String meant = type.name().length() < 4 ? null : nearestBase(type.name());
        if (meant == null) {
            if (!quiet && !type.name().isEmpty()) {
                scope.complain(DiagnosticCode.UNKNOWN_TYPE, name, name.text());
            }
            return new Syntax(
                    BaseType.UNKNOWN,
                    type.name(),
                    Optional.empty(),
                    Optional.empty(),
                    named(type),
                    ranges(type));
        }
        if (!quiet) {
            scope.sink()
                    .fault(DiagnosticCode.MISSPELT_TYPE, name.offset(), name.end())
                    .fix(name.offset(), name.end(), meant)
                    .report(name.text(), meant);
        }
        TypeSyntax corrected =
                new TypeSyntax(
                        meant,
                        type.element(),
                        type.offset(),
                        type.labels(),
                        type.bounds(),
                        type.isSize(),
                        type.fields());
        return syntax(scope, corrected, depth, true);
    }

    private static @Nullable String nearestBase(String written) {
        for (String base : BuiltIn.types()) {
            if (base.equalsIgnoreCase(written)) {
                return base;
            }
        }
        String best = null;
        int bestDistance = written.length() < 6 ? 2 : 3;
        for (String base : SORTED_TYPES) {
            if (base.indexOf(' ') < 0) {
                int distance = Distance.between(written, base, bestDistance);
                if (distance < bestDistance) {
                    best = base;
                    bestDistance = distance;
                }
            }
        }
        return best;
    }

    private static Syntax refined(TypeSyntax type, Symbol symbol, Syntax inner) {
        List<NamedNumber> named = type.labels().isEmpty() ? inner.namedNumbers() : named(type);
        List<Range> ranges = type.bounds().isEmpty() ? inner.ranges() : ranges(type);
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
}
