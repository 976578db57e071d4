package dev.bulkhead.app.shell;

import dev.bulkhead.app.command.Command;
import dev.bulkhead.app.command.Commands;
import dev.bulkhead.app.fx.Background;
import dev.bulkhead.app.fx.UiTicker;
import dev.bulkhead.app.past.HistoryView;
import dev.bulkhead.app.past.HistoryViewModel;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** The History page and its commands. */
final class HistoryActions {
    /** What the menu offers. */
    static final List<String> MENU =
            List.of(
                    "history",
                    "history-chart",
                    "history-export",
                    "history-check",
                    "history-delete");

    private static final List<String> SERIES =
            List.of("history-chart", "history-export", Commands.LINE, "history-delete");

    private final Shell shell;
    private final Workbench workbench;
    private final UiTicker ticker;
    private final BooleanProperty shown = new SimpleBooleanProperty();
    private @Nullable HistoryView view;

    HistoryActions(Shell shell, Workbench workbench, UiTicker ticker) {
        this.shell = shell;
        this.workbench = workbench;
        this.ticker = ticker;
    }

    void register(Commands commands) {
        commands.add("history", MaterialDesignH.HISTORY, "Shortcut+Shift+H", this::show);
        add(commands, "history-chart", MaterialDesignC.CHART_LINE, HistoryView::chart);
        add(commands, "history-export", MaterialDesignC.CONTENT_SAVE_OUTLINE, HistoryView::export);
        add(commands, "history-check", MaterialDesignS.STETHOSCOPE, HistoryView::check);
        add(commands, "history-delete", MaterialDesignT.TRASH_CAN_OUTLINE, HistoryView::delete);
    }

    private void add(Commands commands, String id, Ikon icon, Consumer<HistoryView> action) {
        commands.add(
                new Command(
                        id,
                        Optional.of(icon),
                        Optional.empty(),
                        () -> {
                            HistoryView current = view;
                            if (current != null) {
                                action.accept(current);
                            }
                        },
                        shown));
    }

    private void show() {
        Node page = shell.tabs().page("history", MaterialDesignH.HISTORY, this::page);
        if (page instanceof HistoryView shownView) {
            shownView.focusTable();
        }
    }

    /** The page is made once; a closed tab keeps it for the next time. */
    private HistoryView page() {
        HistoryView known = view;
        if (known != null) {
            return known;
        }
        HistoryView fresh =
                new HistoryView(
                        new HistoryViewModel(workbench.historian(), Background::handOver),
                        ticker,
                        new HistoryView.Offers(
                                shell.actions()::chart,
                                shell.actions()::showPolls,
                                () -> shell.commands().contextMenu("history-menu", SERIES)));
        view = fresh;
        shell.tabs()
                .getSelectionModel()
                .selectedItemProperty()
                .subscribe(tab -> shown.set(tab != null && fresh.equals(tab.getContent())));
        return fresh;
    }
}
