package dev.bulkhead.app.formula;

import dev.bulkhead.app.i18n.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads formulas: numbers, names of instances, {@code + - * /} with the usual precedence, brackets,
 * the {@link Procedure procedures}, {@code raw(NAME)} for a counter's value in place of its rate,
 * and at the end a unit in square brackets. Never throws; the first problem ends it.
 */
public final class FormulaParser {
    private static final String RAW = "raw";
    private static final int DEEPEST = 100;

    private final List<Token> tokens;
    private final FormulaNames names;
    private int at;
    private int depth;

    private FormulaParser(String text, FormulaNames names) {
        this.tokens = FormulaLexer.tokens(text);
        this.names = names;
    }

    /** What a text is. */
    public static Reading read(String text, FormulaNames names) {
        try {
            return new Reading.Good(new FormulaParser(text, names).formula(text));
        } catch (Stop stop) {
            return new Reading.Bad(stop.problem);
        }
    }

    /**
     * The name that is being typed at a place, to be completed.
     *
     * @param caret 0..length of the text
     */
    public static Optional<FormulaWord> wordAt(String text, int caret) {
        return FormulaLexer.tokens(text).stream()
                .filter(token -> token.is(Token.Kind.NAME))
                .filter(token -> token.from() < caret && caret <= token.to())
                .map(token ->
                        new FormulaWord(
                                text.substring(token.from(), caret), token.from(), token.to()))
                .findFirst();
    }

    private Formula formula(String text) {
        if (peek().is(Token.Kind.END)) {
            throw stop(peek(), "formula.problem.empty");
        }
        Measured root = sum(1);
        String unit = root.unit();
        if (peek().is(Token.Kind.UNIT)) {
            Token told = take();
            unit = told.text().substring(1, told.text().length() - 1).strip();
        }
        if (!peek().is(Token.Kind.END)) {
            throw stop(
                    peek(),
                    peek().is(Token.Kind.CLOSE)
                            ? "formula.problem.close"
                            : "formula.problem.operator",
                    peek().text());
        }
        return new Formula(text.strip(), root.term(), unit);
    }

    /** Terms that are joined by signs of at least this precedence. */
    private Measured sum(int precedence) {
        Measured left = signed();
        Optional<Operator> sign = operator().filter(each -> each.precedence() >= precedence);
        while (sign.isPresent()) {
            Token token = take();
            Operator operator = sign.get();
            Measured right = sum(operator.precedence() + 1);
            Optional<String> unit = Units.of(operator, left, right);
            if (unit.isEmpty()) {
                throw stop(token, "formula.problem.units", left.unit(), right.unit());
            }
            left = new Measured(new Term.Binary(operator, left.term(), right.term()), unit.get());
            sign = operator().filter(each -> each.precedence() >= precedence);
        }
        return left;
    }

    private Optional<Operator> operator() {
        if (!peek().is(Token.Kind.OPERATOR)) {
            return Optional.empty();
        }
        return Optional.of(
                switch (peek().text()) {
                    case "+" -> Operator.ADD;
                    case "-", "−" -> Operator.SUBTRACT;
                    case "/", "÷" -> Operator.DIVIDE;
                    default -> Operator.MULTIPLY;
                });
    }

    private Measured signed() {
        Optional<Operator> sign = operator();
        if (sign.filter(each -> each.precedence() == 1).isEmpty()) {
            return single();
        }
        deeper(take());
        Measured of = signed();
        depth--;
        return sign.get() == Operator.ADD
                ? of
                : new Measured(new Term.Negation(of.term()), of.unit());
    }

    private Measured single() {
        Token token = peek();
        return switch (token.kind()) {
            case NUMBER -> number(take());
            case NAME -> name(take());
            case OPEN -> {
                deeper(take());
                Measured inside = sum(1);
                expect(Token.Kind.CLOSE, token);
                depth--;
                yield inside;
            }
            case END -> throw stop(token, "formula.problem.end");
            case OPERATOR, CLOSE, COMMA, UNIT, OTHER ->
                    throw stop(token, "formula.problem.value", token.text());
        };
    }

    private void deeper(Token token) {
        depth++;
        if (depth > DEEPEST) {
            throw stop(token, "formula.problem.deep");
        }
    }

    private void expect(Token.Kind kind, Token opened) {
        if (!peek().is(kind)) {
            throw stop(
                    peek().is(Token.Kind.END) ? opened : peek(),
                    peek().is(Token.Kind.END) ? "formula.problem.open" : "formula.problem.operator",
                    peek().text());
        }
        take();
    }

    private Measured number(Token token) {
        try {
            return new Measured(new Term.Constant(Double.parseDouble(token.text())), "");
        } catch (NumberFormatException noNumber) {
            throw stop(token, "formula.problem.number", token.text());
        }
    }

    private Measured name(Token token) {
        if (!peek().is(Token.Kind.OPEN)) {
            return reference(token, false);
        }
        Token open = take();
        if (token.text().equals(RAW)) {
            if (!peek().is(Token.Kind.NAME)) {
                throw stop(peek(), "formula.problem.raw");
            }
            Measured inside = reference(take(), true);
            expect(Token.Kind.CLOSE, open);
            return inside;
        }
        Procedure procedure =
                Procedure.named(token.text())
                        .orElseThrow(() -> stop(token, "formula.problem.procedure", token.text()));
        deeper(open);
        List<Measured> arguments = arguments(open);
        depth--;
        if (!procedure.takes(arguments.size())) {
            throw stop(token, "formula.problem.arguments", token.text(), arguments.size());
        }
        return new Measured(
                new Term.Call(procedure, arguments.stream().map(Measured::term).toList()),
                Units.of(procedure, arguments));
    }

    private List<Measured> arguments(Token open) {
        List<Measured> arguments = new ArrayList<>();
        arguments.add(sum(1));
        while (peek().is(Token.Kind.COMMA)) {
            take();
            arguments.add(sum(1));
        }
        expect(Token.Kind.CLOSE, open);
        return arguments;
    }

    private Measured reference(Token token, boolean raw) {
        return switch (names.of(token.text())) {
            case FormulaNames.Meaning.Nothing(String why) -> throw new Stop(token, why);
            case FormulaNames.Meaning.Instance found -> {
                boolean isRate = found.isCounter() && !raw;
                String unit = isRate ? found.unit() + "/s" : found.unit();
                yield new Measured(
                        new Term.Reference(new Operand(found.name(), found.oid(), unit, raw)),
                        unit);
            }
        };
    }

    private Token peek() {
        return tokens.get(at);
    }

    private Token take() {
        Token token = tokens.get(at);
        at = Math.min(at + 1, tokens.size() - 1);
        return token;
    }

    private static Stop stop(Token token, String key, Object... arguments) {
        return new Stop(token, Words.text(key, arguments));
    }

    /** Ends the reading; never leaves this class. */
    private static final class Stop extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient FormulaProblem problem;

        Stop(Token token, String text) {
            super(text, null, false, false);
            problem = new FormulaProblem(token.from(), token.to(), text);
        }
    }
}
