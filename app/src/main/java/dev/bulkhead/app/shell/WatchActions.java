package dev.bulkhead.app.shell;

import dev.bulkhead.app.chart.ChartView;
import dev.bulkhead.app.command.Command;
import dev.bulkhead.app.command.Commands;
import dev.bulkhead.app.formula.FormulaNames;
import dev.bulkhead.app.fx.Background;
import dev.bulkhead.app.fx.UiTicker;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.polling.FormulaDesk;
import dev.bulkhead.app.polling.FormulaHit;
import dev.bulkhead.app.polling.FormulaLookup;
import dev.bulkhead.app.polling.PollItem;
import dev.bulkhead.app.polling.PollOffers;
import dev.bulkhead.app.polling.PollRow;
import dev.bulkhead.app.polling.PollingView;
import dev.bulkhead.app.polling.TargetTime;
import dev.bulkhead.app.processes.ProcessesView;
import dev.bulkhead.app.processes.ProcessesViewModel;
import dev.bulkhead.app.query.QueryRun;
import dev.bulkhead.app.table.TableTab;
import dev.bulkhead.engine.JobHandle;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Scene;
import javafx.scene.control.Tab;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** What the window does with polls, charts and processes, beside starting polls. */
final class WatchActions {
    private static final Duration KEEP = Duration.ofSeconds(1);
    private static final int MOST_HITS = 12;

    private final Shell shell;
    private final Workbench workbench;
    private final UiTicker ticker;
    private final KeptPolls kept;
    private final PollWaits waits;
    private final PollSetActions sets;
    private final SimpleBooleanProperty polls = new SimpleBooleanProperty();
    private final SimpleBooleanProperty chart = new SimpleBooleanProperty();
    private @Nullable PollingView pollingView;
    private @Nullable ChartView chartView;

    WatchActions(Shell shell, Workbench workbench, UiTicker ticker) {
        this.shell = shell;
        this.workbench = workbench;
        this.ticker = ticker;
        kept = new KeptPolls(workbench);
        waits = new PollWaits(workbench);
        sets = new PollSetActions(shell, workbench, kept);
        ticker.registerEvery(KEEP, kept::look);
        shell.sceneProperty()
                .flatMap(Scene::windowProperty)
                .subscribe(window -> {
                    if (window != null) {
                        window.addEventHandler(WindowEvent.WINDOW_HIDING, _ -> kept.keep());
                    }
                });
    }

    void register(Commands commands) {
        add(commands, "poll-formula", MaterialDesignF.FUNCTION_VARIANT, "Shortcut+Shift+G");
        add(commands, "processes", MaterialDesignC.CHIP, "Shortcut+Shift+J");
        commands.add(
                new Command(
                        "poll-edit",
                        Optional.of(MaterialDesignP.PENCIL_OUTLINE),
                        Commands.combination("Shortcut+Shift+W"),
                        () -> polls(PollingView::editSelected),
                        polls));
        sets.register(commands, polls);
        move(commands, "poll-up", "Alt+Up", -1);
        move(commands, "poll-down", "Alt+Down", 1);
        commands.add(
                new Command(
                        "save-chart",
                        Optional.of(MaterialDesignE.EXPORT_VARIANT),
                        Commands.combination("Shortcut+Shift+X"),
                        this::saveChart,
                        chart));
    }

    private void add(Commands commands, String id, Ikon icon, String key) {
        commands.add(id, icon, key, id.equals("processes") ? this::showProcesses : this::formula);
    }

    private void move(Commands commands, String id, String key, int by) {
        commands.add(
                new Command(
                        id,
                        Optional.empty(),
                        Commands.combination(key),
                        () -> polls(view -> view.move(by)),
                        polls));
    }

    /** Joins the views, once they are made, with the window. */
    void join(PollingView newPolls, ChartView newChart) {
        pollingView = newPolls;
        sets.join(newPolls);
        chartView = newChart;
        newPolls.offer(
                new PollOffers(workbench.undo(), new Desk(), workbench.services().settings()));
        newPolls.onWaiting(() -> waits.why(() -> shell.commands().get("credentials").run()));
        newChart.onSaved(workbench.status()::done);
    }

