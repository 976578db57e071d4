package dev.bulkhead.app.table;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.theme.Parts;
import dev.bulkhead.app.theme.Themes;
import java.util.List;
import java.util.Locale;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.cell.CheckBoxListCell;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/**
 * A list of things to choose, with a filter: type to narrow it, Down goes to the list, Space
 * chooses, Esc closes it.
 */
final class CheckPicker extends VBox {
    private final String prefix;
    private final FilteredList<PickItem> items;
    private final TextField filter = new TextField();
    private final ListView<PickItem> list = new ListView<>();

    /**
     * A list of items.
     *
     * @param prefix of the ids of its parts, and of its words
     * @param changed is run after each choice
     */
    CheckPicker(String prefix, List<PickItem> all, Runnable changed) {
        this.prefix = prefix;
        items = new FilteredList<>(FXCollections.observableArrayList(all));
        setId(prefix);
        getStyleClass().add("check-picker");
        getStylesheets().add(TableTab.STYLESHEET);
        setUpFilter();
        setUpList();
        HBox buttons = new HBox();
        buttons.getStyleClass().add("check-picker-buttons");
        buttons.getChildren().addAll(choose(true), choose(false));
        getChildren().addAll(Parts.words(prefix + ".title", "title"), filter, list, buttons);
        all.forEach(item -> item.chosen().addListener((_, _, _) -> changed.run()));
    }

    private void setUpFilter() {
        filter.setId(prefix + "-filter");
        filter.setPromptText(Words.text("table.picker.filter"));
        filter.setAccessibleText(Words.text("table.picker.filter"));
        filter.textProperty()
                .subscribe(typed -> {
                    String wanted = typed.strip().toLowerCase(Locale.ROOT);
                    items.setPredicate(item ->
                            (item.title() + '\n' + item.detail())
                                    .toLowerCase(Locale.ROOT)
                                    .contains(wanted));
                    list.getSelectionModel().selectFirst();
                });
        filter.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.DOWN) {
                        list.requestFocus();
                        event.consume();
                    } else if (event.getCode() == KeyCode.ENTER) {
                        toggle();
                        event.consume();
                    }
                });
    }

    private void setUpList() {
        list.setId(prefix + "-list");
        list.setAccessibleText(Words.text(prefix + ".title"));
        list.setItems(items);
        list.setPlaceholder(Parts.words("table.picker.none", "muted"));
        list.setCellFactory(_ -> {
            CheckBoxListCell<PickItem> cell = new CheckBoxListCell<>(PickItem::chosen);
            cell.setConverter(new PickTitle());
            return cell;
        });
        list.getSelectionModel().selectFirst();
        list.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.SPACE || event.getCode() == KeyCode.ENTER) {
                        toggle();
                        event.consume();
                    }
                });
    }

    private void toggle() {
        PickItem item = list.getSelectionModel().getSelectedItem();
        if (item != null) {
            item.chosen().set(!item.isChosen());
        }
    }

    /** A button for all that the filter lets through, or for none of it. */
    private Button choose(boolean all) {
        Button button =
                new Button(
                        Words.text(all ? "table.picker.choose-all" : "table.picker.choose-none"));
        button.setId(prefix + (all ? "-all" : "-none"));
        button.getStyleClass().add("small-button");
        button.setGraphic(
                Parts.icon(
                        all
                                ? MaterialDesignC.CHECKBOX_MULTIPLE_MARKED_OUTLINE
                                : MaterialDesignC.CHECKBOX_MULTIPLE_BLANK_OUTLINE));
        button.setOnAction(_ -> List.copyOf(items).forEach(item -> item.chosen().set(all)));
        return button;
    }

    /** Adds a button beside those. */
    void addButton(Button button) {
        button.getStyleClass().add("small-button");
        ((HBox) getChildren().getLast()).getChildren().add(button);
    }

    /** Pops up below a node, with the focus in the filter. */
    PopOver showAt(Node owner) {
        PopOver popOver = new PopOver(this);
        popOver.setArrowLocation(PopOver.ArrowLocation.TOP_RIGHT);
        popOver.setAnimated(false);
        popOver.setId(prefix + "-popover");
        popOver.getRoot().getStylesheets().add(Themes.stylesheet());
        popOver.setOnShown(_ -> filter.requestFocus());
        popOver.show(owner);
        return popOver;
    }
}
