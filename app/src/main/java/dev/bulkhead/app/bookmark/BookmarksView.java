package dev.bulkhead.app.bookmark;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.mibtree.CurrentObject;
import dev.bulkhead.app.mibtree.MibLibrary;
import dev.bulkhead.app.theme.PaneBar;
import dev.bulkhead.app.theme.Parts;
import dev.bulkhead.mibs.smi.Oid;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** The page of bookmarks, and below them the objects passed lately. */
public final class BookmarksView extends BorderPane {
    private final Bookmarks bookmarks;
    private final MibLibrary library;
    private final ListView<Bookmark> list = new ListView<>();
    private final ListView<Oid> passed = new ListView<>();

    /**
     * What the page offers.
     *
     * @param add the button that marks the current object
     * @param key its key in words
     * @param open goes to a bookmark
     */
    public record Offers(Button add, String key, Consumer<Bookmark> open) {}

    /**
     * A page of these bookmarks.
     *
     * @param offers what can be done
     */
    public BookmarksView(
            Bookmarks bookmarks, MibLibrary library, CurrentObject current, Offers offers) {
        this.bookmarks = bookmarks;
        this.library = library;
        setId("bookmarks");
        getStyleClass().add("bookmarks");
        getStylesheets()
                .add(
                        Objects.requireNonNull(BookmarksView.class.getResource("bookmark.css"))
                                .toExternalForm());
        PaneBar bar = new PaneBar("bookmarks");
        bar.title().setText(Words.text("bookmark.title"));
        bar.summary().setText(Words.text("bookmark.summary"));
        bar.addTools(offers.add());
        setTop(bar);
        setUpList(offers.open());
        setUpPassed(current);
        Label history = Parts.words("bookmark.history", "title", "bookmark-history");
        history.setLabelFor(passed);
        VBox lists = new VBox(new StackPane(list, empty(offers.key())), history, passed);
        VBox.setVgrow(lists.getChildren().getFirst(), Priority.ALWAYS);
        setCenter(lists);
    }

    private Node empty(String key) {
        Label text = Parts.label("bookmarks-empty-text", "muted");
        text.setText(Words.text("bookmark.empty.text", key));
        VBox empty =
                new VBox(
                        Parts.icon(MaterialDesignS.STAR_OUTLINE, "hero"),
                        Parts.words("bookmark.empty.title", "empty-title"),
                        text);
        empty.setId("bookmarks-empty");
        empty.getStyleClass().add("empty-state");
        bookmarks.all().subscribe(() -> empty.setVisible(bookmarks.all().isEmpty()));
        empty.setVisible(bookmarks.all().isEmpty());
        empty.setMouseTransparent(true);
        return empty;
    }

    private void setUpList(Consumer<Bookmark> open) {
        list.setId("bookmark-list");
        list.getStyleClass().add("bookmark-list");
        list.setAccessibleText(Words.text("bookmark.list"));
        list.setItems(bookmarks.all());
        list.setEditable(true);
        list.setCellFactory(_ -> new BookmarkCell(bookmarks));
        list.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                chosen(open);
            }
        });
        list.setOnKeyPressed(event -> {
            switch (event.getCode()) {
                case ENTER -> chosen(open);
                case DELETE -> chosen(bookmarks::remove);
                case F2 -> list.edit(list.getSelectionModel().getSelectedIndex());
                default -> {
                    return;
                }
            }
            event.consume();
        });
    }

    private void chosen(Consumer<Bookmark> action) {
        Bookmark bookmark = list.getSelectionModel().getSelectedItem();
        if (bookmark != null) {
            action.accept(bookmark);
        }
    }

    private void setUpPassed(CurrentObject current) {
        passed.setId("history-list");
        passed.getStyleClass().addAll("bookmark-list", "history-list");
        passed.setAccessibleText(Words.text("bookmark.history"));
        passed.setPlaceholder(Parts.words("bookmark.history.none", "placeholder"));
        passed.setCellFactory(_ -> new PassedCell());
        current.oidProperty().subscribe(_ -> passed.getItems().setAll(current.passed()));
        Runnable go =
                () -> {
                    Oid oid = passed.getSelectionModel().getSelectedItem();
                    if (oid != null) {
                        current.select(oid);
                    }
                };
        passed.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                go.run();
            }
        });
        passed.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                go.run();
                event.consume();
            }
        });
    }

    /** Gives the focus to the list. */
    public void focusList() {
        list.requestFocus();
        if (list.getSelectionModel().isEmpty() && !list.getItems().isEmpty()) {
            list.getSelectionModel().selectFirst();
        }
    }

    private final class PassedCell extends ListCell<Oid> {
        private final Label name = new Label();
        private final Label number = Parts.label("passed-oid", "mono", "muted", "cut");
        private final HBox row =
                new HBox(Parts.icon(MaterialDesignH.HISTORY, "muted"), name, number);

        PassedCell() {
            row.getStyleClass().add("bookmark-row");
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Oid oid, boolean empty) {
            super.updateItem(oid, empty);
            if (empty || oid == null) {
                setGraphic(null);
                return;
            }
            name.setText(library.names().qualifiedName(oid));
            number.setText(oid.toDottedString());
            setAccessibleText(name.getText());
            setGraphic(row);
        }
    }
}
