package dev.bulkhead.app.notification;

import atlantafx.base.theme.Styles;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.theme.Parts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** One rule to be edited: when it is for a notification, and what it then does. */
final class RuleForm extends VBox {
    private static final int COMMAND_ROWS = 4;

    private final Consumer<Rule> saved;
    private final GridPane grid = new GridPane();
    private final TextField name = field("name");
    private final TextField source = field("source");
    private final TextField notification = field("notification");
    private final TextField variable = field("variable");
    private final ComboBox<Optional<Severity>> atLeast = new ComboBox<>();
    private final TextField text = field("text");
    private final CheckBox regex = new CheckBox(Words.text("rules.regex"));
    private final ComboBox<Action.Kind> kind = new ComboBox<>();
    private final ComboBox<Optional<Severity>> severity = new ComboBox<>();
    private final TextArea command = new TextArea();
    private final TextField to = field("to");
    private final CheckBox inform = new CheckBox(Words.text("rules.inform"));
    private final CheckBox tcp = new CheckBox(Words.text("rules.tcp"));
    private final ComboBox<Optional<String>> credential = new ComboBox<>();
    private final TextField perMinute = field("per-minute");
    private final Label hint = Parts.label("rule-hint", "muted");
    private final Label problem = Parts.label("rule-problem", "danger-text");
    private boolean on = true;
    private int rows;

    /**
     * A form.
     *
     * @param saved gets a rule that is whole
     * @param closed is called when the user wants no form any more
     */
    RuleForm(Consumer<Rule> saved, Runnable closed) {
        this.saved = saved;
        setId("rule-form");
        getStyleClass().add("rule-form");
        choice(atLeast, "at-least", new OptionalSeverity("rules.any-severity"));
        atLeast.getItems().add(Optional.empty());
        choice(severity, "severity", new OptionalSeverity("rules.any-severity"));
        for (Severity each : Severity.values()) {
            atLeast.getItems().add(Optional.of(each));
            severity.getItems().add(Optional.of(each));
        }
        choice(kind, "kind", new KindConverter());
        kind.getItems().setAll(Action.Kind.values());
        choice(credential, "credential", new CredentialConverter());
        command.setId("rule-command");
        command.setAccessibleText(Words.text("rules.field.command"));
        command.setPrefRowCount(COMMAND_ROWS);
        command.getStyleClass().add("mono");
        regex.setId("rule-regex");
        inform.setId("rule-inform");
        tcp.setId("rule-tcp");
        hint.setWrapText(true);
        problem.setGraphic(Parts.icon(MaterialDesignA.ALERT_CIRCLE_OUTLINE, "danger-text"));
        problem.setWrapText(true);
        grid.getStyleClass().add("rule-grid");
        ColumnConstraints keys = new ColumnConstraints();
        keys.setMinWidth(USE_PREF_SIZE);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(keys, values);
        kind.valueProperty().addListener((_, _, _) -> lay());
        Button save = Parts.button("rule-save", MaterialDesignC.CHECK, this::save);
        save.getStyleClass().add(Styles.ACCENT);
        save.setMinWidth(USE_PREF_SIZE);
        Button cancel = Parts.button("rule-cancel", MaterialDesignC.CLOSE, closed);
        cancel.setMinWidth(USE_PREF_SIZE);
        HBox buttons = new HBox(save, cancel);
        buttons.getStyleClass().add("form-buttons");
        getChildren().addAll(grid, hint, problem, buttons);
        Parts.show(problem, "");
    }

    private static TextField field(String key) {
        TextField field = new TextField();
        field.setId("rule-" + key);
        field.setAccessibleText(Words.text("rules.field." + key));
        String prompt = "rules.prompt." + key;
        if (Words.has(prompt)) {
            field.setPromptText(Words.text(prompt));
        }
        return field;
    }

    private static <T> void choice(ComboBox<T> box, String key, StringConverter<T> words) {
        box.setId("rule-" + key);
        box.setAccessibleText(Words.text("rules.field." + key));
        box.setConverter(words);
        box.setMaxWidth(Double.MAX_VALUE);
    }

    /** Shows a rule. */
    void show(Rule rule, List<String> credentials) {
        on = rule.on();
        credential.getItems().setAll(List.of(Optional.empty()));
        credentials.forEach(each -> credential.getItems().add(Optional.of(each)));
        name.setText(rule.name());
        source.setText(rule.match().source());
        notification.setText(rule.match().notification());
        variable.setText(rule.match().variable());
        atLeast.setValue(rule.match().atLeast());
        text.setText(rule.match().text());
        regex.setSelected(rule.match().regex());
        perMinute.setText(Integer.toString(rule.perMinute()));
        severity.setValue(Optional.of(Severity.CRITICAL));
        command.clear();
        to.clear();
        inform.setSelected(false);
        tcp.setSelected(false);
        credential.setValue(Optional.empty());
        show(rule.action());
        kind.setValue(rule.action().kind());
        lay();
        Parts.show(problem, "");
    }

    private void show(Action action) {
        switch (action) {
            case Action.SetSeverity(Severity set) -> severity.setValue(Optional.of(set));
            case Action.Drop _ -> {}
            case Action.Run run -> command.setText(String.join("\n", run.command()));
            case Action.Forward forward -> {
                to.setText(forward.to());
                inform.setSelected(forward.inform());
                choose(forward.credential());
            }
            case Action.Syslog syslog -> {
                to.setText(syslog.to());
                tcp.setSelected(syslog.tcp());
            }
            case Action.Webhook webhook -> {
                to.setText(webhook.to().toString());
                choose(webhook.credential());
            }
        }
    }

