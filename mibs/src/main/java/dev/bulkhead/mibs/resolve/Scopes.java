package dev.bulkhead.mibs.resolve;

import dev.bulkhead.mibs.diagnostic.DiagnosticCode;
import dev.bulkhead.mibs.syntax.ModuleSyntax.ImportSyntax;
import dev.bulkhead.mibs.syntax.Name;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
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

    private final Map<String, Scope> byName = new LinkedHashMap<>();
    private final Map<String, List<Symbol>> everywhere = new HashMap<>();

    Scopes(Collection<Resolver.Input> inputs) {
        for (Resolver.Input input : inputs) {
            byName.put(input.syntax().name().text(), new Scope(input));
        }
        for (Scope scope : byName.values()) {
            for (Symbol symbol : scope.declarations()) {
                everywhere.computeIfAbsent(symbol.name(), n -> new ArrayList<>(1)).add(symbol);
            }
        }
        byName.values().forEach(this::checkImports);
    }

    Collection<Scope> all() {
        return byName.values();
    }

    @Nullable Scope module(String name) {
        Scope exact = byName.get(name);
        return exact != null ? exact : byName.get(RenamedModules.current(name));
    }

    private void checkImports(Scope scope) {
        for (ImportSyntax clause : scope.syntax().imports()) {
            Scope from = module(clause.module().text());
            if (from == null) {
                scope.complain(
                        DiagnosticCode.MODULE_NOT_FOUND, clause.module(), clause.module().text());
                continue;
            }
            for (Name symbol : clause.symbols()) {
                if (from.own(symbol.text()) == null && !BuiltIn.isWord(symbol.text())) {
                    scope.complain(
                            DiagnosticCode.SYMBOL_NOT_IN_MODULE,
                            symbol,
                            clause.module().text(),
                            symbol.text());
                }
            }
        }
    }

    /** What a name means in a module; null, and a diagnostic, if nothing defines it. */
    @Nullable Symbol find(Scope scope, Name name) {
        Symbol own = scope.own(name.text());
        if (own != null) {
            return own;
        }
        Symbol imported = imported(scope, name.text());
        return imported != null ? imported : fallback(scope, name);
    }

    private @Nullable Symbol imported(Scope scope, String name) {
        Name module = scope.importedFrom(name);
        Scope from = module == null ? null : module(module.text());
        for (int hops = 0; from != null && hops < 8; hops++) {
            Symbol symbol = from.own(name);
            Name next = from.importedFrom(name);
            if (symbol != null || next == null) {
                return symbol;
            }
            from = module(next.text()); // imported there too: follow
        }
        return null;
    }

    private @Nullable Symbol fallback(Scope scope, Name name) {
        Symbol found = base(name.text());
        if (found == null) {
            found = preferred(name.text());
        }
        if (found == null) {
            scope.complain(DiagnosticCode.UNKNOWN_NAME, name, name.text());
        } else if (scope.importedFrom(name.text()) == null && !found.scope().equals(scope)) {
            scope.complain(DiagnosticCode.NOT_IMPORTED, name, name.text(), found.scope().name());
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

    /** The only definition anywhere; of several, the one of the first module by name. */
    private @Nullable Symbol preferred(String name) {
        Symbol best = null;
        for (Symbol symbol : everywhere.getOrDefault(name, List.of())) {
            if (best == null || symbol.scope().name().compareTo(best.scope().name()) < 0) {
                best = symbol;
            }
        }
        return best;
    }
}
