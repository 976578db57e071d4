package dev.bulkhead.app.help;

import atlantafx.base.theme.Styles;
import dev.bulkhead.app.command.Command;
import dev.bulkhead.app.fx.ClipboardText;
import dev.bulkhead.app.guide.Block;
import dev.bulkhead.app.guide.GuidePage;
import dev.bulkhead.app.guide.Inline;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.theme.Parts;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** Makes a page of nodes. Words and keys of commands come from the registry, as they are now. */
final class PageNodes {
    private static final double FIRST_COLUMN_PERCENT = 34;

    private final GuideView.Window window;
    private final Consumer<String> open;

    PageNodes(GuideView.Window window, Consumer<String> open) {
        this.window = window;
        this.open = open;
    }

    VBox of(GuidePage page) {
        VBox content = new VBox(heading(page.title(), "guide-title"), summary(page));
        content.getStyleClass().add("guide-content");
        page.blocks().forEach(block -> content.getChildren().add(node(block)));
        return content;
    }

    private static Label heading(String text, String style) {
        Label heading = new Label(text);
        heading.getStyleClass().addAll("title", style);
        heading.setWrapText(true);
        heading.setMinHeight(Region.USE_PREF_SIZE);
        return heading;
    }

    private static Node summary(GuidePage page) {
        return heading(page.summary(), "guide-summary");
    }

    private Node node(Block block) {
        return switch (block) {
            case Block.Heading heading -> heading(heading.text(), "guide-heading");
            case Block.Paragraph paragraph -> line(paragraph.line());
            case Block.Deeds deeds -> deeds(deeds);
            case Block.Items items -> items(items);
            case Block.Listing listing -> listing(listing);
            case Block.Grid grid -> grid(grid);
            case Block.Picture picture -> new GuidePicture(picture);
            case Block.Keys _ -> keys();
        };
    }

    private Node deeds(Block.Deeds deeds) {
        FlowPane row = new FlowPane();
        row.getStyleClass().add("guide-deeds");
        for (Inline.Command deed : deeds.commands()) {
            Button button = window.commands().button(deed.id());
            button.setId("guide-do-" + deed.id());
            if (row.getChildren().isEmpty()) {
                button.getStyleClass().add(Styles.ACCENT);
            }
            row.getChildren().add(button);
        }
        return row;
    }

    private TextFlow line(List<Inline> parts) {
        TextFlow flow = new TextFlow();
        flow.getStyleClass().add("guide-line");
        parts.forEach(part -> flow.getChildren().add(piece(part)));
        return flow;
    }

    private Node piece(Inline part) {
        return switch (part) {
            case Inline.Plain plain -> text(plain.text(), "guide-text");
            case Inline.Strong strong -> text(strong.text(), "guide-strong");
            case Inline.Code code -> text(code.text(), "guide-code");
            case Inline.Command named -> {
                Command command = window.commands().get(named.id());
                yield command(command, command.hint());
            }
            case Inline.Link link -> {
                Hyperlink page = new Hyperlink(link.text());
                page.setId("guide-link-" + link.page());
                page.getStyleClass().add("guide-link");
                page.setOnAction(_ -> open.accept(link.page()));
                page.setAccessibleText(Words.text("guide.link.accessible", link.text()));
                yield page;
            }
        };
    }

    private static Text text(String words, String style) {
        Text text = new Text(words);
        text.getStyleClass().add(style);
        return text;
    }

    private static Node command(Command command, String words) {
        Hyperlink link = new Hyperlink(words);
        link.setId("guide-command-" + command.id());
        link.getStyleClass().addAll("guide-link", "guide-command");
        command.icon().ifPresent(icon -> link.setGraphic(Parts.icon(icon)));
        link.setAccessibleText(Words.text("guide.command.accessible", command.hint()));
        link.setTooltip(new Tooltip(Words.text("guide.command.hint")));
        link.setOnAction(_ -> {
            link.setVisited(false);
            command.run();
        });
        command.enabled().subscribe(enabled -> link.setDisable(!enabled));
        return link;
    }

    private Node items(Block.Items items) {
        GridPane list = new GridPane();
        list.getStyleClass().add("guide-items");
        for (int i = 0; i < items.lines().size(); i++) {
            Label mark = new Label(items.ordered() ? Words.text("guide.step", i + 1) : "•");
            mark.getStyleClass().add(items.ordered() ? "guide-step" : "guide-bullet");
            mark.setMinWidth(Region.USE_PREF_SIZE);
            GridPane.setValignment(mark, VPos.TOP);
            TextFlow line = line(items.lines().get(i));
            GridPane.setHgrow(line, Priority.ALWAYS);
            list.addRow(i, mark, line);
        }
        return list;
    }

    private static Node listing(Block.Listing listing) {
        Label text = new Label(listing.text());
        text.getStyleClass().addAll("mono", "guide-listing-text");
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMaxWidth(Double.MAX_VALUE);
        Button copy =
                Parts.iconButton(
                        "guide-copy",
                        MaterialDesignC.CONTENT_COPY,
                        () -> ClipboardText.put(listing.text()));
        HBox row = new HBox(text, copy);
        row.getStyleClass().add("guide-listing");
        return row;
    }

    private Node grid(Block.Grid grid) {
        GridPane pane = new GridPane();
        pane.getStyleClass().add("guide-grid");
        int columns = grid.rows().getFirst().size();
        for (int column = 0; column < columns; column++) {
            ColumnConstraints width = new ColumnConstraints();
            width.setPercentWidth(
                    column == 0
                            ? FIRST_COLUMN_PERCENT
                            : (100 - FIRST_COLUMN_PERCENT) / (columns - 1));
            pane.getColumnConstraints().add(width);
        }
        for (int row = 0; row < grid.rows().size(); row++) {
            for (int column = 0; column < columns; column++) {
                StackPane cell = new StackPane(line(grid.rows().get(row).get(column)));
                cell.getStyleClass().add(row == 0 ? "guide-grid-head" : "guide-grid-cell");
                pane.add(cell, column, row);
            }
        }
        return pane;
    }

    private Node keys() {
        VBox all = new VBox();
        all.getStyleClass().add("guide-keys");
        window.groups()
                .get()
                .forEach((title, commands) -> {
                    all.getChildren().add(heading(title, "guide-heading"));
                    all.getChildren().add(group(commands));
                });
        return all;
    }

    private static Node group(List<Command> commands) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("guide-items");
        for (Command command : commands) {
            Label key = new Label(command.key().orElseThrow().getDisplayText());
            key.getStyleClass().addAll("mono", "key-cap", "guide-key");
            key.setMinWidth(Region.USE_PREF_SIZE);
            GridPane.setValignment(key, VPos.TOP);
            TextFlow line = new TextFlow(command(command, command.text()));
            line.getStyleClass().add("guide-line");
            grid.addRow(grid.getRowCount(), key, line);
        }
        return grid;
    }
}
