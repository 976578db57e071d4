package dev.bulkhead.app.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a page: headings, paragraphs, lists, tables, listings and pictures as Markdown has them,
 * each beginning at a line's first column. The first heading is the page's title, the paragraph
 * after it its summary. Links lead to other pages or, as {@code command:ID}, to commands.
 */
final class PageParser {
    private static final Pattern PICTURE =
            Pattern.compile("!\\[([^]]+)]\\(pictures/([a-z0-9-]+)-light\\.png\\)");
    private static final Pattern ITEM = Pattern.compile("(?:-|(\\d+)\\.) +(.+)");
    private static final Pattern INLINE =
            Pattern.compile("`([^`]+)`|\\*\\*([^*]+)\\*\\*|\\[([^]]+)]\\(([^)]+)\\)");
    private static final Pattern TARGET = Pattern.compile("command:([a-z0-9-]+)|([a-z-]+)\\.md");
    private static final String FENCE = "```";
    private static final String KEYS = "<!-- keys -->";

    private final String name;
    private final List<String> lines;
    private int at;

    private PageParser(String name, String text) {
        this.name = name;
        lines = text.lines().toList();
    }

    /**
     * The page of this text.
     *
     * @throws IllegalArgumentException if something stands in it that no page has; names the line
     */
    static GuidePage parse(String name, String text) {
        return new PageParser(name, text).page();
    }

    private GuidePage page() {
        List<Block> blocks = new ArrayList<>();
        String title = "";
        while (at < lines.size()) {
            String line = lines.get(at);
            if (line.isBlank()) {
                at++;
            } else if (line.startsWith("# ")) {
                title = line.substring(2);
                at++;
            } else {
                blocks.add(block(line));
            }
        }
        if (title.isEmpty() || !(blocks.getFirst() instanceof Block.Paragraph summary)) {
            throw new IllegalArgumentException(name + ": a page begins with title and summary");
        }
        GuidePage whole = new GuidePage(name, title, "", List.of(summary));
        return new GuidePage(
                name, title, whole.lines().getFirst(), blocks.subList(1, blocks.size()));
    }

    private Block block(String line) {
        Matcher picture = PICTURE.matcher(line);
        if (picture.matches()) {
            at++;
            return new Block.Picture(picture.group(2), picture.group(1));
        }
        if (line.equals(KEYS)) {
            at++;
            return new Block.Keys();
        }
        if (line.startsWith("## ")) {
            at++;
            return new Block.Heading(line.substring(3));
        }
        if (line.startsWith(FENCE)) {
            return listing();
        }
        if (line.startsWith("|")) {
            return grid();
        }
        if (ITEM.matcher(line).matches()) {
            return items();
        }
        return paragraph();
    }

    private Block.Listing listing() {
        at++;
        List<String> content = new ArrayList<>();
        while (!lines.get(at).equals(FENCE)) {
            content.add(lines.get(at++));
        }
        at++;
        return new Block.Listing(String.join("\n", content));
    }

    private Block.Grid grid() {
        List<List<List<Inline>>> rows = new ArrayList<>();
        while (at < lines.size() && lines.get(at).startsWith("|")) {
            String row = lines.get(at++);
            if (!row.matches("[|: -]+")) {
                List<List<Inline>> cells = new ArrayList<>();
                for (String cell : row.substring(1, row.lastIndexOf('|')).split("\\|", -1)) {
                    cells.add(inlines(cell.strip()));
                }
                rows.add(List.copyOf(cells));
            }
        }
        return new Block.Grid(List.copyOf(rows));
    }

    private Block.Items items() {
        boolean ordered = !lines.get(at).startsWith("-");
        List<List<Inline>> items = new ArrayList<>();
        while (at < lines.size()) {
            Matcher item = ITEM.matcher(lines.get(at));
            if (!item.matches() || (item.group(1) != null) != ordered) {
                break;
            }
            at++;
            items.add(inlines(continued(item.group(2), true)));
        }
        return new Block.Items(ordered, List.copyOf(items));
    }

    private Block paragraph() {
        String text = continued(lines.get(at++), false);
        List<Inline> line = inlines(text);
        List<Inline.Command> commands = new ArrayList<>();
        for (Inline part : line) {
            if (part instanceof Inline.Command command) {
                commands.add(command);
            } else if (!part.text().isBlank()) {
                return new Block.Paragraph(line);
            }
        }
        return new Block.Deeds(List.copyOf(commands));
    }

    private String continued(String first, boolean indented) {
        StringBuilder text = new StringBuilder(first.strip());
        while (at < lines.size()
                && !lines.get(at).isBlank()
                && lines.get(at).startsWith(" ") == indented
                && !ITEM.matcher(lines.get(at)).matches()) {
            text.append(' ').append(lines.get(at++).strip());
        }
        return text.toString();
    }

    private List<Inline> inlines(String text) {
        List<Inline> parts = new ArrayList<>();
        Matcher mark = INLINE.matcher(text);
        int from = 0;
        while (mark.find()) {
            plain(parts, text.substring(from, mark.start()));
            parts.add(marked(mark));
            from = mark.end();
        }
        plain(parts, text.substring(from));
        return List.copyOf(parts);
    }

    private void plain(List<Inline> parts, String text) {
        if (text.contains("**") || text.contains("](") || text.contains("`")) {
            throw new IllegalArgumentException(name + ", before line " + (at + 1) + ": " + text);
        }
        if (!text.isEmpty()) {
            parts.add(new Inline.Plain(text));
        }
    }

    private Inline marked(Matcher mark) {
        if (mark.group(1) != null) {
            return new Inline.Code(mark.group(1));
        }
        if (mark.group(2) != null) {
            return new Inline.Strong(mark.group(2));
        }
        Matcher target = TARGET.matcher(mark.group(4));
        if (!target.matches()) {
            throw new IllegalArgumentException(name + ": no page and no command: " + mark.group());
        }
        return target.group(1) != null
                ? new Inline.Command(target.group(1), mark.group(3))
                : new Inline.Link(target.group(2), mark.group(3));
    }
}
