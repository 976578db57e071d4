package dev.bulkhead.app.shell;

import atlantafx.base.theme.Styles;
import dev.bulkhead.app.agent.UnlockBar;
import dev.bulkhead.app.change.ConfirmBar;
import dev.bulkhead.app.chart.ChartView;
import dev.bulkhead.app.command.Command;
import dev.bulkhead.app.command.Commands;
import dev.bulkhead.app.fx.Background;
import dev.bulkhead.app.fx.ToolkitLog;
import dev.bulkhead.app.fx.UiTicker;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.mibtree.MibTreeView;
import dev.bulkhead.app.notification.ReceiverSwitch;
import dev.bulkhead.app.object.ObjectView;
import dev.bulkhead.app.opening.OpenFiles;
import dev.bulkhead.app.polling.PollingView;
import dev.bulkhead.app.query.ResultsView;
import dev.bulkhead.app.table.TableActions;
import dev.bulkhead.app.table.TableTab;
import dev.bulkhead.app.table.TableViewModel;
import dev.bulkhead.app.theme.Parts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.MenuBar;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/** The window's content. Children are added in the order the focus shall take. */
public final class Shell extends BorderPane {
    private static final Duration REFRESH = Duration.ofMillis(200);
    private static final double LEFT_SHARE = 0.25;
    private static final double TREE_SHARE = 0.63;

    private final Workbench workbench;
    private final Commands commands = new Commands();
    private final ShellActions actions;
    private final PacketsActions packets;
    private final NotificationActions notifications;
    private final WatchActions watch;
    private final RecordingTabs recordings;
    private final CopyActions copies;
    private final PageActions pages;
    private final FindActions find;
    private final List<SplitPane> splits = new ArrayList<>();
    private final TopBar topBar;
    private final MibTreeView tree;
    private final ResultsView results;
    private final Tabs tabs;
    private final MibPanes mibs;
    private final StatusBar status;
    private final Remedies remedies;
    private final MenuBar menus;
    private final FileOpening files;

    /**
     * The content over a workbench.
     *
     * @param toggleTheme from light to dark or back
     */
    public Shell(Workbench workbench, UiTicker ticker, Runnable toggleTheme) {
        ToolkitLog.keepQuiet();
        this.workbench = workbench;
        setId("shell");
        actions = new ShellActions(this, workbench, toggleTheme);
        new Actions(commands, workbench, actions).register();
        packets = new PacketsActions(this, workbench, ticker);
        packets.register(commands);
        notifications = new NotificationActions(this, workbench, ticker, commands);
        watch = new WatchActions(this, workbench, ticker);
        watch.register(commands);
        recordings = new RecordingTabs(this, workbench, ticker);
        recordings.register(commands);
        var tableShown = TableActions.register(commands, new TableWindow(this, workbench));
        new AgentTabs(workbench, commands, ticker, this::openTab, () -> topBar().focusOid())
                .register();
        remedies = new Remedies(this, workbench);
        new HistoryActions(this, workbench, ticker).register(commands);
        copies = new CopyActions(this, workbench);
        copies.register(commands);
        pages = new PageActions(this, workbench);
        pages.register(commands);
        new HelpActions(this).register(commands);
        find = new FindActions(this, workbench);
        find.register(commands);
        topBar = new TopBar(workbench, commands);
        tree =
                new MibTreeView(
                        workbench.library(),
                        workbench.current(),
                        workbench.search(),
                        commands.iconButton("reveal"));
        results = resultsView(ticker);
        PollingView polls = pollingView(ticker);
        ChartView chart = new ChartView(workbench.chart(), ticker, actions::showPolls);
        tabs = new Tabs(ticker, List.of(results, polls, chart));
        tabs.getTabs().add(notifications.tab());
        watch.join(polls, chart);
        watch.follow(tabs);
        mibs = new MibPanes(workbench, commands, tabs);
        tabs.getSelectionModel()
                .selectedItemProperty()
                .subscribe(_ -> tableShown.set(tabs.table().isPresent()));
        Button jobs = commands.button("jobs");
        status =
                new StatusBar(
                        workbench,
                        jobs,
                        new ReceiverSwitch(workbench.notifications().receiver()),
                        commands.button("modules"));
        menus = Menus.bar(commands, workbench);
        setTop(new VBox(menus, topBar, new UnlockBar(workbench.agents().unlock())));
        setCenter(split());
        setBottom(
                new VBox(
                        new UndoBar(workbench.undo(), commands.button("undo")),
                        new ConfirmBar(workbench.changes()),
                        status));
        actions.changes().listen();
        find.offer(commands);
        new OidDrag(this, workbench).install(tree.lookup("#mib-tree"), results.lookup("#results"));
        tabs.onTableClosed(this::offerAgain);
        workbench.preferences().onChange(actions::saveSettings);
        workbench.bookmarks().onChange(actions::saveSettings);
        tree.onOpen(actions::open);
        tree.onContextMenu(() -> commands.contextMenu("node-menu", Actions.NODE));
        results.onContextMenu(() -> commands.contextMenu("value-menu", Actions.VALUE));
        acceptFiles();
        files = new FileOpening(workbench, actions, recordings::take);
        ticker.registerEvery(REFRESH, this::refresh);
        workbench.library().reportProperty().subscribe(actions::report);
        workbench.loadKept();
    }

