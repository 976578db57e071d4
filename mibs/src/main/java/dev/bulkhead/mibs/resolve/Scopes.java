package dev.bulkhead.mibs.resolve;

import dev.bulkhead.mibs.diagnostic.DiagnosticCode;
import dev.bulkhead.mibs.syntax.ModuleSyntax.ImportSyntax;
import dev.bulkhead.mibs.syntax.Name;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All modules' names, and how a name used in one is found. */
final class Scopes {
    private static final List<String> BASE =
            List.of(
                    "SNMPv2-SMI",
                    "SNMPv2-TC",
                    "RFC1155-SMI",
                    "RFC1213-MIB",
                    "SNMPv2-MIB",
                    "RFC-1215");
    private static final int MAX_HOPS = 8;

    private final Map<String, Scope> byName = new LinkedHashMap<>();
    private final Object lock = new Object();
    private volatile @Nullable Map<String, List<Symbol>> everywhere;
    private volatile @Nullable Map<String, Scope> byFoldedName;

    Scopes(Collection<Resolver.Input> inputs) {
        List<Scope> scopes = inputs.parallelStream().map(Scope::new).toList();
        scopes.forEach(scope -> byName.put(scope.name(), scope));
        scopes.parallelStream().forEach(this::checkImports);
    }

    Collection<Scope> all() {
        return byName.values();
    }

    /** The module of this name, or what took its place. */
    @Nullable Scope module(String name) {
        Scope exact = byName.get(name);
        if (exact != null) {
            return exact;
        }
        Scope current = byName.get(RenamedModules.current(name));
        return current != null ? current : byFoldedName().get(folded(name));
    }

