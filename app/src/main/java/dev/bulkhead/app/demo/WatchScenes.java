package dev.bulkhead.app.demo;

import dev.bulkhead.app.chart.TimeWindow;
import dev.bulkhead.app.polling.PollRow;
import dev.bulkhead.app.polling.PollSettings;
import dev.bulkhead.app.polling.Threshold;
import dev.bulkhead.app.shell.PollPlan;
import dev.bulkhead.app.shell.Shell;
import dev.bulkhead.app.shell.Workbench;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * Polls in groups with an alarm, formulas, charts with two axes, processes. On the tour's thread.
 */
final class WatchScenes {
    private static final Duration FILL = Duration.ofSeconds(25);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> UPLINKS =
            List.of("ifHCInOctets.25", "ifHCOutOctets.25", "ifHCInOctets.26", "ifHCOutOctets.26");
    private static final List<String> HEALTH =
            List.of("sysUpTime.0", "ifOperStatus.7", "ifInErrors.1");
    private static final String UTILISATION =
            "(ifHCInOctets.25 + ifHCOutOctets.25) * 8 / ifHighSpeed.25 / 10000 [%]";

    private final Shell shell;
    private final Workbench workbench;
    private final Scenes scenes;

    WatchScenes(Shell shell, Workbench workbench, Scenes scenes) {
        this.shell = shell;
        this.workbench = workbench;
        this.scenes = scenes;
    }

    void pictures(Album album) {
        if (!album.isThorough()) {
            scenes.showPolls();
            album.take("poll");
            processes(album);
            return;
        }
        FxSteps.tell(() -> workbench.polling().remove(workbench.polling().rows()));
        FxSteps.tell(() -> workbench.chart().remove(workbench.chart().lines()));
        scenes.showPolls();
        album.take("watch-polls-empty");
        scenes.showChart();
        album.take("watch-chart-empty");
        List<PollRow> uplinks = poll(UPLINKS);
        List<PollRow> health = poll(HEALTH);
        formula(UTILISATION, "Uplink 1 in use");
        group(uplinks, "Uplinks");
        group(health, "Health");
        FxSteps.pass(FILL);
        alarm(uplinks.getFirst());
        FxSteps.pass(Duration.ofSeconds(4));
        scenes.showPolls();
        album.take("watch-polls-grouped");
        editors(album, uplinks);
        chart(album, uplinks);
        processes(album);
    }

    private List<PollRow> poll(List<String> names) {
        List<PollRow> before = FxSteps.ask(() -> workbench.polling().rows());
        FxSteps.tell(() ->
                shell.actions()
                        .start(
                                new PollPlan(
                                        workbench.target().target().orElseThrow(),
                                        workbench.target().device().orElseThrow().label(),
                                        names.stream()
                                                .map(name ->
                                                        Scenes.resolve(
                                                                workbench.library().names(), name))
                                                .toList()),
                                false));
        List<PollRow> fresh = new ArrayList<>(FxSteps.ask(() -> workbench.polling().rows()));
        fresh.removeAll(before);
        return fresh;
    }

    private void group(List<PollRow> rows, String name) {
        FxSteps.tell(() ->
                workbench
                        .polling()
                        .change(
                                rows,
                                settings -> new PollSettings(name, settings.threshold(), false)));
    }

    /** An alarm above what the row has now. */
    private void alarm(PollRow row) {
        FxSteps.until("a rate", PATIENCE, () -> row.series().last() > 0);
        double limit = row.series().last() / 2;
        FxSteps.tell(() ->
                workbench
                        .polling()
                        .change(
                                List.of(row),
                                settings ->
                                        new PollSettings(
                                                settings.group(),
                                                Optional.of(
                                                        new Threshold(
                                                                Threshold.Side.ABOVE,
                                                                limit,
                                                                limit / 2)),
                                                false)));
    }

    private void formula(String text, String title) {
        openFormula();
        type("#formula-title", title);
        type("#formula-text", text);
        FxSteps.tell(() -> push(shell.lookup("#formula-text"), KeyCode.ENTER));
        FxSteps.until(
                "the formula",
                PATIENCE,
                () ->
                        workbench.polling().rows().stream()
                                .anyMatch(row -> row.formula().isPresent()));
    }

