package dev.bulkhead.app.bookmark;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.theme.Parts;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** Star, name, OID, device, and buttons that rename and remove; the name is edited in place. */
final class BookmarkCell extends ListCell<Bookmark> {
    private final Bookmarks bookmarks;
    private final Label name = new Label();
    private final Label oid = Parts.label("bookmark-oid", "mono", "muted", "cut");
    private final Label device = Parts.label("bookmark-device", "muted");
    private final Button rename =
            Parts.iconButton("rename-bookmark", MaterialDesignP.PENCIL_OUTLINE, this::startEdit);
    private final Button remove =
            Parts.iconButton("remove-bookmark", MaterialDesignT.TRASH_CAN_OUTLINE, this::removeIt);
    private final HBox row =
            new HBox(
                    Parts.icon(MaterialDesignS.STAR, "bookmark-star"),
                    name,
                    oid,
                    Parts.spacer(),
                    device,
                    rename,
                    remove);

    BookmarkCell(Bookmarks bookmarks) {
        this.bookmarks = bookmarks;
        row.getStyleClass().add("bookmark-row");
        name.setMinWidth(Region.USE_PREF_SIZE);
        rename.setFocusTraversable(false);
        remove.setFocusTraversable(false);
        setPrefWidth(0);
    }

    private void removeIt() {
        Bookmark bookmark = getItem();
        if (bookmark != null) {
            bookmarks.remove(bookmark);
        }
    }

    @Override
    protected void updateItem(@Nullable Bookmark bookmark, boolean empty) {
        super.updateItem(bookmark, empty);
        if (empty || bookmark == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        name.setText(bookmark.name());
        oid.setText(bookmark.oid().toDottedString());
        device.setText(bookmark.device().orElse(""));
        setAccessibleText(
                Words.text(
                        "bookmark.accessible",
                        bookmark.name(),
                        bookmark.oid(),
                        bookmark.device().orElse("")));
        setGraphic(row);
    }

    @Override
    public void startEdit() {
        super.startEdit();
        Bookmark bookmark = getItem();
        if (!isEditing() || bookmark == null) {
            return;
        }
        TextField field = new TextField(bookmark.name());
        field.setId("bookmark-name");
        field.setAccessibleText(Words.text("bookmark.name"));
        HBox.setHgrow(field, Priority.ALWAYS);
        field.setOnAction(_ -> commitEdit(bookmark.named(field.getText())));
        field.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                cancelEdit();
                event.consume();
            }
        });
        setGraphic(field);
        field.requestFocus();
        field.selectAll();
    }

    @Override
    public void commitEdit(Bookmark renamed) {
        Bookmark bookmark = getItem();
        super.commitEdit(renamed);
        if (bookmark != null) {
            bookmarks.rename(bookmark, renamed.name());
        }
    }

    @Override
    public void cancelEdit() {
        super.cancelEdit();
        updateItem(getItem(), isEmpty());
    }
}
