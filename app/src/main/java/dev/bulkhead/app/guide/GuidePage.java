package dev.bulkhead.app.guide;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A page of the guide.
 *
 * @param name of its file, without type
 * @param title such as {@code Find an object}
 * @param summary one sentence: what it is for
 * @param blocks all that follows
 */
public record GuidePage(String name, String title, String summary, List<Block> blocks) {
    public GuidePage {
        blocks = List.copyOf(blocks);
    }

    /** All its words, a line for each block. */
    public List<String> lines() {
        return blocks.stream().map(GuidePage::words).filter(line -> !line.isEmpty()).toList();
    }

    private static String words(Block block) {
        return switch (block) {
            case Block.Heading heading -> heading.text();
            case Block.Paragraph paragraph -> words(paragraph.line());
            case Block.Deeds deeds ->
                    deeds.commands().stream().map(Inline::text).collect(Collectors.joining(", "));
            case Block.Items items ->
                    items.lines().stream().map(GuidePage::words).collect(Collectors.joining(" "));
            case Block.Listing listing -> listing.text();
            case Block.Grid grid ->
                    grid.rows().stream()
                            .flatMap(List::stream)
                            .map(GuidePage::words)
                            .collect(Collectors.joining(" "));
            case Block.Picture picture -> picture.text();
            case Block.Keys _ -> "";
        };
    }

    private static String words(List<Inline> line) {
        return line.stream().map(Inline::text).collect(Collectors.joining());
    }
}
