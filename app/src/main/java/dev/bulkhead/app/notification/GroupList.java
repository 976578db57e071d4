package dev.bulkhead.app.notification;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.theme.Parts;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/** The groups with their counts; the chosen one alone is listed. */
final class GroupList extends ListView<NotificationGroup> {
    private final NotificationsViewModel model;
    private boolean refilling;

    GroupList(NotificationsViewModel model) {
        super(model.groups());
        this.model = model;
        setId("notification-groups");
        getStyleClass().add("notification-groups");
        setAccessibleText(Words.text("notifications.groups.accessible"));
        setCellFactory(_ -> new Cell());
        getSelectionModel().selectedItemProperty().subscribe(this::chosen);
        model.groups().subscribe(this::keepChosen);
    }

    private void chosen(@Nullable NotificationGroup group) {
        if (refilling) {
            return;
        }
        Optional<NotificationGroup> now = Optional.ofNullable(group).filter(each -> !each.isAll());
        boolean same =
                now.map(NotificationGroup::key)
                        .equals(model.groupProperty().get().map(NotificationGroup::key));
        if (!same) {
            model.groupProperty().set(now);
        }
    }

    /** Counts change all the while; the group that is chosen stays chosen. */
    private void keepChosen() {
        refilling = true;
        Optional<NotificationGroup> chosen = model.groupProperty().get();
        String key = chosen.map(NotificationGroup::key).orElse("");
        int at = getItems().stream().map(NotificationGroup::key).toList().indexOf(key);
        if (at < 0) {
            getSelectionModel().clearSelection();
        } else {
            getSelectionModel().clearAndSelect(at);
        }
        refilling = false;
    }

    private static final class Cell extends ListCell<NotificationGroup> {
        private final Label name = new Label();
        private final Label count = new Label();
        private final HBox row = new HBox(name, Parts.spacer(), count);

        Cell() {
            count.getStyleClass().add("group-count");
            row.getStyleClass().add("group-row");
            HBox.setHgrow(name, Priority.SOMETIMES);
            count.setMinWidth(USE_PREF_SIZE);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable NotificationGroup group, boolean empty) {
            super.updateItem(group, empty);
            if (empty || group == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            name.setText(group.name());
            name.setGraphic(SeverityLook.icon(group.worst()));
            count.setText(Words.text("notifications.group.count", group.count()));
            setGraphic(row);
            setAccessibleText(
                    Words.text(
                            "notifications.group.accessible",
                            group.name(),
                            group.count(),
                            group.worst().words()));
        }
    }
}
