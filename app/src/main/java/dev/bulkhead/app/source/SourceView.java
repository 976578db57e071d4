package dev.bulkhead.app.source;

import dev.bulkhead.app.command.Commands;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.mibtree.MibLibrary;
import dev.bulkhead.app.mibtree.Shown;
import dev.bulkhead.app.problems.DiagnosticPanel;
import dev.bulkhead.app.problems.MendingViewModel;
import dev.bulkhead.app.problems.ProblemsViewModel;
import dev.bulkhead.app.theme.Parts;
import dev.bulkhead.mibs.diagnostic.Diagnostic;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.collections.FXCollections;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/**
 * The MIB source tab. In a line, Left and Right choose a name and Enter, or a click with Ctrl, goes
 * to its definition.
 */
public final class SourceView extends BorderPane implements SourceLineCell.Lines {
    private static final double ROW_HEIGHT = 20;
    private static final int LINES_ABOVE = 5;

    private final MibLibrary library;
    private final SourceViewModel model;
    private final ProblemsViewModel problems;
    private final SourceBar bar;
    private final ListView<Integer> lines = new ListView<>();
    private final StackPane panel;
    private final VBox empty = new VBox();
    private final Label emptyTitle = Parts.label("source-empty-title", "empty-title");
    private final Label emptyText = Parts.label("source-empty-text", "muted");
    private final Button again;
    private final Set<Integer> found = new HashSet<>();
    private Optional<SourceDocument> shown = Optional.empty();
    private int chosenName = -1;

    /** A view of the text that the model opens. */
    public SourceView(
            MibLibrary library,
            SourceViewModel model,
            ProblemsViewModel problems,
            MendingViewModel mending,
            Commands commands) {
        this.library = library;
        this.model = model;
        this.problems = problems;
        setId("source");
        getStyleClass().add("source-view");
        getStylesheets().add(DiagnosticPanel.STYLESHEET);
        bar = new SourceBar(model);
        again = Parts.button("source-again", MaterialDesignR.REFRESH, library::reload);
        panel = new StackPane(new DiagnosticPanel("source", problems, mending, commands));
        setUpLines();
        empty.setId("source-empty");
        empty.getStyleClass().add("empty-state");
        emptyText.setWrapText(true);
        empty.getChildren()
                .addAll(
                        Parts.icon(MaterialDesignF.FILE_DOCUMENT_OUTLINE, "hero"),
                        emptyTitle,
                        emptyText,
                        again);
        setTop(bar.node());
        setCenter(new StackPane(lines, empty));
        setBottom(panel);
        addEventFilter(KeyEvent.KEY_PRESSED, this::findKey);
        model.pageProperty().subscribe(this::show);
        model.foundProperty().subscribe(this::mark);
        problems.chosenProperty().subscribe(_ -> showPanel());
    }

    private void setUpLines() {
        lines.setId("source-lines");
        lines.getStyleClass().add("source-lines");
        lines.setFixedCellSize(ROW_HEIGHT);
        lines.setAccessibleText(Words.text("source.accessible"));
        lines.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        lines.setCellFactory(_ -> new SourceLineCell(this));
        lines.addEventFilter(KeyEvent.KEY_PRESSED, this::lineKey);
        lines.getSelectionModel().selectedItemProperty().subscribe(this::selected);
    }

    private void selected(Integer line) {
        if (chosenName >= 0) {
            chosenName = -1;
            lines.refresh();
        }
        if (line != null) {
            page().faults(line).stream().findFirst().ifPresent(problems::choose);
        }
    }

    private void findKey(KeyEvent event) {
        boolean find =
                event.getCode() == KeyCode.F && event.isShortcutDown() && event.isShiftDown();
        if (find) {
            bar.find().requestFocus();
            bar.find().selectAll();
            event.consume();
        } else if (event.getCode() == KeyCode.F3 && !model.queryProperty().get().isBlank()) {
            model.stepFound(event.isShiftDown() ? -1 : 1);
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && bar.find().isFocused()) {
            bar.find().clear();
            lines.requestFocus();
            event.consume();
        }
    }

