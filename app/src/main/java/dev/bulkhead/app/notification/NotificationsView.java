package dev.bulkhead.app.notification;

import dev.bulkhead.app.command.Commands;
import dev.bulkhead.app.fx.Showing;
import dev.bulkhead.app.fx.UiTicker;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.saving.SaveBar;
import dev.bulkhead.app.theme.FoldingBar;
import dev.bulkhead.app.theme.PaneBar;
import dev.bulkhead.app.theme.Parts;
import dev.bulkhead.app.theme.Tone;
import dev.bulkhead.engine.notification.ListenCounts;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** Notifications: the list, its groups beside it, and below it the chosen one taken apart. */
public final class NotificationsView extends BorderPane implements AutoCloseable {
    private static final Duration REPAINT = Duration.ofMillis(200);
    private static final int TICKS_OF_GROUPS = 5;

    /** So many in a tick nobody reads: the list is painted half as often. */
    private static final int FLOOD = 200;

    private static final double LIST_SHARE = 0.58;
    private static final double GROUPS_SHARE = 0.26;

    private final NotificationDesk desk;
    private final NotificationsViewModel model;
    private final Around around;
    private final PaneBar bar = new PaneBar("notifications");
    private final Label state = Parts.chip("notifications-state", Tone.NEUTRAL);
    private final Label lost = Parts.chip("notifications-lost", Tone.WARNING);
    private final TextField filter = new TextField();
    private final ToggleButton pause = new ToggleButton();
    private final ReceiverBar receiver;
    private final Button exporting =
            Parts.button("notifications-export", MaterialDesignE.EXPORT_VARIANT, this::save);
    private final Button clearing =
            Parts.button("notifications-clear", MaterialDesignT.TRASH_CAN_OUTLINE, this::clear);
    private final SaveBar<NotificationFile.Form> export;
    private final NotificationTable table;
    private final NotificationDetail detail;
    private final NotificationsEmpty empty;
    private final GroupList groups;
    private final SplitPane lists = new SplitPane();
    private final SplitPane body;
    private final UiTicker.Painter painter;
    private int ticks;
    private int came;

    /**
     * What the view needs of the window.
     *
     * @param key the key that switches the receiver, in words
     * @param cleared is told how to show again what was cleared
     * @param told says something in the status bar
     */
    public record Around(
            Commands commands, String key, Consumer<Runnable> cleared, Consumer<String> told) {}

    public NotificationsView(NotificationDesk desk, UiTicker ticker, Around around) {
        this.desk = desk;
        this.around = around;
        model = desk.list();
        setId("notifications-pane");
        getStyleClass().add("notifications-pane");
        getStylesheets().add(NotificationStyle.sheet());
        bar.title().setText(Words.text("notifications.title"));
        bar.addChips(state, lost);
        receiver = new ReceiverBar(desk);
        export = NotificationSaving.bar(model, around.told());
        table = new NotificationTable(model);
        detail = new NotificationDetail(model);
        groups = new GroupList(model);
        empty =
                new NotificationsEmpty(
                        desk.receiver(),
                        around.key(),
                        around.commands().button("send-notification"));
        lists.setId("notifications-lists");
        lists.getItems().setAll(table);
        body = new SplitPane(lists, detail);
        body.setId("notifications-body");
        body.setOrientation(Orientation.VERTICAL);
        body.setDividerPositions(LIST_SHARE);
        setTop(new VBox(bar, tools(), receiver, export));
        setCenter(new StackPane(body, empty));
        model.groupingProperty().subscribe(this::showGroups);
        desk.receiver().stateProperty().subscribe(_ -> paint());
        painter = ticker.registerEvery(REPAINT, this::tick);
        paint();
    }

