package dev.bulkhead.mibs.model;

import java.util.Optional;

/** Anything a module defines. A {@code switch} over it is complete without a default. */
public sealed interface Definition permits OidDefinition, TextualConvention {
    /** Name, place and texts. */
    DefinitionHead head();

    default String module() {
        return head().module();
    }

    default String name() {
        return head().name();
    }

    /** {@code IF-MIB::ifDescr}. */
    default String qualifiedName() {
        return module() + "::" + name();
    }

    default Status status() {
        return head().status();
    }

    default String description() {
        return head().description();
    }

    default Optional<String> reference() {
        return head().reference();
    }

    default SourceLocation location() {
        return head().location();
    }
}
