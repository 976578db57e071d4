package dev.bulkhead.app.problems;

import dev.bulkhead.app.command.Commands;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.mibtree.Shown;
import dev.bulkhead.app.theme.Parts;
import dev.bulkhead.app.theme.Tone;
import dev.bulkhead.mibs.diagnostic.Diagnostic;
import dev.bulkhead.mibs.diagnostic.Severity;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The chosen problem in full: what, where, why, what would change, and what can be done. */
public final class DiagnosticPanel extends VBox {
    /** The styles of all that shows problems. */
    public static final String STYLESHEET =
            Objects.requireNonNull(DiagnosticPanel.class.getResource("problems.css"))
                    .toExternalForm();

    private static final int FOLLOWERS = 6;

    private final String prefix;
    private final FontIcon icon = SeverityLook.icon(Severity.ERROR);
    private final Label severity;
    private final Label code;
    private final Label message;
    private final Label advice;
    private final VBox diff = new VBox();
    private final Label said;

    /**
     * A panel that follows the chosen problem.
     *
     * @param prefix what its parts' ids begin with
     */
    public DiagnosticPanel(
            String prefix,
            ProblemsViewModel problems,
            MendingViewModel mending,
            Commands commands) {
        this.prefix = prefix;
        severity = label("severity", "title");
        code = Parts.chip(prefix + "-code", Tone.NEUTRAL);
        message = label("message", "value");
        advice = label("advice", "muted");
        said = label("said", "muted");
        setId(prefix + "-panel");
        getStyleClass().add("diagnostic-panel");
        getStylesheets().add(STYLESHEET);
        message.setWrapText(true);
        advice.setWrapText(true);
        advice.setMinHeight(USE_PREF_SIZE);
        message.setMinHeight(USE_PREF_SIZE);
        diff.getStyleClass().add("fix-diff");
        diff.setId(prefix + "-diff");
        getChildren().addAll(head(), message, diff, advice, tools(commands));
        problems.chosenProperty().subscribe(this::show);
        mending.previewProperty().subscribe(this::showFix);
        mending.saidProperty().subscribe(text -> Parts.show(said, Shown.line(text)));
    }

    private Label label(String id, String style) {
        return Parts.label(prefix + "-" + id, style);
    }

    private HBox head() {
        severity.setMinWidth(Region.USE_PREF_SIZE);
        code.setMinWidth(Region.USE_PREF_SIZE);
        HBox head = new HBox(icon, severity, code, said);
        head.getStyleClass().add("panel-head");
        return head;
    }

    private HBox tools(Commands commands) {
        HBox row = new HBox();
        row.getStyleClass().add("panel-tools");
        for (String id : List.of("fix-problem", "fix-file", "undo-fix", "explain-problem")) {
            row.getChildren().add(button(commands, id));
        }
        Region room = Parts.spacer();
        HBox.setHgrow(room, Priority.ALWAYS);
        row.getChildren()
                .addAll(
                        room,
                        small(commands.iconButton("previous-problem")),
                        small(commands.iconButton("next-problem")));
        return row;
    }

    private Button button(Commands commands, String id) {
        Button button = small(commands.button(id));
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    private Button small(Button button) {
        button.getStyleClass().add("panel-button");
        button.setId(prefix + "-" + button.getId());
        return button;
    }

    private void show(Optional<Diagnostic> chosen) {
        setVisible(chosen.isPresent());
        setManaged(chosen.isPresent());
        chosen.ifPresent(this::show);
    }

    private void show(Diagnostic diagnostic) {
        SeverityLook.set(icon, diagnostic.severity());
        severity.setText(SeverityLook.word(diagnostic.severity()));
        code.setText(diagnostic.code().tag());
        message.setText(Shown.line(diagnostic.message()));
        String help = diagnostic.code().note() + "\n" + diagnostic.code().help();
        advice.setText(help + followers(diagnostic));
        Parts.show(said, "");
    }

    private static String followers(Diagnostic diagnostic) {
        List<Diagnostic.Follower> all = diagnostic.followers();
        if (all.isEmpty()) {
            return "";
        }
        String names =
                all.stream()
                        .limit(FOLLOWERS)
                        .map(f -> Words.text("problems.follower", Shown.line(f.name()), f.line()))
                        .collect(Collectors.joining(", "));
        int more = Math.max(0, all.size() - FOLLOWERS);
        return "\n" + Words.text("problems.followers", names, more);
    }

    private void showFix(Optional<FixPreview> preview) {
        diff.getChildren().clear();
        preview.ifPresent(fix -> {
            fix.before().forEach(line -> diff.getChildren().add(line("-", line, "removed")));
            fix.after().forEach(line -> diff.getChildren().add(line("+", line, "added")));
        });
        diff.setVisible(!diff.getChildren().isEmpty());
        diff.setManaged(diff.isVisible());
    }

    private Label line(String sign, String text, String style) {
        Label line = Parts.label(prefix + "-" + style, "mono", "diff-" + style);
        line.setText(sign + " " + Shown.line(text));
        line.setMaxWidth(Double.MAX_VALUE);
        return line;
    }
}
