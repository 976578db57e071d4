package dev.bulkhead.app.help;

import dev.bulkhead.app.command.Command;
import dev.bulkhead.app.command.Commands;
import dev.bulkhead.app.guide.GuideHit;
import dev.bulkhead.app.guide.GuidePage;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.theme.PaneBar;
import dev.bulkhead.app.theme.Parts;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/** The guide: its pages at the left, the page that is read at the right. */
public final class GuideView extends BorderPane {
    private final GuideViewModel model;
    private final PageNodes nodes;
    private final TextField search = new TextField();
    private final ListView<GuideHit> list = new ListView<>();
    private final ScrollPane area = new ScrollPane();
    private final Button previous;
    private final Button next;
    private boolean choosing;

    /**
     * What the pages need of the window.
     *
     * @param commands all that can be done
     * @param groups the commands with keys, as the menus group them
     */
    public record Window(Commands commands, Supplier<Map<String, List<Command>>> groups) {}

    public GuideView(GuideViewModel model, Window window) {
        this.model = model;
        nodes = new PageNodes(window, model::open);
        setId("guide");
        getStyleClass().add("guide");
        getStylesheets()
                .add(
                        Objects.requireNonNull(GuideView.class.getResource("help.css"))
                                .toExternalForm());
        previous = Parts.button("guide-previous", MaterialDesignA.ARROW_LEFT, () -> model.turn(-1));
        next = Parts.button("guide-next", MaterialDesignA.ARROW_RIGHT, () -> model.turn(1));
        PaneBar bar = new PaneBar("guide");
        bar.title().setText(Words.text("guide.title"));
        bar.summary().setText(Words.text("guide.summary"));
        bar.addTools(previous, next);
        setTop(bar);
        setLeft(contents());
        setCenter(area);
        setUpArea();
        model.pageProperty().subscribe(this::show);
    }

    private Node contents() {
        search.setId("guide-search");
        search.getStyleClass().add("filter");
        search.setPromptText(Words.text("guide.search"));
        search.setAccessibleText(Words.text("guide.search"));
        search.textProperty().bindBidirectional(model.queryProperty());
        search.setOnKeyPressed(this::leaveSearch);
        HBox row = new HBox(search);
        row.getStyleClass().add("guide-search-row");
        HBox.setHgrow(search, Priority.ALWAYS);
        list.setId("guide-list");
        list.getStyleClass().add("guide-list");
        list.setAccessibleText(Words.text("guide.pages"));
        list.setItems(model.hits());
        list.setCellFactory(_ -> new HitCell());
        list.getSelectionModel().selectedItemProperty().subscribe(this::choose);
        model.hits().subscribe(this::select);
        VBox side = new VBox(row, new StackPane(list, nothing()));
        VBox.setVgrow(side.getChildren().getLast(), Priority.ALWAYS);
        side.getStyleClass().add("guide-side");
        return side;
    }

    private Node nothing() {
        Label text = Parts.words("guide.nothing.text", "muted");
        text.setWrapText(true);
        VBox empty =
                new VBox(
                        Parts.icon(MaterialDesignM.MAGNIFY, "hero"),
                        Parts.words("guide.nothing", "empty-title"),
                        text,
                        Parts.button(
                                "guide-all",
                                MaterialDesignB.BOOK_OPEN_OUTLINE,
                                () -> model.queryProperty().set("")));
        empty.setId("guide-nothing");
        empty.getStyleClass().add("empty-state");
        model.hits().subscribe(() -> empty.setVisible(model.hits().isEmpty()));
        empty.setVisible(model.hits().isEmpty());
        return empty;
    }

    private void leaveSearch(KeyEvent event) {
        if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.ENTER) {
            list.requestFocus();
            if (list.getSelectionModel().isEmpty()) {
                list.getSelectionModel().selectFirst();
            }
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
            search.clear();
            event.consume();
        }
    }

    private void setUpArea() {
        area.setId("guide-page");
        area.getStyleClass().add("guide-area");
        area.setFitToWidth(true);
        area.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    }

    private void choose(@Nullable GuideHit hit) {
        if (hit != null && !choosing) {
            model.open(hit.page().name());
        }
    }

    private void show(GuidePage page) {
        VBox content = nodes.of(page);
        Optional<Button> onward = onward();
        onward.ifPresent(content.getChildren()::add);
        area.setContent(new StackPane(content));
        area.setVvalue(0);
        area.setAccessibleText(Words.text("guide.page.accessible", page.title(), page.summary()));
        previous.setDisable(!model.canTurn(-1));
        next.setDisable(!model.canTurn(1));
        select();
    }

    private Optional<Button> onward() {
        if (!model.canTurn(1)) {
            return Optional.empty();
        }
        Button onward =
                Parts.button("guide-onward", MaterialDesignA.ARROW_RIGHT, () -> model.turn(1));
        onward.setText(Words.text("guide.next", model.next().title()));
        return Optional.of(onward);
    }

    /** Marks the page that is read in the list, if it is there. */
    private void select() {
        choosing = true;
        GuidePage page = model.pageProperty().get();
        list.getSelectionModel().clearSelection();
        for (int i = 0; i < model.hits().size(); i++) {
            if (model.hits().get(i).page().equals(page)) {
                list.getSelectionModel().select(i);
                list.scrollTo(Math.max(0, i - 3));
            }
        }
        choosing = false;
    }

    /** Puts the caret where pages are looked for. */
    public void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }

    /** Gives the focus to the page, so that keys scroll it. */
    public void focusPage() {
        area.requestFocus();
    }

    public GuideViewModel model() {
        return model;
    }

    private final class HitCell extends ListCell<GuideHit> {
        private final Label title = Parts.label("guide-hit-title", "guide-hit-title");
        private final Label line = Parts.label("guide-hit-line", "muted", "cut");
        private final VBox both = new VBox(title, line);

        HitCell() {
            setPrefWidth(0);
            both.getStyleClass().add("guide-hit");
        }

        @Override
        protected void updateItem(@Nullable GuideHit hit, boolean empty) {
            super.updateItem(hit, empty);
            if (empty || hit == null) {
                setGraphic(null);
                return;
            }
            title.setText(hit.page().title());
            Parts.show(line, model.queryProperty().get().isBlank() ? "" : hit.line());
            setAccessibleText(hit.page().title() + ". " + hit.page().summary());
            setGraphic(both);
        }
    }
}
