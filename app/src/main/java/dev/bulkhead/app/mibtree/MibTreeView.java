package dev.bulkhead.app.mibtree;

import dev.bulkhead.app.fx.Background;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.theme.Parts;
import dev.bulkhead.mibs.index.MibIndex.SearchHit;
import dev.bulkhead.mibs.index.MibNode;
import dev.bulkhead.mibs.smi.Oid;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/** Search row and tree; while a search has hits to show, their list covers the tree. */
public final class MibTreeView extends BorderPane {
    private static final int ROWS_ABOVE = 6;

    /** So far down, the tree moves no more than it must: its top says where one is. */
    private static final int FEW_ROWS = 3;

    /** So much of a row may be cut below its text. */
    private static final double CUT = 0.25;

    private static final double ROW_HEIGHT = 24;
    private static final double TALL_ROW_HEIGHT = 40;

    private final MibLibrary library;
    private final CurrentObject current;
    private final SearchViewModel search;
    private final TreeView<MibNode> tree = new TreeView<>();
    private final ListView<SearchHit> hits = new ListView<>();
    private final TextField field = new TextField();
    private final Label nothing = Parts.label("search-nothing", "placeholder");
    private final HBox tools = new HBox();
    private final VBox head = new VBox();
    private Predicate<MibNode> shown = _ -> true;
    private boolean following;

    /**
     * A view of the library.
     *
     * @param reveal the button that scrolls to the current object
     */
    public MibTreeView(
            MibLibrary library, CurrentObject current, SearchViewModel search, Button reveal) {
        this.library = library;
        this.current = current;
        this.search = search;
        getStyleClass().add("mib-tree");
        setId("mib-tree-pane");
        head.getChildren().add(searchRow(reveal));
        setTop(head);
        setCenter(new StackPane(tree, hits, nothing));
        setUpTree();
        setUpHits();
        library.namesProperty().subscribe(_ -> rebuild());
        current.nodeProperty().subscribe(this::follow);
    }

