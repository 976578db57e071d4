package dev.bulkhead.app.notification;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.query.Inert;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.TableViewSkin;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The list of notifications, the newest on top. Texts are made for the rows on screen only. */
final class NotificationTable extends TableView<NotificationLine> {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");

    private final NotificationsViewModel model;

    NotificationTable(NotificationsViewModel model) {
        super(model.rows());
        this.model = model;
        setId("notifications-table");
        getStyleClass().add("data-table");
        setAccessibleText(Words.text("notifications.table.accessible"));
        setPlaceholder(new Region());
        column("time", 110, NotificationTable::time).getStyleClass().add("mono-cell");
        column("severity", 110, line -> line.severity().words())
                .setCellFactory(_ -> new SeverityCell());
        column("source", 120, line -> Inert.text(line.host())).getStyleClass().add("mono-cell");
        column("notification", 200, line -> texts().name(line.notification()));
        TableColumn<NotificationLine, NotificationLine> variables =
                column("variables", 240, line -> texts().variables(line.notification()));
        variables.getStyleClass().add("muted-cell");
        WordCell.widen(this, variables, 160);
        getSelectionModel()
                .selectedItemProperty()
                .subscribe(line -> {
                    if (line != null) {
                        model.chosenProperty().set(Optional.of(line));
                    }
                });
        model.textsProperty().addListener((_, _, _) -> refresh());
    }

    private NotificationText texts() {
        return model.textsProperty().get();
    }

    private static String time(NotificationLine line) {
        return TIME.format(line.notification().time().atZone(ZoneId.systemDefault()));
    }

    /** The whole date and time, with the zone's offset. */
    static String date(Instant time) {
        return LocalDate.ofInstant(time, ZoneId.systemDefault())
                + " "
                + TIME.format(time.atZone(ZoneId.systemDefault()))
                + " "
                + ZoneId.systemDefault().getRules().getOffset(time);
    }

    private TableColumn<NotificationLine, NotificationLine> column(
            String key, double width, Function<NotificationLine, String> words) {
        return WordCell.column(
                this,
                "notifications-column-" + key,
                Words.text("notifications.column." + key),
                width,
                words);
    }

    /** Keeps what the user reads in its place while others come on top of it. */
    void cameOnTop(int added, int firstBefore) {
        if (added > 0 && firstBefore > 0) {
            scrollTo(firstBefore + added);
        }
    }

    /** The place of the first row on screen; 0 if the list is at its top. */
    int firstShown() {
        if (getSkin() instanceof TableViewSkin<?> skin) {
            for (var child : skin.getChildren()) {
                if (child instanceof VirtualFlow<?> flow) {
                    IndexedCell<?> first = flow.getFirstVisibleCell();
                    return first == null ? 0 : first.getIndex();
                }
            }
        }
        return 0;
    }

    /** Its one picture is turned into others: rows change many times a second in a flood. */
    private static final class SeverityCell extends TableCell<NotificationLine, NotificationLine> {
        private final FontIcon icon = SeverityLook.icon(Severity.INFO);

        @Override
        protected void updateItem(@Nullable NotificationLine line, boolean empty) {
            super.updateItem(line, empty);
            if (empty || line == null) {
                setText(null);
                setGraphic(null);
                return;
            }
            setText(line.severity().words());
            SeverityLook.turn(icon, line.severity());
            setGraphic(icon);
        }
    }
}
