package dev.bulkhead.app.demo;

import dev.bulkhead.app.naming.UnknownNameException;
import dev.bulkhead.app.query.QueryRun;
import dev.bulkhead.app.query.Verb;
import dev.bulkhead.app.shell.Shell;
import dev.bulkhead.app.shell.Workbench;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.mibs.smi.Oid;
import java.time.Duration;

/** What the tour does in the window, each step as a user would. On the tour's thread. */
final class Scenes {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Duration SHORT = Duration.ofSeconds(15);

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
        FxSteps.tell(() -> shell.actions().startDemo());
        FxSteps.until("the demo network", LONG, () -> workbench.target().device().isPresent());
    }

    void walk(String name) {
        select(name);
        FxSteps.tell(() -> shell.actions().run(Verb.WALK));
        awaitRun();
    }

    private void awaitRun() {
        FxSteps.until(
                "the end of the run",
                LONG,
                () -> workbench.results().shownProperty().get().filter(this::isOver).isPresent());
        FxSteps.pass(Duration.ofMillis(700));
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
        FxSteps.pass(Duration.ofSeconds(3));
    }

    void poll(String name) {
        select(name);
        FxSteps.tell(() -> shell.commands().get("poll").run());
        FxSteps.until("the polls", SHORT, () -> workbench.polling().summary().objects() > 0);
    }

    void showChart() {
        FxSteps.tell(() -> shell.commands().get("tab-4").run());
    }

    void askWrongly() {
        FxSteps.tell(() ->
                workbench
                        .target()
                        .credentialProperty()
                        .set(new Credential.Community(SnmpVersion.V2C, new Secret("wrong"))));
        walk("system");
    }

    private void select(String name) {
        Oid oid =
                FxSteps.ask(() -> {
                    try {
                        return workbench.library().names().resolve(name);
                    } catch (UnknownNameException unknown) {
                        throw new IllegalStateException(unknown);
                    }
                });
        FxSteps.tell(() -> workbench.current().select(oid));
    }
}
