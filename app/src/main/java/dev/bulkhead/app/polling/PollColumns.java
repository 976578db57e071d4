package dev.bulkhead.app.polling;

import dev.bulkhead.app.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** Keeps a table's columns, their order and widths, among the settings. */
final class PollColumns {
    private static final String KEY = "polls.columns";
    private static final double NARROWEST = 20;
    private static final double WIDEST = 2_000;

    private final TableView<PollEntry> table;
    private final Settings settings;

    PollColumns(TableView<PollEntry> table, Settings settings) {
        this.table = table;
        this.settings = settings;
    }

    /** Restores them and keeps what the user changes. */
    void follow() {
        restore();
        table.getColumns().addListener((ListChangeListener<TableColumn<PollEntry, ?>>) _ -> keep());
        table.getColumns().forEach(column -> column.widthProperty().subscribe((_, _) -> keep()));
    }

    private void keep() {
        settings.putList(
                KEY,
                table.getColumns().stream()
                        .map(column -> column.getId() + " " + Math.round(column.getWidth()))
                        .toList());
    }

    /** Columns that nobody knows any more are left out; new ones stay where they are. */
    private void restore() {
        List<TableColumn<PollEntry, ?>> order = new ArrayList<>();
        for (String line : settings.list(KEY)) {
            String[] parts = line.split(" ", 2);
            table.getColumns().stream()
                    .filter(column -> parts.length == 2 && parts[0].equals(column.getId()))
                    .findFirst()
                    .ifPresent(column -> {
                        width(column, parts[1]);
                        order.add(column);
                    });
        }
        if (order.size() == table.getColumns().size()) {
            table.getColumns().setAll(order);
        }
    }

    private static void width(TableColumn<PollEntry, ?> column, String text) {
        if (text.matches("\\d{2,4}")) {
            column.setPrefWidth(Math.clamp(Integer.parseInt(text), NARROWEST, WIDEST));
        }
    }
}