    private HBox searchRow(Button reveal) {
        field.setId("search");
        field.setPromptText(Words.text("search.prompt"));
        field.setAccessibleText(Words.text("search.accessible"));
        field.textProperty().bindBidirectional(search.queryProperty());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::onSearchKey);
        HBox.setHgrow(field, Priority.ALWAYS);
        tools.getStyleClass().add("search-tools");
        HBox row = new HBox(Parts.icon(MaterialDesignM.MAGNIFY), field, reveal, tools);
        row.getStyleClass().add("search-row");
        return row;
    }

    private void setUpTree() {
        tree.setId("mib-tree");
        tree.setAccessibleText(Words.text("tree.accessible"));
        tree.setShowRoot(false);
        tree.setCellFactory(_ -> new MibTreeCell());
        tree.getSelectionModel().selectedItemProperty().subscribe(this::onSelected);
        tree.heightProperty()
                .subscribe((was, is) -> keepSelected(was.doubleValue(), is.doubleValue()));
    }

    /** A row that was in view and is selected stays in view when the tree gets lower. */
    private void keepSelected(double was, double is) {
        int row = tree.getSelectionModel().getSelectedIndex();
        if (is >= was
                || row < 0
                || !(tree.lookup(".virtual-flow") instanceof VirtualFlow<?> flow)
                || flow.getFirstVisibleCell() == null) {
            return;
        }
        int top = flow.getFirstVisibleCell().getIndex();
        int last = top + rowsInView(is) - 1;
        if (row > last && row < top + rowsInView(was)) {
            Background.handOver(() -> tree.scrollTo(top + row - last));
        }
    }

    private void setUpHits() {
        hits.setId("search-hits");
        hits.setAccessibleText(Words.text("search.hits.accessible"));
        hits.setItems(search.hits());
        hits.setCellFactory(_ -> new SearchHitCell(search));
        search.excerptsProperty()
                .subscribe(excerpts -> {
                    hits.setFixedCellSize(excerpts.isEmpty() ? ROW_HEIGHT : TALL_ROW_HEIGHT);
                    hits.refresh();
                });
        hits.setOnMouseClicked(_ -> take());
        hits.setOnKeyPressed(this::onHitKey);
        nothing.setText(Words.text("search.nothing"));
        nothing.setMouseTransparent(true);
        showHits(false);
        nothing.setVisible(false);
        search.queryProperty().subscribe(text -> showHits(!text.isBlank()));
        search.hits().subscribe(() -> showHits(!search.queryProperty().get().isBlank()));
    }

    private void showHits(boolean show) {
        hits.setVisible(show);
        nothing.setVisible(show && search.hits().isEmpty());
        if (show && !search.hits().isEmpty()) {
            hits.getSelectionModel().select(Math.max(0, search.atProperty().get()));
        }
    }

    private void onSearchKey(KeyEvent event) {
        switch (event.getCode()) {
            case ENTER -> {
                take();
                event.consume();
            }
            case DOWN, UP -> {
                showHits(!field.getText().isBlank());
                int by = event.getCode() == KeyCode.DOWN ? 1 : -1;
                int wanted = hits.getSelectionModel().getSelectedIndex() + by;
                hits.getSelectionModel().clearAndSelect(Math.max(0, wanted));
                hits.scrollTo(hits.getSelectionModel().getSelectedIndex());
                event.consume();
            }
            case ESCAPE -> {
                if (!field.getText().isEmpty()) {
                    search.cancel();
                    event.consume();
                }
            }
            default -> {}
        }
    }

    private void onHitKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            take();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            search.cancel();
            field.requestFocus();
            event.consume();
        }
    }

    /** Reveals the chosen hit and gives the tree back. */
    private void take() {
        int chosen = Math.max(0, hits.getSelectionModel().getSelectedIndex());
        if (!search.hits().isEmpty()) {
            search.take(chosen);
            showHits(false);
            tree.requestFocus();
        }
    }

    private void rebuild() {
        Set<String> open = new HashSet<>();
        if (tree.getRoot() instanceof MibTreeItem before) {
            before.addOpen(open);
        }
        TreeItem<MibNode> selected = tree.getSelectionModel().getSelectedItem();
        Optional<String> folder =
                Optional.ofNullable(selected)
                        .map(TreeItem::getValue)
                        .filter(FolderNode.class::isInstance)
                        .map(MibTreeItem::key);
        following = true;
        MibTreeItem top = MibTreeItem.top(library.names().index(), shown);
        tree.setRoot(top);
        top.setExpanded(true);
        if (!top.getChildren().isEmpty()) {
            top.getChildren().getFirst().setExpanded(true);
        }
        top.open(open);
        tree.getSelectionModel().clearSelection();
        folder.flatMap(top::find).ifPresent(tree.getSelectionModel()::select);
        following = false;
        if (tree.getSelectionModel().getSelectedItem() == null) {
            follow(current.nodeProperty().get());
        }
    }

    private void onSelected(TreeItem<MibNode> item) {
        if (following || item == null) {
            return;
        }
        if (item.getValue() instanceof FolderNode folder) {
            folder.listed().ifPresent(current::show);
        } else {
            current.select(item.getValue().oid());
        }
    }

    /** Whether the selected row is no place of an OID, so that no operation is meant. */
    private Optional<FolderNode> selectedFolder() {
        TreeItem<MibNode> item = tree.getSelectionModel().getSelectedItem();
        return item != null && item.getValue() instanceof FolderNode folder
                ? Optional.of(folder)
                : Optional.empty();
    }

    private void follow(Optional<MibNode> node) {
        Oid wanted = node.map(MibNode::oid).orElse(Oid.EMPTY);
        TreeItem<MibNode> selected = tree.getSelectionModel().getSelectedItem();
        if (following || (selected != null && selected.getValue().oid().equals(wanted))) {
            return;
        }
        following = true;
        Optional<TreeItem<MibNode>> item =
                tree.getRoot() instanceof MibTreeItem top ? top.reveal(wanted) : Optional.empty();
        tree.getSelectionModel().clearSelection();
        item.ifPresent(found -> tree.getSelectionModel().select(found));
        following = false;
        scrollToSelected();
    }

    /** Adds a button to the search row, and a line below it that says what the tree shows. */
    public void offer(Node button, Node line) {
        tools.getChildren().add(button);
        head.getChildren().add(line);
    }

    /** Shows only nodes that pass; the current object stays what it is. */
    public void showOnly(Predicate<MibNode> wanted) {
        shown = wanted;
        rebuild();
    }

    /** Shows the current object's row. */
    public void scrollToSelected() {
        showHits(false);
        int row = tree.getSelectionModel().getSelectedIndex();
        int rows = rowsInView(tree.getHeight());
        if (row >= 0 && rows == 0) {
            tree.scrollTo(Math.max(0, row - ROWS_ABOVE));
        } else if (row >= 0) {
            int beyond = row + 1 - rows;
            int least = beyond > 0 ? beyond + 1 : 0;
            tree.scrollTo(beyond <= FEW_ROWS ? least : Math.max(0, row - ROWS_ABOVE));
        }
    }

    /** How many rows can be read; the lower edge of the last one may be cut. */
    private int rowsInView(double height) {
        return (int) (height / tree.getFixedCellSize() + CUT);
    }

    public void focusSearch() {
        field.requestFocus();
        field.selectAll();
    }

    public void focusTree() {
        showHits(false);
        tree.requestFocus();
    }

    /** What Enter and a double click on a node do. */
    public void onOpen(Runnable open) {
        tree.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ENTER
                            && !event.isShortcutDown()
                            && !event.isAltDown()
                            && tree.getSelectionModel().getSelectedItem() != null) {
                        openSelected(open);
                        event.consume();
                    }
                });
    }

    private void openSelected(Runnable open) {
        if (selectedFolder().isEmpty()) {
            open.run();
        } else if (selectedFolder().get().isFolder()) {
            TreeItem<MibNode> item = tree.getSelectionModel().getSelectedItem();
            item.setExpanded(!item.isExpanded());
        }
    }

    /** The menu of a node, made anew each time. */
    public void onContextMenu(Supplier<ContextMenu> menu) {
        Parts.contextMenu(tree, menu);
    }
}
