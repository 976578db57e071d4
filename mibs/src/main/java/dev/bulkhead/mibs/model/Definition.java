package dev.bulkhead.mibs.model;

import dev.bulkhead.mibs.source.QuotedText;
import dev.bulkhead.mibs.source.SourceLocation;
import dev.bulkhead.mibs.source.SourceSpan;
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

    /** Its DESCRIPTION, unindented, or "". May read the file. */
    default String description() {
        return QuotedText.unindent(head().descriptionText().text());
    }

    /** Its REFERENCE, if it has one. May read the file. */
    default Optional<String> reference() {
        SourceSpan text = head().referenceText();
        return text.isEmpty() ? Optional.empty() : Optional.of(QuotedText.unindent(text.text()));
    }

    /** Where its name stands. May read the file. */
    default SourceLocation location() {
        return head().place().location();
    }
}