    private void openFormula() {
        FxSteps.tell(() -> shell.commands().get("poll-formula").run());
    }

    private void type(String field, String text) {
        FxSteps.tell(() -> {
            if (shell.lookup(field) instanceof TextField typed) {
                typed.requestFocus();
                typed.setText(text);
                typed.positionCaret(text.length());
            }
        });
    }

    private static void push(Node node, KeyCode code) {
        Event.fireEvent(
                node, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
    }

    /** A formula while it is typed. */
    void typing(Album album) {
        openFormula();
        type("#formula-title", "Both uplinks");
        String text = "ifHCInOctets.25 + ifHCInOc";
        type("#formula-text", text);
        FxSteps.until("proposals", PATIENCE, () -> isProposing(text));
        album.take("watch-formula-completion");
    }

    /** An editor that opened late has thrown away what was typed: it is typed again. */
    private boolean isProposing(String text) {
        if (shell.lookup("#formula-text") instanceof TextField typed
                && !typed.getText().equals(text)) {
            typed.requestFocus();
            typed.setText(text);
            typed.positionCaret(text.length());
        }
        return shell.lookupAll("#formula-hits").stream().anyMatch(Node::isVisible);
    }

    private void editors(Album album, List<PollRow> uplinks) {
        typing(album);
        FxSteps.tell(() -> push(shell.lookup("#formula-text"), KeyCode.ESCAPE));
        type("#formula-text", "ifHCInOctetz.25 * 8 / ifHighSpeed.25 [%]");
        FxSteps.pass(Duration.ofMillis(500));
        album.take("watch-formula-error");
        FxSteps.tell(() -> push(shell.lookup("#formula-editor"), KeyCode.ESCAPE));
        FxSteps.tell(() -> {
            if (shell.lookup("#poll-table") instanceof TableView<?> table) {
                table.getSelectionModel().clearSelection();
                select(table, uplinks.getFirst());
            }
            shell.commands().get("poll-edit").run();
        });
        album.take("watch-poll-change");
        FxSteps.tell(() -> push(shell.lookup("#poll-editor"), KeyCode.ESCAPE));
    }

    private static <T> void select(TableView<T> table, Object row) {
        table.getItems().stream()
                .filter(item -> item.equals(row))
                .forEach(table.getSelectionModel()::select);
    }

    private void chart(Album album, List<PollRow> uplinks) {
        FxSteps.tell(() -> {
            List<PollRow> charted = new ArrayList<>(uplinks.subList(0, 2));
            workbench.polling().rows().stream()
                    .filter(row -> row.formula().isPresent())
                    .forEach(charted::add);
            workbench.chart().window(TimeWindow.LAST_MINUTE);
            workbench.chart().chart(charted.stream().map(workbench.polling()::line).toList());
        });
        scenes.killPoll();
        FxSteps.pass(Duration.ofSeconds(6));
        scenes.showChart();
        album.take("watch-chart-two-axes");
        FxSteps.tell(() -> shell.lookup("#chart-plot").requestFocus());
        FxSteps.tell(() -> push(shell.lookup("#chart-plot"), KeyCode.HOME));
        FxSteps.tell(() -> push(shell.lookup("#chart-plot"), KeyCode.G));
        album.take("watch-chart-gap");
        FxSteps.tell(() -> push(shell.lookup("#chart-plot"), KeyCode.HOME));
        FxSteps.tell(() -> push(shell.lookup("#chart-plot"), KeyCode.M));
        album.take("watch-chart-mark");
        FxSteps.tell(() -> shell.commands().get("save-chart").run());
        album.take("watch-chart-save");
        FxSteps.tell(() -> push(shell.lookup("#chart-save-bar"), KeyCode.ESCAPE));
        FxSteps.tell(() -> push(shell.lookup("#chart-plot"), KeyCode.END));
    }

    void processes(Album album) {
        FxSteps.tell(() -> shell.commands().get("processes").run());
        FxSteps.pass(Duration.ofSeconds(2));
        FxSteps.tell(() -> {
            if (shell.lookup("#process-table") instanceof TableView<?> table) {
                table.getSelectionModel().select(1);
            }
        });
        FxSteps.pass(Duration.ofMillis(1_200));
        album.take("watch-processes");
        scenes.showResults();
    }
}
