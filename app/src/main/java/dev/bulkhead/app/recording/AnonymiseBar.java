package dev.bulkhead.app.recording;

import atlantafx.base.theme.Styles;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.theme.Parts;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;

/** Where an anonymised copy goes, and which words are to be replaced too. */
final class AnonymiseBar extends InPlaceBar {
    private final BiConsumer<Path, List<String>> copy;
    private final TextField words;
    private final TextField folder;

    AnonymiseBar(BiConsumer<Path, List<String>> copy) {
        super("anonymise");
        this.copy = copy;
        words = field("anonymise-words", "anonymise.words", this::start);
        folder = field("anonymise-folder", "anonymise.folder", this::start);
        Button start = Parts.button("anonymise-now", MaterialDesignI.INCOGNITO, this::start);
        start.getStyleClass().add(Styles.ACCENT);
        start.setMinWidth(USE_PREF_SIZE);
        add(words, closer("anonymise-close"));
        addBelow(folder, start);
        note(Words.text("anonymise.note"));
    }

    /** Asks, with a folder as a proposal. */
    void open(String name, Path proposal) {
        title().setText(Words.text("anonymise.title.of", name));
        folder.setText(proposal.toString());
        open(words);
    }

    private void start() {
        try {
            Path to = Path.of(folder.getText().strip());
            if (folder.getText().isBlank() || Files.exists(to)) {
                say(Words.text("anonymise.exists"));
                return;
            }
            List<String> more =
                    Arrays.stream(words.getText().split(",", -1))
                            .map(String::strip)
                            .filter(word -> !word.isEmpty())
                            .toList();
            copy.accept(to, more);
            close();
        } catch (InvalidPathException e) {
            say(Words.text("recordings.bad-path", String.valueOf(e.getReason())));
        }
    }
}
