package dev.bulkhead.app.object;

import java.util.List;

/** Descriptions are broken for 72 columns of a printout; a narrow pane breaks them anew. */
public final class Reflow {
    private static final String LISTED = "[-*•].*|o\\s.*|\\(?\\w{1,3}[).].*|\\S+\\(-?\\d+\\).*";

    private Reflow() {}

    /** Joins the lines of each paragraph; lists, tables and drawings keep their lines. */
    public static String text(String original) {
        StringBuilder text = new StringBuilder(original.length());
        boolean joinable = false;
        for (String line : List.of(original.strip().split("\\R", -1))) {
            boolean blank = line.isBlank();
            boolean own = line.startsWith(" ") || line.startsWith("\t") || line.matches(LISTED);
            if (!text.isEmpty()) {
                text.append(joinable && !blank && !own ? ' ' : '\n');
            }
            text.append(own ? line.stripTrailing() : line.strip());
            joinable = !blank && !(own && line.startsWith(" "));
        }
        return text.toString().replaceAll("\n{3,}", "\n\n");
    }
}
