package dev.bulkhead.app.source;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.mibtree.Shown;
import dev.bulkhead.app.problems.SeverityLook;
import dev.bulkhead.app.theme.Parts;
import dev.bulkhead.mibs.diagnostic.Diagnostic;
import dev.bulkhead.mibs.diagnostic.Severity;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import org.kordamp.ikonli.javafx.FontIcon;

/** One line: margin with the worst fault, number, text in its inks, and what the compiler says. */
final class SourceLineCell extends ListCell<Integer> {
    private static final int TAB = 8;
    private static final PseudoClass DEFINITION = PseudoClass.getPseudoClass("definition");
    private static final PseudoClass FOUND = PseudoClass.getPseudoClass("found");
    private static final PseudoClass FAULTY = PseudoClass.getPseudoClass("faulty");

    private final Lines lines;
    private final FontIcon icon = SeverityLook.icon(Severity.ERROR);
    private final StackPane margin = new StackPane(icon);
    private final Label number = new Label();
    private final HBox code = new HBox();
    private final Label inline = new Label();
    private final Tooltip tooltip = new Tooltip();
    private final HBox row = new HBox(margin, number, code, inline);

    /** What the cells ask the view. */
    interface Lines {
        Page page();

        /** Whether a line holds what is searched for. */
        boolean isFound(int line);

        /** Which name of a line is chosen by key, -1 for none. */
        int chosenName(int line);

        /** Goes where a name leads. */
        void jump(int line, String name);
    }

    SourceLineCell(Lines lines) {
        this.lines = lines;
        row.getStyleClass().add("source-row");
        margin.getStyleClass().add("source-margin");
        number.getStyleClass().add("source-number");
        code.getStyleClass().add("source-code");
        inline.getStyleClass().add("source-inline");
        number.setMinWidth(Region.USE_PREF_SIZE);
        code.setMinWidth(Region.USE_PREF_SIZE);
        inline.setMinWidth(Region.USE_PREF_SIZE);
    }

    @Override
    protected void updateItem(Integer line, boolean empty) {
        super.updateItem(line, empty);
        SourceDocument document = lines.page().document().orElse(null);
        if (empty || line == null || document == null || line > document.lineCount()) {
            setGraphic(null);
            setAccessibleText(null);
            pseudoClassStateChanged(DEFINITION, false);
            pseudoClassStateChanged(FOUND, false);
            pseudoClassStateChanged(FAULTY, false);
            return;
        }
        List<Diagnostic> faults = lines.page().faults(line);
        number.setText(Integer.toString(line));
        number.setPrefWidth(numberWidth(document.lineCount()));
        showCode(document, line, faults);
        showFaults(faults);
        pseudoClassStateChanged(DEFINITION, lines.page().isInDefinition(line));
        pseudoClassStateChanged(FOUND, lines.isFound(line));
        pseudoClassStateChanged(FAULTY, !faults.isEmpty());
        String text = Shown.line(document.line(line));
        setAccessibleText(
                Words.text("source.line.accessible", line, text, inline.getText()).strip());
        setGraphic(row);
    }

    /** Digits are about this wide in the code font. */
    private static double numberWidth(int lineCount) {
        return 12 + 7.3 * Math.max(4, Integer.toString(lineCount).length());
    }

    private void showCode(SourceDocument document, int line, List<Diagnostic> faults) {
        code.getChildren().clear();
        int column = 0;
        int name = 0;
        int chosen = lines.chosenName(line);
        for (Piece piece : document.pieces(line)) {
            String shown = untabbed(piece.text(), column);
            column += shown.length();
            Text text = new Text(Shown.line(shown));
            text.getStyleClass().addAll("source-text", piece.ink().styleClass());
            if (faults.stream().anyMatch(fault -> isIn(fault, piece))) {
                text.getStyleClass().add("fault");
            }
            if (piece.ink().isName()) {
                if (name++ == chosen) {
                    text.getStyleClass().add("chosen-name");
                }
                text.setOnMouseClicked(event -> click(event, line, piece.text()));
            }
            code.getChildren().add(text);
        }
    }

    private void click(MouseEvent event, int line, String name) {
        if (event.isShortcutDown()) {
            lines.jump(line, name);
            event.consume();
        }
    }

    private static boolean isIn(Diagnostic fault, Piece piece) {
        int start = fault.location().column() - 1;
        boolean blank = piece.text().isBlank();
        return !blank && piece.column() < start + fault.length() && piece.end() > start;
    }

    private static String untabbed(String text, int column) {
        if (text.indexOf('\t') < 0) {
            return text;
        }
        StringBuilder all = new StringBuilder(text.length() + TAB);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            all.append(c == '\t' ? " ".repeat(TAB - (column + all.length()) % TAB) : c);
        }
        return all.toString();
    }

    private void showFaults(List<Diagnostic> faults) {
        icon.setVisible(!faults.isEmpty());
        if (faults.isEmpty()) {
            Parts.show(inline, "");
            Tooltip.uninstall(margin, tooltip);
            return;
        }
        Diagnostic worst =
                faults.stream().min(Comparator.comparing(Diagnostic::severity)).orElseThrow();
        SeverityLook.set(icon, worst.severity());
        Parts.tone(inline, SeverityLook.tone(worst.severity()));
        String message = Shown.line(worst.message());
        int more = faults.size() - 1;
        Parts.show(inline, more == 0 ? message : Words.text("source.inline.more", message, more));
        tooltip.setText(
                faults.stream().map(SourceLineCell::told).collect(Collectors.joining("\n")));
        Tooltip.install(margin, tooltip);
    }

    private static String told(Diagnostic fault) {
        return Words.text(
                "source.fault",
                SeverityLook.word(fault.severity()),
                Shown.line(fault.message()),
                fault.code().tag());
    }
}
