package dev.bulkhead.mibs.diagnostic;

import java.util.List;

/** The one registry of faults a MIB text can have. Tags are libsmi's where it has one. */
public enum DiagnosticCode {
    /** The file is not there, or may not be read. */
    UNREADABLE(
            "module-not-readable",
            Severity.FATAL,
            "the file cannot be read: %s",
            "no rule of the SMI: the operating system refused it",
            "Check that the path is right and that you may read it."),
    /** Nothing in the file looks like a module. */
    NO_MODULE(
            "no-module",
            Severity.FATAL,
            "the file holds no MIB module",
            "RFC 2578 §3: a module begins with NAME DEFINITIONS ::= BEGIN",
            "Check that this is a MIB file, and not an archive, a web page or a mail."),
    /** The file is in another language, SMIng. */
    SMING(
            "sming",
            Severity.WARNING,
            "the file is written in SMIng, which is not read",
            "RFC 3780 §4.1",
            "Load the SMIv2 form of its modules."),
    /** A module's END is missing. */
    MISSING_END(
            "missing-end",
            Severity.ERROR,
            "module %s has no END",
            "RFC 2578 §3",
            "Write END after the last definition; the file may be cut off."),
    /** Something stands where the grammar allows something else. */
    UNEXPECTED_TOKEN(
            "unexpected-token",
            Severity.ERROR,
            "found %s where %s was expected",
            "RFC 2578 §3",
            "Remove it, or write what was expected."),
    /** A character that means nothing in SMI. */
    STRAY_CHARACTER(
            "lexical-unexpected-char",
            Severity.ERROR,
            "the character \"%s\" means nothing here",
            "RFC 2578 §3",
            "Remove it."),
    /** A quoted text has no end. */
    UNTERMINATED_STRING(
            "unterminated-string",
            Severity.SEVERE,
            "this quoted text has no end",
            "RFC 2578 §3.1.1",
            "Write the closing quote; what follows was read as text."),
    /** Text stands before, between or after modules. */
    TEXT_OUTSIDE_MODULE(
            "text-outside-module",
            Severity.WARNING,
            "this text belongs to no module",
            "RFC 2578 §3",
            "Remove it, or make it a comment with \"--\"."),
    /** An identifier holds an underscore. */
    UNDERSCORE_IN_IDENTIFIER(
            "underscore-in-identifier",
            Severity.MINOR_ERROR,
            "the name %s holds an underscore",
            "RFC 2578 §3.1: letters, digits and hyphens only",
            "Write a hyphen, or nothing."),
    /** An identifier begins with a digit. */
    DIGIT_FIRST(
            "digit-first-identifier",
            Severity.MINOR_ERROR,
            "the name %s begins with a digit",
            "RFC 2578 §3.1",
            "Begin it with a letter."),
    /** A comma before FROM. */
    COMMA_BEFORE_FROM(
            "comma-before-from",
            Severity.MINOR_ERROR,
            "there is a comma before FROM",
            "RFC 2578 §3.2",
            "Remove it."),
    /** A list lacks a comma. */
    MISSING_COMMA(
            "missing-comma",
            Severity.MINOR_ERROR,
            "%s lacks a comma before %s",
            "RFC 2578 §3",
            "Write it."),
    /** A list ends with a comma. */
    TRAILING_COMMA(
            "trailing-comma",
            Severity.MINOR_ERROR,
            "%s ends with a comma",
            "RFC 2578 §3",
            "Remove it."),
    /** IMPORTS has no semicolon. */
    MISSING_SEMICOLON(
            "missing-semicolon",
            Severity.ERROR,
            "IMPORTS has no semicolon at its end",
            "RFC 2578 §3.2",
            "Write it after the last module."),
    /** A clause is missing. */
    MISSING_CLAUSE(
            "missing-clause",
            Severity.ERROR,
            "%s has no %s clause",
            "RFC 2578 §7, RFC 2579 §3",
            "Write it."),
    /** A macro's invocation has no value. */
    MISSING_VALUE(
            "missing-value",
            Severity.ERROR,
            "%s has no \"::=\" and no place in the tree",
            "RFC 2578 §7",
            "Write ::= { parent number } at its end."),
    /** A module that is imported from is nowhere. */
    MODULE_NOT_FOUND(
            "import-module-missing",
            Severity.ERROR,
            "the module %s is nowhere to be found",
            "RFC 2578 §3.2",
            "Add the folder that holds it (-M), or get it from the device's vendor."),
    /** A module does not define what is imported from it. */
    SYMBOL_NOT_IN_MODULE(
            "import-failed",
            Severity.ERROR,
            "the module %s does not define %s",
            "RFC 2578 §3.2",
            "Import it from the module that does, or get the version that fits."),
    /** A name is used that is neither defined nor imported, and was found elsewhere. */
    NOT_IMPORTED(
            "not-imported",
            Severity.MINOR_ERROR,
            "%s is not imported; that of %s is taken",
            "RFC 2578 §3.2",
            "Import it."),
    /** A name is used that nothing defines. */
    UNKNOWN_NAME(
            "identifier-unknown",
            Severity.SEVERE,
            "nothing defines %s",
            "RFC 2578 §3",
            "Check its spelling, or import it."),
    /** An OID that goes round in a circle. */
    CIRCULAR(
            "circular-definition",
            Severity.SEVERE,
            "%s is defined by itself",
            "RFC 2578 §3.6",
            "Put it below another node."),
    /** The same name twice in a module. */
    REDEFINITION(
            "redefinition",
            Severity.ERROR,
            "%s is defined again; it was defined on line %s",
            "RFC 2578 §3.1: a descriptor is unique in its module",
            "Give one of them another name; the first keeps it."),
    /** The same module in several files. */
    DUPLICATE_MODULE(
            "duplicate-module",
            Severity.INFO,
            "the module %s is also in %s, which is taken",
            "RFC 2578 §5",
            "Remove the older file, or leave it: the newer one wins.");

    private final String tag;
    private final Severity severity;
    private final String template;
    private final String note;
    private final String help;

    DiagnosticCode(String tag, Severity severity, String template, String note, String help) {
        this.tag = tag;
        this.severity = severity;
        this.template = template;
        this.note = note;
        this.help = help;
    }

    /** Its stable name, such as {@code unexpected-token}. */
    public String tag() {
        return tag;
    }

    public Severity severity() {
        return severity;
    }

    /** Which rule it breaks. */
    public String note() {
        return note;
    }

    /** What to do about it. */
    public String help() {
        return help;
    }

    String message(List<String> arguments) {
        return String.format(template, arguments.toArray());
    }
}