    private void choose(Optional<String> named) {
        if (!credential.getItems().contains(named)) {
            credential.getItems().add(named);
        }
        credential.setValue(named);
    }

    /** Only the fields that the chosen deed has. */
    private void lay() {
        grid.getChildren().clear();
        rows = 0;
        row("name", name);
        head("rules.when");
        row("source", source);
        row("notification", notification);
        row("variable", variable);
        row("at-least", atLeast);
        HBox words = new HBox(text, regex);
        words.getStyleClass().add("rule-words");
        HBox.setHgrow(text, Priority.ALWAYS);
        regex.setMinWidth(USE_PREF_SIZE);
        row("text", words);
        head("rules.then");
        row("kind", kind);
        Action.Kind now = kind.getValue() == null ? Action.Kind.SEVERITY : kind.getValue();
        switch (now) {
            case SEVERITY -> row("severity", severity);
            case DROP -> {}
            case COMMAND -> row("command", command);
            case FORWARD -> {
                row("to", to);
                row("credential", credential);
                row("", inform);
            }
            case SYSLOG -> {
                row("to", to);
                row("", tcp);
            }
            case WEBHOOK -> {
                row("url", to);
                row("token", credential);
            }
        }
        if (now != Action.Kind.SEVERITY && now != Action.Kind.DROP) {
            row("per-minute", perMinute);
        }
        hint.setText(Words.text("rules.hint." + now.name().toLowerCase(Locale.ROOT)));
    }

    private void head(String key) {
        Label head = Parts.words(key, "rule-head");
        grid.add(head, 0, rows++, 2, 1);
    }

    private void row(String key, Node control) {
        if (key.isEmpty()) {
            grid.add(control, 1, rows++);
            return;
        }
        Label label = Parts.words("rules.field." + key, "key");
        GridPane.setValignment(label, control.equals(command) ? VPos.TOP : VPos.CENTER);
        label.setLabelFor(control.equals(text.getParent()) ? text : control);
        if (control.isFocusTraversable()) {
            control.setAccessibleText(label.getText());
        }
        grid.addRow(rows++, label, control);
    }

    private void save() {
        try {
            String rate = perMinute.getText().strip();
            boolean inRange =
                    rate.matches("\\d{1,4}")
                            && Integer.parseInt(rate) >= 1
                            && Integer.parseInt(rate) <= Rule.MOST_PER_MINUTE;
            if (!inRange) {
                throw new IllegalArgumentException(
                        Words.text("rules.wrong.rate", Rule.MOST_PER_MINUTE));
            }
            Match match =
                    new Match(
                            source.getText().strip(),
                            notification.getText().strip(),
                            variable.getText().strip(),
                            atLeast.getValue(),
                            text.getText().strip(),
                            regex.isSelected());
            var _ = new RuleMatcher(match);
            Rule rule = new Rule(named(), on, match, action(), Integer.parseInt(rate));
            Parts.show(problem, "");
            saved.accept(rule);
        } catch (IllegalArgumentException wrong) {
            Parts.show(problem, String.valueOf(wrong.getMessage()));
        }
    }

    private String named() {
        String given = name.getText().strip();
        return given.isEmpty() ? RuleWords.then(action()) : given;
    }

    private Action action() {
        return switch (kind.getValue()) {
            case SEVERITY -> new Action.SetSeverity(severity.getValue().orElse(Severity.INFO));
            case DROP -> new Action.Drop();
            case COMMAND -> {
                List<String> lines = new ArrayList<>(command.getText().lines().toList());
                CommandRun.check(lines);
                yield new Action.Run(lines);
            }
            case FORWARD ->
                    new Action.Forward(
                            HostPort.of(to.getText(), 162).toString(),
                            credential.getValue(),
                            inform.isSelected());
            case SYSLOG ->
                    new Action.Syslog(
                            HostPort.of(to.getText(), SyslogSender.PORT).toString(),
                            tcp.isSelected());
            case WEBHOOK ->
                    new Action.Webhook(WebhookSender.address(to.getText()), credential.getValue());
        };
    }

    /** Puts the focus where one begins to type. */
    void focusName() {
        name.requestFocus();
        name.selectAll();
    }

    private static final class OptionalSeverity extends StringConverter<Optional<Severity>> {
        private final String none;

        OptionalSeverity(String none) {
            this.none = none;
        }

        @Override
        public String toString(Optional<Severity> severity) {
            return severity == null
                    ? ""
                    : severity.map(Severity::words).orElseGet(() -> Words.text(none));
        }

        @Override
        public Optional<Severity> fromString(String text) {
            throw new UnsupportedOperationException("only chosen, never typed");
        }
    }

    private static final class KindConverter extends StringConverter<Action.Kind> {
        @Override
        public String toString(Action.Kind kind) {
            return kind == null ? "" : RuleWords.kind(kind);
        }

        @Override
        public Action.Kind fromString(String text) {
            throw new UnsupportedOperationException("only chosen, never typed");
        }
    }

    private static final class CredentialConverter extends StringConverter<Optional<String>> {
        @Override
        public String toString(Optional<String> name) {
            return name == null
                    ? ""
                    : name.orElseGet(() -> Words.text("rules.no-credential-chosen"));
        }

        @Override
        public Optional<String> fromString(String text) {
            throw new UnsupportedOperationException("only chosen, never typed");
        }
    }
}
