package dev.bulkhead.app.shell;

import dev.bulkhead.app.agent.AgentDesk;
import dev.bulkhead.app.agent.Work;
import dev.bulkhead.app.command.Command;
import dev.bulkhead.app.command.Commands;
import dev.bulkhead.app.fx.Background;
import dev.bulkhead.app.fx.UiTicker;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.mibtree.MibLibrary;
import dev.bulkhead.app.notification.NotificationDesk;
import dev.bulkhead.app.notification.NotificationsView;
import dev.bulkhead.app.notification.RulesView;
import dev.bulkhead.app.notification.SenderView;
import dev.bulkhead.app.theme.Parts;
import dev.bulkhead.mibs.index.MibNode;
import dev.bulkhead.mibs.index.NodeKind;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Tab;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** Notifications: their commands, their tab, and the tabs of rules and sender. */
final class NotificationActions {
    /** What the tools menu offers. */
    static final List<String> TOOLS =
            List.of(
                    "notifications",
                    "receive",
                    "notification-rules",
                    "send-notification",
                    "export-notifications",
                    "clear-notifications");

    private static final String RECEIVE_KEY = "Shortcut+Alt+N";

    private final Shell shell;
    private final Workbench workbench;
    private final UiTicker ticker;
    private final NotificationDesk desk;
    private final Tab tab = new Tab(Words.text("tab.notifications"));
    private final Tab rules = new Tab(Words.text("tab.notification-rules"));
    private final Tab sender = new Tab(Words.text("tab.send-notification"));
    private final NotificationsView view;

    /** Registers the commands, some of which the views show. */
    NotificationActions(Shell shell, Workbench workbench, UiTicker ticker, Commands commands) {
        this.shell = shell;
        this.workbench = workbench;
        this.ticker = ticker;
        desk = workbench.notifications();
        desk.receiver().onKeep(workbench::saveSettings);
        tab.setId("tab-notifications");
        tab.setClosable(false);
        dress(tab, MaterialDesignB.BELL_OUTLINE);
        rules.setId("tab-notification-rules");
        dress(rules, MaterialDesignF.FILTER_COG_OUTLINE);
        sender.setId("tab-send-notification");
        dress(sender, MaterialDesignS.SEND_OUTLINE);
        desk.list().unseenProperty().subscribe(unseen -> tab.setText(title(unseen.intValue())));
        register(commands);
        view =
                new NotificationsView(
                        desk,
                        ticker,
                        new NotificationsView.Around(
                                commands,
                                Commands.combination(RECEIVE_KEY)
                                        .map(KeyCombination::getDisplayText)
                                        .orElse(""),
                                back ->
                                        workbench
                                                .undo()
                                                .did(Words.text("notifications.cleared"), back),
                                workbench.status()::done));
        tab.setContent(view);
    }

    private static void dress(Tab tab, Ikon icon) {
        tab.setGraphic(Parts.icon(icon));
    }

    private static String title(int unseen) {
        return unseen == 0
                ? Words.text("tab.notifications")
                : Words.text("tab.notifications.unseen", unseen);
    }

    /** The desk over the window's services. */
    static NotificationDesk desk(
            Services services, MibLibrary library, AgentDesk agents, Work work) {
        return new NotificationDesk(
                new NotificationDesk.Setup(
                        services.jobs(),
                        library.namesProperty(),
                        agents,
                        services.settings(),
                        work,
                        Background::handOver));
    }

    private void register(Commands commands) {
        commands.add("notifications", MaterialDesignB.BELL_OUTLINE, "Shortcut+Shift+N", this::show);
        commands.add(
                "receive", MaterialDesignB.BELL_RING_OUTLINE, RECEIVE_KEY, desk.receiver()::toggle);
        commands.add(
                "notification-rules",
                MaterialDesignF.FILTER_COG_OUTLINE,
                "Shortcut+Alt+U",
                this::showRules);
        commands.add("send-notification", MaterialDesignS.SEND, "Shortcut+Alt+T", this::showSender);
        ofTab(commands, "export-notifications", MaterialDesignE.EXPORT_VARIANT, this::save);
        ofTab(commands, "clear-notifications", MaterialDesignT.TRASH_CAN_OUTLINE, this::clear);
    }

    private void ofTab(Commands commands, String id, Ikon icon, Runnable deed) {
        commands.add(
                new Command(id, Optional.of(icon), Optional.empty(), deed, tab.selectedProperty()));
    }

    private void save() {
        view.save();
    }

    private void clear() {
        view.clear();
    }

    Tab tab() {
        return tab;
    }

    private void show() {
        shell.tabs().show(tab);
        view.focusList();
    }

    private void showRules() {
        if (rules.getContent() == null) {
            rules.setContent(new RulesView(desk.rules(), ticker, workbench.undo()::did));
        }
        shell.tabs().show(rules);
        ((RulesView) rules.getContent()).focusList();
    }

    /** With the form of the current object, if that is a notification. */
    private void showSender() {
        workbench
                .current()
                .nodeProperty()
                .get()
                .filter(node -> node.kind() == NodeKind.NOTIFICATION)
                .map(MibNode::oid)
                .ifPresent(desk.sender()::open);
        if (sender.getContent() == null) {
            sender.setContent(new SenderView(desk.sender()));
        }
        shell.tabs().show(sender);
        ((SenderView) sender.getContent()).focusForm();
    }

    /** What is chosen in the list, if it is in front. */
    Optional<String> selectedText() {
        return tab.isSelected() ? Optional.of(view.selectedText()) : Optional.empty();
    }

    /** Goes to the list's filter, if the list is in front; whether it is. */
    boolean focusFilter() {
        if (tab.isSelected()) {
            view.focusFilter();
        }
        return tab.isSelected();
    }
}
