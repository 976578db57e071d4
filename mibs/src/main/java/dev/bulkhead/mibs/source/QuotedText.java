package dev.bulkhead.mibs.source;

/** Quoted texts as they are shown: without the indentation of the MIB file. */
public final class QuotedText {
    private QuotedText() {}

    /** The lines without their common indentation, trailing blanks and empty ends. */
    public static String unindent(String text) {
        if (text.indexOf('\n') < 0 && text.indexOf('\r') < 0) {
            return text.strip();
        }
        String[] lines = text.split("\\R", -1);
        int indent = indent(lines);
        StringBuilder result = new StringBuilder(text.length());
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i].stripTrailing();
            result.append(i == 0 ? line.strip() : line.substring(Math.min(indent, line.length())));
            result.append('\n');
        }
        return result.toString().strip();
    }

    private static int indent(String[] lines) {
        int indent = Integer.MAX_VALUE;
        for (int i = 1; i < lines.length; i++) {
            if (!lines[i].isBlank()) {
                int leading = lines[i].length() - lines[i].stripLeading().length();
                indent = Math.min(indent, leading);
            }
        }
        return indent == Integer.MAX_VALUE ? 0 : indent;
    }
}
