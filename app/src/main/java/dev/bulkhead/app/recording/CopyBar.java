package dev.bulkhead.app.recording;

import atlantafx.base.theme.Styles;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.theme.Parts;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** Asks for a file to write. A second time says that one that is there is replaced. */
final class CopyBar extends InPlaceBar {
    private final Consumer<Path> write;
    private final TextField file;
    private final Button save;
    private boolean replace;

    /** Its words begin with {@code id}. */
    CopyBar(String id, Consumer<Path> write) {
        super(id);
        this.write = write;
        file = field(id + "-file", id + ".file", this::save);
        file.textProperty().subscribe(_ -> mayReplace(false));
        save = Parts.button(id + "-now", MaterialDesignC.CONTENT_SAVE_OUTLINE, this::save);
        save.getStyleClass().add(Styles.ACCENT);
        save.setMinWidth(USE_PREF_SIZE);
        add(file, save, closer(id + "-close"));
        note(Words.text(id + ".note"));
    }

    /** Asks, with a file as a proposal. */
    void open(Path proposal) {
        file.setText(proposal.toString());
        mayReplace(false);
        file.selectAll();
        open(file);
    }

    private void mayReplace(boolean may) {
        replace = may;
        say(may ? Words.text("recordings.exists") : "");
    }

    private void save() {
        try {
            Path to = Path.of(file.getText().strip());
            if (Files.isDirectory(to) || file.getText().isBlank()) {
                say(Words.text("recordings.is-folder"));
            } else if (Files.exists(to) && !replace) {
                mayReplace(true);
            } else {
                write.accept(to);
                close();
            }
        } catch (InvalidPathException e) {
            say(Words.text("recordings.bad-path", String.valueOf(e.getReason())));
        }
    }
}
