package dev.bulkhead.app.formula;

/** What stands between two terms. */
public enum Operator {
    ADD('+', 1),
    SUBTRACT('-', 1),
    MULTIPLY('*', 2),
    DIVIDE('/', 2);

    private final char sign;
    private final int precedence;

    Operator(char sign, int precedence) {
        this.sign = sign;
        this.precedence = precedence;
    }

    public char sign() {
        return sign;
    }

    /** The greater the number, the closer it binds. */
    int precedence() {
        return precedence;
    }

    double apply(double left, double right) {
        return switch (this) {
            case ADD -> left + right;
            case SUBTRACT -> left - right;
            case MULTIPLY -> left * right;
            case DIVIDE -> left / right;
        };
    }
}
