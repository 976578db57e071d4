package dev.bulkhead.app.formula;

/** What a text turned out to be. */
public sealed interface Reading {
    /** A formula. */
    record Good(Formula formula) implements Reading {}

    /** No formula. */
    record Bad(FormulaProblem problem) implements Reading {}
}
