package dev.bulkhead.mibs.resolve;

import dev.bulkhead.mibs.diagnostic.DiagnosticSink;
import dev.bulkhead.mibs.model.MibModule;
import dev.bulkhead.mibs.syntax.DeclarationSyntax;
import dev.bulkhead.mibs.syntax.ModuleSyntax;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Resolves all names of a set of modules at once. A fault in one module never loses another: what
 * does not resolve is left out with a diagnostic, and the rest of its module is kept.
 *
 * <p>Names resolve in steps, each but the first two a diagnostic: the module's own, its imports,
 * the module an imported one was renamed to, the well-known base symbols, the module's own in other
 * case, a definition of that name in another module.
 *
 * <p>Concurrency: OIDs are worked out by one thread and declared types by another, since every
 * module may need every other; then the modules are built in parallel.
 */
public final class Resolver {
    /**
     * A parsed module, and where its faults go.
     *
     * @param isBase whether it is one of the built-in modules that bend the rules by right
     */
    public record Input(ModuleSyntax syntax, DiagnosticSink sink, boolean isBase) {}

    private Resolver() {}

    /** The name of the module that took the place of one, or the same name. */
    public static String currentName(String module) {
        return RenamedModules.current(module);
    }

    /**
     * The models of these modules, each handed to {@code then} by the thread that built it, in the
     * same order. Module names must differ.
     */
    public static <T> List<T> resolve(Collection<Input> inputs, Function<MibModule, T> then) {
        Scopes scopes = new Scopes(inputs);
        TypeResolver types = new TypeResolver(scopes);
        CompletableFuture<Void> declared = CompletableFuture.runAsync(() -> declare(scopes, types));
        resolveOids(scopes);
        declared.join();
        TableShapes shapes = new TableShapes(scopes, types);
        DefinitionBuilder definitions = new DefinitionBuilder(scopes, types, shapes);
        return scopes.all().stream().toList().parallelStream()
                .map(scope -> then.apply(new ModuleBuilder(scope, types, definitions).build()))
                .toList();
    }

    /** Names of all modules and declared types: what can be worked out beside the OIDs. */
    private static void declare(Scopes scopes, TypeResolver types) {
        scopes.prepare();
        for (Scope scope : scopes.all()) {
            for (Symbol symbol : scope.declarations()) {
                if (symbol.declaration() instanceof DeclarationSyntax.Type
                        || symbol.declaration() instanceof DeclarationSyntax.Convention) {
                    types.declare(symbol);
                }
            }
        }
    }

    private static void resolveOids(Scopes scopes) {
        OidResolver oids = new OidResolver(scopes);
        for (Scope scope : scopes.all()) {
            for (Symbol symbol : scope.declarations()) {
                if (symbol.declaration() instanceof DeclarationSyntax.Invocation
                        || symbol.declaration() instanceof DeclarationSyntax.OidValue) {
                    oids.resolve(symbol);
                }
            }
        }
    }
}
