package dev.bulkhead.mibs.resolve;

import dev.bulkhead.mibs.diagnostic.DiagnosticCode;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.syntax.Clause;
import dev.bulkhead.mibs.syntax.DeclarationSyntax;
import dev.bulkhead.mibs.syntax.DeclarationSyntax.Invocation;
import dev.bulkhead.mibs.syntax.DeclarationSyntax.OidValue;
import dev.bulkhead.mibs.syntax.Macro;
import dev.bulkhead.mibs.syntax.Name;
import dev.bulkhead.mibs.syntax.OidSyntax;
import dev.bulkhead.mibs.syntax.OidSyntax.Part;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Symbols to OIDs, each once. */
final class OidResolver {
    private static final Map<String, Long> ROOTS =
            Map.of(
                    "ccitt",
                    0L,
                    "itu-t",
                    0L,
                    "iso",
                    1L,
                    "joint-iso-ccitt",
                    2L,
                    "joint-iso-itu-t",
                    2L);
    private static final int MAX_DEPTH = 256;
    private static final int MAX_LENGTH = 128;

    private final Scopes scopes;
    private final Map<Symbol, Optional<Oid>> known = new HashMap<>();
    private final Set<Symbol> underWay = new HashSet<>();

    OidResolver(Scopes scopes) {
        this.scopes = scopes;
    }

    /** The symbol's OID; empty, with a diagnostic, if it has none. */
    Optional<Oid> oid(Symbol symbol) {
        Optional<Oid> before = known.get(symbol);
        if (before != null) {
            return before;
        }
        Name name = symbol.declaration().name();
        if (underWay.size() > MAX_DEPTH || !underWay.add(symbol)) {
            symbol.scope().complain(DiagnosticCode.CIRCULAR, name, name.text());
            return Optional.empty();
        }
        Optional<Oid> oid = resolve(symbol).filter(found -> found.size() <= MAX_LENGTH);
        underWay.remove(symbol);
        known.put(symbol, oid);
        return oid;
    }

    private Optional<Oid> resolve(Symbol symbol) {
        DeclarationSyntax declaration = symbol.declaration();
        if (declaration instanceof OidValue value) {
            return value(symbol, value.value());
        }
        if (declaration instanceof Invocation invocation) {
            return invocation.macro() == Macro.TRAP_TYPE && !isBraced(invocation)
                    ? trap(symbol, invocation)
                    : value(symbol, invocation.value());
        }
        return Optional.empty();
    }

    /** Some vendors write TRAP-TYPEs with a whole OID. */
    private static boolean isBraced(Invocation invocation) {
        List<Part> parts = invocation.value().parts();
        return parts.size() > 1 || (parts.size() == 1 && !parts.getFirst().name().isEmpty());
    }

    private Optional<Oid> value(Symbol symbol, OidSyntax value) {
        Oid oid = null;
        for (Part part : value.parts()) {
            if (oid == null) {
                Optional<Oid> first = first(symbol, part);
                if (first.isEmpty()) {
                    return first;
                }
                oid = first.get();
            } else if (part.number() < 0) {
                Optional<Oid> named = named(symbol, part);
                if (named.isEmpty()) {
                    return named;
                }
                oid = named.get();
            } else if (part.number() > Oid.MAX_SUB_IDENTIFIER) {
                return Optional.empty();
            } else {
                oid = oid.append(part.number());
            }
        }
        return Optional.ofNullable(oid);
    }

    private Optional<Oid> first(Symbol symbol, Part part) {
        if (part.name().isEmpty()) {
            return part.number() >= 0 && part.number() <= Oid.MAX_SUB_IDENTIFIER
                    ? Optional.of(Oid.of(part.number()))
                    : Optional.empty();
        }
        Long root = ROOTS.get(part.name());
        if (root != null && symbol.scope().own(part.name()) == null) {
            return Optional.of(Oid.of(root));
        }
        return named(symbol, part);
    }

    private Optional<Oid> named(Symbol symbol, Part part) {
        Name name = new Name(part.name(), part.offset());
        Symbol target = target(symbol.scope(), part, name);
        return target == null ? Optional.empty() : oid(target);
    }

    private @Nullable Symbol target(Scope scope, Part part, Name name) {
        if (!part.module().isEmpty()) {
            Scope module = scopes.module(part.module());
            Symbol symbol = module == null ? null : module.own(part.name());
            if (symbol != null) {
                return symbol;
            }
        }
        return scopes.find(scope, name);
    }

    /** {@code enterprise.0.n} (RFC 3584 §3.1); the generic traps have OIDs of their own. */
    private Optional<Oid> trap(Symbol symbol, Invocation invocation) {
        List<Part> parts = invocation.value().parts();
        if (parts.isEmpty() || parts.getFirst().number() < 0) {
            return Optional.empty();
        }
        for (Clause clause : invocation.clauses()) {
            if (clause instanceof Clause.Names names
                    && names.keyword().equals("ENTERPRISE")
                    && !names.items().isEmpty()) {
                Name enterprise = names.items().getLast().name();
                Symbol target = scopes.find(symbol.scope(), enterprise);
                long number = parts.getFirst().number();
                return target == null
                        ? Optional.empty()
                        : oid(target).map(oid -> oid.append(0).append(number));
            }
        }
        return Optional.empty();
    }
}
