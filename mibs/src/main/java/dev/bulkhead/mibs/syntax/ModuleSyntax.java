package dev.bulkhead.mibs.syntax;

import java.util.List;

/** One module: {@code name DEFINITIONS ::= BEGIN imports declarations END}. */
public record ModuleSyntax(
        Name name, List<ImportSyntax> imports, List<DeclarationSyntax> declarations) {
    public ModuleSyntax {
        imports = List.copyOf(imports);
        declarations = List.copyOf(declarations);
    }

    /** {@code symbols FROM module}. */
    public record ImportSyntax(Name module, List<Name> symbols) {
        public ImportSyntax {
            symbols = List.copyOf(symbols);
        }
    }
}
