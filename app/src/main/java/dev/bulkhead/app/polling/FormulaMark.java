package dev.bulkhead.app.polling;

import dev.bulkhead.app.formula.FormulaProblem;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/** A line under the part of a field's text that is wrong. */
final class FormulaMark extends Pane {
    private static final double THICK = 2;
    private static final double LEAST = 6;

    private final TextField field;
    private final Region line = new Region();
    private Optional<FormulaProblem> shown = Optional.empty();

    FormulaMark(TextField field) {
        this.field = field;
        setId("formula-mark");
        setMouseTransparent(true);
        line.getStyleClass().add("formula-mark");
        getChildren().add(line);
        setMinHeight(THICK);
        setPrefHeight(THICK);
        setMaxHeight(THICK);
        field.layoutBoundsProperty().subscribe(_ -> requestLayout());
    }

    void show(Optional<FormulaProblem> problem) {
        shown = problem;
        line.setVisible(problem.isPresent());
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        if (shown.isEmpty()) {
            return;
        }
        String text = field.getText();
        int from = Math.min(shown.get().from(), text.length());
        int to = Math.min(shown.get().to(), text.length());
        Node content = field.lookup(".text");
        Bounds at =
                (content == null ? field : content)
                        .localToScene((content == null ? field : content).getBoundsInLocal());
        double left = sceneToLocal(at.getMinX(), at.getMinY()).getX();
        double start = left + width(text.substring(0, from));
        double wide = Math.max(LEAST, width(text.substring(from, to)));
        line.resizeRelocate(start, -THICK * 2, wide, THICK);
    }

    private double width(String part) {
        Text measured = new Text(part);
        measured.setFont(field.getFont());
        return measured.getLayoutBounds().getWidth();
    }
}
