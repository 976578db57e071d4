package dev.bulkhead.app.demo;

import dev.bulkhead.app.chart.TimeWindow;
import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.app.naming.UnknownNameException;
import dev.bulkhead.app.query.Examination;
import dev.bulkhead.app.query.QueryRun;
import dev.bulkhead.app.query.Verb;
import dev.bulkhead.app.shell.PollPlan;
import dev.bulkhead.app.shell.Shell;
import dev.bulkhead.app.shell.Workbench;
import dev.bulkhead.engine.JobHandle;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.DemoNetwork;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.mibs.smi.Oid;
import java.time.Duration;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableView;
import javafx.stage.PopupWindow;
import javafx.stage.Window;

/** What the tour does in the window, each step as a user would. On the tour's thread. */
final class Scenes {
    private static final int ATTEMPTS = 10;
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Duration TABLE = Duration.ofMillis(1500);
    private static final Duration SHORT = Duration.ofSeconds(15);

    private static final int CHOSEN_ROW = 29;
    private static final int ROWS_ABOVE = 9;

    private final Shell shell;
    private final Workbench workbench;

    Scenes(Shell shell, Workbench workbench) {
        this.shell = shell;
        this.workbench = workbench;
    }

    void awaitMibs() {
        FxSteps.until(
                "compiling the MIBs",
                LONG,
                () -> workbench.library().reportProperty().get().isPresent());
        select("ifInOctets");
    }

    void startDemo() {
        FxSteps.tell(() -> shell.actions().startDemo(_ -> {}));
        FxSteps.until("the demo network", LONG, () -> workbench.target().device().isPresent());
    }

    void walk(String name) {
        select(name);
        FxSteps.tell(() -> shell.actions().run(Verb.WALK));
        awaitRun();
    }

    void get(String name) {
        select(name);
        FxSteps.tell(() -> shell.actions().run(Verb.GET));
        awaitRun();
    }

    /** Whatever a chapter left behind, the next one begins with the demo switch. */
    void askTheSwitch() {
        FxSteps.tell(() -> {
            if (!workbench.target().devices().isEmpty()) {
                workbench.target().addressProperty().set(DemoNetwork.SWITCH);
                workbench.target().credentialProperty().set(readCommunity());
            }
        });
    }

    /** The community that is tried first. */
    private static Credential readCommunity() {
        return new Credential.Community(SnmpVersion.V2C, new Secret(DemoNetwork.READ_COMMUNITY));
    }

    void awaitRun() {
        FxSteps.until(
                "the end of the run",
                LONG,
                () -> workbench.results().shownProperty().get().filter(this::isOver).isPresent());
        FxSteps.pass(Duration.ofMillis(300));
    }

    private boolean isOver(QueryRun run) {
        return run.progress().state().isOver();
    }

    void search(String text) {
        FxSteps.tell(() -> workbench.search().queryProperty().set(text));
        FxSteps.until("the search", SHORT, () -> !workbench.search().hits().isEmpty());
    }

    void endSearch() {
        FxSteps.tell(() -> workbench.search().queryProperty().set(""));
    }

    void table(String name) {
        select(name);
        FxSteps.tell(() -> shell.actions().run(Verb.TABLE_VIEW));
        FxSteps.pass(TABLE);
    }

    /** Polls instances and shows them. */
    void poll(List<String> names) {
        start(names, false);
    }

    /** Polls instances and draws them. */
    void graph(List<String> names) {
        start(names, true);
        FxSteps.until("the chart", SHORT, () -> shell.lookup("#chart-window") != null);
        FxSteps.tell(this::showLastMinute);
    }

    private void start(List<String> names, boolean chart) {
        FxSteps.tell(() ->
                shell.actions()
                        .start(
                                new PollPlan(
                                        workbench.target().target().orElseThrow(),
                                        workbench.target().device().orElseThrow().label(),
                                        names.stream().map(this::oid).toList()),
                                chart));
        FxSteps.until("the polls", SHORT, () -> workbench.polling().summary().objects() > 0);
    }

    private void showLastMinute() {
        if (shell.lookup("#chart-window") instanceof ComboBox<?> box) {
            int last = box.getItems().indexOf(TimeWindow.LAST_MINUTE);
            box.getSelectionModel().select(last);
        }
    }

