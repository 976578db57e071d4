package dev.bulkhead.app.shell;

import dev.bulkhead.app.agent.Device;
import dev.bulkhead.app.change.ChangeCommands;
import dev.bulkhead.app.chart.ChartLine;
import dev.bulkhead.app.fx.ClipboardText;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.mibtree.LoadReport;
import dev.bulkhead.app.polling.PollRow;
import dev.bulkhead.app.query.ResultRow;
import dev.bulkhead.app.query.Verb;
import dev.bulkhead.app.table.TableTab;
import dev.bulkhead.app.table.TableViewModel;
import dev.bulkhead.app.theme.Themes;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.layout.Region;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.controlsfx.control.PopOver;
import org.jspecify.annotations.Nullable;

/** What the commands do. */
public final class ShellActions implements Actions.Window {
    private static final Oid IF_TABLE = Oid.of(1, 3, 6, 1, 2, 1, 2, 2);

    private final Shell shell;
    private final Workbench workbench;
    private final Runnable toggleTheme;
    private final ChangeActions changes;
    private @Nullable JobsView jobs;

    ShellActions(Shell shell, Workbench workbench, Runnable toggleTheme) {
        this.shell = shell;
        this.workbench = workbench;
        this.toggleTheme = toggleTheme;
        changes = new ChangeActions(shell, workbench);
    }

    @Override
    public void go() {
        shell.topBar().typed();
        if (workbench.current().problemProperty().get().isEmpty()) {
            run(workbench.verbProperty().get());
        }
    }

    @Override
    public void run(Verb verb) {
        if (workbench.agents().waits(() -> run(verb))) {
            return;
        }
        if (verb == Verb.GET && workbench.isBareColumn()) {
            shell.find().getInstance();
            return;
        }
        shell.topBar().remember(workbench.current().oidProperty().get());
        if (verb == Verb.SET) {
            changes.openDesk(chosen().stream().findFirst());
        } else if (verb == Verb.TABLE_VIEW) {
            workbench.table().ifPresent(this::open);
        } else {
            workbench.run(verb);
            shell.tabs().showResults();
        }
        saveSettings();
    }

    private Button packetsButton() {
        Button button = shell.commands().iconButton("packets");
        button.setId("table-packets");
        return button;
    }

    /** Writes the settings soon. */
    void saveSettings() {
        workbench.saveSettings();
    }

    /** Shows a table in a tab of its own. */
    void open(TableViewModel model) {
        shell.tabs().open(model, shell.tableOffers(), this::valueMenu);
        shell.tabs().table().ifPresent(table -> table.addTool(packetsButton()));
    }

    private ContextMenu valueMenu() {
        List<String> items = new ArrayList<>(Actions.VALUE);
        items.addAll(ChangeCommands.ROWS);
        return shell.commands().contextMenu("value-menu", items);
    }

    /** What Enter on a node of the tree does. */
    void open() {
        workbench.current().nodeProperty().get().map(Verb::usual).ifPresent(this::run);
    }

    @Override
    public void poll(boolean chart) {
        if (workbench.agents().waits(() -> poll(chart))) {
            return;
        }
        List<PollPlan> chosen = chosen();
        if (chosen.isEmpty()) {
            workbench.instances(plan -> start(plan, chart));
        } else {
            chosen.forEach(plan -> start(plan, chart));
        }
    }

    /** The instances chosen where the focus is, by device: result rows or cells of a table. */
    private List<PollPlan> chosen() {
        Node focus = shell.getScene() == null ? null : shell.getScene().getFocusOwner();
        boolean inTabs = focus != null && isInside(focus, shell.tabs());
        if (!inTabs) {
            return List.of();
        }
        Optional<TableTab> table = shell.tabs().table();
        if (table.isPresent()) {
            return table.get().selection().stream()
                    .map(cells ->
                            new PollPlan(
                                    cells.device().target(),
                                    cells.device().label(),
                                    cells.instances()))
                    .toList();
        }
        List<Oid> rows =
                shell.results().selected().stream()
                        .map(ResultRow::varBind)
                        .map(VarBind::name)
                        .toList();
        return shell.tabs().isResults()
                ? workbench
                        .results()
                        .shownProperty()
                        .get()
                        .flatMap(
                                run -> plan(run.question().target(), run.question().device(), rows))
                        .stream()
                        .toList()
                : List.of();
    }

