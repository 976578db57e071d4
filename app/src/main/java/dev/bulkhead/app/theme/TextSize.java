package dev.bulkhead.app.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Window;

/**
 * Enlarges all that our style sheets give in pixels: text, rows, bars, icons; and the columns of
 * tables. A sheet is read, multiplied and put in the place of the original, so a style sheet's
 * author need not think of it. JavaFX's thread.
 */
public final class TextSize {
    /** The size that the style sheets are written for, in pixels. */
    public static final int USUAL = 13;

    private static final Pattern LENGTH =
            Pattern.compile(
                    "(\\d+(?:\\.\\d+)?)px|(-fx-(?:fixed-cell-size|cell-size|indent):"
                            + " *)(\\d+(?:\\.\\d+)?)");

    private final Map<String, String> originals = new HashMap<>();
    private double factor = 1;

    /** Follows windows that open later, too. */
    public TextSize() {
        Window.getWindows()
                .addListener(
                        (ListChangeListener<Window>)
                                change -> {
                                    while (change.next()) {
                                        change.getAddedSubList().forEach(this::apply);
                                    }
                                });
    }

    /** Makes text this large in all windows. */
    public void set(int pixels) {
        factor = (double) pixels / USUAL;
        apply();
    }

    /** Takes in what was added to the windows since. */
    public void apply() {
        List.copyOf(Window.getWindows()).forEach(this::apply);
    }

    private void apply(Window window) {
        Scene scene = window.getScene();
        if (scene != null && (factor != 1 || !originals.isEmpty())) {
            replace(scene.getStylesheets());
            apply(scene.getRoot());
        }
    }

    private void apply(Parent parent) {
        replace(parent.getStylesheets());
        ColumnScale.apply(parent, factor);
        for (Node child : parent.getChildrenUnmodifiable()) {
            if (child instanceof Parent inner) {
                apply(inner);
            }
        }
    }

    private void replace(ObservableList<String> sheets) {
        for (int i = 0; i < sheets.size(); i++) {
            String original = originals.getOrDefault(sheets.get(i), sheets.get(i));
            String wanted = factor == 1 ? original : scaled(original);
            if (!wanted.equals(sheets.get(i))) {
                sheets.set(i, wanted);
            }
        }
    }

    private String scaled(String original) {
        try (InputStream in = URI.create(original).toURL().openStream()) {
            String css = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            byte[] fresh = scale(css, factor).getBytes(StandardCharsets.UTF_8);
            String uri = "data:text/css;base64," + Base64.getEncoder().encodeToString(fresh);
            originals.put(uri, original);
            return uri;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the style sheet " + original, unreadable);
        }
    }

    /** A style sheet with its lengths multiplied. */
    static String scale(String css, double factor) {
        Matcher lengths = LENGTH.matcher(css);
        return lengths.replaceAll(found ->
                found.group(1) != null
                        ? times(found.group(1), factor) + "px"
                        : Matcher.quoteReplacement(found.group(2)) + times(found.group(3), factor));
    }

    private static String times(String number, double factor) {
        double value = Double.parseDouble(number) * factor;
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