    void showResults() {
        FxSteps.tell(() -> shell.commands().get("tab-1").run());
    }

    void showPolls() {
        FxSteps.tell(() -> shell.actions().showPolls());
    }

    void showChart() {
        FxSteps.tell(() -> shell.actions().showChart());
    }

    /** Kills the worker of the newest poll and gives the next one time to answer. */
    void killPoll() {
        JobHandle poll =
                workbench.services().running().get().stream()
                        .filter(job -> job.spec() instanceof JobSpec.Poll)
                        .reduce((_, newer) -> newer)
                        .orElseThrow();
        poll.killWorker();
        FxSteps.until(
                "the poll's next worker",
                SHORT,
                () -> poll.worker().filter(worker -> worker.restarts() > 0).isPresent());
        FxSteps.pass(Duration.ofSeconds(3));
    }

    /** Selects some row, so that the selection shows. */
    void chooseRow() {
        FxSteps.tell(() -> {
            if (shell.lookup("#results") instanceof TableView<?> table) {
                table.getSelectionModel().select(CHOSEN_ROW);
                table.scrollTo(CHOSEN_ROW - ROWS_ABOVE);
                table.requestFocus();
            }
        });
    }

    /** Walks much, and returns while values stream in; again if the walk was over too soon. */
    void walkOn(String name) {
        select(name);
        boolean caught = false;
        for (int attempt = 0; attempt < ATTEMPTS && !caught; attempt++) {
            FxSteps.tell(() -> shell.actions().run(Verb.GET_SUBTREE));
            QueryRun run = shownRun();
            FxSteps.until("progress or the end", LONG, () -> isProgressShown() || isOver(run));
            caught = FxSteps.ask(this::isProgressShown);
        }
    }

    private boolean isProgressShown() {
        return workbench.status().progressProperty().get().isPresent();
    }

    /** Walks, kills the worker on the way, and waits for the end; again if it was over too soon. */
    void walkAndKill(String name) {
        select(name);
        boolean killed = false;
        for (int attempt = 0; attempt < ATTEMPTS && !killed; attempt++) {
            FxSteps.tell(() -> shell.actions().run(Verb.GET_SUBTREE));
            QueryRun run = shownRun();
            FxSteps.until("a value", LONG, () -> run.count() > 0);
            run.handle().orElseThrow().killWorker();
            FxSteps.until(
                    "the next worker or the end",
                    LONG,
                    () -> run.progress().restarts() > 0 || isOver(run));
            awaitRun();
            killed = run.progress().restarts() > 0;
        }
    }

    private QueryRun shownRun() {
        return FxSteps.ask(() -> workbench.results().shownProperty().get().orElseThrow());
    }

    void showJobs() {
        FxSteps.tell(() -> shell.commands().get("jobs").run());
    }

    void showCredential() {
        FxSteps.tell(() -> shell.commands().get("credential").run());
    }

    void showShortcuts() {
        FxSteps.tell(() -> shell.commands().get("shortcuts").run());
    }

    /** Closes all pop-ups. */
    void closePopUps() {
        FxSteps.tell(() ->
                List.copyOf(Window.getWindows()).stream()
                        .filter(PopupWindow.class::isInstance)
                        .forEach(Window::hide));
    }

    void askWrongly() {
        FxSteps.tell(() ->
                workbench
                        .target()
                        .credentialProperty()
                        .set(new Credential.Community(SnmpVersion.V2C, new Secret("wrong"))));
        walk("system");
        FxSteps.until(
                "the examination of a device that did not answer",
                LONG,
                () ->
                        workbench
                                .results()
                                .shownProperty()
                                .get()
                                .flatMap(QueryRun::examination)
                                .filter(Examination::isOver)
                                .isPresent());
        FxSteps.pass(Duration.ofMillis(700));
    }

    private void select(String name) {
        FxSteps.tell(() -> workbench.current().select(oid(name)));
    }

    private Oid oid(String name) {
        return resolve(workbench.library().names(), name);
    }

    /** The OID of a name that must be known. */
    static Oid resolve(MibNames names, String name) {
        try {
            return names.resolve(name);
        } catch (UnknownNameException unknown) {
            throw new IllegalStateException(unknown);
        }
    }
}
