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
    TYPE_REDEFINITION("duplicate-type-name", Severity.MINOR_ERROR),

    // rules that only the checks look at
    NO_IDENTITY("module-identity-missing", Severity.MINOR_ERROR),
    IDENTITY_NOT_FIRST("module-identity-not-first", Severity.MINOR_ERROR),
    SECOND_IDENTITY("module-identity-multiple", Severity.ERROR),
    BAD_DATE("date-value", Severity.MINOR_ERROR),
    DATE_BEFORE_SMI("date-in-past", Severity.CHANGE_RECOMMENDED),
    DATE_AHEAD("date-in-future", Severity.CHANGE_RECOMMENDED),
    SHORT_YEAR("date-year-2digits", Severity.WARNING),
    REVISION_MISSING("revision-missing", Severity.WARNING),
    REVISION_ORDER("revision-not-descending", Severity.WARNING),
    REVISION_AFTER_UPDATE("revision-after-update", Severity.WARNING),
    NAME_TOO_LONG("namelength-64-object", Severity.MINOR_ERROR),
    NAME_LONG("namelength-32-object", Severity.INFO),
    UNUSED_IMPORT("import-unused", Severity.INFO),
    EMPTY_TEXT("empty-description", Severity.CHANGE_RECOMMENDED),
    NO_DESCRIPTION("description-missing", Severity.MINOR_ERROR),
    ACCESS_IN_V2("access-in-smiv2", Severity.MINOR_ERROR),
    MAX_ACCESS_IN_V1("maxaccess-in-smiv1", Severity.MINOR_ERROR),
    ACCESS_INVALID("access-invalid-smiv2", Severity.MINOR_ERROR),
    ACCESS_INVALID_IN_V1("access-invalid-smiv1", Severity.MINOR_ERROR),
    WRITE_ONLY("access-write-only-smiv2", Severity.MINOR_ERROR),
    STATUS_IN_V2("status-invalid-smiv2", Severity.MINOR_ERROR),
    STATUS_IN_V1("status-invalid-smiv1", Severity.MINOR_ERROR),
    TABLE_ACCESS("access-table-illegal", Severity.MINOR_ERROR),
    ROW_ACCESS("access-row-illegal", Severity.MINOR_ERROR),
    COUNTER_ACCESS("access-counter-illegal", Severity.MINOR_ERROR),
    ROW_STATUS_ACCESS("rowstatus-access", Severity.CHANGE_RECOMMENDED),
    ENUM_ON_TYPE("subtype-enumeration-illegal", Severity.MINOR_ERROR),
    LABEL_TWICE("enum-name-redefinition", Severity.ERROR),
    NUMBER_TWICE("enum-number-redefinition", Severity.ERROR),
    NEGATIVE_BIT("bits-number-negative", Severity.ERROR),
    BIT_ZERO("bits-zero-not-used", Severity.MINOR_ERROR),
    LABEL_CASE("enum-label-case", Severity.MINOR_ERROR),
    LABEL_HYPHEN("hyphen-in-label", Severity.CHANGE_RECOMMENDED),
    ENUM_ZERO("enum-zero", Severity.CHANGE_RECOMMENDED),
    LABEL_ORDER("named-numbers-ascending", Severity.INFO),
    RANGE_EXCHANGED("range-exchanged", Severity.ERROR),
    RANGE_BOUNDS("range-bounds", Severity.ERROR),
    RANGE_OVERLAP("range-overlap", Severity.ERROR),
    RANGE_ORDER("range-ascending", Severity.WARNING),
    SIZE_ON_NUMBER("size-illegal", Severity.ERROR),
    RANGE_ON_TYPE("subtype-illegal", Severity.MINOR_ERROR),
    TABLE_NAME("table-name-table", Severity.INFO),
    ROW_NAME("row-name-entry", Severity.INFO),
    ROW_NAME_DIFFERS("row-name-table-name", Severity.WARNING),
    ROW_NOT_ONE("row-node-subidentifier-one", Severity.MINOR_ERROR),
    INDEX_AND_AUGMENTS("index-and-augments", Severity.ERROR),
    AUGMENTS_NO_ROW("augment-no-row", Severity.ERROR),
    NO_INDEX("index-missing", Severity.ERROR),
    INDEX_NO_COLUMN("index-element-not-column", Severity.ERROR),
    INDEX_ACCESSIBLE("index-element-accessible", Severity.WARNING),
    INDEX_NO_RANGE("index-element-no-range", Severity.WARNING),
    INDEX_NO_SIZE("index-element-no-size", Severity.INFO),
    INDEX_NEGATIVE("index-element-range-negative", Severity.ERROR),
    NO_COLUMN("sequence-no-column", Severity.MINOR_ERROR),
    COLUMN_TYPE("sequence-type-mismatch", Severity.ERROR),
    COLUMN_MISSING("sequence-missing-column", Severity.MINOR_ERROR),
    COLUMN_ORDER("sequence-order", Severity.WARNING),
    OID_TWICE("oid-reuse", Severity.ERROR),
    LAST_ZERO("last-subid-zero", Severity.MINOR_ERROR),
    BELOW_SCALAR("parent-scalar", Severity.ERROR),
    BELOW_COLUMN("parent-column", Severity.ERROR),
    TABLE_BELOW("parent-table", Severity.ERROR),
    ROW_BELOW("parent-row", Severity.ERROR),
    ODD_HEX("stringlength-hexadecimal", Severity.MINOR_ERROR),
    DEFAULT_LABEL("defval-enum", Severity.ERROR),
    DEFAULT_SYNTAX("defval-syntax", Severity.ERROR),
    DEFAULT_RANGE("defval-range", Severity.ERROR),
    TYPE_IN_V2("type-assignement-smiv2", Severity.WARNING),
    OPAQUE("opaque-smiv2", Severity.MINOR_ERROR),
    PLAIN_INTEGER("integer-misuse", Severity.WARNING),
    IP_ADDRESS("ipaddress-in-syntax", Severity.WARNING),
    ADDRESS_WITHOUT_TYPE("inetaddress-inetaddresstype", Severity.WARNING),
    BAD_HINT("invalid-format", Severity.ERROR),
    NO_HINT("type-without-format", Severity.INFO),
    NESTED_CONVENTION("textual-convention-nested", Severity.WARNING),
    UNUSED_TYPE("type-unref", Severity.INFO),
    TRAP_IN_V2("trap-type-in-smiv2", Severity.MINOR_ERROR),
    NOT_REVERSIBLE("notification-not-reversible", Severity.WARNING),
    CARRIES_NO_OBJECT("notification-object-type", Severity.ERROR),
    CARRIES_INACCESSIBLE("notification-object-access", Severity.MINOR_ERROR),
    NO_MEMBER("group-member-invalid", Severity.ERROR),
    MEMBER_STATUS("group-object-status", Severity.WARNING),
    NO_GROUP("group-membership", Severity.INFO),
    GROUP_UNUSED("group-unref", Severity.INFO);

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

    /** Whether only the checks report it, and compiling does not. */
    public boolean isOfChecks() {
        return compareTo(TYPE_REDEFINITION) > 0;
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
