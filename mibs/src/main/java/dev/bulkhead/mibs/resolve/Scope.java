package dev.bulkhead.mibs.resolve;

import dev.bulkhead.mibs.diagnostic.Diagnostic.Follower;
import dev.bulkhead.mibs.diagnostic.DiagnosticCode;
import dev.bulkhead.mibs.diagnostic.DiagnosticSink;
import dev.bulkhead.mibs.syntax.DeclarationSyntax;
import dev.bulkhead.mibs.syntax.ModuleSyntax;
import dev.bulkhead.mibs.syntax.ModuleSyntax.ImportSyntax;
import dev.bulkhead.mibs.syntax.Name;
import dev.bulkhead.mibs.syntax.OidSyntax;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One module's names: its own declarations and its imports. */
final class Scope {
    private final ModuleSyntax syntax;
    private final DiagnosticSink sink;
    private final boolean isBase;
    private final Map<String, Symbol> own;
    private final List<Symbol> kept;
    private final Map<String, Name> imports = new HashMap<>();
    private final Map<String, List<Follower>> unknown = new HashMap<>(0);

    Scope(Resolver.Input input) {
        syntax = input.syntax();
        sink = input.sink();
        isBase = input.isBase();
        int count = syntax.declarations().size();
        own = HashMap.newHashMap(count);
        kept = new ArrayList<>(count);
        for (ImportSyntax clause : syntax.imports()) {
            for (Name symbol : clause.symbols()) {
                imports.putIfAbsent(symbol.text(), clause.module());
            }
        }
        for (DeclarationSyntax declaration : syntax.declarations()) {
            declare(new Symbol(this, declaration));
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

    /**
     * All of one name are kept. What others mean by the name is the first, as libsmi has it; only
     * the first itself, where it stands below its own name, means the second.
     */
    private void declare(Symbol symbol) {
        kept.add(symbol);
        checkCase(symbol);
        Symbol first = own.putIfAbsent(symbol.name(), symbol);
        if (first == null) {
            return;
        }
        Name again = symbol.declaration().name();
        boolean type =
                symbol.declaration() instanceof DeclarationSyntax.Type
                        || symbol.declaration() instanceof DeclarationSyntax.Convention;
        sink.report(
                type ? DiagnosticCode.TYPE_REDEFINITION : DiagnosticCode.REDEFINITION,
                again.offset(),
                again.end(),
                again.text(),
                Integer.toString(line(first)));
    }

    private void checkCase(Symbol symbol) {
        Name name = symbol.declaration().name();
        char first = name.text().charAt(0);
        boolean type =
                symbol.declaration() instanceof DeclarationSyntax.Type
                        || symbol.declaration() instanceof DeclarationSyntax.Convention;
        if (type ? first >= 'a' && first <= 'z' : first >= 'A' && first <= 'Z') {
            sink.report(
                    DiagnosticCode.WRONG_CASE,
                    name.offset(),
                    name.end(),
                    "the name " + name.text(),
                    type ? "a lower-case" : "an upper-case");
        }
    }

    /** Another symbol of the same name, or the symbol itself if it has none. */
    Symbol namesake(Symbol symbol) {
        for (Symbol other : kept) {
            if (!other.equals(symbol) && other.name().equals(symbol.name())) {
                return other;
            }
        }
        return symbol;
    }

    /** The line a symbol of this module stands on. */
    int line(Symbol symbol) {
        return sink.file().location(symbol.declaration().name().offset()).line();
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

    /** Whether it is one of the built-in base modules, which are beyond reproach. */
    boolean isBase() {
        return isBase;
    }

    /** Its declarations in the order of the text, nodes named on the way last. */
    List<Symbol> declarations() {
        return kept;
    }

    @Nullable Symbol own(String name) {
        return own.get(name);
    }

    /** The names it declares. */
    Set<String> ownNames() {
        return own.keySet();
    }

    /** The module a name is imported from, as written. */
    @Nullable Name importedFrom(String name) {
        return imports.get(name);
    }

    /** Reports a fault of a name once a module, however often the name is used. */
    void complain(DiagnosticCode code, Name where, String... arguments) {
        faultAt(code, where).reportEarliest(name(), arguments);
    }

    /** Likewise, with an edit that mends it. */
    void complainFixably(
            DiagnosticCode code, Name where, int at, String insertion, String... arguments) {
        faultAt(code, where).fix(at, at, insertion).reportEarliest(name(), arguments);
    }

    private DiagnosticSink.Fault faultAt(DiagnosticCode code, Name where) {
        return sink.fault(code, where.offset(), Math.max(where.end(), where.offset() + 1));
    }

    /** A name that nothing defines: told once; all that suffer from it are added to the list. */
    synchronized List<Follower> unknown(Name name) {
        return unknown.computeIfAbsent(name.text(), text -> unknownRoot(name, text));
    }

    /** A name of another module that has no place: told once, here, too, where it is used. */
    synchronized List<Follower> placeless(Name name, Symbol target) {
        String qualified = target.scope().name() + "::" + target.name();
        return unknown.computeIfAbsent(
                qualified, text -> root(DiagnosticCode.MISSING_VALUE, name, text));
    }

    private List<Follower> unknownRoot(Name name, String text) {
        List<Follower> followers = new ArrayList<>();
        String near = NearName.of(text, own.keySet());
        DiagnosticSink.Fault fault =
                sink.fault(DiagnosticCode.UNKNOWN_NAME, name.offset(), name.end())
                        .followedBy(followers);
        if (near != null) {
            fault.fix(name.offset(), name.end(), near);
        }
        fault.report(text, near == null ? "" : "; perhaps " + near + " is meant");
        return followers;
    }

    /** Reports a fault that costs more than the definition it is in. */
    synchronized List<Follower> root(DiagnosticCode code, Name where, String... arguments) {
        List<Follower> followers = new ArrayList<>();
        sink.fault(code, where.offset(), Math.max(where.end(), where.offset() + 1))
                .followedBy(followers)
                .report(arguments);
        return followers;
    }

    /** Where an import can be added, and what must stand around it. */
    String importOf(String symbol, String module) {
        String clause = "\n    " + symbol + "\n        FROM " + module;
        return syntax.imports().isEmpty() ? "\n\nIMPORTS" + clause + ";\n" : clause;
    }

    int importOffset() {
        return syntax.imports().isEmpty()
                ? syntax.bodyOffset()
                : syntax.imports().getLast().module().end();
    }
}
