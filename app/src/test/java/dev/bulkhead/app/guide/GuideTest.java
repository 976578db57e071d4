package dev.bulkhead.app.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Reading, finding and printing pages. */
final class GuideTest {
    private static final String PAGE =
            """
            # Title

            What it
            is for.

            ![A picture](pictures/some-light.png)

            [Go (F5)](command:go) [Stop](command:stop)

            1. First **Save**, `code` and
               [Go (F5)](command:go).
            2. Second.

            - Bullet [there](other.md)

            ## More

            | a | b |
            |---|---|
            | `c` | d |

            ```
            bulkhead get x
            ```

            <!-- keys -->
            """;

    private final Guide guide = Guide.standard();

    @Test
    void everyKindOfBlockIsRead() {
        GuidePage page = PageParser.parse("some", PAGE);
        assertThat(page.title()).isEqualTo("Title");
        assertThat(page.summary()).isEqualTo("What it is for.");
        assertThat(page.blocks())
                .containsExactly(
                        new Block.Picture("some", "A picture"),
                        new Block.Deeds(
                                List.of(
                                        new Inline.Command("go", "Go (F5)"),
                                        new Inline.Command("stop", "Stop"))),
                        new Block.Items(
                                true,
                                List.of(
                                        List.of(
                                                new Inline.Plain("First "),
                                                new Inline.Strong("Save"),
                                                new Inline.Plain(", "),
                                                new Inline.Code("code"),
                                                new Inline.Plain(" and "),
                                                new Inline.Command("go", "Go (F5)"),
                                                new Inline.Plain(".")),
                                        List.of(new Inline.Plain("Second.")))),
                        new Block.Items(
                                false,
                                List.of(
                                        List.of(
                                                new Inline.Plain("Bullet "),
                                                new Inline.Link("other", "there")))),
                        new Block.Heading("More"),
                        new Block.Grid(
                                List.of(
                                        List.of(
                                                List.of(new Inline.Plain("a")),
                                                List.of(new Inline.Plain("b"))),
                                        List.of(
                                                List.of(new Inline.Code("c")),
                                                List.of(new Inline.Plain("d"))))),
                        new Block.Listing("bulkhead get x"),
                        new Block.Keys());
    }

    @Test
    void whatNoPageHasIsRefused() {
        for (String wrong :
                List.of(
                        "# T\n\nS.\n\nAn *odd **one.\n",
                        "# T\n\nS.\n\n[x](http://example.com)\n",
                        "# T\n\nS.\n\n[x](cmd:go)\n",
                        "no title\n",
                        "# T\n\n- no summary\n")) {
            assertThatThrownBy(() -> PageParser.parse("some", wrong))
                    .as(wrong)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("some");
        }
    }

    @Test
    void pagesLinkOnlyToPagesAndEachHasItsPictures() {
        assertThat(guide.pages()).hasSizeGreaterThan(15);
        for (GuidePage page : guide.pages()) {
            for (Block block : page.blocks()) {
                switch (block) {
                    case Block.Picture picture -> {
                        assertThat(Guide.picture(picture.name(), false))
                                .as(picture.name())
                                .isPresent();
                        assertThat(Guide.picture(picture.name(), true))
                                .as(picture.name())
                                .isPresent();
                    }
                    case Block.Paragraph paragraph -> links(page, paragraph.line());
                    case Block.Items items -> items.lines().forEach(line -> links(page, line));
                    default -> {}
                }
            }
        }
    }

    private void links(GuidePage page, List<Inline> line) {
        for (Inline part : line) {
            if (part instanceof Inline.Link link) {
                assertThat(guide.page(link.page())).as(page.name() + ": " + link).isPresent();
            }
        }
    }

    @Test
    void titlesComeBeforeSummariesAndTextsInASearch() {
        assertThat(guide.search("")).hasSameSizeAs(guide.pages());
        assertThat(guide.search("history").getFirst().page().name()).isEqualTo("history");
        List<GuideHit> hits = guide.search("master PASSPHRASE");
        assertThat(hits).extracting(hit -> hit.page().name()).contains("devices", "security");
        assertThat(hits.getFirst().line()).containsIgnoringCase("passphrase");
        assertThat(guide.search("xyzzy")).isEmpty();
    }

    @Test
    void aPageIsFoundByTheBeginningOfItsNameIfNoOtherBeginsSo() {
        assertThat(guide.page("quick").map(GuidePage::name)).hasValue("quick-start");
        assertThat(guide.page("f")).isEqualTo(Optional.empty());
        assertThat(guide.page("find").map(GuidePage::name)).hasValue("find");
    }

    @Test
    void aTerminalOf80ColumnsShowsEachPageWhole() {
        for (GuidePage page : guide.pages()) {
            String text = PlainText.of(page);
            assertThat(text).startsWith(page.title().toUpperCase(java.util.Locale.ROOT));
            assertThat(text).doesNotContain("command:", "**", "](");
            assertThat(text.lines().filter(line -> !line.startsWith("    ")))
                    .as(page.name())
                    .allSatisfy(line -> assertThat(line.length()).isLessThan(80));
        }
        assertThat(PlainText.contents(guide).lines()).hasSameSizeAs(guide.pages());
    }

    @Test
    void textIsWrappedBehindItsMark() {
        String text = PlainText.of(PageParser.parse("some", PAGE));
        assertThat(text)
                .isEqualTo(
                        """
                        TITLE
                        What it is for.

                         1. First Save, code and Go (F5).
                         2. Second.

                          - Bullet there

                        MORE

                          a  b
                          c  d

                            bulkhead get x
                        """);
    }
}
