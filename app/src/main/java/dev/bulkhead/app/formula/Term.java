package dev.bulkhead.app.formula;

import java.util.List;

/** A part of a formula. */
public sealed interface Term {
    /** A number. */
    record Constant(double value) implements Term {}

    /** What the agent is asked for. */
    record Reference(Operand operand) implements Term {}

    /** A minus before a term. */
    record Negation(Term of) implements Term {}

    /** Two terms with a sign between. */
    record Binary(Operator operator, Term left, Term right) implements Term {}

    /** A name with arguments. */
    record Call(Procedure procedure, List<Term> arguments) implements Term {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }
}