    private void lineKey(KeyEvent event) {
        boolean plain = !event.isShortcutDown() && !event.isAltDown() && !event.isShiftDown();
        if (event.getCode() == KeyCode.C && event.isShortcutDown() && !event.isShiftDown()) {
            copy();
            event.consume();
        } else if (plain && event.getCode() == KeyCode.ENTER) {
            List<String> names = names();
            if (!names.isEmpty()) {
                int line = lines.getSelectionModel().getSelectedItem();
                model.jump(line, names.get(Math.max(0, chosenName)));
            }
            event.consume();
        } else if (plain && (event.getCode() == KeyCode.LEFT || event.getCode() == KeyCode.RIGHT)) {
            chooseName(event.getCode() == KeyCode.RIGHT ? 1 : -1);
            event.consume();
        }
    }

    private void chooseName(int by) {
        int count = names().size();
        if (count > 0) {
            int start = chosenName < 0 && by < 0 ? 0 : chosenName;
            chosenName = Math.floorMod(start + by, count);
            lines.refresh();
        }
    }

    private List<String> names() {
        Integer line = lines.getSelectionModel().getSelectedItem();
        return line == null
                ? List.of()
                : page().document().map(d -> names(d, line)).orElse(List.of());
    }

    private static List<String> names(SourceDocument document, int line) {
        return document.pieces(line).stream()
                .filter(piece -> piece.ink().isName())
                .map(Piece::text)
                .toList();
    }

    private void copy() {
        List<Integer> chosen = lines.getSelectionModel().getSelectedItems();
        if (!chosen.isEmpty()) {
            ClipboardContent content = new ClipboardContent();
            content.putString(model.text(chosen.getFirst(), chosen.getLast()));
            Clipboard.getSystemClipboard().setContent(content);
        }
    }

    private void show(Page page) {
        bar.show(page, library.isMended(page.file()));
        boolean same = page.document().equals(shown);
        shown = page.document();
        int count = page.document().map(SourceDocument::lineCount).orElse(0);
        if (!same) {
            lines.setItems(FXCollections.observableList(new LineNumbers(count)));
        }
        lines.setVisible(count > 0);
        empty.setVisible(count == 0);
        showEmpty(page);
        if (count > 0) {
            lines.getSelectionModel().clearAndSelect(page.line() - 1);
            lines.scrollTo(Math.max(0, page.line() - 1 - LINES_ABOVE));
        }
        lines.refresh();
        showPanel();
    }

    private void showEmpty(Page page) {
        boolean gone = !page.file().isEmpty() || !page.problem().isEmpty();
        emptyTitle.setText(Words.text(gone ? "source.gone" : "source.none"));
        String why = page.problem().isEmpty() ? page.file() : page.problem();
        emptyText.setText(
                gone
                        ? Words.text("source.gone.text", Shown.line(why))
                        : Words.text("source.none.text"));
        again.setVisible(gone);
        again.setManaged(gone);
    }

    /** The panel tells of the chosen problem if it is one of this text. */
    private void showPanel() {
        Optional<Diagnostic> chosen = problems.chosenProperty().get();
        boolean here = chosen.filter(d -> d.location().file().equals(page().file())).isPresent();
        panel.setVisible(here);
        panel.setManaged(here);
    }

    private void mark(SourceViewModel.Found now) {
        found.clear();
        found.addAll(now.lines());
        lines.refresh();
    }

    @Override
    public Page page() {
        return model.pageProperty().get();
    }

    @Override
    public boolean isFound(int line) {
        return found.contains(line);
    }

    @Override
    public int chosenName(int line) {
        Integer selected = lines.getSelectionModel().getSelectedItem();
        return selected != null && selected == line ? chosenName : -1;
    }

    @Override
    public void jump(int line, String name) {
        model.jump(line, name);
    }

    /** Gives the text the focus. */
    public void focusText() {
        lines.requestFocus();
    }
}
