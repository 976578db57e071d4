package dev.bulkhead.app.formula;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * A formula that was understood.
 *
 * @param text as the user typed it
 * @param root what is computed
 * @param unit of the result: the one in brackets at the end, or what follows from the operands; may
 *     be ""
 */
public record Formula(String text, Term root, String unit) {
    /** What is asked of the agent, each once, in the order of the text. */
    public List<Operand> operands() {
        Set<Operand> found = new LinkedHashSet<>();
        collect(root, found);
        return List.copyOf(found);
    }

    private static void collect(Term term, Set<Operand> found) {
        switch (term) {
            case Term.Constant _ -> {}
            case Term.Reference(Operand operand) -> found.add(operand);
            case Term.Negation(Term of) -> collect(of, found);
            case Term.Binary binary -> {
                collect(binary.left(), found);
                collect(binary.right(), found);
            }
            case Term.Call call -> call.arguments().forEach(each -> collect(each, found));
        }
    }

    /**
     * What comes out.
     *
     * @param inputs the number of each operand, or why there is none
     */
    public Outcome compute(Function<Operand, Outcome> inputs) {
        return compute(root, inputs);
    }

    private static Outcome compute(Term term, Function<Operand, Outcome> inputs) {
        return switch (term) {
            case Term.Constant(double value) -> new Outcome.Value(value);
            case Term.Reference(Operand operand) -> inputs.apply(operand);
            case Term.Negation(Term of) ->
                    switch (compute(of, inputs)) {
                        case Outcome.Value(double value) -> new Outcome.Value(-value);
                        case Outcome.None none -> none;
                    };
            case Term.Binary binary -> binary(binary, inputs);
            case Term.Call call -> call(call, inputs);
        };
    }

    private static Outcome binary(Term.Binary binary, Function<Operand, Outcome> inputs) {
        Outcome left = compute(binary.left(), inputs);
        Outcome right = compute(binary.right(), inputs);
        if (left instanceof Outcome.Value(double a) && right instanceof Outcome.Value(double b)) {
            return binary.operator() == Operator.DIVIDE && b == 0
                    ? Outcome.None.zero(binary.right())
                    : Outcome.of(binary.operator().apply(a, b));
        }
        return left instanceof Outcome.None ? left : right;
    }

    private static Outcome call(Term.Call call, Function<Operand, Outcome> inputs) {
        List<Double> values = new ArrayList<>();
        for (Term argument : call.arguments()) {
            switch (compute(argument, inputs)) {
                case Outcome.Value(double value) -> values.add(value);
                case Outcome.None none -> {
                    return none;
                }
            }
        }
        return Outcome.of(
                call.procedure().apply(values.stream().mapToDouble(Double::doubleValue).toArray()));
    }
}
