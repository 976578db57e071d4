package dev.bulkhead.mibs.resolve;

import dev.bulkhead.mibs.syntax.Clause;
import dev.bulkhead.mibs.syntax.Clause.Item;
import dev.bulkhead.mibs.syntax.DeclarationSyntax;
import dev.bulkhead.mibs.syntax.Name;
import dev.bulkhead.mibs.syntax.TypeSyntax;
import java.util.List;
import java.util.Optional;

/** A declaration's clauses, by keyword. Of a repeated clause the first counts. */
record Clauses(List<Clause> all) {
    static Clauses of(DeclarationSyntax declaration) {
        return switch (declaration) {
            case DeclarationSyntax.Invocation invocation -> new Clauses(invocation.clauses());
            case DeclarationSyntax.Convention convention -> new Clauses(convention.clauses());
            case DeclarationSyntax.OidValue _, DeclarationSyntax.Type _ -> new Clauses(List.of());
        };
    }

    Optional<String> text(String keyword) {
        for (Clause clause : all) {
            if (clause instanceof Clause.Text text && text.keyword().equals(keyword)) {
                return Optional.of(text.text());
            }
        }
        return Optional.empty();
    }

    Optional<Name> word(String... keywords) {
        for (Clause clause : all) {
            if (clause instanceof Clause.Word word && List.of(keywords).contains(word.keyword())) {
                return Optional.of(word.word());
            }
        }
        return Optional.empty();
    }

    Optional<List<Item>> names(String keyword) {
        for (Clause clause : all) {
            if (clause instanceof Clause.Names names && names.keyword().equals(keyword)) {
                return Optional.of(names.items());
            }
        }
        return Optional.empty();
    }

    Optional<TypeSyntax> syntax() {
        for (Clause clause : all) {
            if (clause instanceof Clause.OfType type && type.keyword().equals("SYNTAX")) {
                return Optional.of(type.type());
            }
        }
        return Optional.empty();
    }

    Optional<String> raw(String keyword) {
        for (Clause clause : all) {
            if (clause instanceof Clause.Raw raw && raw.keyword().equals(keyword)) {
                return Optional.of(raw.text());
            }
        }
        return Optional.empty();
    }
}
