package dev.bulkhead.app.notification;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.query.Inert;
import dev.bulkhead.app.theme.PaneBar;
import dev.bulkhead.app.theme.Parts;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** What the rules would do with the notifications that are kept, one a row. */
final class DryRunPane extends BorderPane {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");

    private static final double WIDE = 680;

    private final PaneBar bar = new PaneBar("dry-run");
    private final TableView<DryRun.Effect> table = new TableView<>();

    DryRunPane(RulesViewModel model) {
        setId("dry-run");
        getStyleClass().add("dry-run");
        bar.title().setText(Words.text("rules.dry-run.title"));
        bar.addTools(Parts.iconButton("dry-run-close", MaterialDesignC.CLOSE, model::closeDryRun));
        table.setId("dry-run-table");
        table.getStyleClass().add("data-table");
        table.setAccessibleText(Words.text("rules.dry-run.accessible"));
        table.setPlaceholder(Parts.words("rules.dry-run.nothing", "placeholder"));
        WordCell.column(table, "dry-run-time", title("time"), 110, DryRunPane::time)
                .getStyleClass()
                .add("mono-cell");
        TableColumn<DryRun.Effect, DryRun.Effect> severity =
                WordCell.column(
                        table,
                        "dry-run-severity",
                        title("severity"),
                        110,
                        effect -> effect.severity().words(),
                        effect -> SeverityLook.icon(effect.severity()));
        WordCell.column(
                        table,
                        "dry-run-source",
                        title("source"),
                        120,
                        effect -> Inert.text(effect.line().host()))
                .getStyleClass()
                .add("mono-cell");
        WordCell.column(
                table,
                "dry-run-notification",
                title("notification"),
                170,
                effect -> model.texts().name(effect.line().notification()));
        TableColumn<DryRun.Effect, DryRun.Effect> would =
                WordCell.column(
                        table,
                        "dry-run-would",
                        Words.text("rules.dry-run.would"),
                        220,
                        DryRunPane::would);
        WordCell.widen(table, would, 150);
        table.widthProperty().subscribe(width -> severity.setVisible(width.doubleValue() >= WIDE));
        setTop(bar);
        setCenter(table);
        model.dryRunProperty().subscribe(this::show);
    }

    private static String title(String key) {
        return Words.text("notifications.column." + key);
    }

    private static String time(DryRun.Effect effect) {
        return TIME.format(effect.line().notification().time().atZone(ZoneId.systemDefault()));
    }

    private static String would(DryRun.Effect effect) {
        if (effect.rules().isEmpty()) {
            return Words.text("rules.dry-run.held-all");
        }
        return effect.rules().stream()
                .map(rule -> RuleWords.then(rule.action()))
                .collect(Collectors.joining("; "));
    }

    private void show(Optional<DryRun> now) {
        setVisible(now.isPresent());
        setManaged(now.isPresent());
        now.ifPresent(run -> {
            table.getItems().setAll(run.effects());
            bar.summary()
                    .setText(
                            Words.text(
                                    "rules.dry-run.summary",
                                    run.lines(),
                                    run.effects().size(),
                                    DryRun.MOST));
        });
    }
}
