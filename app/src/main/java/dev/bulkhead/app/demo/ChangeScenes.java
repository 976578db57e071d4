package dev.bulkhead.app.demo;

import dev.bulkhead.app.change.ChangeItem;
import dev.bulkhead.app.change.ChangesViewModel.Stage;
import dev.bulkhead.app.change.OldValue;
import dev.bulkhead.app.change.ValueForm;
import dev.bulkhead.app.query.ResultRow;
import dev.bulkhead.app.shell.Shell;
import dev.bulkhead.app.shell.Workbench;
import dev.bulkhead.app.theme.ThemeChoice;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.DemoNetwork;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.mibs.smi.Oid;
import java.time.Duration;
import java.util.List;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.stage.Window;

/** The pictures of editors, the Set desk, rows and the changes log. On the tour's thread. */
final class ChangeScenes {
    private static final Duration SHORT = Duration.ofSeconds(15);
    private static final int WRONG_MODE = 9;

    private final Shell shell;
    private final Workbench workbench;
    private final Scenes scenes;

    ChangeScenes(Shell shell, Workbench workbench, Scenes scenes) {
        this.shell = shell;
        this.workbench = workbench;
        this.scenes = scenes;
    }

    void pictures(Album album) {
        FxSteps.tell(() ->
                workbench
                        .target()
                        .credentialProperty()
                        .set(
                                new Credential.Community(
                                        SnmpVersion.V2C, new Secret(DemoNetwork.WRITE_COMMUNITY))));
        if (album.isThorough()) {
            command("show-changes");
            album.takeOne("changes-empty", ThemeChoice.LIGHT);
        }
        scenes.table("ifTable");
        album.takePopUp("set-editor-choice", () -> editCell("ifAdminStatus", 2));
        scenes.closePopUps();
        scenes.walk("demoObjects");
        if (album.isThorough()) {
            album.takePopUp("set-editor-bits", () -> editResult("demoFeatures.0"));
            scenes.closePopUps();
            album.takePopUp("set-editor-date", () -> editResult("demoAlarmTime.0"));
            scenes.closePopUps();
        }
        album.takePopUp("set-editor-problem", this::editWrongly);
        scenes.closePopUps();
        desk(album);
        row(album);
        command("show-changes");
        album.take("changes");
    }

    private void command(String id) {
        FxSteps.tell(() -> shell.commands().get(id).run());
        FxSteps.pass(Duration.ofMillis(300));
    }

    private void editCell(String column, int row) {
        FxSteps.tell(() -> {
            if (shell.lookup("#grid") instanceof TableView<?> grid) {
                select(grid, column, row);
            }
        });
        FxSteps.pass(Duration.ofMillis(300));
        command("edit-value");
    }

    private static <S> void select(TableView<S> grid, String column, int row) {
        for (TableColumn<S, ?> each : grid.getColumns()) {
            if (column.equals(each.getText())) {
                grid.requestFocus();
                grid.scrollToColumn(each);
                grid.getSelectionModel().clearAndSelect(row, each);
                grid.getFocusModel().focus(row, each);
            }
        }
    }

    private void editResult(String name) {
        FxSteps.tell(() -> {
            if (shell.lookup("#results") instanceof TableView<?> results) {
                for (int i = 0; i < results.getItems().size(); i++) {
                    if (results.getItems().get(i) instanceof ResultRow row
                            && row.varBind()
                                    .name()
                                    .equals(Scenes.resolve(workbench.library().names(), name))) {
                        results.requestFocus();
                        results.getSelectionModel().clearAndSelect(i);
                        results.scrollTo(Math.max(0, i - 4));
                    }
                }
            }
        });
        FxSteps.pass(Duration.ofMillis(300));
        command("edit-value");
    }

    private void editWrongly() {
        editResult("demoLevel.0");
        FxSteps.tell(() ->
                Window.getWindows().stream()
                        .map(window -> window.getScene().lookup("#cell-value"))
                        .filter(TextField.class::isInstance)
                        .map(TextField.class::cast)
                        .forEach(field -> field.setText("300")));
    }

    private void desk(Album album) {
        FxSteps.tell(() -> workbench.current().select(oid("sysDescr")));
        command("set");
        FxSteps.tell(() -> workbench.desk().clear());
        FxSteps.pass(Duration.ofMillis(300));
        if (album.isThorough()) {
            album.takeOne("set-empty", ThemeChoice.LIGHT);
        }
        for (String name :
                List.of(
                        "ifAdminStatus.3",
                        "demoText",
                        "demoFeatures",
                        "demoAlarmTime",
                        "demoMode")) {
            FxSteps.tell(() -> workbench.current().select(oid(name)));
            command("set");
        }
        FxSteps.until(
                "the old values",
                SHORT,
                () ->
                        workbench.desk().items().stream()
                                .allMatch(i -> i.oldProperty().get() instanceof OldValue.Read));
        type(0, "down");
        type(1, "Rack 7, spare port");
        type(2, "logging(0) stormControl(3)");
        type(3, "2027-1-1,6:30:0.0,+1:0");
        type(4, "manual");
        command("set");
        FxSteps.tell(() -> workbench.desk().send());
        awaitStage(Stage.Asking.class);
        album.take("set-confirm");
        FxSteps.tell(() -> workbench.changes().send());
        awaitStage(Stage.Idle.class);
        if (album.isThorough()) {
            album.takeOne("set-done", ThemeChoice.LIGHT);
        }
        ChangeItem mode = workbench.desk().items().get(4);
        FxSteps.tell(() -> mode.field().formProperty().set(ValueForm.RAW_INTEGER));
        type(4, Integer.toString(WRONG_MODE));
        type(1, "never written");
        FxSteps.tell(() -> workbench.desk().send());
        awaitStage(Stage.Asking.class);
        FxSteps.tell(() -> workbench.changes().send());
        FxSteps.until("the refusal", SHORT, () -> mode.outcomeProperty().get().isPresent());
        album.take("set-refused");
    }

    private Oid oid(String name) {
        return Scenes.resolve(workbench.library().names(), name);
    }

    private void type(int item, String text) {
        FxSteps.tell(() -> workbench.desk().items().get(item).field().textProperty().set(text));
    }

    private void awaitStage(Class<? extends Stage> stage) {
        FxSteps.until(
                "the stage " + stage.getSimpleName(),
                SHORT,
                () -> stage.isInstance(workbench.changes().stageProperty().get()));
    }

    private void row(Album album) {
        scenes.table("demoTaskTable");
        FxSteps.tell(() -> {
            if (shell.lookup("#grid") instanceof TableView<?> grid) {
                select(grid, "demoTaskCommand", 0);
            }
        });
        command("duplicate-row");
        FxSteps.pass(Duration.ofSeconds(1));
        album.take("row-new");
    }
}
