package dev.bulkhead.mibs.resolve;

import dev.bulkhead.mibs.diagnostic.DiagnosticSink;
import dev.bulkhead.mibs.model.MibModule;
import dev.bulkhead.mibs.syntax.ModuleSyntax;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Resolves all names of a set of modules at once. A fault in one module never loses another: what
 * does not resolve is left out with a diagnostic, and the rest of its module is kept.
 *
 * <p>Names resolve in steps, each but the first two a diagnostic: the module's own, its imports,
 * the module an imported one was renamed to, the well-known base symbols, the only definition of
 * that name anywhere.
 */
public final class Resolver {
    /** A parsed module, and where its faults go. */
    public record Input(ModuleSyntax syntax, DiagnosticSink sink) {}

    private Resolver() {}

    /** The models of these modules, in the same order. Module names must differ. */
    public static List<MibModule> resolve(Collection<Input> inputs) {
        Scopes scopes = new Scopes(inputs);
        OidResolver oids = new OidResolver(scopes);
        TypeResolver types = new TypeResolver(scopes);
        TableShapes shapes = new TableShapes(scopes, oids, types);
        DefinitionBuilder definitions = new DefinitionBuilder(scopes, types, shapes);
        List<MibModule> modules = new ArrayList<>();
        for (Scope scope : scopes.all()) {
            modules.add(new ModuleBuilder(scope, oids, types, definitions).build());
        }
        return modules;
    }
}
