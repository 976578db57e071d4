package dev.bulkhead.mibs.resolve;

import dev.bulkhead.mibs.diagnostic.Diagnostic.Follower;
import dev.bulkhead.mibs.diagnostic.DiagnosticCode;
import dev.bulkhead.mibs.resolve.Symbol.Progress;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.syntax.Clause;
import dev.bulkhead.mibs.syntax.DeclarationSyntax.Invocation;
import dev.bulkhead.mibs.syntax.DeclarationSyntax.OidValue;
import dev.bulkhead.mibs.syntax.Macro;
import dev.bulkhead.mibs.syntax.Name;
import dev.bulkhead.mibs.syntax.OidSyntax;
import dev.bulkhead.mibs.syntax.OidSyntax.Part;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Symbols to OIDs, each once. A symbol whose parent has none joins the parent's sufferers, so that
 * one fault is told once, with all that it costs.
 *
 * <p>Concurrency: for one thread; what it found may be read by all afterwards.
 */
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
    private static final int MAX_LENGTH = 128;
    private static final int MAX_FOLLOWERS = 1_000;

    private final Scopes scopes;
    private final Deque<Symbol> stack = new ArrayDeque<>();

    OidResolver(Scopes scopes) {
        this.scopes = scopes;
    }

    /** Resolves a symbol and all that it needs, without recursion: chains can be very long. */
    void resolve(Symbol wanted) {
        if (wanted.progress == Progress.DONE || resolveSimply(wanted)) {
            return;
        }
        stack.push(wanted);
        while (!stack.isEmpty()) {
            Symbol top = stack.element();
            if (top.progress == Progress.DONE) {
                stack.pop();
                continue;
            }
            top.progress = Progress.UNDER_WAY;
            Symbol needed = unresolvedParent(top);
            if (needed == null) {
                compute(top);
            } else if (needed.progress == Progress.UNDER_WAY) {
                Name name = top.declaration().name();
                fail(top, top.scope().root(DiagnosticCode.CIRCULAR, name, name.text()));
            } else {
                stack.push(needed);
            }
        }
    }

    /** The way of nearly all: {@code { parent 1 }} with a parent that has its OID already. */
    private boolean resolveSimply(Symbol symbol) {
        OidSyntax value = value(symbol);
        if (value == null || value.parts().size() != 2) {
            return false;
        }
        Part above = value.parts().getFirst();
        long number = value.parts().getLast().number();
        if (above.name().isEmpty()
                || !above.module().isEmpty()
                || number < 0
                || number > Oid.MAX_SUB_IDENTIFIER
                || isRoot(symbol, 0, above)) {
            return false;
        }
        Symbol parent = target(symbol, above);
        Oid oid = parent == null ? null : parent.oid;
        if (oid == null || oid.size() >= MAX_LENGTH) {
            return false;
        }
        symbol.parent = parent;
        symbol.oid = oid.append(number);
        symbol.progress = Progress.DONE;
        return true;
    }

    private void compute(Symbol symbol) {
        OidSyntax value = value(symbol);
        Oid oid = value == null ? null : isTrapNumber(symbol) ? trap(symbol) : oid(symbol, value);
        if (oid != null && oid.size() > MAX_LENGTH) {
            Name name = symbol.declaration().name();
            fail(symbol, symbol.scope().root(DiagnosticCode.OID_TOO_LONG, name, name.text()));
            return;
        }
        symbol.oid = oid;
        symbol.progress = Progress.DONE;
    }

    private static void fail(Symbol symbol, List<Follower> sufferers) {
        symbol.progress = Progress.DONE;
        symbol.sufferers = sufferers;
        if (sufferers.size() < MAX_FOLLOWERS) {
            sufferers.add(new Follower(symbol.name(), symbol.scope().line(symbol)));
        }
    }

    private static @Nullable OidSyntax value(Symbol symbol) {
        return switch (symbol.declaration()) {
            case OidValue value -> value.value();
            case Invocation invocation -> invocation.value();
            default -> null;
        };
    }

    /** A TRAP-TYPE's value is a number; some vendors write a whole OID there. */
    private static boolean isTrapNumber(Symbol symbol) {
        if (symbol.declaration() instanceof Invocation invocation
                && invocation.macro() == Macro.TRAP_TYPE) {
            List<Part> parts = invocation.value().parts();
            return parts.size() < 2 && (parts.isEmpty() || parts.getFirst().name().isEmpty());
        }
        return false;
    }

    /** The first symbol that must have its OID before this one can, if it has not. */
    private @Nullable Symbol unresolvedParent(Symbol symbol) {
        if (isTrapNumber(symbol)) {
            Name enterprise = enterprise(symbol);
            Symbol target = enterprise == null ? null : scopes.find(symbol.scope(), enterprise);
            return target == null || target.progress == Progress.DONE ? null : target;
        }
        OidSyntax value = value(symbol);
        List<Part> parts = value == null ? List.of() : value.parts();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            if (part.name().isEmpty() || (i > 0 && part.number() >= 0)) {
                continue;
            }
            Symbol target = isRoot(symbol, i, part) ? null : target(symbol, part);
            if (target != null && target.progress != Progress.DONE) {
                return target;
            }
        }
        return null;
    }

    private static boolean isRoot(Symbol symbol, int index, Part part) {
        return index == 0
                && ROOTS.containsKey(part.name())
                && symbol.scope().own(part.name()) == null;
    }

    private @Nullable Symbol target(Symbol symbol, Part part) {
        Symbol target = target(symbol.scope(), part);
        return target != null && target.equals(symbol) ? symbol.scope().namesake(symbol) : target;
    }

    private @Nullable Symbol target(Scope scope, Part part) {
        if (!part.module().isEmpty()) {
            Scope module = scopes.module(part.module());
            Symbol symbol = module == null ? null : module.own(part.name());
            if (symbol != null) {
                return symbol;
            }
        }
        return scopes.find(scope, new Name(part.name(), part.offset()));
    }

    private static void placeless(Symbol symbol) {
        Name name = symbol.declaration().name();
        fail(symbol, symbol.scope().root(DiagnosticCode.MISSING_VALUE, name, name.text()));
    }

    private @Nullable Oid oid(Symbol symbol, OidSyntax value) {
        if (value.parts().isEmpty()) {
            placeless(symbol);
        }
        Oid oid = null;
        for (int i = 0; i < value.parts().size(); i++) {
            Part part = value.parts().get(i);
            if (part.name().isEmpty() || (i > 0 && part.number() >= 0)) {
                if (part.number() < 0 || part.number() > Oid.MAX_SUB_IDENTIFIER) {
                    tooLarge(symbol, part);
                    return null;
                }
                oid = oid == null ? Oid.of(part.number()) : oid.append(part.number());
            } else {
                oid = isRoot(symbol, i, part) ? root(part) : named(symbol, part);
                if (oid == null) {
                    return null;
                }
            }
        }
        return oid;
    }

    private static Oid root(Part part) {
        return Oid.of(ROOTS.getOrDefault(part.name(), 0L));
    }

    private static void tooLarge(Symbol symbol, Part part) {
        Name where = new Name(Long.toUnsignedString(part.number()), part.offset());
        fail(symbol, symbol.scope().root(DiagnosticCode.NUMBER_TOO_LARGE, where, where.text()));
    }

    private @Nullable Oid named(Symbol symbol, Part part) {
        Symbol target = target(symbol, part);
        Name name = new Name(part.name(), part.offset());
        if (target == null) {
            fail(symbol, symbol.scope().unknown(name));
            return null;
        }
        return oidOf(symbol, target, name);
    }

    private static @Nullable Oid oidOf(Symbol symbol, Symbol target, Name as) {
        if (target.oid == null) {
            List<Follower> sufferers = target.sufferers;
            if (sufferers == null) {
                fail(symbol, symbol.scope().unknown(as));
            } else if (target.scope().equals(symbol.scope())) {
                fail(symbol, sufferers);
            } else {
                fail(symbol, symbol.scope().placeless(as, target));
            }
        }
        return target.oid;
    }

    /** {@code enterprise.0.n} (RFC 3584 §3.1). */
    private @Nullable Oid trap(Symbol symbol) {
        OidSyntax value = value(symbol);
        Name enterprise = enterprise(symbol);
        if (value == null || value.parts().isEmpty() || enterprise == null) {
            placeless(symbol);
            return null;
        }
        Part part = value.parts().getFirst();
        if (part.number() < 0 || part.number() > Oid.MAX_SUB_IDENTIFIER) {
            tooLarge(symbol, part);
            return null;
        }
        Symbol target = scopes.find(symbol.scope(), enterprise);
        if (target == null) {
            fail(symbol, symbol.scope().unknown(enterprise));
            return null;
        }
        Oid oid = oidOf(symbol, target, enterprise);
        return oid == null ? null : oid.append(0).append(part.number());
    }

    private static @Nullable Name enterprise(Symbol symbol) {
        List<Clause.Item> items = Clauses.of(symbol.declaration()).enterprise;
        return items == null || items.isEmpty() ? null : items.getLast().name();
    }
}
