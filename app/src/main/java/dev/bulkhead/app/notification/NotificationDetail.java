package dev.bulkhead.app.notification;

import dev.bulkhead.app.fx.Background;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.mibtree.Shown;
import dev.bulkhead.app.object.Reflow;
import dev.bulkhead.app.theme.Parts;
import dev.bulkhead.app.theme.Tone;
import dev.bulkhead.engine.notification.Notification;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.model.Definition;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;

/** The chosen notification taken apart: what is known of it, and its variables. */
final class NotificationDetail extends SplitPane {
    private static final double FACTS_SHARE = 0.4;

    private final NotificationsViewModel model;
    private final VBox sheet = new VBox();
    private final TableView<VarBind> variables = new TableView<>();
    private final TextArea whole = new TextArea();

    NotificationDetail(NotificationsViewModel model) {
        this.model = model;
        setId("notification-detail");
        sheet.setId("notification-sheet");
        sheet.getStyleClass().add("notification-sheet");
        ScrollPane scroll = new ScrollPane(sheet);
        scroll.setId("notification-facts");
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("notification-scroll");
        scroll.setAccessibleText(Words.text("notifications.facts.accessible"));
        setUpVariables();
        BorderPane right = new BorderPane(variables);
        right.setBottom(whole);
        getItems().addAll(scroll, right);
        setDividerPositions(FACTS_SHARE);
        model.chosenProperty().subscribe(_ -> show());
        model.textsProperty().addListener((_, _, _) -> show());
    }

    private NotificationText texts() {
        return model.textsProperty().get();
    }

    private void setUpVariables() {
        variables.setId("notification-variables");
        variables.getStyleClass().addAll("data-table", "notification-variables");
        variables.setAccessibleText(Words.text("notifications.variables.accessible"));
        variables.setPlaceholder(Parts.words("notifications.no-variables", "placeholder"));
        column("name", 140, texts -> texts::variable);
        TableColumn<VarBind, VarBind> value = column("value", 160, texts -> texts::value);
        column("type", 160, texts -> texts::type).getStyleClass().add("muted-cell");
        column("raw", 120, _ -> varBind -> NotificationFacts.raw(varBind.value()))
                .getStyleClass()
                .addAll("mono-cell", "muted-cell");
        WordCell.widen(variables, value, 130);
        whole.setId("notification-value");
        whole.setEditable(false);
        whole.setWrapText(true);
        whole.setPrefRowCount(2);
        whole.setAccessibleText(Words.text("notifications.value.accessible"));
        whole.getStyleClass().addAll("mono", "notification-value");
        variables.getSelectionModel().selectedItemProperty().subscribe(this::showWhole);
        showWhole(null);
    }

    /** The chosen variable, of which the list may show a part only. */
    private void showWhole(@Nullable VarBind chosen) {
        whole.setVisible(chosen != null);
        whole.setManaged(chosen != null);
        if (chosen == null) {
            whole.clear();
            return;
        }
        String raw = NotificationFacts.raw(chosen.value());
        String value = texts().value(chosen);
        whole.setText(
                chosen.name().toDottedString()
                        + "\n"
                        + value
                        + (raw.equals(value) ? "" : "\n" + raw));
    }

    private TableColumn<VarBind, VarBind> column(
            String key, double width, Function<NotificationText, Function<VarBind, String>> words) {
        return WordCell.column(
                variables,
                "notification-variable-" + key,
                Words.text("notifications.variable." + key),
                width,
                varBind -> words.apply(texts()).apply(varBind));
    }

    private void show() {
        Optional<NotificationLine> chosen = model.chosenProperty().get();
        List<VarBind> varBinds =
                chosen.map(line -> line.notification().varBinds()).orElse(List.of());
        variables.getItems().setAll(varBinds);
        variables.refresh();
        sheet.getChildren().clear();
        chosen.ifPresent(this::show);
    }

    private void show(NotificationLine line) {
        Notification notification = line.notification();
        Label name = Parts.label("notification-name", "object-name");
        name.setText(texts().name(notification));
        name.setWrapText(true);
        HBox head = new HBox(Parts.icon(MaterialDesignB.BELL_OUTLINE, "kind-notification"), name);
        head.getStyleClass().add("object-head");
        Label description = Parts.label("notification-description", "description");
        description.setWrapText(true);
        sheet.getChildren().addAll(head, chips(line), facts(line), description);
        describe(line, description);
    }

    /** The module's file may have to be read. */
    private void describe(NotificationLine line, Label description) {
        NotificationText now = texts();
        var _ =
                Background.run(
                        "describe-notification",
                        () -> description(line.notification(), now),
                        text ->
                                description.setText(
                                        text.isEmpty()
                                                ? Words.text("notifications.no-description")
                                                : text),
                        _ -> {});
    }

    private static String description(Notification notification, NotificationText texts) {
        return Shown.lines(Reflow.text(NotificationFacts.description(notification, texts)));
    }

    private Node chips(NotificationLine line) {
        Notification notification = line.notification();
        FlowPane chips = new FlowPane();
        chips.getStyleClass().add("chips");
        Label severity = Parts.chip("notification-severity", line.severity().tone());
        severity.setText(line.severity().words());
        Label kind = Parts.chip("notification-kind", Tone.NEUTRAL);
        kind.setText(
                Words.text(notification.inform() ? "notifications.inform" : "notifications.trap"));
        Label version = Parts.chip("notification-version", Tone.NEUTRAL);
        version.setText("v" + notification.sender().version().flag());
        chips.getChildren().addAll(severity, kind, version);
        NotificationFacts.type(notification, texts())
                .map(Definition::module)
                .ifPresent(module -> {
                    Label chip = Parts.chip("notification-module", Tone.NEUTRAL);
                    chip.setText(Shown.line(module));
                    chips.getChildren().add(chip);
                });
        return chips;
    }

    private Node facts(NotificationLine line) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("facts");
        ColumnConstraints keys = new ColumnConstraints();
        keys.setMinWidth(Region.USE_PREF_SIZE);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(keys, values);
        int row = 0;
        for (NotificationFacts.Fact fact : NotificationFacts.of(line, texts())) {
            Label key = Parts.words("notifications.fact." + fact.key(), "key");
            Label value = new Label(fact.value());
            value.setId("notification-fact-" + fact.key());
            value.getStyleClass().add("value");
            if (fact.code()) {
                value.getStyleClass().add("mono");
            }
            value.setWrapText(true);
            GridPane.setValignment(key, VPos.TOP);
            grid.addRow(row++, key, value);
        }
        return grid;
    }

    /** The chosen one as text. */
    String text() {
        return model.chosenProperty().get().map(this::text).orElse("");
    }

    private String text(NotificationLine line) {
        String facts =
                NotificationFacts.of(line, texts()).stream()
                        .map(fact ->
                                Words.text("notifications.fact." + fact.key())
                                        + ": "
                                        + fact.value())
                        .collect(Collectors.joining("\n"));
        String varBinds =
                line.notification().varBinds().stream()
                        .map(varBind ->
                                "  " + texts().variable(varBind) + " = " + texts().value(varBind))
                        .collect(Collectors.joining("\n"));
        return texts().qualifiedName(line.notification()) + "\n" + facts + "\n" + varBinds;
    }
}
