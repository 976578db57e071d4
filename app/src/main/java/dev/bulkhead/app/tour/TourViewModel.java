package dev.bulkhead.app.tour;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Where a tour is. Knows no scene. */
final class TourViewModel {
    private final List<TourStep> steps;
    private final ReadOnlyObjectWrapper<Optional<TourStep>> step =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    TourViewModel(List<TourStep> steps) {
        this.steps = List.copyOf(steps);
    }

    /** The step that shows; empty before the tour and after it. */
    ReadOnlyObjectProperty<Optional<TourStep>> stepProperty() {
        return step.getReadOnlyProperty();
    }

    void start() {
        step.set(steps.stream().findFirst());
    }

    /** To the next step, or to the end. */
    void next() {
        move(1);
    }

    /** To the step before; stays at the first. */
    void back() {
        if (number() > 1) {
            move(-1);
        }
    }

    private void move(int by) {
        int at = number() - 1 + by;
        step.set(at >= 0 && at < steps.size() ? Optional.of(steps.get(at)) : Optional.empty());
    }

    void end() {
        step.set(Optional.empty());
    }

    /** The step's number from 1; 0 while there is no step. */
    int number() {
        return step.get().map(now -> steps.indexOf(now) + 1).orElse(0);
    }

    int size() {
        return steps.size();
    }

    boolean isLast() {
        return number() == steps.size();
    }
}
