package dev.bulkhead.mibs.resolve;

import dev.bulkhead.mibs.syntax.Clause;
import dev.bulkhead.mibs.syntax.Clause.Item;
import dev.bulkhead.mibs.syntax.DeclarationSyntax;
import dev.bulkhead.mibs.syntax.Name;
import dev.bulkhead.mibs.syntax.TypeSyntax;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A declaration's clauses, sorted out in one pass. Of a repeated clause the first counts. */
final class Clauses {
    private static final Clauses NONE = new Clauses(List.of());

    final List<Clause> all;
    Clause.@Nullable Text description;
    Clause.@Nullable Text reference;
    Clause.@Nullable Text units;
    Clause.@Nullable Text displayHint;
    Clause.@Nullable Text lastUpdated;
    Clause.@Nullable Text organization;
    Clause.@Nullable Text contactInfo;
    Clause.@Nullable Text productRelease;
    Clause.@Nullable Raw defaultValue;
    @Nullable Name status;
    @Nullable Name access;
    @Nullable TypeSyntax syntax;
    @Nullable List<Item> index;
    @Nullable List<Item> augments;
    @Nullable List<Item> enterprise;

    /** OBJECTS, VARIABLES or NOTIFICATIONS: a macro has one of them at most. */
    @Nullable List<Item> members;

    private Clauses(List<Clause> all) {
        this.all = all;
        for (int i = all.size() - 1; i >= 0; i--) {
            take(all.get(i));
        }
    }

    /** No switch over types: this runs two million times before anything but C1 compiled it. */
    private void take(Clause clause) {
        if (clause instanceof Clause.Text text) {
            take(text);
        } else if (clause instanceof Clause.Word word) {
            take(word);
        } else if (clause instanceof Clause.OfType type) {
            take(type);
        } else if (clause instanceof Clause.Names names) {
            take(names);
        } else if (clause instanceof Clause.Raw raw) {
            defaultValue = raw;
        }
    }

    static Clauses of(DeclarationSyntax declaration) {
        if (declaration instanceof DeclarationSyntax.Invocation invocation) {
            return new Clauses(invocation.clauses());
        }
        return declaration instanceof DeclarationSyntax.Convention convention
                ? new Clauses(convention.clauses())
                : NONE;
    }

    private void take(Clause.Text text) {
        switch (text.keyword()) {
            case DESCRIPTION -> description = text;
            case REFERENCE -> reference = text;
            case UNITS -> units = text;
            case DISPLAY_HINT -> displayHint = text;
            case LAST_UPDATED -> lastUpdated = text;
            case ORGANIZATION -> organization = text;
            case CONTACT_INFO -> contactInfo = text;
            case PRODUCT_RELEASE -> productRelease = text;
            default -> {
                // REVISION: one of many
            }
        }
    }

    private void take(Clause.Word word) {
        switch (word.keyword()) {
            case STATUS -> status = word.word();
            case MAX_ACCESS, ACCESS -> access = word.word();
            default -> {
                // belongs to a part of a conformance statement
            }
        }
    }

    private void take(Clause.Names names) {
        switch (names.keyword()) {
            case INDEX -> index = names.items();
            case AUGMENTS -> augments = names.items();
            case ENTERPRISE -> enterprise = names.items();
            case OBJECTS, VARIABLES, NOTIFICATIONS -> members = names.items();
            default -> {
                // belongs to a part of a conformance statement
            }
        }
    }

    private void take(Clause.OfType type) {
        if (type.keyword() == dev.bulkhead.mibs.lexer.Keyword.SYNTAX) {
            syntax = type.type();
        }
    }
}
