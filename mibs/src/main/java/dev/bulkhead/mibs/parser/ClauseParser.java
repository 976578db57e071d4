package dev.bulkhead.mibs.parser;

import dev.bulkhead.mibs.diagnostic.DiagnosticCode;
import dev.bulkhead.mibs.lexer.Keyword;
import dev.bulkhead.mibs.lexer.TokenKind;
import dev.bulkhead.mibs.syntax.Clause;
import dev.bulkhead.mibs.syntax.Clause.Item;
import dev.bulkhead.mibs.syntax.Name;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The clauses of a macro's invocation, in whatever order they stand. Which clauses a macro must
 * have is not a question of reading.
 */
final class ClauseParser {
    private final TokenCursor cursor;
    private final TypeParser types;
    private final List<Clause> clauses = new ArrayList<>();

    ClauseParser(TokenCursor cursor, TypeParser types) {
        this.cursor = cursor;
        this.types = types;
    }

    /** All clauses up to {@code ::=}, the next declaration, or a textual convention's end. */
    List<Clause> parse() {
        clauses.clear();
        while (!cursor.at(TokenKind.ASSIGN)) {
            @Nullable Keyword keyword = cursor.keyword();
            if (keyword != null && keyword.isClause()) {
                cursor.next();
                clauses.add(clause(keyword, cursor.previousEnd() - keyword.word().length()));
            } else if (Boundaries.atNext(cursor) || atUnassignedValue()) {
                break;
            } else {
                misspeltOrUnexpected();
            }
        }
        return clauses;
    }

    /** {@code { parent 1 }} where {@code ::=} is missing before it. */
    private boolean atUnassignedValue() {
        return cursor.at(TokenKind.LEFT_BRACE)
                && cursor.atName(1)
                && cursor.kind(2) == TokenKind.NUMBER
                && cursor.kind(3) == TokenKind.RIGHT_BRACE;
    }

    private void misspeltOrUnexpected() {
        @Nullable Keyword meant =
                cursor.at(TokenKind.UPPER) || cursor.at(TokenKind.LOWER)
                        ? Spelling.nearest(cursor.text(), Keyword::isClause)
                        : null;
        if (meant == null) {
            cursor.unexpected("a clause or \"::=\"");
            skipToClause();
            return;
        }
        int offset = cursor.offset();
        cursor.sink().takeBack(offset, cursor.end()); // its underscores
        cursor.sink()
                .fault(DiagnosticCode.MISSPELT_KEYWORD, offset, cursor.end())
                .fix(offset, cursor.end(), meant.word())
                .report(cursor.shortened(), meant.word());
        cursor.next();
        clauses.add(clause(meant, offset));
    }

    private void skipToClause() {
        do {
            cursor.next();
        } while (!cursor.at(TokenKind.ASSIGN)
                && !(cursor.keyword() != null && cursor.keyword().isClause())
                && !Boundaries.atNext(cursor)
                && !atUnassignedValue());
    }

    private Clause clause(Keyword keyword, int offset) {
        if (keyword.isTextClause()) {
            return text(keyword, offset);
        }
        if (keyword.isTypeClause()) {
            return new Clause.OfType(keyword, offset, types.parse());
        }
        if (keyword.isWordClause()) {
            return new Clause.Word(keyword, offset, word());
        }
        if (keyword == Keyword.DEFVAL) {
            return raw(offset);
        }
        return new Clause.Names(keyword, offset, names(keyword));
    }

    private Clause text(Keyword keyword, int offset) {
        if (!cursor.at(TokenKind.STRING)) {
            cursor.unexpected("a quoted text");
            return new Clause.Text(keyword, offset, cursor.offset(), cursor.offset());
        }
        int start = cursor.offset();
        int end = cursor.end();
        cursor.next();
        return new Clause.Text(keyword, offset, textStart(start), textEnd(start, quotedOn(end)));
    }

    private int textStart(int start) {
        return start + cursor.quoteWidth(start);
    }

    private int textEnd(int start, int end) {
        int width = cursor.quoteWidthBefore(end);
        return Math.max(textStart(start), end - width);
    }

    /** Where a text ends that has quotes inside: {@code "the "big" one"}. */
    private int quotedOn(int end) {
        int ahead = 0;
        int last = end;
        while (ahead < 200 && isInsideText(ahead)) {
            if (cursor.kind(ahead) == TokenKind.STRING) {
                last = cursor.end(ahead);
            }
            ahead++;
        }
        if (last > end) {
            cursor.sink()
                    .fault(DiagnosticCode.QUOTE_IN_TEXT, end - 1, end)
                    .fix(end - 1, end, "'")
                    .report();
            while (cursor.offset() < last && !cursor.atEnd()) {
                cursor.next();
            }
        }
        return last;
    }

    private boolean isInsideText(int ahead) {
        @Nullable Keyword keyword = cursor.keyword(ahead);
        boolean clause = keyword != null && (keyword.isClause() || keyword == Keyword.END);
        TokenKind kind = cursor.kind(ahead);
        return !clause && kind != TokenKind.ASSIGN && kind != TokenKind.END_OF_FILE;
    }

