package dev.bulkhead.app.fx;

import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** The clipboard, for text. JavaFX's thread. */
public final class ClipboardText {
    private ClipboardText() {}

    /** Puts a text there; nothing happens for "". */
    public static void put(String text) {
        if (!text.isEmpty()) {
            ClipboardContent content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
        }
    }
}
