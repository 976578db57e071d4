package dev.bulkhead.app.problems;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.mibtree.Shown;
import dev.bulkhead.mibs.diagnostic.DiagnosticCode;
import dev.bulkhead.mibs.diagnostic.Explanation;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A code's story: what it means, why vendors ship it, what to do, and an example. */
public final class ExplainSheet extends ScrollPane {
    public ExplainSheet(DiagnosticCode code) {
        setId("explain");
        getStyleClass().add("explain-sheet");
        getStylesheets().add(DiagnosticPanel.STYLESHEET);
        setAccessibleText(Words.text("problems.explain.accessible", code.tag()));
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        Explanation explanation = code.explanation();
        HBox head =
                new HBox(
                        SeverityLook.icon(code.severity()),
                        text(code.tag(), "panel-title"),
                        text(SeverityLook.word(code.severity()), "muted"));
        head.getStyleClass().add("panel-head");
        VBox content =
                new VBox(
                        head,
                        text(explanation.message().replace("%s", "…"), "value"),
                        text(paragraphs(explanation.story()), "value"),
                        text(explanation.note(), "muted"),
                        text(explanation.help(), "value"));
        explanation
                .examples()
                .forEach((name, example) -> {
                    content.getChildren().add(text(name, "key"));
                    content.getChildren().add(text(example.stripTrailing(), "mono"));
                });
        content.getStyleClass().add("explain-content");
        setContent(content);
    }

    /** A story's lines are broken for a terminal; a pane breaks them anew. */
    private static String paragraphs(String story) {
        return story.replaceAll("(?<!\n)\n(?![\n\\s*-])", " ");
    }

    private static Label text(String words, String style) {
        Label label = new Label(Shown.lines(words));
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