    /** What the window does with files of polls. */
    PollSetActions sets() {
        return sets;
    }

    /** Follows which tab is in front. */
    void follow(Tabs tabs) {
        tabs.getSelectionModel()
                .selectedItemProperty()
                .subscribe(tab -> {
                    polls.set(tab != null && tab.getContent() == pollingView);
                    chart.set(tab != null && tab.getContent() == chartView);
                });
    }

    private void polls(Consumer<PollingView> deed) {
        if (pollingView != null) {
            deed.accept(pollingView);
        }
    }

    private void saveChart() {
        if (chartView != null) {
            chartView.save();
        }
    }

    private void formula() {
        if (workbench.agents().waits(this::formula)) {
            return;
        }
        shell.tabs().showPolls();
        polls(PollingView::openFormula);
    }

    /** Shows the jobs in a tab of their own. */
    void showProcesses() {
        var page =
                shell.tabs()
                        .page(
                                "processes",
                                MaterialDesignC.CHIP,
                                () ->
                                        new ProcessesView(
                                                new ProcessesViewModel(new Jobs()), ticker));
        if (page instanceof ProcessesView view) {
            view.look();
            view.focusTable();
        }
    }

    /** Jobs as the window knows them. */
    private final class Jobs implements ProcessesViewModel.Source {
        @Override
        public List<JobHandle> running() {
            return workbench.services().running().get();
        }

        @Override
        public String describe(JobHandle job) {
            List<PollRow> rows = workbench.polling().rowsOf(job);
            if (rows.isEmpty()) {
                return JobLine.of(job, workbench);
            }
            List<String> targets = rows.stream().map(PollRow::targetLabel).distinct().toList();
            return targets.size() == 1
                    ? Words.text("job.poll", rows.size(), targets.getFirst())
                    : Words.text("job.poll-several", rows.size(), targets.size());
        }

        @Override
        public List<TargetTime> targets(JobHandle job) {
            return workbench.polling().targetTimes(job);
        }

        @Override
        public boolean hasTab(JobHandle job) {
            return !workbench.polling().rowsOf(job).isEmpty()
                    || run(job).isPresent()
                    || table(job).isPresent();
        }

        @Override
        public void showTab(JobHandle job) {
            List<PollRow> rows = workbench.polling().rowsOf(job);
            if (!rows.isEmpty()) {
                shell.tabs().showPolls();
                polls(view -> view.select(rows));
                return;
            }
            run(job).ifPresent(run -> {
                workbench.results().show(run);
                shell.tabs().showResults();
            });
            table(job).ifPresent(tab -> shell.tabs().getSelectionModel().select(tab));
        }

        private Optional<QueryRun> run(JobHandle job) {
            return workbench.results().runs().stream()
                    .filter(run -> isSame(run.handle(), job))
                    .findFirst();
        }

        private Optional<Tab> table(JobHandle job) {
            return shell.tabs().getTabs().stream()
                    .filter(tab ->
                            tab.getContent() instanceof TableTab table
                                    && isSame(table.model().job(), job))
                    .findFirst();
        }

        private static boolean isSame(Optional<JobHandle> handle, JobHandle job) {
            return handle.filter(each -> each.id().equals(job.id())).isPresent();
        }
    }

    /** Names and targets for formulas. */
    private final class Desk implements FormulaDesk {
        private Optional<Future<?>> search = Optional.empty();

        @Override
        public FormulaNames names() {
            return new FormulaLookup(workbench.library().names());
        }

        @Override
        public void complete(String start, Consumer<List<FormulaHit>> found) {
            search.ifPresent(old -> old.cancel(true));
            FormulaLookup lookup = new FormulaLookup(workbench.library().names());
            search =
                    Optional.of(
                            Background.run(
                                    "complete-formula",
                                    () -> lookup.complete(start, MOST_HITS),
                                    found,
                                    _ -> found.accept(List.of())));
        }

        @Override
        public Optional<PollItem> whom() {
            return workbench
                    .place()
                    .map(place -> new PollItem(place.target(), place.device(), List.of()));
        }

        @Override
        public Duration every() {
            return workbench.preferences().pollInterval();
        }
    }
}
