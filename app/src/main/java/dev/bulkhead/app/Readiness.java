package dev.bulkhead.app;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.mibtree.MibLibrary;
import java.io.PrintStream;
import javafx.scene.Scene;
import javafx.stage.Stage;

/**
 * Tells when a window that was just opened can be used: all of it is laid out, and the tree has the
 * rows of the loaded modules. For measuring the start.
 */
final class Readiness {
    private final Stage stage;
    private final MibLibrary library;
    private final PrintStream out;
    private final Runnable look = this::look;

    private Readiness(Stage stage, MibLibrary library, PrintStream out) {
        this.stage = stage;
        this.library = library;
        this.out = out;
    }

    /** Prints that it is so once it is, and closes the window. */
    static void tell(Stage stage, MibLibrary library, PrintStream out) {
        Readiness readiness = new Readiness(stage, library, out);
        stage.getScene().addPostLayoutPulseListener(readiness.look);
    }

    private void look() {
        int modules = library.names().index().moduleCount();
        if (modules == 0) {
            return;
        }
        Scene scene = stage.getScene();
        scene.removePostLayoutPulseListener(look);
        out.println(Words.text("start.ready", modules));
        out.flush();
        stage.hide();
    }
}
