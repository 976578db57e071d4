package dev.bulkhead.mibs.model;

/**
 * TEXTUAL-CONVENTION (RFC 2579 §3), or a plain type assignment, which is SMIv1's form of it.
 *
 * @param syntax resolved; its {@code displayHint} is this convention's own or inherited
 * @param isMacro false for a plain type assignment
 */
public record TextualConvention(DefinitionHead head, Syntax syntax, boolean isMacro)
        implements Definition {}
