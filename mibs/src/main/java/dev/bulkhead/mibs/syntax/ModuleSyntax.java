package dev.bulkhead.mibs.syntax;

import java.util.List;

/**
 * One module: {@code name DEFINITIONS ::= BEGIN imports declarations END}.
 *
 * @param endOffset in bytes, behind its END
 */
public record ModuleSyntax(
        Name name,
        List<ImportSyntax> imports,
        List<DeclarationSyntax> declarations,
        int bodyOffset,
        int endOffset) {
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
