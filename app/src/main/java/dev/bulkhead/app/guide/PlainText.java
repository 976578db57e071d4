package dev.bulkhead.app.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Pages as text for a terminal of 80 columns. */
public final class PlainText {
    private static final int WIDTH = 78;

    private PlainText() {}

    /** The names of all pages, each with its title. */
    public static String contents(Guide guide) {
        StringBuilder text = new StringBuilder();
        for (GuidePage page : guide.pages()) {
            text.append("  %-16s  %s%n".formatted(page.name(), page.title()));
        }
        return text.toString();
    }

    /** A whole page; lines end with a line feed. */
    public static String of(GuidePage page) {
        List<String> lines = new ArrayList<>();
        lines.add(page.title().toUpperCase(Locale.ROOT));
        lines.addAll(wrapped("", page.summary()));
        for (Block block : page.blocks()) {
            List<String> more = lines(block);
            if (!more.isEmpty()) {
                lines.add("");
                lines.addAll(more);
            }
        }
        return String.join("\n", lines) + "\n";
    }

    private static List<String> lines(Block block) {
        return switch (block) {
            case Block.Heading heading -> List.of(heading.text().toUpperCase(Locale.ROOT));
            case Block.Paragraph paragraph -> wrapped("", words(paragraph.line()));
            case Block.Deeds _, Block.Picture _, Block.Keys _ -> List.of();
            case Block.Items items -> items(items);
            case Block.Listing listing ->
                    listing.text().lines().map(line -> ("    " + line).stripTrailing()).toList();
            case Block.Grid grid -> grid(grid);
        };
    }

    private static List<String> items(Block.Items items) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < items.lines().size(); i++) {
            String mark = items.ordered() ? "%2d. ".formatted(i + 1) : "  - ";
            lines.addAll(wrapped(mark, words(items.lines().get(i))));
        }
        return lines;
    }

    /** The first column as wide as it needs to be, the rest of each row beside it. */
    private static List<String> grid(Block.Grid grid) {
        List<List<String>> rows =
                grid.rows().stream()
                        .map(row -> row.stream().map(PlainText::words).toList())
                        .toList();
        int width = rows.stream().mapToInt(row -> row.getFirst().length()).max().orElse(0);
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            String first =
                    ("%-" + Math.max(1, Math.min(width, WIDTH / 3)) + "s")
                            .formatted(row.getFirst());
            String rest =
                    row.stream()
                            .skip(1)
                            .filter(cell -> !cell.isEmpty())
                            .collect(Collectors.joining("; "));
            lines.addAll(wrapped("  " + first + "  ", rest));
        }
        return lines;
    }

    private static String words(List<Inline> line) {
        return line.stream().map(Inline::text).collect(Collectors.joining());
    }

    /** A text in lines, the first behind a mark, the others indented as far. */
    private static List<String> wrapped(String mark, String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(mark);
        String indent = " ".repeat(Math.min(mark.length(), WIDTH / 2));
        boolean empty = true;
        for (String word : text.split(" ", -1)) {
            if (!empty && line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(indent);
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        lines.add(line.toString().stripTrailing());
        return lines;
    }
}
