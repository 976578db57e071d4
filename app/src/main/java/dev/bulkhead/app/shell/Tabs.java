package dev.bulkhead.app.shell;

import dev.bulkhead.app.fx.UiTicker;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.table.TableTab;
import dev.bulkhead.app.table.TableViewModel;
import dev.bulkhead.app.theme.Parts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.Observable;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** Results, one tab for each table, Poll, Chart. */
final class Tabs extends TabPane {
    private final UiTicker ticker;
    private final Map<Tab, Node> held = new HashMap<>();
    private final Tab results;
    private final Tab polls;
    private final Tab chart;
    private Consumer<TableViewModel> tableClosed = _ -> {};

    Tabs(UiTicker ticker, List<Node> fixed) {
        this.ticker = ticker;
        setId("tabs");
        setAccessibleText(Words.text("tabs.accessible"));
        setTabClosingPolicy(TabClosingPolicy.ALL_TABS);
        results = tab("results", MaterialDesignF.FORMAT_LIST_BULLETED, fixed.get(0));
        polls = tab("poll", MaterialDesignP.PULSE, fixed.get(1));
        chart = tab("chart", MaterialDesignC.CHART_LINE, fixed.get(2));
        getTabs().setAll(results, polls, chart);
        // The first of all listeners: the others look at the content.
        getSelectionModel().selectedItemProperty().addListener((Observable _) -> release());
    }

    /** Takes the contents of the tabs behind out, so that they are not styled at the start. */
    void holdBack() {
        for (Tab tab : getTabs()) {
            if (!tab.isSelected() && tab.getContent() != null) {
                held.put(tab, tab.getContent());
                tab.setContent(null);
            }
        }
    }

    /** Puts back what was taken out. */
    void release() {
        Map<Tab, Node> back = Map.copyOf(held);
        held.clear();
        back.forEach(Tab::setContent);
    }

    /** A tab of the words {@code tab.<id>}, which stays. */
    static Tab tab(String id, Ikon icon, Node content) {
        Tab tab = new Tab(Words.text("tab." + id), content);
        tab.setId("tab-" + id);
        tab.setGraphic(Parts.icon(icon));
        tab.setClosable(false);
        return tab;
    }

    /** Called when the user closed a table. */
    void onTableClosed(Consumer<TableViewModel> action) {
        tableClosed = action;
    }

    /** Shows a page, made when it is not open yet, in a tab that can be closed; its content. */
    Node page(String id, Ikon icon, Supplier<Node> content) {
        Tab page =
                getTabs().stream()
                        .filter(tab -> ("tab-" + id).equals(tab.getId()))
                        .findFirst()
                        .orElseGet(() -> {
                            Tab fresh = tab(id, icon, content.get());
                            fresh.setClosable(true);
                            getTabs().add(fresh);
                            return fresh;
                        });
        getSelectionModel().select(page);
        return page.getContent();
    }

    void showResults() {
        getSelectionModel().select(results);
    }

    void showPolls() {
        getSelectionModel().select(polls);
    }

    void showChart() {
        getSelectionModel().select(chart);
    }

    /** Shows the tab at a place, if there is one. */
    void show(int index) {
        if (index < getTabs().size()) {
            getSelectionModel().select(index);
        }
    }

    /** Shows a tab, which is added if it is not there. */
    void show(Tab tab) {
        if (!getTabs().contains(tab)) {
            getTabs().add(tab);
        }
        getSelectionModel().select(tab);
    }

    boolean isResults() {
        return results.isSelected();
    }

    /** The table shown, if a table is. */
    Optional<TableTab> table() {
        return Optional.ofNullable(getSelectionModel().getSelectedItem())
                .map(Tab::getContent)
                .filter(TableTab.class::isInstance)
                .map(TableTab.class::cast);
    }

    /** Opens a table in a tab of its own; the same table of the same device takes its old tab. */
    void open(TableViewModel model, TableTab.Offers offers, Supplier<ContextMenu> menu) {
        TableTab view = new TableTab(model, ticker, offers);
        view.onContextMenu(menu);
        Tab tab =
                getTabs().stream()
                        .filter(open -> isSame(open, model))
                        .findFirst()
                        .orElseGet(() -> insert());
        close(tab);
        tab.setContent(view);
        nameTables();
        getSelectionModel().select(tab);
    }

    /** Tables of one name on several devices are told apart by these. */
    private void nameTables() {
        for (Tab tab : getTabs()) {
            if (tab.getContent() instanceof TableTab table) {
                tab.setText(title(tab, table));
            }
        }
    }

    private String title(Tab tab, TableTab table) {
        String name = table.model().question().name();
        boolean hasTwin =
                getTabs().stream()
                        .filter(other -> !other.equals(tab))
                        .map(Tab::getContent)
                        .filter(TableTab.class::isInstance)
                        .map(content -> ((TableTab) content).model().question().name())
                        .anyMatch(name::equals);
        return hasTwin
                ? Words.text("tab.table.of", name, table.model().question().device())
                : Words.text("tab.table", name);
    }

    /** Shows a tab, which is added at the end if it is not there. */
    void open(Tab tab) {
        if (!getTabs().contains(tab)) {
            getTabs().add(tab);
        }
        getSelectionModel().select(tab);
    }

    private static boolean isSame(Tab tab, TableViewModel model) {
        return tab.getContent() instanceof TableTab table
                && table.model().question().row().oid().equals(model.question().row().oid())
                && table.model().question().device().equals(model.question().device());
    }

    private Tab insert() {
        Tab tab = new Tab();
        tab.setId("tab-table-" + getTabs().size());
        tab.setGraphic(Parts.icon(MaterialDesignT.TABLE));
        tab.setOnClosed(_ -> {
            close(tab);
            nameTables();
            if (tab.getContent() instanceof TableTab table) {
                tableClosed.accept(table.model());
            }
        });
        getTabs().add(getTabs().indexOf(polls), tab);
        return tab;
    }

    private static void close(Tab tab) {
        if (tab.getContent() instanceof TableTab table) {
            table.close();
        }
    }
}
