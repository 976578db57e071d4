package dev.bulkhead.app.source;

import dev.bulkhead.mibs.diagnostic.DiagnosticSink;
import dev.bulkhead.mibs.lexer.Keyword;
import dev.bulkhead.mibs.lexer.Lexer;
import dev.bulkhead.mibs.lexer.TokenKind;
import dev.bulkhead.mibs.lexer.Tokens;
import dev.bulkhead.mibs.source.SourceFile;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A MIB file's text with its tokens. Lines are cut into pieces when they are asked for, so that a
 * text of 100,000 lines costs what shows of it. A very long line is cut as {@link SourceFile#line}
 * cuts it.
 *
 * <p>Made off JavaFX's thread; immutable, any thread may read.
 */
public final class SourceDocument {
    private static final Set<Keyword> TYPES =
            EnumSet.of(
                    Keyword.INTEGER,
                    Keyword.OCTET,
                    Keyword.STRING,
                    Keyword.BITS,
                    Keyword.SEQUENCE,
                    Keyword.OF,
                    Keyword.CHOICE);

    /** What of a line can show: {@link SourceFile#line} has at most 600 characters. */
    private static final int LONGEST_BYTES = 1_800;

    private final SourceFile file;
    private final Tokens tokens = new Tokens();

    private SourceDocument(SourceFile file) {
        this.file = file;
        Lexer.read(new DiagnosticSink(file), tokens);
    }

    /** Cuts a file's text. */
    public static SourceDocument of(SourceFile file) {
        return new SourceDocument(file);
    }

    /** The file's name, as modules and diagnostics have it. */
    public String name() {
        return file.name();
    }

    public SourceFile file() {
        return file;
    }

    public int lineCount() {
        return file.lineCount();
    }

    /** A line's characters, 1-based; a very long one only in its beginning. */
    public String line(int number) {
        return file.line(number);
    }

    /** A line in pieces that together are the line. */
    List<Piece> pieces(int number) {
        String line = file.line(number);
        int start = file.lineStart(number);
        int end = Math.min(file.lineEnd(number), start + LONGEST_BYTES);
        List<Piece> pieces = new ArrayList<>();
        int at = start;
        int column = 0;
        for (int token = firstEndingAfter(start); tokens.start(token) < end; token++) {
            if (tokens.kind(token) == TokenKind.END_OF_FILE || column >= line.length()) {
                break;
            }
            int from = Math.max(start, tokens.start(token));
            int to = Math.min(end, tokens.end(token));
            column = add(pieces, line, column, file.text(at, from), gap(at, from));
            column = add(pieces, line, column, file.text(from, to), ink(token));
            at = to;
        }
        add(pieces, line, column, line.substring(Math.min(column, line.length())), gap(at, end));
        return pieces;
    }

    /** Adds what of a text the line, which may be cut, has; the column behind it. */
    private static int add(List<Piece> pieces, String line, int column, String text, Ink ink) {
        int end = Math.min(line.length(), column + text.length());
        if (end > column) {
            pieces.add(new Piece(column, line.substring(column, end), ink));
        }
        return end;
    }

    /** What stands between tokens is blank or a comment. */
    private Ink gap(int from, int to) {
        for (int i = from; i < to; i++) {
            if (file.bytes()[i] > ' ' || file.bytes()[i] < 0) {
                return Ink.COMMENT;
            }
        }
        return Ink.PLAIN;
    }

    private int firstEndingAfter(int offset) {
        int low = 0;
        int high = tokens.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (tokens.end(middle) > offset) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private Ink ink(int token) {
        Keyword keyword = tokens.keyword(token);
        if (keyword != null) {
            return TYPES.contains(keyword) || isType(token) ? Ink.TYPE : Ink.KEYWORD;
        }
        return switch (tokens.kind(token)) {
            case UPPER -> isTypeOrModule(token) ? Ink.DEFINED : Ink.TYPE;
            case LOWER -> isDefined(token) ? Ink.DEFINED : Ink.NAME;
            case NUMBER, HEX_STRING, BINARY_STRING -> Ink.NUMBER;
            case STRING -> Ink.STRING;
            case ASSIGN -> Ink.KEYWORD;
            case LEFT_BRACE,
                    RIGHT_BRACE,
                    LEFT_PARENTHESIS,
                    RIGHT_PARENTHESIS,
                    LEFT_BRACKET,
                    RIGHT_BRACKET,
                    COMMA,
                    SEMICOLON,
                    BAR,
                    RANGE,
                    DOT,
                    END_OF_FILE ->
                    Ink.PLAIN;
        };
    }

    /**
     * {@code OBJECT IDENTIFIER} is a type; {@code OBJECT} of a compliance statement is a clause.
     */
    private boolean isType(int token) {
        Keyword keyword = tokens.keyword(token);
        boolean object = keyword == Keyword.OBJECT && keywordAt(token + 1, Keyword.IDENTIFIER);
        boolean identifier = keyword == Keyword.IDENTIFIER && keywordAt(token - 1, Keyword.OBJECT);
        return object || identifier;
    }

    private boolean keywordAt(int token, Keyword keyword) {
        return token >= 0 && token < tokens.size() && tokens.keyword(token) == keyword;
    }

    private boolean isDefined(int token) {
        if (token + 1 >= tokens.size()) {
            return false;
        }
        Keyword next = tokens.keyword(token + 1);
        return (next != null && next.isMacro() && !keywordAt(token - 1, Keyword.IMPORTS))
                || isAssignment(token);
    }

    /** {@code Name ::=} and {@code NAME DEFINITIONS}. */
    private boolean isTypeOrModule(int token) {
        return token + 1 < tokens.size()
                && (tokens.kind(token + 1) == TokenKind.ASSIGN
                        || tokens.keyword(token + 1) == Keyword.DEFINITIONS);
    }

    /** {@code name OBJECT IDENTIFIER ::=}. */
    private boolean isAssignment(int token) {
        return keywordAt(token + 1, Keyword.OBJECT)
                && keywordAt(token + 2, Keyword.IDENTIFIER)
                && token + 3 < tokens.size()
                && tokens.kind(token + 3) == TokenKind.ASSIGN;
    }

    /** The module that a line stands in, by its header before; "" if there is none. */
    public String moduleAt(int line) {
        int end = file.lineEnd(line);
        int last = Math.min(firstEndingAfter(end) + 1, tokens.size() - 1);
        for (int token = last; token > 0; token--) {
            if (tokens.keyword(token) == Keyword.DEFINITIONS && tokens.start(token - 1) <= end) {
                return file.text(tokens.start(token - 1), tokens.end(token - 1));
            }
        }
        return "";
    }

    /** The last line of the definition whose name stands in a line. */
    public int definitionEnd(int line) {
        int token = firstEndingAfter(file.lineStart(line));
        while (token < tokens.size() - 1 && tokens.kind(token) != TokenKind.ASSIGN) {
            token++;
        }
        if (tokens.kind(Math.min(token + 1, tokens.size() - 1)) == TokenKind.LEFT_BRACE) {
            while (token < tokens.size() - 1 && tokens.kind(token) != TokenKind.RIGHT_BRACE) {
                token++;
            }
            return Math.max(line, file.location(tokens.start(token)).line());
        }
        int end = line;
        while (end < lineCount() && !file.line(end + 1).isBlank()) {
            end++;
        }
        return end;
    }

    /** The lines that hold a text, whatever its case; at most {@code limit}. */
    List<Integer> find(String text, int limit) {
        List<Integer> found = new ArrayList<>();
        for (int line = 1; line <= lineCount() && found.size() < limit; line++) {
            if (contains(file.line(line), text)) {
                found.add(line);
            }
            if (Thread.currentThread().isInterrupted()) {
                return List.of();
            }
        }
        return found;
    }

    private static boolean contains(String line, String text) {
        for (int i = 0; i + text.length() <= line.length(); i++) {
            if (line.regionMatches(true, i, text, 0, text.length())) {
                return true;
            }
        }
        return false;
    }
}
