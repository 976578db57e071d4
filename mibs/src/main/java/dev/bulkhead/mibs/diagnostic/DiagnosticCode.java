package dev.bulkhead.mibs.diagnostic;

import java.util.List;

/** The one registry of faults a MIB text can have. Tags are libsmi's where it has one. */
public enum DiagnosticCode {
    /** Something stands where the grammar allows something else. */
    UNEXPECTED_TOKEN(
            "unexpected-token",
            Severity.ERROR,
            "found %s where %s was expected",
            "RFC 2578 §3",
            "Remove it, or write what was expected.");

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
