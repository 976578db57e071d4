package dev.bulkhead.app.formula;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a formula's text into pieces.
 *
 * <p>A hyphen belongs to a name only between its letters, as in {@code IF-MIB::ifInOctets.1}; after
 * an instance it is a minus: {@code ifInOctets.1-ifOutOctets.1}. A name that starts with a dot is a
 * numeric OID.
 */
final class FormulaLexer {
    private final String text;
    private int at;

    private FormulaLexer(String text) {
        this.text = text;
    }

    /** All pieces; the last one is the end. Never throws. */
    static List<Token> tokens(String text) {
        FormulaLexer lexer = new FormulaLexer(text);
        List<Token> tokens = new ArrayList<>();
        Token token;
        do {
            token = lexer.next();
            tokens.add(token);
        } while (!token.is(Token.Kind.END));
        return tokens;
    }

    private Token next() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        if (at == text.length()) {
            return new Token(Token.Kind.END, "", at, at);
        }
        int from = at;
        char c = text.charAt(at);
        boolean isFraction = c == '.' && !startsOid();
        if (isDigit(c) || isFraction) {
            return number(from);
        }
        if (isLetter(c) || c == '.') {
            return name(from);
        }
        if (c == '[') {
            return unit(from);
        }
        at++;
        Token.Kind kind =
                switch (c) {
                    case '+', '-', '*', '/', '×', '÷', '−', '·' -> Token.Kind.OPERATOR;
                    case '(' -> Token.Kind.OPEN;
                    case ')' -> Token.Kind.CLOSE;
                    case ',' -> Token.Kind.COMMA;
                    default -> Token.Kind.OTHER;
                };
        return token(kind, from);
    }

    private Token token(Token.Kind kind, int from) {
        return new Token(kind, text.substring(from, at), from, at);
    }

    /** A dot, digits and another dot: {@code .1.3}, while {@code .5} is half of one. */
    private boolean startsOid() {
        int i = at + 1;
        while (i < text.length() && isDigit(text.charAt(i))) {
            i++;
        }
        return i > at + 1 && i < text.length() && text.charAt(i) == '.';
    }

    private Token number(int from) {
        while (at < text.length() && (isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            int sign = at + 1 < text.length() && "+-".indexOf(text.charAt(at + 1)) >= 0 ? 1 : 0;
            if (at + 1 + sign < text.length() && isDigit(text.charAt(at + 1 + sign))) {
                at += 2 + sign;
                while (at < text.length() && isDigit(text.charAt(at))) {
                    at++;
                }
            }
        }
        return token(Token.Kind.NUMBER, from);
    }

    private Token name(int from) {
        boolean inInstance = text.charAt(at) == '.';
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '.') {
                inInstance = true;
            } else if (c == '"' && inInstance && text.indexOf('"', at + 1) > at) {
                at = text.indexOf('"', at + 1);
            } else if (c == '-') {
                boolean joins =
                        !inInstance && at + 1 < text.length() && isLetter(text.charAt(at + 1));
                if (!joins) {
                    break;
                }
            } else if (!isLetter(c) && !isDigit(c) && c != ':' && c != '_') {
                break;
            }
            at++;
        }
        return token(Token.Kind.NAME, from);
    }

    private Token unit(int from) {
        int end = text.indexOf(']', at);
        at = end < 0 ? text.length() : end + 1;
        return token(end < 0 ? Token.Kind.OTHER : Token.Kind.UNIT, from);
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