    private ResultsView resultsView(UiTicker ticker) {
        List<Button> tools =
                List.of(
                        commands.iconButton("run-again"),
                        commands.iconButton("packets"),
                        commands.iconButton("copy-as"),
                        commands.iconButton("save-results"),
                        commands.iconButton("clear"));
        return new ResultsView(
                workbench.results(),
                ticker,
                workbench.services().clock(),
                new ResultsView.Contents(
                        workbench.library()::names,
                        workbench.services().settings(),
                        workbench::close,
                        new ResultsView.Offers(
                                commands.iconButton("fold-run"),
                                tools,
                                remedies.buttons(commands),
                                new Welcome(commands))));
    }

    private PollingView pollingView(UiTicker ticker) {
        PollingView view = new PollingView(workbench.polling(), ticker, actions::chart);
        Command poll = commands.get("poll");
        view.onAdd(poll::run, poll.key().map(KeyCombination::getDisplayText).orElse(""));
        return view;
    }

    private SplitPane split() {
        ObjectView details =
                new ObjectView(
                        workbench.library(),
                        workbench.current(),
                        new StarButton(commands, workbench.bookmarks(), workbench.current())
                                .button(),
                        commands.iconButton("mib-source"),
                        commands.iconButton("copy-oid"));
        SplitPane left = new SplitPane(tree, details);
        left.setId("left");
        left.setOrientation(Orientation.VERTICAL);
        left.setDividerPositions(TREE_SHARE);
        left.getStyleClass().add("left-pane");
        SplitPane split = new SplitPane(left, mibs.framed());
        split.setId("split");
        split.setDividerPositions(LEFT_SHARE);
        SplitPane.setResizableWithParent(left, false);
        splits.addAll(List.of(left, split));
        return split;
    }

    private void acceptFiles() {
        setOnDragOver(event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
            }
            event.consume();
        });
        setOnDragDropped(event -> {
            boolean files = event.getDragboard().hasFiles();
            if (files) {
                actions.load(watch.sets().take(recordings.take(event.getDragboard().getFiles())));
            }
            event.setDropCompleted(files);
            event.consume();
        });
    }

    private void refresh() {
        workbench.status().look(workbench.results().runs(), workbench.services().clock().instant());
        status.refresh();
        actions.refreshJobs();
        remedies.refresh();
        workbench.agents().look(workbench.results().runs(), workbench.services().clock().instant());
        if (tabs.isResults()) {
            results.markDirty();
        }
    }

    /** Before the window shows: what no tab in front has is styled once the modules are there. */
    public void showWhenLoaded() {
        tabs.holdBack();
        workbench
                .library()
                .reportProperty()
                .subscribe(report -> report.ifPresent(_ -> Background.handOver(tabs::release)));
    }

    /** All commands; for the scene's keys, and for tests. */
    public Commands commands() {
        return commands;
    }

    /** The window's deeds, for the demo and the pictures. */
    public ShellActions actions() {
        return actions;
    }

    /** Takes values out of the window, for tests and pictures. */
    public CopyActions copies() {
        return copies;
    }

    MenuBar menus() {
        return menus;
    }

    FindActions find() {
        return find;
    }

    /** Loads files, or opens them if they are recordings, and shows what is in them. */
    public void open(OpenFiles wanted) {
        files.open(wanted);
    }

    /** Shows a first user around; nobody twice. */
    public void tourOnce() {
        pages.tourOnce();
        actions.saveSettings();
    }

    /** The tabs, for what looks after all that they show. */
    public TabPane tabPane() {
        return tabs;
    }

    List<SplitPane> splits() {
        return List.copyOf(splits);
    }

    private void offerAgain(TableViewModel closed) {
        workbench
                .undo()
                .did(
                        Words.text("undo.closed", closed.question().name()),
                        () -> actions.open(workbench.again(closed)));
    }

    TopBar topBar() {
        return topBar;
    }

    MibTreeView tree() {
        return tree;
    }

    ResultsView results() {
        return results;
    }

    Tabs tabs() {
        return tabs;
    }

    PacketsActions packets() {
        return packets;
    }

    NotificationActions notifications() {
        return notifications;
    }

    /** Saves and opens poll sets, for tests and pictures. */
    public PollSetActions pollSets() {
        return watch.sets();
    }

    WatchActions watch() {
        return watch;
    }

    MibPanes mibs() {
        return mibs;
    }

    /** What a table offers where it has nothing to show. */
    TableTab.Offers tableOffers() {
        Button again = commands.button("run-again");
        again.setId("table-again");
        Button walk = commands.button("walk");
        walk.setId("table-walk");
        return new TableTab.Offers(commands, List.of(remedy()), List.of(again, walk));
    }

    Remedies remedies() {
        return remedies;
    }

    private void openTab(Tab tab) {
        tabs.open(tab);
    }

    Button remedy() {
        Button retry = Parts.button("retry-table", MaterialDesignR.REFRESH, actions::again);
        retry.getStyleClass().add(Styles.ACCENT);
        return retry;
    }
}