    private Name word() {
        @Nullable Keyword keyword = cursor.keyword();
        if (cursor.atName() && (keyword == null || !keyword.isClause())) {
            return cursor.takeName();
        }
        if (cursor.at(TokenKind.LEFT_BRACE) && cursor.atName(1)) {
            int start = cursor.offset();
            cursor.next();
            Name name = cursor.takeName();
            cursor.skip(TokenKind.RIGHT_BRACE);
            needlessBraces(start, name);
            return name;
        }
        cursor.unexpected("a name");
        return new Name("", cursor.offset());
    }

    private void needlessBraces(int start, Name name) {
        int end = cursor.previousEnd();
        cursor.sink()
                .fault(DiagnosticCode.NEEDLESS_BRACES, start, end)
                .fix(start, end, name.text())
                .report(name.text());
    }

    private void missingBraces(int start, Keyword keyword) {
        int end = Math.max(start + 1, cursor.previousEnd());
        cursor.sink()
                .fault(DiagnosticCode.MISSING_BRACES, start, end)
                .fix(start, end, "{ " + cursor.sink().file().text(start, end) + " }")
                .report(keyword.word());
    }

    private Clause raw(int offset) {
        int start = cursor.offset();
        if (!cursor.at(TokenKind.LEFT_BRACE)) {
            boolean value = !cursor.at(TokenKind.ASSIGN) && cursor.keyword() == null;
            if (!value || cursor.atEnd()) {
                cursor.unexpected("\"{\"");
                return new Clause.Raw(Keyword.DEFVAL, offset, start, start);
            }
            cursor.next();
            missingBraces(start, Keyword.DEFVAL);
            return new Clause.Raw(Keyword.DEFVAL, offset, start, cursor.previousEnd());
        }
        int inner = cursor.end();
        cursor.skipBalanced(TokenKind.LEFT_BRACE, TokenKind.RIGHT_BRACE);
        int end = Math.max(inner, cursor.previousEnd() - 1);
        return new Clause.Raw(Keyword.DEFVAL, offset, inner, end);
    }

    private List<Item> names(Keyword keyword) {
        List<Item> items = new ArrayList<>();
        int start = cursor.offset();
        if (cursor.skip(TokenKind.LEFT_BRACE)) {
            braced(keyword, items);
            if (keyword == Keyword.ENTERPRISE && items.size() == 1) {
                needlessBraces(start, items.getFirst().name());
            }
        } else if (cursor.atName() && !(cursor.keyword() != null && cursor.keyword().isClause())) {
            item(keyword, items);
            boolean single = isSingle(keyword);
            if (single) {
                if (cursor.at(TokenKind.LEFT_BRACE)) {
                    cursor.skipBalanced(TokenKind.LEFT_BRACE, TokenKind.RIGHT_BRACE);
                }
                return items;
            }
            while (cursor.skip(TokenKind.COMMA)) {
                item(keyword, items);
            }
            missingBraces(start, keyword);
        } else if (keyword != Keyword.MODULE) {
            cursor.unexpected("\"{\" or a name");
        }
        return items;
    }

    private static boolean isSingle(Keyword keyword) {
        return keyword == Keyword.ENTERPRISE
                || keyword == Keyword.MODULE
                || keyword == Keyword.SUPPORTS;
    }

    private void braced(Keyword keyword, List<Item> items) {
        while (!cursor.skip(TokenKind.RIGHT_BRACE)) {
            boolean clause =
                    cursor.keyword() != null
                            && cursor.keyword().isClause()
                            && !cursor.is(Keyword.OBJECT);
            if (clause || cursor.at(TokenKind.ASSIGN) || Boundaries.atNext(cursor)) {
                cursor.unexpected(TokenKind.RIGHT_BRACE.words());
                return;
            }
            item(keyword, items);
        }
    }

    private void item(Keyword keyword, List<Item> items) {
        boolean implied = cursor.skip(Keyword.IMPLIED);
        if (!cursor.atName()) {
            if (cursor.at(TokenKind.COMMA)) {
                cursor.comma(keyword.word());
            } else {
                cursor.unexpected("a name");
                cursor.next();
            }
            return;
        }
        boolean twoWords =
                (cursor.is(Keyword.OCTET) && cursor.is(1, Keyword.STRING))
                        || (cursor.is(Keyword.OBJECT) && cursor.is(1, Keyword.IDENTIFIER));
        Name name = cursor.takeName();
        if (twoWords) {
            cursor.next(); // RFC 1212 §4.1.6 allows bare types
        }
        while (cursor.at(TokenKind.DOT) && cursor.atName(1)) {
            cursor.next();
            name = cursor.takeName();
        }
        if (cursor.at(TokenKind.LEFT_PARENTHESIS)) {
            cursor.skipBalanced(TokenKind.LEFT_PARENTHESIS, TokenKind.RIGHT_PARENTHESIS);
        }
        items.add(new Item(name, implied));
    }
}
