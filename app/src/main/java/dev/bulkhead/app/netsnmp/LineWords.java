package dev.bulkhead.app.netsnmp;

/** Takes words off a line as net-snmp does: quotes group, a backslash in quotes escapes. */
final class LineWords {
    private final String line;
    private int at;

    LineWords(String line) {
        this.line = line;
        skipBlanks();
    }

    private void skipBlanks() {
        while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
            at++;
        }
    }

    /** Whether nothing is left but a remark. */
    boolean isAtEnd() {
        return at >= line.length() || line.charAt(at) == '#';
    }

    /** The next word, without its quotes. */
    String next() {
        StringBuilder word = new StringBuilder();
        char quote = isAtEnd() ? ' ' : line.charAt(at);
        if (quote == '"' || quote == '\'') {
            at++;
            while (at < line.length() && line.charAt(at) != quote) {
                if (line.charAt(at) == '\\' && at + 1 < line.length()) {
                    at++;
                }
                word.append(line.charAt(at++));
            }
            at++;
        } else {
            while (at < line.length() && !Character.isWhitespace(line.charAt(at))) {
                word.append(line.charAt(at++));
            }
        }
        skipBlanks();
        return word.toString();
    }

    /** All that is left, blanks at the end excepted; quotes around it are taken off. */
    String rest() {
        if (!isAtEnd() && line.charAt(at) == '"') {
            return next();
        }
        String rest = line.substring(Math.min(at, line.length())).stripTrailing();
        at = line.length();
        return rest;
    }
}
