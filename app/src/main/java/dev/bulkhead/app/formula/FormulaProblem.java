package dev.bulkhead.app.formula;

/**
 * What is wrong with a formula, and where.
 *
 * @param from index of the first character concerned
 * @param to after the last one; at least {@code from}
 * @param text in words for the user
 */
public record FormulaProblem(int from, int to, String text) {}