    /** Names that differ only in case, hyphens and underscores. */
    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
    }

    private Map<String, Scope> byFoldedName() {
        Map<String, Scope> known = byFoldedName;
        if (known == null) {
            Map<String, Scope> made = HashMap.newHashMap(byName.size());
            byName.values().forEach(scope -> made.putIfAbsent(folded(scope.name()), scope));
            byFoldedName = made;
            known = made;
        }
        return known;
    }

    private void checkImports(Scope scope) {
        if (scope.isBase()) {
            return;
        }
        for (ImportSyntax clause : scope.syntax().imports()) {
            Name wanted = clause.module();
            Scope from = module(wanted.text());
            if (from == null) {
                scope.complain(DiagnosticCode.MODULE_NOT_FOUND, wanted, wanted.text());
                continue;
            }
            if (from.equals(scope)) {
                scope.complain(DiagnosticCode.SELF_IMPORT, wanted, wanted.text());
                continue;
            }
            if (!from.name().equals(wanted.text())) {
                renamed(scope, wanted, from);
            }
            for (Name symbol : clause.symbols()) {
                checkSymbol(scope, from, wanted, symbol);
            }
        }
        NeededImports.check(scope);
    }

    private static void renamed(Scope scope, Name wanted, Scope from) {
        scope.sink()
                .fault(DiagnosticCode.MODULE_RENAMED, wanted.offset(), wanted.end())
                .fix(wanted.offset(), wanted.end(), from.name())
                .report(wanted.text(), from.name());
    }

    private void checkSymbol(Scope scope, Scope from, Name module, Name symbol) {
        if (from.own(symbol.text()) == null
                && !BuiltIn.isWord(symbol.text())
                && imported(from, symbol.text()) == null) {
            scope.complain(
                    DiagnosticCode.SYMBOL_NOT_IN_MODULE, symbol, module.text(), symbol.text());
        }
    }

    /**
     * What a name means in a module, with a diagnostic where it took a fallback; null if nothing.
     */
    @Nullable Symbol find(Scope scope, Name name) {
        Symbol found = properly(scope, name.text());
        return found != null ? found : fallback(scope, name, false);
    }

    /** The same without a diagnostic, for names of other modules than the one that is built. */
    @Nullable Symbol findQuietly(Scope scope, Name name) {
        Symbol found = properly(scope, name.text());
        return found != null ? found : fallback(scope, name, true);
    }

    private @Nullable Symbol properly(Scope scope, String name) {
        Symbol own = scope.own(name);
        return own != null ? own : imported(scope, name);
    }

    private @Nullable Symbol imported(Scope scope, String name) {
        Name module = scope.importedFrom(name);
        Scope from = module == null ? null : module(module.text());
        for (int hops = 0; from != null && hops < MAX_HOPS; hops++) {
            Symbol symbol = from.own(name);
            Name next = from.importedFrom(name);
            if (symbol != null || next == null) {
                return symbol;
            }
            from = module(next.text()); // imported there too: follow
        }
        return null;
    }

    private @Nullable Symbol fallback(Scope scope, Name name, boolean quiet) {
        Symbol found = base(name.text());
        if (found == null) {
            found = ofOtherCase(scope, name, quiet);
            if (found != null) {
                return found;
            }
            found = elsewhere(scope, name.text());
        }
        if (found != null
                && !quiet
                && !scope.isBase()
                && scope.importedFrom(name.text()) == null
                && !found.scope().equals(scope)) {
            String module = found.scope().name();
            scope.complainFixably(
                    DiagnosticCode.NOT_IMPORTED,
                    name,
                    scope.importOffset(),
                    scope.importOf(name.text(), module),
                    name.text(),
                    module);
        }
        return found;
    }

    private @Nullable Symbol base(String name) {
        for (String module : BASE) {
            Scope scope = byName.get(module);
            Symbol symbol = scope == null ? null : scope.own(name);
            if (symbol != null) {
                return symbol;
            }
        }
        return null;
    }

    /** The module's own name that differs only in case, hyphens or underscores. */
    private static @Nullable Symbol ofOtherCase(Scope scope, Name name, boolean quiet) {
        if (name.text().isEmpty()) {
            return null;
        }
        String wanted = folded(name.text());
        boolean type = Character.isUpperCase(name.text().charAt(0));
        for (String own : scope.ownNames()) {
            if (own.length() >= wanted.length()
                    && Character.isUpperCase(own.charAt(0)) == type
                    && folded(own).equals(wanted)) {
                if (!quiet) {
                    scope.sink()
                            .fault(DiagnosticCode.CASE_DIFFERS, name.offset(), name.end())
                            .fix(name.offset(), name.end(), own)
                            .report(name.text(), own);
                }
                return scope.own(own);
            }
        }
        return null;
    }

    private Map<String, List<Symbol>> everywhere() {
        Map<String, List<Symbol>> known = everywhere;
        if (known == null) {
            synchronized (lock) {
                known = everywhere;
                if (known == null) {
                    known = collected();
                    everywhere = known;
                }
            }
        }
        return known;
    }

    /** Collects the names of all modules ahead of the first that needs them. */
    void prepare() {
        everywhere();
    }

    private Map<String, List<Symbol>> collected() {
        int count = byName.values().stream().mapToInt(scope -> scope.ownNames().size()).sum();
        Map<String, List<Symbol>> all = HashMap.newHashMap(count);
        for (Scope scope : byName.values()) {
            for (String name : scope.ownNames()) {
                Symbol symbol = scope.own(name);
                if (symbol != null) {
                    List<Symbol> before = all.put(name, List.of(symbol));
                    if (before != null) {
                        all.put(name, joined(before, symbol));
                    }
                }
            }
        }
        return all;
    }

    private static List<Symbol> joined(List<Symbol> before, Symbol symbol) {
        List<Symbol> more = new ArrayList<>(before);
        more.add(symbol);
        return more;
    }

    /**
     * A definition in any module: one of a module that this one imports from, else of the module
     * whose name begins most alike, else of the first by name.
     */
    private @Nullable Symbol elsewhere(Scope scope, String name) {
        Symbol best = null;
        int bestScore = -1;
        for (Symbol symbol : everywhere().getOrDefault(name, List.of())) {
            int score = likeness(scope, symbol.scope());
            boolean better =
                    best == null
                            || score > bestScore
                            || (score == bestScore
                                    && symbol.scope().name().compareTo(best.scope().name()) < 0);
            if (better) {
                best = symbol;
                bestScore = score;
            }
        }
        return best;
    }

    private static int likeness(Scope scope, Scope other) {
        for (ImportSyntax clause : scope.syntax().imports()) {
            if (clause.module().text().equals(other.name())) {
                return 1000;
            }
        }
        int length = Math.min(scope.name().length(), other.name().length());
        int alike = 0;
        while (alike < length && scope.name().charAt(alike) == other.name().charAt(alike)) {
            alike++;
        }
        return alike;
    }
}