    private static Optional<PollPlan> plan(Target target, String device, List<Oid> instances) {
        return instances.isEmpty()
                ? Optional.empty()
                : Optional.of(new PollPlan(target, device, instances));
    }

    private static boolean isInside(Node node, Node ancestor) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.equals(ancestor)) {
                return true;
            }
        }
        return false;
    }

    /** Polls, and shows it in the Poll or the Chart tab. */
    public void start(PollPlan plan, boolean chart) {
        if (plan.instances().isEmpty()) {
            workbench.status().warn(Words.text("status.no-instances"));
            return;
        }
        List<PollRow> rows =
                workbench
                        .polling()
                        .add(
                                plan.target(),
                                plan.device(),
                                plan.instances(),
                                workbench.preferences().pollInterval());
        if (chart) {
            chart(rows.stream().map(workbench.polling()::line).toList());
        } else {
            showPolls();
        }
    }

    void chart(List<ChartLine> lines) {
        workbench.chart().chart(lines);
        shell.tabs().showChart();
    }

    /** Shows the Poll tab. */
    public void showPolls() {
        shell.tabs().showPolls();
    }

    /** Shows the Chart tab. */
    public void showChart() {
        shell.tabs().showChart();
    }

    @Override
    public void stop() {
        Optional<TableTab> table = shell.tabs().table();
        boolean ended = table.map(tab -> tab.model().cancel()).orElse(false);
        if (!ended && !workbench.cancelNewest()) {
            table.map(tab -> tab.model().filterProperty())
                    .orElse(workbench.results().filterProperty())
                    .set("");
        }
    }

    @Override
    public void again() {
        Optional<TableTab> table = shell.tabs().table();
        if (table.isPresent()) {
            table.get().refresh();
        } else {
            workbench.runAgain();
            shell.tabs().showResults();
        }
    }

    @Override
    public void focus(Actions.Place place) {
        switch (place) {
            case ADDRESS -> shell.topBar().focusAddress();
            case OID -> shell.topBar().focusOid();
            case SEARCH -> shell.tree().focusSearch();
            case FILTER -> focusFilter();
            case TREE -> {
                shell.tree().scrollToSelected();
                shell.tree().focusTree();
            }
        }
    }

    private void focusFilter() {
        Optional<TableTab> table = shell.tabs().table();
        if (table.isPresent()) {
            table.get().focusFilter();
        } else if (!shell.notifications().focusFilter()) {
            shell.tabs().showResults();
            shell.results().focusFilter();
        }
    }

    @Override
    public void showTab(int index) {
        shell.tabs().show(index);
    }

    @Override
    public void nextPane(int by) {
        new PaneWalk(shell).step(by);
    }

    @Override
    public void copy() {
        Optional<TableTab> table = shell.tabs().table();
        ClipboardText.put(
                shell.packets()
                        .selectedText()
                        .or(() -> shell.notifications().selectedText())
                        .or(() -> table.map(TableTab::selectedText))
                        .orElseGet(this::resultText));
    }

    private String resultText() {
        return shell.results().selected().stream()
                .map(row -> row.varBind())
                .map(varBind ->
                        workbench.library().names().qualifiedName(varBind.name())
                                + " = "
                                + workbench.library().names().value(varBind))
                .collect(Collectors.joining("\n"));
    }

    @Override
    public void copyOid() {
        ClipboardText.put(workbench.current().oidProperty().get().toDottedString());
    }

    @Override
    public void revealValue() {
        chosen().stream()
                .findFirst()
                .ifPresent(plan -> workbench.current().select(plan.instances().getFirst()));
    }

    @Override
    public void loadMibs(boolean folder) {
        Window window = shell.getScene().getWindow();
        if (folder) {
            DirectoryChooser chooser = new DirectoryChooser();
            chooser.setTitle(Words.text("command.load-folder"));
            File chosen = chooser.showDialog(window);
            load(chosen == null ? List.of() : List.of(chosen));
        } else {
            FileChooser chooser = new FileChooser();
            chooser.setTitle(Words.text("command.load-mibs"));
            List<File> chosen = chooser.showOpenMultipleDialog(window);
            load(chosen == null ? List.of() : chosen);
        }
    }

    void load(List<File> files) {
        if (!files.isEmpty()) {
            workbench.status().say(Words.text("status.mibs.compiling", files.size()));
            workbench
                    .library()
                    .load(files.stream().map(File::toPath).map(Path::normalize).toList());
        }
    }

    void report(Optional<LoadReport> report) {
        report.ifPresent(now -> {
            if (now.problem().isPresent()) {
                workbench.status().fail(Words.text("status.mibs.failed", now.problem().get()));
            } else {
                String text =
                        Words.text(
                                "status.mibs.loaded", now.modules(), now.errors(), now.warnings());
                if (now.errors() > 0) {
                    workbench.status().warn(text);
                } else {
                    workbench.status().done(text);
                }
            }
        });
    }

    @Override
    public void startDemo() {
        startDemo(_ -> firstLook());
    }

    /** A first user sees values at once. */
    private void firstLook() {
        if (workbench.results().runs().isEmpty()) {
            workbench.current().select(IF_TABLE);
            run(Verb.WALK);
        }
    }

    /** Starts the demo network. */
    public void startDemo(Consumer<List<Device>> ready) {
        workbench.startDemo(ready);
    }

    @Override
    public void editCredential() {
        if (!shell.remedies().openForm()) {
            shell.topBar().editCredential();
        }
    }

    @Override
    public ChangeActions changes() {
        return changes;
    }

    @Override
    public void toggleTheme() {
        toggleTheme.run();
    }

    @Override
    public void showJobs() {
        PopOver[] shown = new PopOver[1];
        JobsView view =
                new JobsView(
                        workbench,
                        () -> {
                            shown[0].hide();
                            shell.watch().showProcesses();
                        });
        jobs = view;
        shown[0] = popOver(view, PopOver.ArrowLocation.BOTTOM_RIGHT);
        shown[0].show(shell.lookup("#jobs"));
    }

    private static PopOver popOver(Node content, PopOver.ArrowLocation arrow) {
        PopOver popOver = new PopOver(content);
        popOver.setArrowLocation(arrow);
        popOver.setAnimated(false);
        popOver.setOnHidden(_ -> popOver.setContentNode(new Region()));
        popOver.getRoot().getStylesheets().add(Themes.stylesheet());
        return popOver;
    }

    void refreshJobs() {
        JobsView open = jobs;
        if (open != null && open.getScene() != null && open.getScene().getWindow().isShowing()) {
            open.refresh();
        }
    }

    @Override
    public void showSheet(Actions.Sheet sheet) {
        if (sheet == Actions.Sheet.ABOUT) {
            AboutPage.show(shell, workbench);
            return;
        }
        Node content = new ShortcutSheet(shell.commands(), shell.menus());
        PopOver popOver = popOver(content, PopOver.ArrowLocation.TOP_LEFT);
        popOver.setId("sheet-" + sheet.name().toLowerCase(Locale.ROOT));
        popOver.show(shell.lookup("#menu-bar .menu-button"));
    }

    @Override
    public void showMibs(MibActions.MibPlace place) {
        shell.mibs().show(place);
    }

    @Override
    public void quit() {
        Window window = shell.getScene().getWindow();
        WindowEvent asked = new WindowEvent(window, WindowEvent.WINDOW_CLOSE_REQUEST);
        Event.fireEvent(window, asked);
        if (!asked.isConsumed()) {
            window.hide();
        }
    }
}
