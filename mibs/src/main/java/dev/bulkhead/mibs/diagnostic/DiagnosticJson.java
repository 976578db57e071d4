package dev.bulkhead.mibs.diagnostic;

/** A diagnostic as one JSON object in one line, for editors and scripts. */
public final class DiagnosticJson {
    private DiagnosticJson() {}

    /** The object, without a line end. */
    public static String render(Diagnostic diagnostic) {
        StringBuilder json = new StringBuilder("{");
        text(json, "file", diagnostic.location().file()).append(',');
        number(json, "line", diagnostic.location().line()).append(',');
        number(json, "column", diagnostic.location().column()).append(',');
        number(json, "length", diagnostic.length()).append(',');
        number(json, "severity", diagnostic.severity().level()).append(',');
        text(json, "code", diagnostic.code().tag()).append(',');
        text(json, "message", diagnostic.message()).append(',');
        text(json, "note", diagnostic.code().note()).append(',');
        text(json, "help", diagnostic.code().help());
        diagnostic
                .suggestion()
                .ifPresent(change -> {
                    json.append(",\"suggestion\":{");
                    number(json, "offset", change.offset()).append(',');
                    number(json, "length", change.length()).append(',');
                    text(json, "replacement", change.replacement()).append('}');
                });
        if (!diagnostic.followers().isEmpty()) {
            json.append(",\"followers\":[");
            for (Diagnostic.Follower follower : diagnostic.followers()) {
                text(json.append('{'), "name", follower.name()).append(',');
                number(json, "line", follower.line()).append("},");
            }
            json.setCharAt(json.length() - 1, ']');
        }
        return json.append('}').toString();
    }

    private static StringBuilder number(StringBuilder json, String name, int number) {
        return json.append('"').append(name).append("\":").append(number);
    }

    private static StringBuilder text(StringBuilder json, String name, String text) {
        json.append('"').append(name).append("\":\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ' || c > '~') {
                json.append("\\u%04x".formatted((int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"');
    }
}
