package dev.bulkhead.mibs.diagnostic;

import java.util.List;
import java.util.Optional;

/**
 * The one registry of faults a MIB text can have. Tags are libsmi's where it has one, and stable.
 * What a code means, how to mend it and an example stand in {@code explain/TAG.txt} beside this
 * class.
 */
public enum DiagnosticCode {
    // the file
    UNREADABLE("module-not-readable", Severity.FATAL),
    FILE_TOO_LARGE("file-too-large", Severity.FATAL),
    ARCHIVE_ENTRY_REFUSED("archive-entry-refused", Severity.SEVERE),
    NO_MODULE("no-module", Severity.FATAL),
    SMING("sming-not-supported", Severity.WARNING),
    TOO_MANY_FAULTS("too-many-faults", Severity.SEVERE),

    // characters and words
    STRAY_CHARACTER("lexical-unexpected-char", Severity.ERROR),
    UNTERMINATED_STRING("unterminated-string", Severity.SEVERE),
    QUOTE_IN_TEXT("quote-in-text", Severity.ERROR),
    TYPOGRAPHIC_QUOTE("typographic-quote", Severity.MINOR_ERROR),
    PAGE_BREAK("page-break", Severity.CHANGE_RECOMMENDED),
    UNDERSCORE_IN_IDENTIFIER("underscore-in-identifier", Severity.MINOR_ERROR),
    DIGIT_FIRST("identifier-digit-first", Severity.MINOR_ERROR),
    HYPHEN_AT_END("hyphen-end", Severity.MINOR_ERROR),
    MISSPELT_ASSIGNMENT("misspelt-assignment", Severity.MINOR_ERROR),
    MISSPELT_KEYWORD("keyword-misspelt", Severity.MINOR_ERROR),

    // modules
    TEXT_OUTSIDE_MODULE("text-outside-module", Severity.WARNING),
    MISSING_END("missing-end", Severity.ERROR),
    WRONG_CASE("bad-identifier-case", Severity.MINOR_ERROR),
    BAD_MODULE_NAME("module-name-invalid", Severity.SEVERE),
    MODULE_OID("module-oid", Severity.INFO),
    DUPLICATE_MODULE("module-already-loaded", Severity.INFO),
    BUILT_IN_MODULE("module-built-in", Severity.INFO),
    MODULE_SHADOWS("module-shadows", Severity.WARNING),

    // lists and clauses
    UNEXPECTED_TOKEN("unexpected-token", Severity.ERROR),
    COMMA_BEFORE_FROM("comma-before-from", Severity.MINOR_ERROR),
    MISSING_COMMA("missing-comma", Severity.MINOR_ERROR),
    TRAILING_COMMA("trailing-comma", Severity.MINOR_ERROR),
    MISSING_SEMICOLON("missing-semicolon", Severity.ERROR),
    MISSING_BRACES("missing-braces", Severity.MINOR_ERROR),
    NEEDLESS_BRACES("needless-braces", Severity.MINOR_ERROR),
    MISSING_PARENTHESIS("missing-parenthesis", Severity.MINOR_ERROR),
    QUOTED_LABEL("label-quoted", Severity.ERROR),
    MISSING_CLAUSE("missing-clause", Severity.ERROR),
    MISSING_VALUE("missing-value", Severity.ERROR),
    NUMBER_TOO_LARGE("number-range", Severity.ERROR),

    // names
    MODULE_NOT_FOUND("module-not-found", Severity.ERROR),
    MODULE_RENAMED("module-renamed", Severity.CHANGE_RECOMMENDED),
    SYMBOL_NOT_IN_MODULE("import-failed", Severity.ERROR),
    SELF_IMPORT("import-self", Severity.MINOR_ERROR),
    NOT_IMPORTED("not-imported", Severity.MINOR_ERROR),
    MACRO_NOT_IMPORTED("macro-not-imported", Severity.MINOR_ERROR),
    BASE_TYPE_NOT_IMPORTED("basetype-not-imported", Severity.MINOR_ERROR),
    CASE_DIFFERS("identifier-case-match", Severity.MINOR_ERROR),
    MISSPELT_TYPE("type-misspelt", Severity.ERROR),
    UNKNOWN_NAME("object-identifier-unknown", Severity.SEVERE),
    UNKNOWN_TYPE("type-unknown", Severity.ERROR),
    CIRCULAR("oid-recursive", Severity.SEVERE),
    CIRCULAR_TYPE("type-recursive", Severity.SEVERE),
    OID_TOO_LONG("oid-too-long", Severity.SEVERE),
    REDEFINITION("object-identifier-redefined", Severity.ERROR),
    TYPE_REDEFINITION("duplicate-type-name", Severity.MINOR_ERROR);

    private final String tag;
    private final Severity severity;

    DiagnosticCode(String tag, Severity severity) {
        this.tag = tag;
        this.severity = severity;
    }

    /** Its stable name, such as {@code unexpected-token}. */
    public String tag() {
        return tag;
    }

    public Severity severity() {
        return severity;
    }

    /** The code of this tag, if there is one. */
    public static Optional<DiagnosticCode> of(String tag) {
        for (DiagnosticCode code : values()) {
            if (code.tag.equals(tag)) {
                return Optional.of(code);
            }
        }
        return Optional.empty();
    }

    /** What there is to say about it. */
    public Explanation explanation() {
        return Explanation.of(this);
    }

    /** Which rule it breaks. */
    public String note() {
        return explanation().note();
    }

    /** What to do about it. */
    public String help() {
        return explanation().help();
    }

    String message(List<String> arguments) {
        return String.format(explanation().message(), arguments.toArray());
    }
}
