package dev.bulkhead.mibs.resolve;

import dev.bulkhead.mibs.diagnostic.DiagnosticCode;
import dev.bulkhead.mibs.diagnostic.DiagnosticSink;
import dev.bulkhead.mibs.syntax.DeclarationSyntax;
import dev.bulkhead.mibs.syntax.ModuleSyntax;
import dev.bulkhead.mibs.syntax.ModuleSyntax.ImportSyntax;
import dev.bulkhead.mibs.syntax.Name;
import dev.bulkhead.mibs.syntax.OidSyntax;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One module's names: its own declarations and its imports. */
final class Scope {
    private final ModuleSyntax syntax;
    private final DiagnosticSink sink;
    private final Map<String, Symbol> own = new HashMap<>();
    private final List<Symbol> kept = new ArrayList<>();
    private final Map<String, Name> imports = new HashMap<>();
    private final Set<String> complained = new HashSet<>();

    Scope(Resolver.Input input) {
        syntax = input.syntax();
        sink = input.sink();
        for (DeclarationSyntax declaration : syntax.declarations()) {
            declare(new Symbol(this, declaration));
        }
        for (ImportSyntax clause : syntax.imports()) {
            for (Name symbol : clause.symbols()) {
                imports.putIfAbsent(symbol.text(), clause.module());
            }
        }
        for (DeclarationSyntax declaration : syntax.declarations()) {
            switch (declaration) {
                case DeclarationSyntax.OidValue value -> declareLabels(value.value());
                case DeclarationSyntax.Invocation macro -> declareLabels(macro.value());
                case DeclarationSyntax.Type _, DeclarationSyntax.Convention _ -> {
                    // has no place in the tree
                }
            }
        }
    }

    /**
     * {@code { mib-2 snmpDot3MauMgt(26) 4 }} names the node on the way too, where nothing else
     * does.
     */
    private void declareLabels(OidSyntax value) {
        for (int i = 1; i < value.parts().size() - 1; i++) {
            OidSyntax.Part part = value.parts().get(i);
            if (!part.name().isEmpty()
                    && part.number() >= 0
                    && !own.containsKey(part.name())
                    && !imports.containsKey(part.name())) {
                Name name = new Name(part.name(), part.offset());
                OidSyntax prefix = new OidSyntax(value.parts().subList(0, i + 1), value.offset());
                declare(new Symbol(this, new DeclarationSyntax.OidValue(name, prefix)));
            }
        }
    }

    /** The first of a name keeps it; a later one is reported and left out. */
    private void declare(Symbol symbol) {
        Symbol first = own.putIfAbsent(symbol.name(), symbol);
        if (first == null) {
            kept.add(symbol);
            return;
        }
        Name again = symbol.declaration().name();
        int line = sink.file().location(first.declaration().name().offset()).line();
        sink.report(
                DiagnosticCode.REDEFINITION,
                again.offset(),
                again.end(),
                again.text(),
                Integer.toString(line));
    }

    String name() {
        return syntax.name().text();
    }

    ModuleSyntax syntax() {
        return syntax;
    }

    DiagnosticSink sink() {
        return sink;
    }

    /** Its declarations, each name once, in the order of the text. */
    List<Symbol> declarations() {
        return kept;
    }

    @Nullable Symbol own(String name) {
        return own.get(name);
    }

    /** The module a name is imported from, as written. */
    @Nullable Name importedFrom(String name) {
        return imports.get(name);
    }

    /** Reports a fault of a name once a module, however often the name is used. */
    void complain(DiagnosticCode code, Name where, String... arguments) {
        if (complained.add(code + " " + String.join(" ", arguments))) {
            sink.report(code, where.offset(), Math.max(where.end(), where.offset() + 1), arguments);
        }
    }
}
