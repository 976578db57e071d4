package dev.bulkhead.app.formula;

/**
 * A name that is being typed.
 *
 * @param start what stands of it before the caret
 * @param from index of its first character
 * @param to after its last one
 */
public record FormulaWord(String start, int from, int to) {}
