package dev.bulkhead.app.source;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.mibtree.Shown;
import dev.bulkhead.app.theme.PaneBar;
import dev.bulkhead.app.theme.Parts;
import dev.bulkhead.app.theme.Tone;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** The bar over a MIB text: which file, which line, what is wrong with it; find in text. */
final class SourceBar {
    private final SourceViewModel model;
    private final PaneBar bar = new PaneBar("source");
    private final Label mended = Parts.chip("source-mended", Tone.ACCENT);
    private final Label errors = Parts.chip("source-errors", Tone.DANGER);
    private final Label warnings = Parts.chip("source-warnings", Tone.WARNING);
    private final TextField find = new TextField();
    private final Label count = Parts.label("source-found", "muted");

    SourceBar(SourceViewModel model) {
        this.model = model;
        bar.addChips(mended, errors, warnings);
        find.setId("source-find");
        find.getStyleClass().add("filter");
        find.setPromptText(Words.text("source.find"));
        find.setAccessibleText(Words.text("source.find.accessible"));
        find.textProperty().bindBidirectional(model.queryProperty());
        find.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        bar.addTools(
                count,
                find,
                button("source-find-previous", MaterialDesignC.CHEVRON_UP, -1),
                button("source-find-next", MaterialDesignC.CHEVRON_DOWN, 1));
        model.foundProperty().subscribe(this::showFound);
    }

    private Button button(String id, MaterialDesignC icon, int by) {
        return Parts.iconButton(id, icon, () -> model.stepFound(by));
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown() && !event.isAltDown()) {
            model.stepFound(event.isShiftDown() ? -1 : 1);
            event.consume();
        }
    }

    Region node() {
        return bar;
    }

    TextField find() {
        return find;
    }

    private void showFound(SourceViewModel.Found found) {
        List<Integer> lines = found.lines();
        boolean asked = !model.queryProperty().get().isBlank();
        count.setText(
                !asked
                        ? ""
                        : found.at() < 0
                                ? Words.text("source.found", lines.size())
                                : Words.text("source.found.at", found.at() + 1, lines.size()));
    }

    void show(Page page, boolean isMended) {
        String file = Shown.line(page.file());
        bar.title()
                .setText(
                        page.document()
                                .map(document -> title(document, page.line()))
                                .orElse(Words.text("source.title")));
        bar.summary()
                .setText(
                        page.document()
                                .map(d ->
                                        Words.text(
                                                "source.summary", file, page.line(), d.lineCount()))
                                .orElse(file));
        Parts.show(mended, isMended ? Words.text("source.mended") : "");
        show(errors, "problems.errors", page.count(true));
        show(warnings, "problems.warnings", page.count(false));
    }

    private static void show(Label chip, String key, long count) {
        Parts.show(chip, count == 0 ? "" : Words.text(key, count));
    }

    private static String title(SourceDocument document, int line) {
        String module = document.moduleAt(line);
        return module.isEmpty() ? Words.text("source.title") : Shown.line(module);
    }
}