    private Node tools() {
        filter.setId("notifications-filter");
        filter.getStyleClass().add("filter");
        filter.setPromptText(Words.text("notifications.filter"));
        filter.setAccessibleText(Words.text("notifications.filter"));
        filter.textProperty().bindBidirectional(model.filterProperty());
        filter.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ESCAPE && !filter.getText().isEmpty()) {
                        filter.clear();
                        event.consume();
                    }
                });
        ComboBox<Grouping> grouping = new ComboBox<>();
        grouping.setId("notifications-grouping");
        grouping.setAccessibleText(Words.text("notifications.grouping"));
        grouping.getItems().setAll(Grouping.values());
        grouping.setConverter(new GroupingConverter());
        grouping.valueProperty().bindBidirectional(model.groupingProperty());
        pause.setId("notifications-pause");
        pause.selectedProperty().bindBidirectional(model.pausedProperty());
        model.pausedProperty().subscribe(this::showPause);
        Button settings =
                Parts.iconButton(
                        "receiver-settings", MaterialDesignC.COG_OUTLINE, this::openSettings);
        FoldingBar row = FoldingBar.empty();
        row.addTools(
                filter,
                grouping,
                pause,
                exporting,
                clearing,
                Parts.spacer(),
                around.commands().button("notification-rules"),
                settings);
        row.setId("notifications-tools");
        row.getStyleClass().add("notifications-tools");
        return row;
    }

    private void showPause(boolean paused) {
        pause.setText(Words.text(paused ? "notifications.resume" : "notifications.pause"));
        pause.setGraphic(Parts.icon(paused ? MaterialDesignP.PLAY : MaterialDesignP.PAUSE));
        pause.setAccessibleText(pause.getText());
    }

    private void showGroups(Grouping grouping) {
        if (grouping == Grouping.NONE) {
            lists.getItems().setAll(table);
        } else if (lists.getItems().size() == 1) {
            lists.getItems().setAll(groups, table);
            lists.setDividerPositions(GROUPS_SHARE);
            SplitPane.setResizableWithParent(groups, false);
        }
        model.regroup();
    }

    private void tick() {
        ticks++;
        if (came >= FLOOD && ticks % 2 == 0) {
            return;
        }
        int first = table.firstShown();
        int added = model.refresh();
        came = added;
        if (!Showing.isShowing(this)) {
            return;
        }
        model.looked();
        table.cameOnTop(added, first);
        if (ticks % TICKS_OF_GROUPS == 0) {
            model.regroup();
            receiver.refresh();
        }
        paint();
    }

    private void paint() {
        ReceiverViewModel now = desk.receiver();
        state.setText(now.words());
        Parts.tone(state, ReceiverSwitch.tone(now.stateProperty().get()));
        ListenCounts counts = now.counts();
        long gone = counts.lost();
        Parts.show(lost, gone == 0 ? "" : Words.text("notifications.lost", gone));
        if (gone > 0) {
            explainLoss(counts);
        }
        bar.summary().setText(summary(counts));
        boolean nothing = model.kept() == 0 && model.rows().isEmpty();
        exporting.setDisable(model.rows().isEmpty());
        clearing.setDisable(model.kept() == 0);
        boolean wasWaiting = empty.isFocusWithin();
        body.setVisible(!nothing);
        empty.setVisible(nothing);
        if (wasWaiting && !nothing) {
            table.requestFocus();
        }
    }

    private void explainLoss(ListenCounts counts) {
        String text =
                Words.text(
                        "notifications.lost.hint",
                        counts.overLimit(),
                        counts.droppedByQueue(),
                        counts.droppedByKernel());
        if (lost.getTooltip() == null) {
            lost.setTooltip(new Tooltip(text));
        }
        lost.getTooltip().setText(text);
        lost.setAccessibleText(text);
    }

    private String summary(ListenCounts counts) {
        StringBuilder text = new StringBuilder(Words.text("notifications.taken", desk.taken()));
        add(text, "notifications.listed", model.rows().size(), isFiltered());
        add(text, "notifications.forgotten", model.forgotten(), model.forgotten() > 0);
        add(text, "notifications.dropped", desk.droppedByRules(), desk.droppedByRules() > 0);
        if (counts.refused() > 0) {
            text.append(Words.text("notifications.between"))
                    .append(
                            Words.text(
                                    "notifications.refused",
                                    counts.refused(),
                                    counts.refusedBy().words()));
        }
        return text.toString();
    }

    private boolean isFiltered() {
        return !model.filterProperty().get().isBlank() || model.groupProperty().get().isPresent();
    }

    private static void add(StringBuilder text, String key, long count, boolean shown) {
        if (shown) {
            text.append(Words.text("notifications.between")).append(Words.text(key, count));
        }
    }

    private void openSettings() {
        receiver.open();
    }

    /** Asks where to save what is listed. */
    public void save() {
        if (!model.rows().isEmpty()) {
            export.open();
        }
    }

    /** Hides all; can be undone. */
    public void clear() {
        if (model.kept() > 0) {
            around.cleared().accept(model.clear());
            paint();
        }
    }

    /** The chosen notification as text. */
    public String selectedText() {
        return detail.text();
    }

    public void focusFilter() {
        filter.requestFocus();
        filter.selectAll();
    }

    /** Gives the list the focus, so that arrows move in it. */
    public void focusList() {
        paint();
        if (empty.isVisible()) {
            empty.focusFirst();
            return;
        }
        if (table.getSelectionModel().isEmpty() && !model.rows().isEmpty()) {
            table.getSelectionModel().select(0);
        }
        table.requestFocus();
    }

    @Override
    public void close() {
        painter.close();
    }

    private static final class GroupingConverter extends StringConverter<Grouping> {
        @Override
        public String toString(Grouping grouping) {
            return grouping == null
                    ? ""
                    : Words.text(
                            "notifications.grouping." + grouping.name().toLowerCase(Locale.ROOT));
        }

        @Override
        public Grouping fromString(String text) {
            throw new UnsupportedOperationException("only chosen, never typed");
        }
    }
}
